import { type DocumentType, TYPE_NAMES, typeName } from "../../src/domain/document-type.ts";
import { type IssuerOrgan, parseIssuer } from "../../src/domain/issuer.ts";
import { parseSymbol } from "../../src/domain/symbol.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type RuleContext, type RuleFinding } from "../../src/engine/rule.ts";
import type { ResolvedCitation, ResolvedTarget } from "../../src/resolve/resolved.ts";

/** Whose documents carry such a code; codes that several bodies share are left out. */
const ORGANS: readonly (readonly [code: RegExp, organs: readonly IssuerOrgan[], name: string])[] = [
  [/^N[ĐQ]-CP$/u, ["chinh-phu"], "Chính phủ"],
  [/^QĐ-TTg$/u, ["thu-tuong"], "Thủ tướng Chính phủ"],
  [/^NQ-HĐND$/u, ["hdnd"], "Hội đồng nhân dân"],
  [/^QĐ-UBND$/u, ["ubnd", "chu-tich-ubnd"], "Ủy ban nhân dân"],
];
/** Codes of one body for several kinds: `64/2025/QH15` is a law, `190/2025/QH15` a resolution. */
const MANY_KINDS = /QH\d|UBTVQH/u;

export default defineRule({
  meta: {
    id: "citation-symbol-mismatch",
    code: "C10",
    group: "reference",
    severity: "medium",
    maturity: "stable",
    title: "Số, ký hiệu được viện dẫn không khớp tên loại hoặc cơ quan ban hành",
    titleEn: "A cited symbol does not fit the kind or the issuer named with it",
    basis: [
      { symbol: "78/2025/NĐ-CP", eId: "art_9" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const told = new Set<string>();
    for (const citation of subject.citations) {
      if (citation.quoted || citation.kind !== "absolute") continue;
      for (const target of citation.targets) {
        const why = mismatchOf(citation, target);
        if (!why || target.symbol === null || told.has(`${target.symbol} ${why}`)) continue;
        told.add(`${target.symbol} ${why}`);
        yield say(citation, target.symbol, why, context);
      }
    }
  },
});

function mismatchOf(citation: ResolvedCitation, { symbol, issuer }: ResolvedTarget): string | null {
  const parts = symbol === null ? null : parseSymbol(symbol);
  if (symbol === null || !parts || parts.type === null || MANY_KINDS.test(parts.code)) return null;
  const named = namedKind(citation.text, parts.number);
  if (named !== null && named !== parts.type && parts.type !== "khac")
    return `ký hiệu là của ${typeName(parts.type).toLowerCase()}, nhưng ghi là ${typeName(named).toLowerCase()}`;
  const row = ORGANS.find(([code]) => code.test(parts.code));
  const organ = issuer === null ? "khac" : parseIssuer(issuer).organ;
  if (!row || organ === "khac" || row[1].includes(organ)) return null;
  return `ký hiệu là của ${row[2]}, nhưng ghi cơ quan ban hành là ${issuer ?? ""}`;
}

/** The kind written right before the number: "Thông tư số 12/…". Several numbers after one word are left alone. */
function namedKind(text: string, number: string): DocumentType | null {
  const at = text.indexOf(`${number}/`);
  const before = at < 0 ? "" : text.slice(0, at).trimEnd().replace(/số:?$/iu, "").trimEnd();
  const found = TYPE_NAMES.find(([name]) => before.endsWith(name));
  return found ? found[1] : null;
}

function say(citation: ResolvedCitation, symbol: string, why: string, { subject, quote }: RuleContext): RuleFinding {
  const place = quote(citation.span);
  const where = placeNames(subject, [place.eId]);
  return {
    message: `${where ? `${opening(where)} viện dẫn` : "Viện dẫn"} ${symbol} không khớp: ${why}.`,
    why: "Ghi sai tên loại, số, ký hiệu hoặc cơ quan ban hành làm cho không xác định được văn bản được viện dẫn.",
    recommendation: subject.draft ? "Đối chiếu và sửa lại." : "Đối chiếu văn bản được viện dẫn và đính chính.",
    evidence: [place],
    identity: `${symbol} ${why}`,
    confidence: 0.88,
  };
}
