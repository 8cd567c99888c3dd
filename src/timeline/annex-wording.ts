import type { Effect } from "../domain/effect.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import type { Attachment, LegalDocument } from "../domain/legal-document.ts";
import { type Refusal, refusal } from "./refusals.ts";
import { levelOf, type WordedUnit } from "./split-units.ts";
import { arabic } from "./working-text.ts";

/** "Phụ lục … ban hành kèm theo Quyết định này": the new wording stands behind the amending document's signature. */
const ATTACHED = /kèm theo (?:\p{L}{2,8} ){1,4}này/iu;

/**
 * The units of the annex of the amending document that takes the place of an annex; null where the instruction sends to
 * none. `alone` = the instruction names one annex only, so that the numbers of the two may differ.
 */
export function annexWording(
  effect: Effect,
  target: { readonly eId: EId; readonly num: string | null },
  source: LegalDocument | null,
  alone: boolean,
): readonly WordedUnit[] | Refusal | null {
  const words = effect.evidence.quote;
  if (levelOf(target.eId) !== "att" || target.eId.includes("__") || !ATTACHED.test(words)) return null;
  const open = (why: string): Refusal => refusal(why, "Mở phụ lục của văn bản sửa đổi để đối chiếu");
  if (!source)
    return refusal(
      "lời văn mới nằm ở phụ lục của văn bản sửa đổi, mà văn bản đó chưa có trong chỉ mục",
      "Nhập văn bản sửa đổi kèm phụ lục",
    );
  const named = numbersIn(words);
  const same = target.num === null ? null : arabic(target.num);
  const wanted =
    same !== null && named.includes(same) ? same : alone && named.length === 1 ? (named[0] as string) : null;
  const fitting = source.attachments.filter((a) =>
    wanted === null ? named.length === 0 : a.num !== null && arabic(a.num) === wanted,
  );
  if (fitting.length !== 1)
    return open(
      fitting.length === 0
        ? "không tìm thấy phụ lục tương ứng trong văn bản sửa đổi"
        : "văn bản sửa đổi có nhiều phụ lục, không rõ phụ lục nào thay thế",
    );
  return unitsOf(source, fitting[0] as Attachment, target.eId);
}

/** Numbers of annexes behind the word that leads to the new ones: "bằng Phụ lục II, Phụ lục III kèm theo …". */
function numbersIn(words: string): readonly string[] {
  const lead = words.search(/\s(?:bằng|thành)\s/u);
  const tail = lead >= 0 ? words.slice(lead) : words.slice(Math.max(0, words.lastIndexOf("Phụ lục")));
  return [...tail.matchAll(/(?:Phụ lục(?: số)?|,|và) ([IVXLC]{1,6}|\d{1,2})(?![\p{L}\p{N}/])/gu)].map((m) =>
    arabic(m[1] as string),
  );
}

function unitsOf(source: LegalDocument, annex: Attachment, to: EId): readonly WordedUnit[] {
  const moved = (eId: EId): EId => to + eId.slice(annex.eId.length);
  return source.provisions
    .filter((p) => isUnder(p.eId, annex.eId))
    .map((p) => ({
      eId: moved(p.eId),
      kind: p.kind,
      text: source.text.slice(p.own.start, p.own.end).trim(),
      titled: p.heading !== null,
      parent: p.parent !== null && isUnder(p.parent, annex.eId) ? moved(p.parent) : null,
    }));
}
