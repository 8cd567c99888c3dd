import { overlaps, sliceOf } from "../domain/span.ts";
import type { ResolvedCitation } from "../resolve/resolved.ts";
import { transitionalUnits } from "./mentions.ts";
import type { Subject } from "./rule.ts";

const BREAK = /[;\n]|\.(?=\s)/u;

/** What just before a citation says that it tells of the past or of the cited document's own fate. */
const TOLD_BEFORE =
  /(?:thay thế|bãi bỏ|sửa đổi, bổ sung|sửa đổi|đính chính|hết hiệu lực|cụm từ|trước đây|(?:ban hành|cấp|ký) trước|(?:phê duyệt|thành lập|công nhận|công bố|được giao)(?:(?!thực hiện|áp dụng)[^,;]){0,20} (?:theo|tại)|(?<!\p{L})đã (?:(?!thì |phải |thực hiện )[^,;]){1,60}(?:theo|tại))[^,;]{0,60}$/iu;

/** What just after a citation says the same. */
const TOLD_AFTER =
  /^[^,;]{0,120}?(?:hết hiệu lực|(?:được|bị) (?:thay thế|bãi bỏ)|\(cũ\)|trước đây|trước khi|trước ngày \d{1,2}(?:\/|\stháng\s)\d{1,2}(?:\/|\snăm\s)\d{4}|cho đến khi|tiếp tục (?:được )?(?:thực hiện|áp dụng|có hiệu lực))/iu;

/** True where a citation prescribes something now: not in a transitional article, an instruction of amendment or a look back. */
export function prescribesNow(subject: Subject, { span }: Pick<ResolvedCitation, "span">): boolean {
  const { text } = subject.document;
  if (transitionalUnits(subject.document).some((unit) => overlaps(unit, span))) return false;
  if (subject.amendments.some((a) => overlaps(a.span, span))) return false;
  const before =
    text
      .slice(Math.max(0, span.start - 200), span.start)
      .split(BREAK)
      .at(-1) ?? "";
  const after = text.slice(span.end, span.end + 200).split(BREAK)[0] ?? "";
  // the words of the citation itself may begin with the verb: "Quy định ban hành kèm theo Quyết định số …"
  const own = sliceOf(text, span);
  return !TOLD_BEFORE.test(before) && !TOLD_AFTER.test(after) && !/\(cũ\)/u.test(own);
}

/** "Trường hợp các văn bản dẫn chiếu … được sửa đổi, bổ sung hoặc thay thế thì áp dụng theo văn bản …": references move on by themselves. */
export const followsAmendments = (subject: Subject): boolean =>
  subject.document.text.split(/\.\s|\n/u).some((sentence) => {
    const named = /dẫn chiếu|viện dẫn|trích dẫn|căn cứ/iu.exec(sentence);
    const changed = named ? sentence.slice(named.index).search(/thay thế|bổ sung/iu) : -1;
    if (!named || changed < 0) return false;
    return MOVES_ON.test(sentence.slice(named.index + changed + 8));
  });

const MOVES_ON = /(?:áp dụng|thực hiện) theo[^.\n]{0,60}(?:mới|thay thế|bổ sung|đó)/iu;
