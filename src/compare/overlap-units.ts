import type { EId } from "../domain/e-id.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";

/** A unit that may repeat another: where it stands and which of its words count. */
export interface OverlapUnit {
  readonly eId: EId;
  /** Without number and heading: two units of one matter are often headed alike and say different things. */
  readonly words: Span;
  /** Below this unit others stand that are units themselves. */
  readonly parent: EId | null;
}

/** Articles and attachments are headed so when they say what every document says. */
const FORMULA =
  /hiệu lực|thi hành|tổ chức thực hiện|trách nhiệm thực hiện|phạm vi điều chỉnh|đối tượng áp dụng|chuyển tiếp|bãi bỏ|thay thế/iu;

/** Units that every document ends with, headed or not. */
const FINAL_CLAUSE =
  /^(?:\p{Lu}\p{L}{1,9}(?: \p{L}{1,9})? này (?:chính thức )?có hiệu lực|Ban hành kèm theo|[^.;]{0,160}hết hiệu lực (?:thi hành )?(?:kể )?từ (?:ngày|thời điểm) (?:Quyết định|Nghị quyết|Thông tư|Nghị định|Luật|\d))/u;

/** Where the final clause must show itself: later in a unit it is one sentence of many. */
const OPENING = 250;

/** Who carries a document out, in one long sentence whose verb comes last. */
const CARRIED_OUT =
  /chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Thông tư|Nghị định|Chỉ thị|Quy định) này/u;
const SENTENCE = 1_500;

/** What any text on any matter says, in a unit that says nothing else. */
const COMMONPLACE_LENGTH = 320;
const COMMONPLACE =
  /^(?:Tuân thủ [^.]{0,80}\. )?(?:Trường hợp|Trong trường hợp) (?:các )?điều ước quốc tế|t(?:ùy|uỳ) theo tính chất, mức độ|chấp hành [^.]{0,40}(?:chủ trương|đường lối)[^.]{0,20} của Đảng|^(?:Thực hiện (?:các )?nhiệm vụ khác|Các (?:hành vi|trường hợp|nội dung|nhiệm vụ) khác)/u;

/** "Sửa đổi khoản 2 Điều 5 như sau: “2. …”": the amended text speaks there, and is like it by design. */
const NEW_WORDING = /(?:như sau|sau đây|bằng)\s?:?\s{0,3}[“"]/u;

const saysNothingOfItsOwn = (words: string): boolean =>
  (words.length < COMMONPLACE_LENGTH && COMMONPLACE.test(words)) ||
  FINAL_CLAUSE.test(words.slice(0, OPENING)) ||
  (words.length < SENTENCE && CARRIED_OUT.test(words)) ||
  NEW_WORDING.test(words.slice(0, SENTENCE));

/**
 * Articles without clauses, clauses with their points, and long points. Left out is what the form of documents asks of
 * everybody (scope, effect, repeal, transition, who carries it out; a heading higher up speaks for what stands below it)
 * and the new wording of amendments.
 */
export function overlapUnits(text: string, provisions: readonly Provision[]): OverlapUnit[] {
  const withClauses = new Set(provisions.filter((p) => p.kind === "clause").map((p) => p.parent));
  const shut = new Set<EId>();
  const units: OverlapUnit[] = [];
  for (const provision of provisions) {
    const { eId, kind, parent, heading } = provision;
    if ((parent !== null && shut.has(parent)) || (heading !== null && kind === "article" && FORMULA.test(heading))) {
      shut.add(eId);
      continue;
    }
    if (kind === "article" ? withClauses.has(eId) : kind !== "clause" && kind !== "point") continue;
    const words = wordsOf(text, provision);
    if (saysNothingOfItsOwn(text.slice(words.start, Math.min(words.end, words.start + SENTENCE)))) continue;
    units.push({ eId, words, parent });
  }
  return units;
}

/** A number and a heading stand in the first lines; more characters than this are not looked at. */
const HEAD = 600;

/** What a unit's own words begin with: not the full stop, bracket or white space after its number. */
const STARTS = /[\p{L}\p{N}“"(]/u;

function wordsOf(text: string, { span, num, heading }: Provision): Span {
  let start = span.start;
  if (num !== null) {
    const at = text.indexOf(num, start);
    if (at >= 0 && at < start + HEAD) start = at + num.length;
  }
  if (heading !== null) {
    const at = text.indexOf(heading, start);
    if (at >= 0 && at < start + HEAD && at + heading.length <= span.end) start = at + heading.length;
  }
  while (start < span.end && !STARTS.test(text[start] as string)) start++;
  return { start, end: span.end };
}
