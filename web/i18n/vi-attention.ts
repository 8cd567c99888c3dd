import type { AttentionGroup, AttentionKind } from "../../src/use-cases/view-attention.ts";
import { n } from "./vi-number.ts";

interface KindWords {
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly why: string;
}

/** Words of what waits for a person. */
export const attentionWords = {
  attention: {
    title: "Cần người xem",
    lead: "Những gì công cụ biết là mình chưa biết. Việc mà nhiều văn bản khác dựa vào đứng trước.",
    groups: {
      citations: "Dẫn chiếu",
      effects: "Tác động và hiệu lực",
      documents: "Thông tin văn bản",
      files: "Tệp",
    } satisfies Record<AttentionGroup, string> as Record<AttentionGroup, string>,
    kinds: {
      unresolved: {
        title: "Dẫn chiếu chưa rõ là văn bản nào",
        why: "Chưa biết là văn bản nào thì không biết căn cứ ấy còn hiệu lực hay không. Chỉ rõ văn bản, hoặc nhập văn bản đó vào kho.",
      },
      ambiguous: {
        title: "Dẫn chiếu khớp nhiều văn bản",
        why: "Số hoặc tên như viết khớp nhiều văn bản nên công cụ không tự chọn. Chọn văn bản đúng.",
      },
      missing: {
        title: "Dẫn chiếu tới điều khoản không có",
        why: "Văn bản được dẫn chiếu có trong kho nhưng không có điều khoản ấy: dẫn sai, hoặc lời văn trong kho thiếu. Mở hai nơi để đối chiếu.",
      },
      "unknown-instruction": {
        title: "Chỉ dẫn sửa đổi chưa hiểu",
        why: "Câu nói tới sửa đổi, bãi bỏ mà công cụ không hiểu làm gì với điều nào, nên chưa tính vào hiệu lực. Xác định hoặc bác bỏ.",
      },
      undated: {
        title: "Tác động chưa xác định ngày",
        why: "Chưa có ngày thì hiệu lực của văn bản chịu tác động chưa tính được. Ghi ngày kèm căn cứ.",
      },
      "not-applied": {
        title: "Tác động chưa áp dụng được",
        why: "Không áp dụng được chính xác nên lời văn và hiệu lực đang thiếu phần này. Xem lý do, rồi xác định hoặc bác bỏ.",
      },
      lists: {
        title: "Bảng văn bản nói khác",
        why: "Bảng văn bản nhập cùng kho, hoặc danh mục đã chốt ở đây, ghi tình trạng khác với tình trạng tính được; một trong hai sai. Xem căn cứ của tình trạng.",
      },
      "published-lists": {
        title: "Khác danh mục đã công bố",
        why: "Danh mục đã công bố được nhập để đối chiếu khác với kết quả của kho; một trong hai sai, hoặc danh mục bỏ sót. Mở chỗ đó trong danh mục, kết luận bên nào đúng và vì sao.",
      },
      oddities: {
        title: "Điểm bất thường của tác động",
        why: "Thay thế vòng, thay thế hai lần, hiệu lực trước ngày ban hành: thường do số hoặc ngày ghi sai.",
      },
      number: {
        title: "Không có số, ký hiệu",
        why: "Không có số thì văn bản khác dẫn chiếu tới không tìm thấy. Ghi số, ký hiệu.",
      },
      issuer: {
        title: "Không có cơ quan ban hành",
        why: "Không biết cơ quan thì không so được thẩm quyền và cấp văn bản. Ghi cơ quan.",
      },
      day: {
        title: "Không có ngày ban hành",
        why: "Dẫn chiếu, thẩm quyền và căn cứ đều xét tại ngày ban hành. Ghi ngày.",
      },
      type: {
        title: "Chưa rõ loại văn bản",
        why: "Loại văn bản quyết định thứ bậc hiệu lực. Ghi loại.",
      },
      unsure: {
        title: "Số, ngày hoặc cơ quan đọc chưa chắc",
        why: "Công cụ đọc được nhưng không chắc. Đối chiếu với bản gốc, sửa hoặc ghi lại đúng như thế.",
      },
      normative: {
        title: "Chưa rõ có phải văn bản quy phạm pháp luật",
        why: "Danh mục chính thức chỉ gồm văn bản quy phạm pháp luật. Ghi có hay không.",
      },
      field: {
        title: "Chưa xếp được lĩnh vực",
        why: "Tên và căn cứ chưa đủ rõ để xếp theo chủ đề của Bộ Pháp điển, nên văn bản không hiện khi lọc theo lĩnh vực. Xem lại tên văn bản.",
      },
      territory: {
        title: "Chưa rõ áp dụng ở đâu",
        why: "Chưa biết địa bàn thì không xét được sau sắp xếp đơn vị hành chính. Thường do thiếu hoặc sai cơ quan ban hành.",
      },
      ocr: {
        title: "Lời văn nhận dạng từ ảnh",
        why: "Chữ nhận dạng có thể sai; phát hiện dựa vào đó kém chắc. Đối chiếu với bản gốc, nhập bản Word nếu có.",
      },
      refused: {
        title: "Tệp không nhập được",
        why: "Không đọc được thì không rà soát được. Sửa tệp theo lý do rồi nhập lại cùng tên, tệp sẽ rời danh sách này.",
      },
    } satisfies Record<AttentionKind, KindWords> as Record<AttentionKind, KindWords>,
    open: (k: number) => `Còn ${n(k)} việc`,
    settled: (k: number) => `Đã xử lý bằng tay ${n(k)} việc`,
    settledLink: "xem lại",
    settledTitle: "Đã xử lý bằng tay",
    settledLead:
      "Những gì người đã chỉ rõ hoặc xác định được dùng thay cho công cụ, giữ qua các lần nhập sau, và luôn hoàn tác được.",
    settledNone: "Chưa xử lý việc nào bằng tay",
    settledNoneWhy: "Mở một việc trong danh sách Cần người xem; sau khi ghi, việc ấy hiện ở đây.",
    settledDocuments: (k: number) => `${n(k)} văn bản có thông tin được sửa bằng tay.`,
    all: (k: number) => `Xem tất cả ${n(k)}`,
    clear: "Không còn việc nào:",
    none: "Không còn gì cần người xem",
    noneWhy: "Mọi dẫn chiếu đều rõ, mọi tác động đều áp dụng được, mọi tệp đều đọc được.",
    noneHere: "Không còn việc nào ở đây",
    noneFiltered: "Không có việc nào khớp bộ lọc",
    noneFilteredWhy: "Các văn bản của cơ quan, lĩnh vực đã chọn không có việc loại này.",
    dropFilter: "Bỏ bộ lọc",
    filter: "Lọc",
    body: "Cơ quan ban hành",
    field: "Lĩnh vực",
    any: "tất cả",
    documents: (k: number) => `${n(k)} văn bản viết như vậy`,
    cited: (k: number) => `được dẫn chiếu ${n(k)} lần`,
    oneName: (name: string) => `Các văn bản viết “${name}”`,
    lacks: (units: string) => `không có ${units}`,
    openTarget: "Mở văn bản được dẫn",
    mend: "Sửa thông tin",
    importAgain: "Nhập lại",
    original: "Mở lời văn",
    savedEffect: "Đã ghi.",
    savedEffectWhy: "Hiệu lực của các văn bản liên quan đã được tính lại.",
  },
};
