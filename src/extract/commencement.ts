import type { EId } from "../domain/e-id.ts";
import type { Facts } from "../domain/facts.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { legalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { overlaps } from "../domain/span.ts";
import type { Span } from "../domain/span.ts";
import { isInBody } from "./amended-bases.ts";
import type { Mentions } from "./mentions.ts";
import type { Instructions } from "./read-instructions.ts";

type Commencement = Facts["commencement"];

const NONE: Commencement = {
  effectiveOn: null,
  how: "none",
  days: null,
  span: null,
  splits: [],
  expiresOn: null,
  expirySpan: null,
};

/** When the document begins and ends by its own words. Quoted wording, attached texts and other documents say nothing here. */
export function readCommencement(
  document: LegalDocument,
  mentions: Mentions,
  instructions: Instructions,
): Commencement {
  const sentences = effectSentences(document);
  let main: Commencement = NONE;
  for (const sentence of sentences) {
    const found = readMain(document, sentence);
    if (found && ORDER.indexOf(found.how) > ORDER.indexOf(main.how)) main = found;
    if (main.how === "fixed") break;
  }
  if (main.how === "none") main = adoptionClause(document) ?? NONE;
  return { ...main, splits: readSplits(mentions, instructions, sentences), ...readExpiry(sentences) };
}

/** A calendar day outweighs words that only lead to one. */
const ORDER = ["none", "event", "days-after", "on-signing", "fixed"];

const SELF =
  "(?:Luật|Bộ luật|Pháp lệnh|Lệnh|Nghị quyết|Nghị quyết liên tịch|Nghị định|Quyết định|Thông tư|Thông tư liên tịch|Chỉ thị|Văn bản|Kế hoạch|Hiến pháp)";
/** Day, month, year, with the slips of the pen found in print: "02.năm 2024", "tháng 01 ngày 2012". */
const DATE = String.raw`(\d{1,2})\s?(?:\/|-|\.|tháng)\s?(\d{1,2})[\s.]{0,2}(?:\/|-|\.|năm|ngày)\s?(\d{4})`;
const CLAUSE = new RegExp(
  String.raw`(?:^|[\s“"*.])${SELF}\s{1,3}(?:này|trên)?[\s,]{0,3}(?:[^.;\n]{0,100} và |sẽ |bắt đầu |chính thức |được )?(?:có )?hiệu lực(?!\p{L})([^;\n]{0,400})`,
  "iu",
);
const DAY = new RegExp(
  String.raw`^(?:\s|,|thi hành|áp dụng|và|được|thực hiện|bắt đầu|chính thức|:|trong|là)*(?:kể )?(?:từ )?(?:ngày )?${DATE}`,
  "iu",
);
const SIGNING =
  /^[^.\d]{0,50}?(?:kể từ|từ|kể|vào|ngay sau)\s{1,3}(?:ngày|khi|thời điểm)?\s{0,3}(?:được )?(?:ký|ban hành|thông qua|công bố)/iu;
const AFTER =
  /^[^.\d]{0,40}?sau\s{1,3}(\d{1,3})\s{0,3}(?:\([^)]{1,30}\))?\s{0,3}ngày[^.;]{0,20}?(?:kể từ|từ|kể)\s{1,3}ngày\s{1,3}(?:được )?(ký|ban hành|thông qua|đăng)/iu;

const dayOf = (m: RegExpExecArray, first = 1): LegalDate | null =>
  legalDate(Number(m[first + 2]), Number(m[first + 1]), Number(m[first]));

interface Sentence {
  readonly text: string;
  readonly span: Span;
}

const EFFECT = /hiệu lực/iu;

/** Lines of the body's own units that speak of effect; all lines of a body without units. */
function effectSentences(document: LegalDocument): Sentence[] {
  const out: Sentence[] = [];
  const take = (start: number, end: number): void => {
    if (!EFFECT.test(document.text.slice(start, end))) return;
    let at = start;
    for (const line of document.text.slice(start, end).split("\n")) {
      const span = { start: at, end: at + line.length };
      if (EFFECT.test(line) && !document.quotes.some((q) => overlaps(q, span))) out.push({ text: line, span });
      at += line.length + 1;
    }
  };
  for (const p of document.provisions)
    if (p.kind !== "attachment" && isInBody(document, p)) take(p.own.start, p.own.end);
  if (out.length === 0) take(document.body.start, document.body.end);
  return out;
}

