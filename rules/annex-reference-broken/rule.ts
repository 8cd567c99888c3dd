import type { Attachment } from "../../src/domain/legal-document.ts";
import { contains, overlaps, type Span, span } from "../../src/domain/span.ts";
import { isAmendingAct } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type RuleContext, type RuleFinding, type Subject } from "../../src/engine/rule.ts";

/** "Phụ lục II", "Phụ lục số 02", "Biểu mẫu" are told apart by number only. */
const ANNEX = /(?<!\p{L})Phụ lục(?: số)? ([IVXL]{1,6}|\d{1,2})(?![\p{L}\p{N}])/gu;
/** The words that make it an annex of this very document. */
const OWN_BEFORE_OR_AFTER =
  /^[^.;\n]{0,60}?(?:kèm theo|của|tại) (?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Quy định|Quy chế) này/u;

export default defineRule({
  meta: {
    id: "annex-reference-broken",
    code: "C07",
    group: "reference",
    severity: "medium",
    maturity: "trial",
    title: "Phụ lục được dẫn không có, hoặc có mà không được dẫn",
    titleEn: "An annex is cited and missing, or attached and never cited",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_68" }],
  },
  given: "document",
  when: (subject) => subject.work.normative === "yes" && !isAmendingAct(subject),
  *check(subject, context) {
    const numbered = subject.document.attachments.filter((a) => a.kind === "phu-luc" && a.num !== null);
    // a text without any annex is mostly a text whose annexes lie in another file
    if (!isAlive(context) || numbered.length === 0) return;
    const cited = citedAnnexes(subject);
    const known = new Set(numbered.map((a) => annexNumber(a.num as string)));
    const gone = [...cited].filter(([number, { own }]) => own && !known.has(number));
    // several at once are the end of a text that was cut, not slips of its author
    if (gone.length === 1) for (const [number, { place }] of gone) yield missing(number, place, context);
    if (cited.size > 0)
      for (const annex of numbered) if (!cited.has(annexNumber(annex.num as string))) yield idle(annex, context);
  },
});

interface CitedAnnex {
  readonly place: Span;
  readonly own: boolean;
}

function citedAnnexes({ document }: Subject): ReadonlyMap<string, CitedAnnex> {
  const found = new Map<string, CitedAnnex>();
  for (const m of document.text.matchAll(ANNEX)) {
    const place = span(m.index, m.index + m[0].length);
    const inside = document.attachments.find((a) => contains(a.span, place));
    const heading = inside !== undefined && m.index - inside.span.start < 20;
    if (heading || document.quotes.some((q) => overlaps(q, place))) continue;
    const number = annexNumber(m[1] as string);
    const own = OWN_BEFORE_OR_AFTER.test(document.text.slice(place.end, place.end + 120));
    const known = found.get(number);
    if (!known || (own && !known.own)) found.set(number, { place, own });
  }
  return found;
}

/** `02`, `2`, `II` are one annex. */
function annexNumber(num: string): string {
  if (/^\d+$/u.test(num)) return String(Number(num));
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
  let sum = 0;
  for (let i = 0; i < num.length; i++) {
    const [here = 0, next = 0] = [values[num[i] ?? ""], values[num[i + 1] ?? ""]];
    sum += here < next ? -here : here;
  }
  return sum > 0 ? String(sum) : num;
}

function missing(number: string, place: Span, { quote }: RuleContext): RuleFinding {
  const shown = quote(place);
  return {
    message: `Viện dẫn ${shown.quote} kèm theo văn bản này, nhưng không thấy phụ lục đó.`,
    why: "Nội dung viện dẫn không thực hiện được khi thiếu phụ lục.",
    recommendation: "Đối chiếu bản gốc: phụ lục nằm ở tệp khác thì nhập bổ sung; đánh số sai thì đính chính.",
    evidence: [shown],
    identity: `missing ${number}`,
    confidence: 0.65,
  };
}

function idle(annex: Attachment, { quote }: RuleContext): RuleFinding {
  const head = { start: annex.span.start, end: Math.min(annex.span.end, annex.span.start + 80) };
  return {
    message: `Phụ lục ${annex.num} kèm theo văn bản nhưng không được dẫn ở chỗ nào.`,
    why: "Phụ lục không được dẫn trong nội dung thì không rõ dùng cho quy định nào.",
    recommendation: "Đính chính: bổ sung viện dẫn, hoặc bỏ phụ lục khi sửa đổi.",
    evidence: [quote(head)],
    eId: annex.eId,
    identity: `idle ${annex.num}`,
    severity: "low",
    confidence: 0.55,
  };
}
