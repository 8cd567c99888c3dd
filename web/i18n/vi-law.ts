import { DOCUMENT_TYPES } from "../../src/domain/document-type.ts";
import type { CitationRole } from "../../src/domain/citation.ts";
import type { EffectAction } from "../../src/domain/effect.ts";
import { GROUP_NAMES, type RuleGroup, type Severity } from "../../src/domain/finding.ts";
import { STATUS_NAMES, type StatusName, type UnitState } from "../../src/domain/status.ts";

/** What the law calls its own things: statuses, kinds of documents, relations; and how findings are named. */
export const law = {
  status: STATUS_NAMES as Record<StatusName, string>,
  unit: {
    amended: "Đã sửa đổi",
    inserted: "Được bổ sung",
    repealed: "Bị bãi bỏ",
    suspended: "Tạm ngưng hiệu lực",
    "phrase-changed": "Đã thay cụm từ",
  } satisfies Record<UnitState, string> as Record<UnitState, string>,
  since: (day: string) => `từ ${day}`,
  until: (day: string) => `đến trước ${day}`,
  severity: {
    critical: "Nghiêm trọng",
    high: "Cao",
    medium: "Trung bình",
    low: "Thấp",
    info: "Để biết",
  } satisfies Record<Severity, string> as Record<Severity, string>,
  severityIs: "Mức độ",
  group: GROUP_NAMES as Record<RuleGroup, string>,
  role: {
    basis: "căn cứ",
    reference: "dẫn chiếu",
    amends: "sửa đổi",
    repeals: "bãi bỏ",
    replaces: "thay thế",
    expires: "làm hết hiệu lực",
    suspends: "tạm ngưng hiệu lực",
    consolidates: "hợp nhất",
    title: "nêu trong tên",
  } satisfies Record<CitationRole, string> as Record<CitationRole, string>,
  action: {
    amend: "sửa đổi",
    insert: "bổ sung",
    repeal: "bãi bỏ",
    "replace-phrase": "thay cụm từ",
    "delete-phrase": "bỏ cụm từ",
    "replace-document": "thay thế",
    "repeal-document": "bãi bỏ toàn bộ",
    expire: "làm hết hiệu lực",
    suspend: "tạm ngưng hiệu lực",
    resume: "cho thi hành lại",
    extend: "kéo dài hiệu lực",
    correct: "đính chính",
    unknown: "chỉ dẫn chưa hiểu",
    commence: "bắt đầu có hiệu lực",
    term: "hết thời hạn",
    register: "theo danh mục văn bản trung ương",
  } satisfies Record<EffectAction | "register", string> as Record<string, string>,
  type: DOCUMENT_TYPES as Record<keyof typeof DOCUMENT_TYPES, string>,
  quality: {
    docx: "tệp Word",
    doc: "tệp Word cũ",
    html: "trang web",
    text: "văn bản thuần",
    pdf: "PDF có lớp chữ",
    ocr: "nhận dạng từ ảnh",
  } as Record<string, string>,
  known: {
    text: "có lời văn",
    register: "chỉ có trong danh mục",
    listed: "chỉ có trong danh mục nhập vào",
    cited: "chỉ biết qua dẫn chiếu",
  },
  /** Beside a status that is not read from the document's own text. */
  told: { register: "theo danh mục", listed: "theo danh mục nhập vào", cited: "theo dẫn chiếu" },
  maturity: {
    trial: "Thử nghiệm",
    stable: "Ổn định",
    trialMeans: "Quy tắc đang thử nghiệm: chưa đưa vào danh mục chính thức.",
  },
  confidence: (part: number): string => (part >= 0.9 ? "Độ chắc cao" : part >= 0.7 ? "Độ chắc vừa" : "Độ chắc thấp"),
  work: {
    number: (symbol: string) => `số ${symbol}`,
    day: (day: string) => `ngày ${day}`,
    by: (issuer: string) => `của ${issuer}`,
    noSymbol: "không số",
    noTitle: "Chưa rõ tên",
    unknownIssuer: "Chưa rõ cơ quan ban hành",
    unknownDay: "chưa rõ ngày",
  },
};
