import { attachmentNames, type Attached, attachmentTitle } from "./attachment-name.ts";
import { isCitedByName, typeName } from "./document-type.ts";
import { type EId, LEVEL_NAMES } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { UnitState } from "./status.ts";
import type { Work } from "./work.ts";

/**
 * A document or a unit of it as official texts name it (NĐ 78/2025/NĐ-CP Điều 68; NĐ 30/2020/NĐ-CP Phụ lục I): whole at its
 * first mention, without its name where the name is said already, short from the second mention on. Always Vietnamese.
 */
export interface OfficialCitation {
  readonly first: string;
  readonly plain: string;
  readonly again: string;
}

/** A change of the cited unit, as it is said after the citation. */
export interface CitedChange {
  readonly state: UnitState;
  readonly work: Work;
  /** The clause that changes; null = the document as a whole. */
  readonly eId: EId | null;
  readonly attachments: readonly Attached[];
}

type CitedWork = Pick<Work, "type" | "symbol" | "title" | "issuer" | "issuedOn">;

/** `eId` null = the whole document. `attachments` are those of `work`. */
export function officialCitation(
  work: CitedWork,
  eId: EId | null = null,
  attachments: readonly Attached[] = [],
  changes: readonly CitedChange[] = [],
): OfficialCitation {
  const { first, plain, again } = documentCitation(work);
  const unit = eId === null ? "" : `${unitCitation(eId, attachments)} `;
  const changed = changes.length === 0 ? "" : `, ${changes.map(changeCitation).join("; ")}`;
  return { first: `${unit}${first}${changed}`, plain: `${unit}${plain}${changed}`, again: `${unit}${again}` };
}

/** `ngày 06 tháng 10 năm 2025`: days below 10 and the months 1 and 2 take a nought (NĐ 30/2020/NĐ-CP Phụ lục I). */
export function writtenDay(day: LegalDate): string {
  const [y, m, d] = day.split("-") as [string, string, string];
  return `ngày ${d} tháng ${Number(m) > 2 ? Number(m) : m} năm ${y}`;
}

function documentCitation({ type, symbol, title, issuer, issuedOn }: CitedWork): OfficialCitation {
  const kind = type === "khac" ? "Văn bản" : typeName(type);
  if (isCitedByName(type) && title !== null) {
    const year = issuedOn === null ? "" : ` năm ${issuedOn.slice(0, 4)}`;
    return { first: `${title}${year}`, plain: `${title}${year}`, again: title };
  }
  const name = title === null ? "" : ` ${asContinuation(title)}`;
  const day = issuedOn === null ? "" : ` ${writtenDay(issuedOn)}`;
  const by = issuer === null ? "" : ` của ${issuer}`;
  if (symbol === null) {
    // without a number the name is all that tells it from others
    const whole = `${kind}${name}${day}${by}`;
    return { first: whole, plain: whole, again: `${kind}${name}` };
  }
  const again = `${kind} số ${symbol}`;
  const plain = `${again}${day}${by}`;
  return { first: `${plain}${name}`, plain, again };
}

const OPENERS =
  /^(?:Ban hành|Quy định|Quy chế|Về|Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Hướng dẫn|Công bố|Phê duyệt|Giao|Điều chỉnh|Đính chính|Quy trình|Chi tiết|Thành lập|Tiếp tục|Kéo dài|Tạm ngưng|Ngưng)(?!\p{L})/u;

/** A name runs on in the sentence: `Ban hành Quy định …` → `ban hành Quy định …`; proper names keep their capital. */
const asContinuation = (title: string): string =>
  OPENERS.test(title) ? title.charAt(0).toLocaleLowerCase("vi") + title.slice(1) : title;

/** Smallest unit first: `điểm a khoản 2 Điều 5 Quy định ban hành kèm theo`, to be followed by the document's name. */
export function unitCitation(eId: EId, attachments: readonly Attached[]): string {
  return eId
    .split("__")
    .map((part) => {
      const cut = part.indexOf("_");
      const [level, num] = [part.slice(0, cut), part.slice(cut + 1)];
      if (level === "att") return `${attachmentCitation(part, num, attachments)} ban hành kèm theo`;
      if (level === "indent") return `gạch đầu dòng thứ ${ordinal(num)}`;
      if (level === "para") return `đoạn thứ ${ordinal(num)}`;
      if (level === "form") return `Mẫu số ${num}`;
      return `${LEVEL_NAMES[level] ?? level} ${num}`;
    })
    .reverse()
    .join(" ");
}

/** `Phụ lục II`, `Quy định`; of two that share a name, the whole heading. */
function attachmentCitation(eId: EId, num: string, attachments: readonly Attached[]): string {
  const attached = attachments.find((a) => a.eId === eId);
  if (attached === undefined) return /^\d+$/u.test(num) ? "Văn bản" : `Phụ lục ${num}`;
  const name = attachmentNames(attachments).get(eId) ?? "";
  if (/\(thứ \d+\)$/u.test(name)) return attached.heading ?? name;
  return attachmentTitle(attached);
}

const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ordinal = (num: string): string => ORDINALS[Number(num) - 1] ?? num;

const DONE: Readonly<Record<UnitState, string>> = {
  amended: "được sửa đổi, bổ sung bởi",
  "phrase-changed": "được sửa đổi, bổ sung bởi",
  inserted: "được bổ sung bởi",
  repealed: "đã được bãi bỏ bởi",
  suspended: "tạm ngưng hiệu lực theo",
};

const changeCitation = ({ state, work, eId, attachments }: CitedChange): string =>
  `${DONE[state]} ${officialCitation(work, eId, attachments).plain}`;
