import { refusedChange } from "./refused-sample.ts";
import type { Effect } from "../../../src/domain/effect.ts";
import type { StatusPeriod, UnitStatus } from "../../../src/domain/status.ts";
import type { Work } from "../../../src/domain/work.ts";
import type { CitationCard } from "../../../src/use-cases/view-citation-card.ts";
import type { StoredFinding, StoredLink } from "../../../src/store/store.ts";
import type { LinkView } from "../../../src/use-cases/view-document.ts";
import type { StandingView, UnitView } from "../../../src/use-cases/view-reader.ts";
import type { EvidenceView } from "../../../src/use-cases/view-evidence.ts";
import type { FindingRow } from "../../../src/use-cases/view-finding-row.ts";
import type { Stretch } from "../../../src/use-cases/view-text.ts";

/** Invented documents of tỉnh An Khê, which does not exist: what the patterns page is made of. */
export const decision: Work = {
  id: "a1",
  symbol: "17/2025/QĐ-UBND",
  type: "quyet-dinh",
  title: "Ban hành Quy định quản lý hoạt động bến khách ngang sông trên địa bàn tỉnh An Khê",
  issuer: "Ủy ban nhân dân tỉnh An Khê",
  issuedOn: "2025-10-06",
  effectiveOn: "2025-10-20",
  known: "text",
  normative: "yes",
};
export const decree: Work = {
  ...decision,
  id: "a2",
  symbol: "742/2024/NĐ-CP",
  type: "nghi-dinh",
  title: "Quy định về hoạt động vận tải hành khách ngang sông",
  issuer: "Chính phủ",
  issuedOn: "2024-05-09",
  effectiveOn: "2024-07-01",
};

const because = (says: string, from: string, quote: string, eId: string, symbol: string, work: string) => ({
  rule: "sample",
  says,
  from,
  quote,
  eId,
  symbol,
  work,
  span: null,
});

export const periods: readonly StatusPeriod[] = [
  {
    work: "a1",
    from: null,
    to: "2025-10-20",
    status: "not-yet-in-force",
    since: null,
    reason: "Chưa đến ngày có hiệu lực.",
    because: [],
    units: [],
  },
  {
    work: "a1",
    from: "2025-10-20",
    to: "2026-04-01",
    status: "in-force",
    since: "2025-10-20",
    reason: "Đang có hiệu lực.",
    units: [],
    because: [
      because(
        "bắt đầu có hiệu lực.",
        "2025-10-20",
        "Quyết định này có hiệu lực thi hành từ ngày 20 tháng 10 năm 2025.",
        "art_2",
        "17/2025/QĐ-UBND",
        "a1",
      ),
    ],
  },
  {
    work: "a1",
    from: "2026-04-01",
    to: null,
    status: "partly-ceased",
    since: "2026-04-01",
    reason: "Có phần bị bãi bỏ, phần còn lại không có văn bản nào chấm dứt.",
    units: [],
    because: [
      because(
        "bắt đầu có hiệu lực.",
        "2025-10-20",
        "Quyết định này có hiệu lực thi hành từ ngày 20 tháng 10 năm 2025.",
        "art_2",
        "17/2025/QĐ-UBND",
        "a1",
      ),
      because("bãi bỏ Điều 8.", "2026-04-01", "Bãi bỏ Điều 8 của Quy định.", "art_1__cl_3", "06/2026/QĐ-UBND", "a3"),
    ],
  },
];