function readMain(document: LegalDocument, { text, span }: Sentence): Commencement | null {
  const m = CLAUSE.exec(text);
  if (!m) return null;
  const tail = m[1] as string;
  const day = DAY.exec(tail);
  if (day) return { ...NONE, effectiveOn: dayOf(day), how: "fixed", span };
  const after = AFTER.exec(tail);
  if (after)
    return after[2] === "đăng"
      ? { ...NONE, how: "event", span }
      : { ...NONE, how: "days-after", days: Number(after[1]), span };
  if (SIGNING.test(tail)) {
    const adopted = /thông qua/iu.test(tail) ? (document.meta.adoptedOn?.value ?? null) : null;
    return { ...NONE, effectiveOn: adopted ?? document.meta.issuedOn?.value ?? null, how: "on-signing", span };
  }
  return /(?:từ|khi|sau)(?!\p{L})/iu.test(tail) ? { ...NONE, how: "event", span } : null;
}

const ADOPTION = new RegExp(
  String.raw`thông qua\s{1,3}(?:vào )?(?:ngày )?${DATE}[^.\n]{0,60}?có hiệu lực(?: thi hành)?[^.\n]{0,15}?(?:kể từ|từ)\s{1,3}(?:ngày )?(?:${DATE})?`,
  "iu",
);

/** "… kỳ họp thứ … thông qua ngày … và có hiệu lực từ ngày …" */
function adoptionClause(document: LegalDocument): Commencement | null {
  const from = document.body.start;
  const m = ADOPTION.exec(document.text.slice(from, document.signature?.end ?? document.body.end));
  if (!m) return null;
  const span = { start: from + m.index, end: from + m.index + m[0].length };
  const named = m[4] ? dayOf(m, 4) : null;
  if (named) return { ...NONE, effectiveOn: named, how: "fixed", span };
  return { ...NONE, effectiveOn: dayOf(m) ?? document.meta.issuedOn?.value ?? null, how: "on-signing", span };
}

const BEGINS = new RegExp(
  String.raw`^[\s,]{0,3}(?:(?:thì|sẽ|được|bắt đầu)\s)?(?:có hiệu lực(?: thi hành)?|(?:được )?(?:áp dụng|thực hiện))[^;.\n]{0,12}?(?:kể )?từ\s{1,3}(?:ngày )?${DATE}`,
  "iu",
);

/** "Khoản 2 Điều 5 của Nghị định này có hiệu lực thi hành từ ngày …": units that begin on a day of their own. */
function readSplits(
  mentions: Mentions,
  instructions: Instructions,
  sentences: readonly Sentence[],
): Commencement["splits"] {
  const out: { eIds: readonly EId[]; effectiveOn: LegalDate | null; span: Span }[] = [];
  for (const { text, span } of sentences) {
    mentions.references.forEach((r, index) => {
      if (
        r.span.start < span.start ||
        r.span.end > span.end ||
        r.paths.length === 0 ||
        (r.document !== null && !r.document.isThis)
      )
        return;
      const m = BEGINS.exec(text.slice(r.span.end - span.start));
      if (!m || !instructions.frameOf(index).frame.work.self) return;
      out.push({
        eIds: instructions.eIdsOf(index),
        effectiveOn: dayOf(m),
        span: { start: r.span.start, end: r.span.end + m[0].length },
      });
    });
  }
  return out;
}

const UNTIL = new RegExp(
  String.raw`(?<!từ ngày |sau ngày )${SELF}\s{1,3}này[^;\n]{0,160}?(?:đến hết ngày|đến ngày|hết hiệu lực[^;.\n]{0,30}?(?:từ|vào|sau)? ?ngày)\s{1,3}${DATE}`,
  "iu",
);

function readExpiry(sentences: readonly Sentence[]): { expiresOn: LegalDate | null; expirySpan: Span | null } {
  for (const sentence of sentences) {
    const m = UNTIL.exec(sentence.text);
    const day = m ? dayOf(m) : null;
    if (day) return { expiresOn: day, expirySpan: sentence.span };
  }
  return { expiresOn: null, expirySpan: null };
}
