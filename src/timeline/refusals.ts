import type { Effect } from "../domain/effect.ts";
import { type EId, eIdName, parentEId } from "../domain/e-id.ts";
import { formatDate } from "../domain/legal-date.ts";
import { levelOf } from "./split-units.ts";
import type { WorkingText } from "./working-text.ts";

/** Why a change cannot be applied exactly, and what a person can do about it. Both Vietnamese, without a full stop. */
export interface Refusal {
  readonly why: string;
  readonly todo: string;
}

export const refusal = (why: string, todo: string): Refusal => ({ why, todo });

export const READ_BY_HAND = "Đối chiếu bằng tay đơn vị này với văn bản sửa đổi";
export const COMPARE_SOURCES = "So lời văn đã nhập của hai văn bản với Công báo, nếu thiếu hoặc sai thì nhập lại";
export const ASK_ISSUER = "Nếu chỉ dẫn viết sai, đề nghị cơ quan ban hành đính chính";

/** Why a unit that an instruction names cannot be found exactly once; null = it can. */
export function notOne(text: WorkingText, eId: EId): Refusal | null {
  const count = text.count(eId);
  if (count === 1) return null;
  if (count > 1)
    return refusal(
      `văn bản có ${count} đơn vị cùng số ${eIdName(eId)}`,
      "Kiểm tra văn bản gốc có đánh số trùng không; nếu do đọc tệp sai thì nhập lại tệp tốt hơn",
    );
  const gone = text.gone(eId);
  if (gone)
    return refusal(
      gone.how === "repealed"
        ? `${eIdName(gone.eId)} đã được bãi bỏ từ ngày ${dayOf(gone.by)} bởi ${nameOf(gone.by)}`
        : `${eIdName(eId)} không còn trong lời văn mới của ${eIdName(gone.eId)} từ ngày ${dayOf(gone.by)} theo ${nameOf(gone.by)}`,
      `Kiểm tra chỉ dẫn có nêu đúng đơn vị không. ${ASK_ISSUER}`,
    );
  return refusal(missing(text, eId), `Nhập văn bản sửa đổi trước đó nếu còn thiếu. ${COMPARE_SOURCES}`);
}

const BELOW: Readonly<Record<string, string>> = { cl: "khoản", point: "điểm", art: "Điều", chp: "Chương", sec: "Mục" };

function missing(text: WorkingText, eId: EId): string {
  const parent = parentEId(eId);
  const word = BELOW[levelOf(eId)];
  if (parent === null || !word) return `văn bản không có ${eIdName(eId)}`;
  if (text.count(parent) === 0) return missing(text, parent);
  const numbers = text.numbersBelow(parent, levelOf(eId));
  return numbers.length === 0
    ? `${eIdName(parent)} không chia ${word}, nên không có ${eIdName(eId)}`
    : `văn bản không có ${eIdName(eId)} (có ${word} ${shortList(numbers)})`;
}

const shortList = (numbers: readonly string[]): string =>
  numbers.length <= 6 ? numbers.join(", ") : `${numbers.slice(0, 3).join(", ")} … ${numbers.at(-1)}`;

export const dayOf = (effect: Effect): string => (effect.from ? formatDate(effect.from) : "chưa xác định");
export const nameOf = (effect: Effect): string => effect.evidence.symbol ?? "văn bản khác";

/** `khoản 2 Điều 5`, or the number alone where the level has no word. */
export const unitName = (eId: EId | null): string => (eId === null ? "văn bản" : eIdName(eId));
