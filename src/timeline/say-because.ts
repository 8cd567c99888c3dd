import { dayAt } from "../domain/vietnam-time.ts";
import type { Effect, Quote } from "../domain/effect.ts";
import { type EId, eIdName } from "../domain/e-id.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Because, Certainty } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { isEndEvent } from "./event-day.ts";
import { workName } from "./work-name.ts";

/** Name of the rule of law an action stands for, as the contract prints it. */
const RULES: Readonly<Record<string, string>> = {
  commence: "commenced",
  term: "term",
  "replace-document": "replaced",
  "repeal-document": "repealed",
  repeal: "repealed",
  expire: "expired",
  amend: "amended",
  insert: "inserted",
  "replace-phrase": "phrase-changed",
  "delete-phrase": "phrase-changed",
  correct: "corrected",
  suspend: "suspended",
  resume: "resumed",
  extend: "extended",
};

/** What the attachments of a document are called: `Quy định kèm theo`, `Phụ lục II`; null where its text is not known. */
export type AttachmentName = (work: WorkId, attachment: EId) => string | null;

/** The proof of one effect: rule, words, day, and the sentence of an official list (domain: reasons of forms 01–04). */
export function because(effect: Effect, source: Work | null, attachmentName: AttachmentName = () => null): Because {
  const announced = isAnnouncement(effect, source);
  const own = announced ? (source?.issuedOn ?? null) : null;
  return {
    ...effect.evidence,
    rule: RULES[effect.action] ?? effect.action,
    from: effect.from,
    says: `${sentence(effect, source, attachmentName)}${byPerson(effect)}`,
    ...(announced ? { certainty: "announced" as const } : {}),
    ...(own !== null && own !== effect.from ? { announcedOn: own } : {}),
    ...(effect.territory ? { territory: effect.territory.map((t) => t.name) } : {}),
  };
}

/** "Công bố … hết hiệu lực", "công bố … tiếp tục có hiệu lực": it says what the law has done, on a day of its own. */
const isAnnouncement = (effect: Effect, source: Work | null): boolean =>
  (effect.action === "expire" || effect.action === "extend") &&
  /công bố/iu.test(`${source?.title ?? ""} ${effect.evidence.quote}`);

const byPerson = ({ byHand }: Effect): string =>
  byHand ? ` (${byHand.by} xác định ngày ${formatDate(dayAt(byHand.at))}: ${byHand.why})` : "";

/** The day of a moment in Việt Nam, which has one time zone and no summer time. */

function sentence(effect: Effect, source: Work | null, attachmentName: AttachmentName): string {
  const called = (work: WorkId) => (attachment: EId) => attachmentName(work, attachment);
  const clause =
    effect.sourceEId && effect.origin === "text" ? ` (${eIdName(effect.sourceEId, called(effect.source))})` : "";
  const by = `${workName(source)}${clause}${effect.origin === "register" ? " (theo danh mục văn bản trung ương)" : ""}`;
  const unit = effect.targetEId ? `${capital(eIdName(effect.targetEId, called(effect.target)))} ` : "";
  const where = effect.territory ? ` trên địa bàn ${effect.territory.map((t) => t.name).join(", ")}` : "";
  const kept = `${where}${effect.exception ? `, trừ ${effect.exception.replace(/^trừ\s+/iu, "")}` : ""}`;
  const announced = isAnnouncement(effect, source) ? "được công bố " : "";
  const speaksFrom = announced && effect.from !== null && source?.issuedOn !== effect.from;
  const since = speaksFrom ? `, tính từ ngày ${formatDate(effect.from as LegalDate)}` : "";
  const event = isEndEvent(effect.event ?? null) ? `, ${effect.event}` : "";
  switch (effect.action) {
    case "commence":
      return effect.from
        ? `${unit === "" ? "Có" : `${unit}có`} hiệu lực từ ngày ${formatDate(effect.from)}`
        : "Chưa xác định được ngày có hiệu lực";
    case "term":
      return "Hết thời hạn có hiệu lực đã được quy định trong văn bản";
    case "replace-document":
      return capital(`${unit}được thay thế bằng ${by}${kept}`);
    case "repeal-document":
    case "repeal":
      return capital(`${unit}bị bãi bỏ bởi ${by}${kept}`);
    case "expire":
      return capital(`${unit}${announced}hết hiệu lực theo ${by}${since}${kept}`);
    case "insert":
      return capital(`${unit}được bổ sung bởi ${by}`);
    case "suspend":
      return capital(`${unit}tạm ngưng hiệu lực theo ${by}${kept}${event}`);
    case "resume":
      return capital(`${unit}tiếp tục có hiệu lực sau tạm ngưng theo ${by}`);
    case "extend":
      return capital(`${unit}${announced}tiếp tục có hiệu lực theo ${by}${since}${where}`);
    case "correct":
      return capital(`${unit}được đính chính bởi ${by}`);
    default:
      return capital(`${unit}được sửa đổi, bổ sung bởi ${by}`);
  }
}

/** A sentence as it stands after a comma or a colon: the law writes Điều, Phụ lục, Chương with a capital anywhere. */
export const insideSentence = (says: string): string =>
  /^(?:Điều|Phụ lục|Chương|Mục|Phần|Quy)(?!\p{L})/u.test(says) ? says : says.charAt(0).toLowerCase() + says.slice(1);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A proof that is an inference, not a clause. */
export const inferred = (
  rule: string,
  says: string,
  from: LegalDate | null,
  quote: Quote,
  certainty?: Certainty,
): Because => ({
  ...quote,
  rule,
  from,
  says,
  ...(certainty ? { certainty } : {}),
});
