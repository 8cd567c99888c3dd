import { type Effect, PLAIN_EFFECT } from "../../src/domain/effect.ts";
import type { Evidence, Finding } from "../../src/domain/finding.ts";
import { type LegalDocument, provisionAt } from "../../src/domain/legal-document.ts";
import type { Because, StatusPeriod, UnitStatus } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import { HOSTILE_TITLE } from "./sample-texts.ts";

const work = (id: string, symbol: string | null, title: string, extra: Partial<Work> = {}): Work => ({
  id,
  symbol,
  title,
  type: "quyet-dinh",
  issuer: "Ủy ban nhân dân tỉnh An Khê",
  issuedOn: "2025-10-06",
  effectiveOn: null,
  known: "text",
  normative: "yes",
  ...extra,
});

export const WORKS = {
  d17: work(
    "w17",
    "17/2025/QĐ-UBND",
    "Ban hành Quy định quản lý hoạt động bến khách ngang sông trên địa bàn tỉnh An Khê",
  ),
  d06: work(
    "w06",
    "06/2026/QĐ-UBND",
    "Sửa đổi, bổ sung, bãi bỏ một số điều của Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND",
    { issuedOn: "2026-03-16" },
  ),
  nd742: work("w742", "742/2024/NĐ-CP", "Quy định về vận tải hành khách ngang sông", {
    type: "nghi-dinh",
    issuer: "Chính phủ",
    issuedOn: "2024-05-09",
  }),
  nd718: work("w718", "718/2017/NĐ-CP", "Quy định về bến thủy", {
    type: "nghi-dinh",
    issuer: "Chính phủ",
    issuedOn: "2017-06-12",
    known: "register",
  }),
  d22: work("w22", "22/2021/QĐ-UBND", "Ban hành Quy định quản lý bến khách ngang sông trên địa bàn tỉnh An Sơn", {
    issuer: "Ủy ban nhân dân tỉnh An Sơn",
    issuedOn: "2021-08-09",
    known: "cited",
  }),
  hostile: work("w66", "66/2025/QĐ-UBND", HOSTILE_TITLE, {
    issuedOn: "2025-12-01",
    issuer: `Ủy ban nhân dân <b>tỉnh</b> "An Khê"`,
  }),
} as const;

const because = (rule: string, says: string, from: string, quote: string, eId: string, source: Work): Because => ({
  rule,
  says,
  from,
  quote,
  eId,
  symbol: source.symbol,
  work: source.id,
  span: null,
});

const period = (
  id: string,
  from: string | null,
  to: string | null,
  status: StatusPeriod["status"],
  reason: string,
  proofs: readonly Because[] = [],
  units: readonly UnitStatus[] = [],
): StatusPeriod => ({
  work: id,
  from,
  to,
  status,
  since: from,
  reason,
  because: proofs,
  units,
});

export function statuses(): readonly StatusPeriod[] {
  const begins = because(
    "commenced",
    "Bắt đầu có hiệu lực.",
    "2025-10-20",
    "Quyết định này có hiệu lực thi hành từ ngày 20 tháng 10 năm 2025.",
    "art_2__cl_1",
    WORKS.d17,
  );
  const amends = because(
    "repealed",
    "Bãi bỏ Điều 8.",
    "2026-04-01",
    "Bãi bỏ Điều 8 của Quy định.",
    "art_1__cl_3",
    WORKS.d06,
  );
  const unit = (eId: string, status: UnitStatus["status"]): UnitStatus => ({
    eId,
    status,
    since: "2026-04-01",
    because: [{ ...amends, rule: status }],
  });
  const units = [
    unit("att_1__art_6__cl_1", "amended"),
    unit("att_1__art_6a", "inserted"),
    unit("att_1__art_8", "repealed"),
    unit("att_1__art_9", "suspended"),
  ];
  return [
    period("w17", null, "2025-10-20", "not-yet-in-force", "Chưa đến ngày có hiệu lực."),
    period("w17", "2025-10-20", "2026-04-01", "in-force", "Đang có hiệu lực.", [begins]),
    period(
      "w17",
      "2026-04-01",
      null,
      "partly-ceased",
      "Có phần bị bãi bỏ, phần còn lại không có văn bản nào chấm dứt.",
      [begins, amends],
      units,
    ),
    period("w06", "2026-04-01", null, "in-force", "Đang có hiệu lực."),
    period("w742", "2024-07-01", null, "in-force", "Đang có hiệu lực."),
    period("w718", "2017-08-01", "2024-07-01", "in-force", "Đang có hiệu lực."),
    period("w718", "2024-07-01", null, "ceased", "Bị thay thế bởi Nghị định số 742/2024/NĐ-CP."),
    period("w66", null, null, "unknown", `Chưa rõ <i>ngày</i> có hiệu lực.`),
  ];
}

