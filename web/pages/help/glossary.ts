/** Terms of `src/domain/GLOSSARY.md` as an official needs them; terms stay Vietnamese, their meaning is given in both languages. */
export interface Term {
  readonly term: string;
  readonly vi: string;
  readonly en: string;
}

export interface TermGroup {
  readonly vi: string;
  readonly en: string;
  readonly terms: readonly Term[];
}

const term = (name: string, vi: string, en: string): Term => ({ term: name, vi, en });

export const GLOSSARY: readonly TermGroup[] = [
  {
    vi: "Hiệu lực",
    en: "Legal effect",
    terms: [
      term("chưa có hiệu lực", "Đã ban hành nhưng chưa đến ngày có hiệu lực.", "Issued, its day has not come."),
      term("còn hiệu lực", "Đang áp dụng toàn bộ.", "In force as a whole."),
      term(
        "hết hiệu lực một phần",
        "Có điều khoản đã bị sửa đổi, bãi bỏ, thay thế; phần còn lại vẫn áp dụng.",
        "Some units were amended, repealed or replaced; the rest applies.",
      ),
      term("hết hiệu lực toàn bộ", "Không còn áp dụng điều khoản nào.", "Nothing of it applies any more."),
      term(
        "tạm ngưng hiệu lực",
        "Bị ngưng trong một thời gian, có thể áp dụng trở lại. Cơ sở dữ liệu quốc gia gọi là ngưng hiệu lực.",
        "Stopped for a time; may apply again.",
      ),
      term(
        "cần xác định",
        "Kho chưa đủ căn cứ để nói; phải có người xem.",
        "Not enough is known; a person has to look.",
      ),
      term(
        "tác động",
        "Việc một điều khoản làm với văn bản hoặc điều khoản khác: sửa đổi, bổ sung, bãi bỏ, thay thế, tạm ngưng, kéo dài, đính chính.",
        "What a clause does to another text or unit.",
      ),
      term(
        "chưa áp dụng được",
        "Tác động đã thấy nhưng chưa tính vào hiệu lực hay lời văn, kèm lý do.",
        "An effect that was seen but not counted, with the reason.",
      ),
      term(
        "suy luận theo luật",
        "Rút ra từ quy định chung của luật, chưa thấy văn bản công bố.",
        "Follows from a general rule of law; no announcement was seen.",
      ),
      term(
        "căn cứ (của một tình trạng)",
        "Câu chữ, điều khoản và ngày chứng minh tình trạng ấy.",
        "The proof of a status.",
      ),
    ],
  },
  {
    vi: "Văn bản",
    en: "Documents",
    terms: [
      term(
        "văn bản quy phạm pháp luật",
        "Theo Điều 2 và Điều 4 Luật số 64/2025/QH15. Văn bản hành chính cũng có trong kho vì có thể bãi bỏ văn bản quy phạm.",
        "As defined by Articles 2 and 4 of Law 64/2025/QH15.",
      ),
      term(
        "số, ký hiệu",
        "Như 17/2025/QĐ-UBND. Hai tỉnh cũ có thể cùng một số nên Rasoat phân biệt thêm bằng loại, cơ quan và ngày ban hành.",
        "A number such as 17/2025/QĐ-UBND; never enough to tell two documents apart.",
      ),
      term(
        "lời văn tại một ngày",
        "Bản gốc sau khi ghép các sửa đổi đã có hiệu lực đến ngày ấy; chỉ để tra cứu.",
        "The text with all changes up to a day; for reference.",
      ),
      term(
        "bản gốc",
        "Lời văn như khi ban hành, và tệp đã nhập.",
        "The text as issued, and the file that was imported.",
      ),
      term(
        "văn bản chỉ biết qua viện dẫn",
        "Được văn bản khác nhắc tới, kho chưa có lời văn.",
        "Named by others; its text is not here.",
      ),
      term(
        "văn bản gốc và văn bản quy định chi tiết",
        "Văn bản giao và văn bản được giao quy định; khi văn bản gốc hết hiệu lực thì phải xem văn bản quy định chi tiết.",
        "A text that delegates, and the one that details it.",
      ),
    ],
  },
  {
    vi: "Rà soát",
    en: "Review",
    terms: [
      term(
        "phát hiện",
        "Điều một quy tắc nêu ra về một văn bản: cái gì, vì sao, nên làm gì, với trích dẫn.",
        "What a rule raises about a document, with quotations.",
      ),
      term(
        "chứng cứ",
        "Câu chữ của văn bản được rà soát và của văn bản đối chiếu mà phát hiện dựa vào.",
        "The words a finding rests on.",
      ),
      term(
        "mức độ",
        "Nghiêm trọng, cao, trung bình, thấp, để biết: hậu quả nếu phát hiện đúng.",
        "How grave it is if it is right.",
      ),
      term(
        "độ chắc",
        "Khả năng phát hiện đúng, do máy ước lượng.",
        "How likely it is right, as the machine estimates.",
      ),
      term(
        "kết luận",
        "Lời của người về một phát hiện: xác nhận, bác bỏ, để sau, cần ý kiến.",
        "What a person says of a finding.",
      ),
      term(
        "miễn quy tắc",
        "Lý do bác bỏ được cho là đúng với nhiều phát hiện; phát hiện được miễn vẫn giữ.",
        "A reason to dismiss that holds for many findings; they are kept.",
      ),
      term(
        "quy tắc thử nghiệm",
        "Quy tắc chưa đủ tin cậy; phát hiện của nó không vào danh mục chính thức.",
        "A rule on trial; its findings stay out of official lists.",
      ),
      term(
        "tác động của văn bản mới",
        "Những văn bản phải rà soát theo Điều 39 Nghị định số 79/2025/NĐ-CP.",
        "What must be reviewed because of a new document.",
      ),
      term("đợt nhập", "Một lần đưa tệp vào kho; mỗi tệp có kết quả riêng.", "Files brought in at one time."),
    ],
  },
];