export const rows: readonly FindingRow[] = [
  {
    key: "s1",
    message: "Thời hạn công bố mở bến dài hơn nghị định cho phép: 15 thay vì 07 ngày làm việc",
    code: "D03",
    rule: "sample",
    group: "conflict",
    severity: "critical",
    maturity: "stable",
    confidence: 0.95,
    eId: "att_1__art_5__cl_2",
    unit: "khoản 2 Điều 5 Quy định kèm theo",
    work: decision,
  },
  {
    key: "s2",
    message: "Căn cứ ban hành đã hết hiệu lực khi ký",
    code: "B01",
    rule: "sample",
    group: "basis",
    severity: "high",
    maturity: "stable",
    confidence: 0.9,
    eId: null,
    unit: null,
    work: decision,
  },
  {
    key: "s3",
    message: "Tên cơ quan cũ: Sở Giao thông vận tải",
    code: "G03",
    rule: "sample",
    group: "apparatus",
    severity: "medium",
    maturity: "trial",
    confidence: 0.8,
    eId: "art_4",
    unit: "Điều 4",
    work: decision,
  },
  {
    key: "s4",
    message: "Đánh số khoản không liên tục",
    code: "H03",
    rule: "sample",
    group: "technique",
    severity: "low",
    maturity: "stable",
    confidence: 0.99,
    eId: "art_6",
    unit: "Điều 6",
    work: decision,
  },
];

export const finding: StoredFinding = {
  ...(rows[0] as FindingRow),
  work: "a1",
  why: "Hai điều khoản quy định cùng một việc và đều đang có hiệu lực; nghị định có hiệu lực pháp lý cao hơn.",
  recommendation: "sửa khoản 2 Điều 5, thay “15 ngày làm việc” bằng “07 ngày làm việc”.",
  evidence: [],
  day: "2026-06-30",
  firstSeen: 0,
  lastSeen: 0,
  gone: false,
  verdict: null,
  suppressedBy: null,
  reopens: null,
};

const evidence = (
  role: "subject" | "conflicts-with",
  work: Work,
  [eId, unit]: readonly [eId: string, unit: string],
  text: string,
  quote: string,
  status: EvidenceView["status"],
): EvidenceView => ({
  evidence: { work: work.id, symbol: work.symbol, eId, quote, span: null, role },
  work,
  status,
  unit,
  context: false,
  missing: false,
  quality: "docx",
  register: [],
  text,
  marks: [{ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }],
  cutBefore: false,
  cutAfter: false,
});

export const pair: readonly EvidenceView[] = [
  evidence(
    "conflicts-with",
    decree,
    ["art_9__cl_2", "khoản 2 Điều 9"],
    "2. Trong thời hạn không quá 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan có thẩm quyền công bố mở bến.",
    "không quá 07 ngày làm việc",
    "in-force",
  ),
  evidence(
    "subject",
    decision,
    ["att_1__art_5__cl_2", "khoản 2 Điều 5 Quy định kèm theo"],
    "2. Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ, Ủy ban nhân dân cấp xã công bố mở bến.",
    "15 ngày làm việc",
    "partly-ceased",
  ),
];

const link = (resolution: StoredLink["resolution"], text: string, missing: readonly string[] = []): StoredLink => ({
  from: "a1",
  citation: 0,
  target: 0,
  role: "reference",
  within: null,
  start: 0,
  end: text.length,
  text,
  key: null,
  resolution,
  eIds: missing,
  missing,
});
const known = { kind: "work", work: "a2", how: "số ký hiệu" } as const;

export const links: readonly LinkView[] = [
  { link: link(known, "Điều 9 Nghị định số 742/2024/NĐ-CP"), work: decree, status: "in-force", self: false },
  { link: link(known, "Nghị định số 718/2017/NĐ-CP"), work: decree, status: "ceased", self: false },
  { link: link(known, "Quyết định số 17/2025/QĐ-UBND"), work: decree, status: "partly-ceased", self: false },
  { link: link(known, "Quyết định số 11/2026/QĐ-UBND"), work: decree, status: "not-yet-in-force", self: false },
  {
    link: link(known, "Điều 99 Nghị định số 742/2024/NĐ-CP", ["art_99"]),
    work: decree,
    status: "in-force",
    self: false,
  },
  {
    link: link({ kind: "unresolved", how: "không có số" }, "hướng dẫn liên ngành số 45"),
    work: null,
    status: null,
    self: false,
  },
];

const unitStatus = (status: UnitStatus["status"]): UnitStatus => ({
  eId: "art_1",
  status,
  since: "2026-04-01",
  because: [because("", "2026-04-01", "", "art_1__cl_1", "06/2026/QĐ-UBND", "a3")],
});
const standing = (state: StandingView["state"]): StandingView => ({
  state,
  since: "2026-04-01",
  by: { work: "a3", symbol: "06/2026/QĐ-UBND", eId: "art_1__cl_1" },
});
const none = {
  standing: null,
  changes: [],
  later: [],
  refused: [],
  idle: [],
  remarks: [],
  findings: [],
  lost: [],
  tableLost: false,
} satisfies UnitView;

