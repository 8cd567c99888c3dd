import { parseSymbol } from "../../src/domain/symbol.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";

/** What follows number and year, by who issues what. */
const CODES: readonly (readonly [type: string, organ: string, code: RegExp, shown: string])[] = [
  ["quyet-dinh", "ubnd", /^QĐ-UBND$/u, "QĐ-UBND"],
  ["quyet-dinh", "chu-tich-ubnd", /^QĐ-CT(?:UBND)?$/u, "QĐ-CTUBND"],
  ["nghi-quyet", "hdnd", /^NQ-HĐND$/u, "NQ-HĐND"],
  ["nghi-dinh", "chinh-phu", /^NĐ-CP$/u, "NĐ-CP"],
  ["quyet-dinh", "thu-tuong", /^QĐ-TTg$/u, "QĐ-TTg"],
  ["thong-tu", "bo", /^TT-[A-ZĐ]+$/u, "TT-(tên viết tắt của bộ)"],
];

export default defineRule({
  meta: {
    id: "symbol-form",
    code: "H01",
    group: "technique",
    severity: "low",
    maturity: "stable",
    title: "Số, ký hiệu sai dạng hoặc sai năm",
    titleEn: "Number and symbol of a wrong form or year",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_58", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_7__cl_3", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) =>
    work.normative === "yes" && work.symbol !== null && work.issuedOn !== null && work.issuedOn >= "2016-07-01",
  *check(subject, context) {
    const faults = faultsOf(subject);
    const span = subject.document.meta.symbol?.span;
    if (faults.length === 0 || !isAlive(context) || !span) return;
    yield {
      message: `Số, ký hiệu ${subject.work.symbol} ${faults.join("; ")}.`,
      why: "Số, ký hiệu gồm số thứ tự, năm ban hành, tên viết tắt của loại văn bản và cơ quan ban hành; sai dạng thì tra cứu và viện dẫn không khớp.",
      recommendation: "Đối chiếu bản chính; nếu bản chính sai thì đính chính.",
      evidence: [{ ...context.quote(span), eId: null }],
      eId: null,
      identity: faults.join(" "),
      confidence: 0.85,
    };
  },
});

function faultsOf({ work, issuer }: Subject): string[] {
  const parts = parseSymbol(work.symbol ?? "");
  if (!parts || parts.year === null) return [];
  const issued = Number((work.issuedOn ?? "").slice(0, 4));
  const shape = CODES.find(([type, organ]) => type === work.type && organ === issuer.organ);
  return [
    ...(parts.year !== issued ? [`ghi năm ${parts.year} nhưng văn bản ký năm ${issued}`] : []),
    ...(shape && !shape[2].test(parts.code) ? [`có phần chữ “${parts.code}”, đúng dạng là “${shape[3]}”`] : []),
    ...(/^\d$/u.test(parts.number) ? [`có số thứ tự dưới 10 không ghi thêm số 0`] : []),
  ];
}
