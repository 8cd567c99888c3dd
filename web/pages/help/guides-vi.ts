import type { Guide, GuideId } from "./guide.ts";

export const GUIDES_VI: Readonly<Record<GuideId, Guide>> = {
  reviewer: {
    title: "Người rà soát",
    lead: "Dành cho công chức Sở Tư pháp và cơ quan chuyên môn: xem việc còn tồn, kết luận từng phát hiện bằng phím, đưa văn bản mới vào kho, biết văn bản mới kéo theo việc gì.",
    steps: [
      {
        title: "Xem việc còn tồn",
        text: [
          "**Tổng quan** cho biết tại một ngày: kho có bao nhiêu văn bản theo từng tình trạng, còn bao nhiêu phát hiện chờ kết luận, phát hiện nào nên xem trước.",
          "Mỗi con số là một liên kết tới danh sách đứng sau nó. Đổi ngày ở ô **Hiệu lực tính tại ngày** phía trên bên phải thì mọi con số tính lại cho ngày ấy.",
        ],
        open: "/",
        shot: {
          id: "home",
          alt: "Trang Tổng quan: số văn bản theo tình trạng hiệu lực và các phát hiện nên xem trước",
        },
      },
      {
        title: "Đi qua hàng đợi",
        text: [
          "Mở **Phát hiện**. Hàng đợi ở bên trái xếp theo mức độ rồi độ chắc; phát hiện đang xem ở bên phải. [[j]] và [[k]] đi lên xuống hàng đợi, [[Enter]] mở mục đang chọn.",
          "Lọc theo mức độ, nhóm, quy tắc, văn bản để chỉ giữ phần việc của mình.",
        ],
        open: "/findings",
        shot: {
          id: "queue",
          alt: "Trang Phát hiện: hàng đợi ở bên trái, một phát hiện với hai cột chứng cứ ở bên phải",
        },
      },
      {
        title: "Đọc chứng cứ rồi mới kết luận",
        text: [
          "Lời văn bị rà soát và lời văn đối chiếu đứng cạnh nhau; chữ quyết định tô vàng. Dưới mỗi trích dẫn là điều khoản, văn bản và tình trạng hiệu lực tại ngày xem: bấm vào để đọc cả văn bản.",
          "**Vì sao** nói lý do, **Nên làm:** nói cách xử lý, **Căn cứ của quy tắc** dẫn điều luật. Văn bản nào được áp dụng được nói rõ; nơi không tự xác định được, công cụ nói là chưa xác định.",
        ],
        shot: { id: "evidence", alt: "Chứng cứ của một phát hiện: hai trích dẫn cạnh nhau, chữ quyết định tô vàng" },
      },
      {
        title: "Kết luận bằng một phím",
        text: [
          "[[c]] **Xác nhận**. [[d]] **Bác bỏ**: chọn lý do bằng phím số hoặc viết vào ô, [[Enter]] để ghi. [[s]] **Để sau** đến một ngày. [[o]] **Cần ý kiến** khi phải hỏi cơ quan khác.",
          "Kết luận xong, phát hiện kế tiếp mở ra. [[u]] **Hoàn tác** lần kết luận vừa rồi. Mọi lần kết luận, kể cả đã hoàn tác, vẫn giữ với tên và giờ.",
          "Khi lý do bác bỏ đúng cho nhiều phát hiện, bấm **Áp dụng lý do này rộng hơn…**: công cụ cho xem sẽ miễn những phát hiện nào trước khi ghi.",
        ],
        shot: {
          id: "decide",
          alt: "Các nút kết luận của một phát hiện: Xác nhận, Bác bỏ, Để sau, Cần ý kiến, kèm phím tắt",
        },
      },
      {
        title: "Giao việc, ghi chú, kết luận nhiều mục",
        text: [
          "[[a]] **Giao** cho người hoặc đơn vị, kèm hạn. [[n]] **Ghi chú** bên cạnh phát hiện mà không kết luận.",
          "[[x]] đánh dấu mục đang chọn, [[b]] **Kết luận các mục đã đánh dấu…**: công cụ cho xem trước sẽ đổi những gì. Trang **Rà soát** cho biết ai đã kết luận gì, việc giao còn treo, và tải được nhật ký.",
        ],
        open: "/reviews",
      },
      {
        title: "Đọc văn bản tại ngày đang xét",
        text: [
          "Trang văn bản cho lời văn của ngày đang xem. Nét bên lề cho biết điều khoản nào đã sửa đổi, bổ sung, bãi bỏ, tạm ngưng; bấm vào nét để xem điều khoản nào của văn bản nào làm việc đó.",
          "**Bản gốc như ban hành** cho lời văn khi ký. Phát hiện của từng điều khoản hiện ở lề bên phải.",
        ],
        open: "/documents",
        shot: {
          id: "text-on-day",
          alt: "Trang đọc văn bản: lời văn tại một ngày, nét ở lề cho biết điều khoản đã sửa đổi",
        },
      },
      {
        title: "Hỏi vì sao biết",
        text: [
          "Tình trạng hiệu lực của văn bản mở ra thành căn cứ: điều khoản nào, của văn bản nào, từ ngày nào, với nguyên văn câu chữ. Nơi suy luận theo luật mà chưa thấy văn bản công bố, công cụ nói rõ là suy luận.",
        ],
        shot: { id: "status-proof", alt: "Tình trạng hiệu lực của một văn bản mở ra thành chuỗi căn cứ có trích dẫn" },
      },
      {
        title: "Xử lý chỗ cần người xem",
        text: [
          "Những gì công cụ biết là mình chưa biết: dẫn chiếu chưa rõ là văn bản nào, tác động chưa áp dụng được, ngày chưa xác định, tệp đọc chưa chắc. Lời của người ghi ở đây thắng máy và còn nguyên sau những lần nhập sau.",
        ],
        open: "/attention",
        shot: { id: "waiting", alt: "Danh sách chỗ cần người xem: dẫn chiếu chưa rõ, tác động chưa áp dụng được" },
      },
      {
        title: "Nhập văn bản",
        text: [
          "Mở **Nhập**, kéo thả hoặc chọn tệp Word, PDF, HTML, tệp nén, hoặc danh mục Excel. Tệp không đọc được nêu tên và lý do, các tệp còn lại vẫn đi tiếp. Việc nhập chạy nền, xem được tiến độ và dừng được.",
        ],
        open: "/import",
        shot: { id: "import", alt: "Trang Nhập: vùng thả tệp và các lần nhập trước" },
      },
      {
        title: "Xem văn bản mới kéo theo việc gì",
        text: [
          "Mở **Tác động**, chọn văn bản mới: danh sách văn bản phải rà soát theo Điều 39 Nghị định số 79/2025/NĐ-CP, mỗi dòng nói vì sao và trỏ tới điều khoản liên quan. Tải danh sách về Excel hoặc CSV.",
        ],
        open: "/impact",
        shot: { id: "impact", alt: "Trang Tác động: các văn bản phải rà soát vì một văn bản mới, mỗi dòng có lý do" },
      },
      {
        title: "Rà soát theo đợt",
        text: [
          "Từ danh sách tác động, bấm **Lập đợt rà soát từ danh sách này**; hoặc mở **Đợt rà soát** để lập theo lĩnh vực, địa bàn, kỳ hệ thống hóa, hay cho văn bản của tỉnh, huyện trước sắp xếp. Danh sách được giữ cố định, **Cập nhật danh sách** thêm văn bản mới và nói rõ thêm gì.",
          "**Giao theo phạm vi của đơn vị** cho xem trước từng văn bản về đơn vị nào. Người được giao nhận thông báo; hạn và việc quá hạn hiện ở **Tổng quan**.",
        ],
        open: "/batches",
        shot: { id: "batch", alt: "Lập đợt rà soát: các văn bản của tỉnh, huyện trước sắp xếp, mỗi văn bản có lý do" },
      },
      {
        title: "Ghi phiếu, đề xuất, người khác kết luận",
        text: [
          "**Lập phiếu** từ đợt, từ một phát hiện hoặc từ trang văn bản. Phiếu gom sẵn hiệu lực, căn cứ, phát hiện và thay đổi của văn bản cấp trên theo Điều 41; máy đề xuất hình thức xử lý theo Điều 38 và nói vì sao. Chọn khác thì ghi lý do.",
          "[[p]] **Lưu và đề xuất**. Người đề xuất không tự kết luận: người khác bấm **Đồng ý, kết luận** hoặc trả lại kèm lý do. **Xin ý kiến** đơn vị liên quan và ghi câu trả lời ngay trên phiếu; tải phiếu về Word.",
        ],
        open: "/sheets",
        shot: { id: "sheet", alt: "Phiếu rà soát: đề xuất của máy, từng mục theo Điều 41, ô ghi ý kiến" },
      },
      {
        title: "Theo dõi đến khi xử lý xong",
        text: [
          "Kết luận phải xử lý thì việc hiện ở **Theo dõi xử lý**: cơ quan soạn thảo, từng bước có ngày, hạn. **Nhập bảng theo dõi** đọc tệp Excel đang dùng: dòng nào chắc thì khớp, dòng nào chưa chắc để người chọn, không mất dòng nào.",
          "Khi văn bản kết quả được nhập và điều khoản của nó làm đúng việc đã định, việc tự khép lại kèm câu chữ chứng minh; làm khác thì hiện ở **Cần người xem**.",
        ],
        open: "/handling",
      },
    ],
  },
  drafter: {
    title: "Người soạn thảo",
    lead: "Dành cho người soạn dự thảo ở sở, ngành, địa phương: kiểm tra dự thảo trước khi trình, đọc kết quả không cần tập huấn, tra văn bản, so sánh, viện dẫn đúng.",
    steps: [
      {
        title: "Đưa dự thảo vào",
        text: [
          "Mở **Dự thảo**. Chọn tệp Word, PDF hoặc dán lời văn vào ô, ghi **Ngày dự kiến ký**, bấm **Kiểm tra**.",
          "Dự thảo không vào kho, không vào tìm kiếm; chỉ nằm trong bộ nhớ tối đa bốn giờ, hoặc đến khi bấm **Xóa khỏi bộ nhớ**.",
        ],
        open: "/drafts",
        shot: { id: "draft-form", alt: "Trang Kiểm tra dự thảo: ô ngày dự kiến ký, ô chọn tệp, ô dán lời văn" },
      },
      {
        title: "Đọc kết luận trước",
        text: [
          "Dòng đầu nói có nên trình hay chưa: bao nhiêu lỗi **Phải sửa**, bao nhiêu điểm **Cần cân nhắc**. Mỗi điểm trích lời của dự thảo, lời của văn bản bị trái hoặc bị trùng, và nói nên sửa thế nào.",
          "Bấm số hiệu văn bản ở bên đối chiếu để mở đúng điều khoản ấy.",
        ],
        shot: { id: "draft-result", alt: "Kết quả kiểm tra một dự thảo: số lỗi phải sửa và từng lỗi với chứng cứ" },
      },
      {
        title: "Xem nếu ban hành thì điều gì xảy ra",
        text: [
          "**Nếu ban hành thì…** liệt kê văn bản hết hiệu lực, văn bản bị sửa đổi, văn bản phải rà soát, và văn bản cũ còn nằm lại mà dự thảo quên nhắc. **Câu bãi bỏ gợi ý** chép được vào điều khoản thi hành.",
        ],
        shot: { id: "draft-outcome", alt: "Phần Nếu ban hành thì: những văn bản sẽ hết hiệu lực và câu bãi bỏ gợi ý" },
      },
      {
        title: "Sửa rồi kiểm tra lại",
        text: [
          "**Kiểm tra bản sửa** so với lần trước: điểm nào đã hết, điểm nào mới. **Tải kết quả (DOCX)** cho tệp Word có từng điểm ghi ở lề, để gửi kèm hồ sơ thẩm định.",
        ],
      },
      {
        title: "Tra văn bản",
        text: [
          "Gõ vào ô tìm ở góc trên ([[/]]): số ký hiệu, hoặc từ ngữ có dấu hay không dấu; đặt trong ngoặc kép để tìm đúng cụm. Kết quả xếp theo điều khoản, gom theo văn bản, từ tìm được tô vàng.",
        ],
        open: "/search",
        shot: { id: "search", alt: "Trang Tìm kiếm: kết quả theo điều khoản, từ tìm được tô vàng" },
      },
      {
        title: "So sánh hai bản",
        text: [
          "Mở **So sánh**: hai ngày của một văn bản, hoặc hai văn bản. Chữ thêm và chữ bỏ được đánh dấu trong từng điều khoản; điều khoản không đổi được thu gọn.",
        ],
        open: "/compare",
        shot: { id: "compare", alt: "Trang So sánh: hai bản cạnh nhau, chữ thêm và chữ bỏ được đánh dấu" },
      },
      {
        title: "Viện dẫn đúng",
        text: [
          "Khi viện dẫn, kiểm tra văn bản còn hiệu lực tại ngày dự kiến ký: đổi **Hiệu lực tính tại ngày** sang ngày ấy rồi mở văn bản. Mỗi điều khoản có liên kết riêng mang theo ngày, dán vào tờ trình thì người đọc mở đúng lời văn đã xem.",
          "[[y]] **Trích dẫn** cho viện dẫn đúng thể thức của văn bản hoặc điều khoản: **Viện dẫn lần đầu**, **Từ lần viện dẫn sau**; bấm **Chép** rồi dán.",
        ],
      },
    ],
  },
  reporter: {
    title: "Người làm báo cáo",
    lead: "Dành cho người lập danh mục và báo cáo hằng năm: lấy số liệu tại một ngày, lập danh mục văn bản hết hiệu lực, xuất tệp, đối chiếu từng dòng với câu chữ chứng minh.",
    steps: [
      {
        title: "Chọn ngày chốt số liệu",
        text: [
          "Ghi ngày, ví dụ 31/12/2026, vào ô **Hiệu lực tính tại ngày** rồi bấm **Xem**. Dải phía trên đổi màu để nhắc là không phải hôm nay; ngày đi theo mọi liên kết cho đến khi bấm **Về hôm nay**.",
        ],
        open: "/",
      },
      {
        title: "Lấy danh mục văn bản hết hiệu lực",
        text: [
          "Mở **Văn bản**, lọc theo tình trạng hiệu lực: hết hiệu lực toàn bộ, hết hiệu lực một phần, tạm ngưng. Lọc thêm theo cơ quan, loại văn bản, năm ban hành. Địa chỉ trang giữ nguyên bộ lọc: lưu lại để dùng cho kỳ sau.",
          "**Xuất XLSX** hoặc **Xuất CSV** cho cả danh sách đang lọc, hoặc chỉ những dòng đã đánh dấu.",
        ],
        open: "/documents?status=ceased",
        shot: {
          id: "ended-list",
          alt: "Danh sách văn bản hết hiệu lực toàn bộ, mỗi dòng có ngày hết hiệu lực và lý do",
        },
      },
      {
        title: "Đối chiếu từng dòng",
        text: [
          "Mở một văn bản trong danh mục, bấm vào tình trạng hiệu lực để xem căn cứ; tab **Hiệu lực** có dòng thời gian vẽ từng mốc. Dòng nào ghi suy luận hoặc cần xác định thì đọc căn cứ trước khi đưa vào danh mục.",
        ],
        shot: { id: "effects", alt: "Tab Hiệu lực của một văn bản: dòng thời gian và bảng các mốc" },
      },
      {
        title: "Kiểm tra chỗ chưa chắc",
        text: [
          "Trước khi ký danh mục, xem những gì còn chờ người: văn bản cần xác định tình trạng, tác động chưa áp dụng được. Chúng không nằm trong danh mục cho tới khi có người kết luận.",
          "Danh mục còn hiệu lực xếp theo lĩnh vực. Ở trang **Văn bản**, lọc **Chưa phân lĩnh vực**, đánh dấu các văn bản rồi bấm **Xếp lĩnh vực**; một văn bản thuộc nhiều lĩnh vực được ghi ở từng lĩnh vực và tính một lần.",
        ],
      },
      {
        title: "Lập danh mục theo mẫu",
        text: [
          "Mở **Danh mục, báo cáo**, chọn loại danh mục rồi chọn kỳ: một năm, **Tháng trước**, hoặc ghi **Từ ngày**, **Đến hết ngày** và bấm **Lập danh mục**. Thứ tự, cột và nhóm theo các mẫu số 01 đến 05 của Nghị định số 79/2025/NĐ-CP; kỳ trước ngày 01/4/2025 theo Nghị định số 34/2016/NĐ-CP; ô **Cơ quan ban hành** thu hẹp theo tên cơ quan.",
          "Cột **Bằng chứng** mở ra câu chữ đứng sau từng dòng. Dòng suy luận theo luật được đếm ở đầu danh mục: kiểm tra trước khi trình. **Tải danh mục** dưới dạng Word, Excel, CSV, trang in hoặc JSON.",
          "Phần B nêu văn bản hết hiệu lực trước kỳ mà danh mục trước chưa công bố. Nhập danh mục đã công bố của năm trước để phần B đúng: công cụ cũng đối chiếu, chỗ khác nhau chờ ở **Cần người xem** cho tới khi có người kết luận. Danh mục không ghi ngày công bố, không ghi kỳ thì chưa dùng để bỏ văn bản khỏi phần B: mở danh mục đó và ghi ngày.",
        ],
        open: "/reports?form=01&from=2026-01-01&to=2026-12-31",
        shot: {
          id: "reports",
          alt: "Trang Danh mục, báo cáo: danh mục văn bản hết hiệu lực toàn bộ trong năm, mỗi dòng có lý do và bằng chứng",
        },
      },
      {
        title: "Trình ký và công bố",
        text: [
          "**Hồ sơ trình công bố** cho một tệp Word gồm tờ trình, dự thảo quyết định hoặc nghị quyết theo thể thức Nghị định số 30/2020/NĐ-CP và các phụ lục khổ ngang. Tên cơ quan, người ký ghi một lần rồi nhớ.",
          "**Chốt danh mục** giữ nguyên số liệu, ngày tính và mã nhật ký: tải lại năm sau vẫn đúng từng ký tự. Ghi số, ngày của quyết định công bố thì từng văn bản hiện đã công bố ở danh mục nào; sai thì đính chính bằng bản mới nói rõ đã đổi gì.",
        ],
        open: "/reports/published",
        shot: {
          id: "papers",
          alt: "Hồ sơ trình công bố: chọn cơ quan ban hành, số, ngày và người ký trước khi tải Word",
        },
      },
      {
        title: "Báo cáo tháng, quý, năm",
        text: [
          "**Báo cáo của Sở** cho số liệu của tháng, quý, sáu tháng, năm, so với kỳ trước; mỗi con số mở ra danh sách đứng sau. Phần lời viết và lưu ngay trên trang, rồi tải Word, Excel hoặc chốt lại.",
        ],
        open: "/reports/periodic",
      },
    ],
  },
};