export function effects(): readonly Effect[] {
  const base: Effect = {
    id: "e1",
    action: "amend",
    source: "w06",
    sourceEId: "art_1__cl_1",
    target: "w17",
    targetEId: "att_1__art_6__cl_1",
    from: "2026-04-01",
    until: null,
    phraseFrom: null,
    phraseTo: null,
    content:
      "1. Giá vé do chủ bến niêm yết công khai tại hai đầu bến và không vượt quá mức tối đa do Ủy ban nhân dân tỉnh quy định.",
    after: null,
    exception: null,
    applied: true,
    whyNot: null,
    evidence: {
      work: "w06",
      symbol: "06/2026/QĐ-UBND",
      eId: "art_1__cl_1",
      quote: "Sửa đổi khoản 1 Điều 6 như sau:",
      span: null,
    },
    origin: "text",
  };
  return [
    base,
    {
      ...base,
      id: "e2",
      action: "insert",
      sourceEId: "art_1__cl_2",
      targetEId: "att_1__art_6a",
      after: "att_1__art_6",
      content: "Điều 6a. Vé điện tử\nBến có từ 500 lượt khách mỗi ngày trở lên phải bán vé điện tử.",
    },
    { ...base, id: "e3", action: "repeal", sourceEId: "art_1__cl_3", targetEId: "att_1__art_8", content: null },
    {
      ...base,
      id: "e4",
      action: "amend",
      targetEId: "att_1__art_7",
      from: "2026-07-15",
      content: "Phương tiện phải có đủ áo phao.",
    },
    {
      ...base,
      id: "e5",
      action: "replace-phrase",
      targetEId: "att_1__art_10",
      content: null,
      phraseFrom: "Sở Giao thông vận tải",
      phraseTo: "Sở Xây dựng",
      applied: false,
      whyNot: "Điều 10 không có cụm từ cần thay.",
    },
  ];
}

/** What the shipped register knows of the two decrees; it quotes nothing. */
export const registerEffect = (): Effect => ({
  id: "r1",
  action: "replace-document",
  source: "w742",
  sourceEId: null,
  target: "w718",
  targetEId: null,
  from: "2024-07-01",
  ...PLAIN_EFFECT,
  applied: true,
  whyNot: null,
  evidence: { work: "w742", symbol: "742/2024/NĐ-CP", eId: null, quote: "", span: null },
  origin: "register",
});

function finding(
  document: LegalDocument,
  key: string,
  extra: Partial<Finding>,
  quote: string,
  against: readonly Evidence[] = [],
): Finding {
  const start = document.text.indexOf(quote);
  const eId = provisionAt(document, start)?.eId ?? null;
  const subject: Evidence = {
    work: "w17",
    symbol: "17/2025/QĐ-UBND",
    eId,
    quote,
    span: { start, end: start + quote.length },
    role: "subject",
  };
  return {
    key,
    rule: "sample-rule",
    code: "D03",
    group: "conflict",
    severity: "critical",
    maturity: "stable",
    confidence: 0.95,
    work: "w17",
    eId,
    message: "Thời hạn công bố mở bến dài hơn nghị định cho phép: 15 thay vì 07 ngày làm việc",
    why: "Hai điều khoản quy định cùng một việc và đều đang có hiệu lực; nghị định có hiệu lực pháp lý cao hơn.",
    recommendation: "sửa khoản 2 Điều 5, thay “15 ngày làm việc” bằng “07 ngày làm việc”.",
    evidence: [subject, ...against],
    ...extra,
  };
}

export function findings(document: LegalDocument): readonly Finding[] {
  const decree: Evidence = {
    work: "w742",
    symbol: "742/2024/NĐ-CP",
    eId: "art_9__cl_2",
    quote: "không quá 07 ngày làm việc",
    span: null,
    role: "conflicts-with",
  };
  return [
    finding(document, "f-conflict", {}, "15 ngày làm việc", [decree]),
    finding(
      document,
      "f-old-name",
      {
        code: "G03",
        rule: "old-name",
        group: "apparatus",
        severity: "medium",
        maturity: "trial",
        confidence: 0.8,
        message: "Tên cơ quan cũ: Sở Giao thông vận tải",
        why: "Sở đã được sắp xếp lại.",
        recommendation: "thay bằng Sở Xây dựng.",
      },
      "Sở Giao thông vận tải",
    ),
    finding(
      document,
      "f-ended",
      {
        code: "C01",
        rule: "ended-cited",
        group: "reference",
        severity: "high",
        message: "Dẫn chiếu văn bản đã hết hiệu lực",
        why: "Nghị định đã bị thay thế.",
        recommendation: "dẫn chiếu văn bản thay thế.",
      },
      "khoản 4 Điều 2 Nghị định số 718/2017/NĐ-CP",
      [
        { work: "w718", symbol: "718/2017/NĐ-CP", eId: null, quote: "", span: null, role: "conflicts-with" },
        { work: "w742", symbol: "742/2024/NĐ-CP", eId: null, quote: "", span: null, role: "basis" },
        { work: "w742", symbol: "742/2024/NĐ-CP", eId: "art_99", quote: "", span: null, role: "conflicts-with" },
      ],
    ),
    {
      ...finding(
        document,
        "f-hostile",
        {
          severity: "low",
          group: "technique",
          code: "H03",
          message: `Tiêu đề <script>alert("f")</script> & "nháy"`,
          why: "<b>vì</b>",
          recommendation: `<a href="javascript:alert(5)">sửa</a>`,
        },
        "Điều 10",
      ),
      work: "w66",
      eId: null,
      evidence: [],
    },
  ];
}