export const effect: Effect = {
  id: "e1",
  action: "amend",
  source: "a3",
  sourceEId: "art_1__cl_2",
  target: "a1",
  targetEId: "art_6",
  from: "2026-07-15",
  until: null,
  phraseFrom: null,
  phraseTo: null,
  content: "Giá vé do chủ bến niêm yết công khai tại hai đầu bến và trên phương tiện.",
  after: null,
  exception: null,
  applied: true,
  whyNot: null,
  evidence: { work: "a3", symbol: "11/2026/QĐ-UBND", eId: "art_1__cl_2", quote: "", span: null },
  origin: "text",
};

export const units: Readonly<Record<string, UnitView>> = {
  x_2: {
    ...none,
    standing: standing("amended"),
    changes: [
      {
        day: "2026-04-01",
        by: { work: "a3", symbol: "06/2026/QĐ-UBND", eId: "art_1__cl_1" },
        state: "amended",
        before: "2. Giá vé do chủ bến thông báo tại bến.",
        after: "2. Giá vé được niêm yết tại bến.",
        parts: [
          { same: true, left: "2. Giá vé", right: "2. Giá vé" },
          { same: false, left: " do chủ bến thông báo", right: " được niêm yết" },
          { same: true, left: " tại bến.", right: " tại bến." },
        ],
      },
    ],
  },
  x_3: { ...none, later: [effect] },
  x_4: { ...none, standing: standing("suspended") },
  x_5: { ...none, standing: standing("repealed") },
  x_6: {
    ...none,
    refused: [refusedChange],
  },
  x_7: { ...none, findings: [finding] },
};

const clause = (n: number, text: string, marked?: string): Stretch => {
  const at = marked === undefined ? -1 : text.indexOf(marked);
  const pieces =
    marked === undefined || at < 0
      ? [{ text, marked: false }]
      : [
          { text: text.slice(0, at), marked: false },
          { text: marked, marked: true },
          { text: text.slice(at + marked.length), marked: false },
        ];
  return {
    eId: `x_${n}`,
    anchor: `x_${n}`,
    kind: "clause",
    provision: null,
    span: { start: 0, end: 0 },
    lines: [{ start: 0, number: `${n}. `, quoted: false, runs: [{ link: null, pieces }] }],
  };
};

export const clauses: readonly Stretch[] = [
  clause(1, "Phương tiện phải có đủ áo phao cho mọi hành khách."),
  clause(2, "Giá vé được niêm yết tại bến."),
  clause(3, "Trẻ em dưới 10 tuổi phải mặc áo phao khi qua sông."),
  clause(4, "Phương tiện nhỏ được chở một nửa số khách khi có lũ."),
  clause(5, "Phòng Kinh tế và Hạ tầng kiểm tra sáu tháng một lần."),
  clause(6, "Bến cũ tiếp tục hoạt động đến hết giấy phép."),
  clause(7, "Trong thời hạn 15 ngày làm việc, Ủy ban nhân dân cấp xã công bố mở bến.", "15 ngày làm việc"),
];

/** A unit that stands, and one that never was. */
export const cards: readonly CitationCard[] = [
  {
    work: decision,
    period: periods[2] ?? null,
    unit: "khoản 2 Điều 5 Quy định kèm theo",
    unitState: unitStatus("amended"),
    words: "2. Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ, Ủy ban nhân dân cấp xã công bố mở bến.",
    cut: false,
    missing: false,
    citedOn: "2026-01-15",
    deadThen: null,
    differs: "changed",
    unsure: false,
  },
  {
    work: decree,
    period: null,
    unit: "Điều 99",
    unitState: null,
    words: null,
    cut: false,
    missing: true,
    citedOn: null,
    deadThen: null,
    differs: null,
    unsure: false,
  },
];
