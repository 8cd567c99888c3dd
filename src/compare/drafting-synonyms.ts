/**
 * Words that official drafting uses one for the other. The first of a row stands for all; a row that begins with `-` says
 * nothing of the matter (grammar, the formula "theo quy định của pháp luật") and is left out. Deciding values (numbers,
 * modal words, bodies) are compared as slots and not here.
 */
export const DRAFTING_SYNONYMS: readonly string[] = [
  "-|theo quy định của pháp luật hiện hành|theo quy định của pháp luật về|theo quy định của pháp luật|theo quy định pháp luật|theo quy định hiện hành",
  "-|đúng quy định của pháp luật|theo pháp luật hiện hành|theo pháp luật về|theo pháp luật|theo luật định|do pháp luật quy định|do luật định",
  "-|theo quy định tại|quy định tại|nêu tại|được quy định tại|theo quy định của|theo đúng quy định|phù hợp với quy định|theo đúng|theo quy định|thuộc quy định tại",
  "-|kể từ ngày|tính từ ngày|kể từ khi|tính từ khi|kể từ|tính từ|sau khi|từ khi|từ ngày|cho đến khi|tới khi|đến khi|cho tới khi",
  "-|trong thời hạn|trong vòng|trong thời gian|chậm nhất là|muộn nhất là|chậm nhất|muộn nhất|trong trường hợp|trường hợp|trong quá trình|trong khi",
  "-|trên cơ sở|căn cứ vào|căn cứ|dựa trên|dựa vào|tùy theo|tùy thuộc vào|tại thời điểm|vào thời điểm|trên địa bàn",
  "-|ngoài ra|đồng thời|và cùng lúc|cùng lúc|nhằm mục đích|với mục đích|để mục đích|vì mục đích|vào mục đích|cho mục đích|nhằm|liên quan đến|liên quan tới|có liên quan|liên quan|đối với|nhưng|song|sau đây|dưới đây",
  "-|phối hợp với|phối hợp cùng|cùng với|cùng|chủ trì",
  "-|tiến hành|triển khai thực hiện|tổ chức thực hiện|tổ chức triển khai|triển khai|thực hiện|xem xét|xét",
  "-|bao gồm|gồm có|gồm|được hiểu là|là|dùng để chỉ|thuật ngữ|khái niệm|từ ngữ",
  "-|không quá|không vượt quá|tối đa|nhiều nhất|tối thiểu|ít nhất|không dưới|không ít hơn",
  "-|quy định|thời hạn|thời gian|thời điểm|không được phép|chỉ được phép|được phép|có trách nhiệm|có nghĩa vụ|bắt buộc phải|bắt buộc|có quyền|được quyền|được hưởng|có thể",
  "-|nghiêm cấm|cấm|một số",
  "hợp lệ|đúng quy định|đủ và hợp lệ|đầy đủ và hợp lệ",
  "điều kiện|tiêu chí|tiêu chuẩn",
  "-|trở lên|trở xuống|liên tục",
  "hằng năm|hàng năm|mỗi năm|từng năm",
  "hằng tháng|hàng tháng|mỗi tháng|từng tháng",
  "hằng quý|hàng quý|mỗi quý",
  "hằng ngày|hàng ngày|mỗi ngày",
  "ủy ban nhân dân|ubnd",
  "hội đồng nhân dân|hđnd",
  "gửi|nộp|chuyển tới|gửi tới|gửi đến|gửi cho",
  "nêu rõ|ghi rõ|nói rõ",
  "thẩm quyền|thuộc thẩm quyền|trong phạm vi thẩm quyền",
  "sử dụng|dùng",
  "hoàn thành|hoàn tất|làm xong",
  "bằng hình thức|dưới hình thức|theo hình thức|qua hình thức",
  "văn bản|bằng hình thức văn bản|công văn|bằng văn bản|dưới hình thức văn bản|có văn bản|thành văn bản",
  "lập văn bản|lập thành văn bản|thể hiện bằng văn bản",
  "cơ quan có thẩm quyền|cấp có thẩm quyền|cơ quan nhà nước có thẩm quyền",
  "thủ trưởng|người đứng đầu",
  "đủ điều kiện|đáp ứng đủ điều kiện|có đủ điều kiện|đáp ứng các điều kiện|đáp ứng đầy đủ các điều kiện|có đủ các điều kiện|bảo đảm các điều kiện|bảo đảm đủ điều kiện",
  "bảo đảm|đảm bảo|đáp ứng",
  "kinh phí|nguồn kinh phí",
  "xác nhận|sự xác nhận|sự xác nhận của",
  "tất cả|toàn bộ",
  "cư trú|đang cư trú",
  "chịu trách nhiệm|chịu trách nhiệm trước pháp luật về|chịu trách nhiệm theo pháp luật đối với|chịu trách nhiệm trước pháp luật",
  "quyền nghĩa vụ|quyền và nghĩa vụ|nghĩa vụ và quyền|các quyền nghĩa vụ",
  "trẻ em|trẻ",
  "thành lập|lập ra",
  "trực tuyến|qua mạng|trên môi trường điện tử",
  "bưu chính|dịch vụ bưu chính|đường bưu điện|bưu điện|dịch vụ bưu chính công ích|hệ thống bưu chính",
  "hết hạn|hết thời hạn",
  "đình chỉ|tạm đình chỉ",
  "chấm dứt|kết thúc",
  "người dân|công dân|nhân dân",
  "chi trả|thanh toán",
  "kinh doanh|buôn bán",
];

/** Grammar that carries no matter, one syllable each; accents kept, since "năm" and "nam" are two words. */
export const GRAMMAR_WORDS: ReadonlySet<string> = new Set(
  (
    "và hoặc hay của các những cho với theo tại từ đến tới là thì mà có được phải không trong trên khi nếu này đó một do bởi về để bằng " +
    "qua sau trước kể ngày tính việc như cũng đã đang sẽ bị ra vào ở đây gồm nêu rằng cả vẫn còn nên theo mức mọi lúc chỉ hưởng"
  ).split(" "),
);
