import { type EId, parentEId } from "../domain/e-id.ts";
import { outsideQuotes } from "./instruction-scope.ts";
import { levelOf, numberOf } from "./split-units.ts";
import { type Refusal, refusal } from "./refusals.ts";
import type { Unit, WorkingText } from "./working-text.ts";

const ITEM =
  /(?<!\p{L})(điểm|mục|khoản|tiểu mục|phần|số thứ tự|stt|dòng|hàng|cột|biểu số|biểu|mẫu số|mẫu|bảng số|bảng) ([\p{L}\d.]{1,8})[ ,]{1,2}(?:của |tại |thuộc )?Phụ lục(?: số)?(?: ([IVXLC]{1,6}|\d{1,2})(?![\p{L}\p{N}]))?/giu;

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  điểm: ["cl", "point"],
  khoản: ["cl"],
  mục: ["sec", "cl"],
};

/**
 * "điểm 2 Phụ lục I", "Mẫu số 05 Phụ lục I": an item of an annex where the reading of the instruction names the annex only.
 * The item's unit where the annex has exactly one of that number; `unclear` where it has none or a list is named; null where
 * the annex itself is meant.
 */
export function itemOfAnnex(
  instruction: string,
  annex: { readonly eId: EId; readonly num: string | null },
  units: readonly Unit[],
): EId | "unclear" | null {
  const named = [...outsideQuotes(instruction).matchAll(ITEM)].filter(
    (m) => m[3] === undefined || annex.num === null || m[3] === annex.num,
  );
  if (named.length === 0) return null;
  const [only] = named;
  if (named.length > 1 || !only) return "unclear";
  const levels = LEVELS[(only[1] as string).toLocaleLowerCase("vi")] ?? [];
  const found = units.filter(
    (u) =>
      parentEId(u.eId) === annex.eId &&
      levels.includes(levelOf(u.eId)) &&
      numberOf(u.eId) === only[2] &&
      u.state !== "repealed",
  );
  return found.length === 1 && found[0] ? found[0].eId : "unclear";
}

/**
 * A form ("Mẫu số 05 Phụ lục I") is no unit of its own: where it stands in the text, and that it must be compared by hand.
 * Null where the target is no form.
 */
export function formIn(
  target: EId | null,
  text: WorkingText,
): { readonly place: EId | null; readonly why: Refusal } | null {
  const m = /^(?:att_mẫu-([^_]+)|(att_[^_]+)__form_([^_]+))$/u.exec(target ?? "");
  if (!m) return null;
  const number = (m[1] ?? m[3]) as string;
  const annex = m[2] ?? null;
  const line = new RegExp(
    `^(?:biểu )?mẫu(?: số)?:? ?${number.replace(/[^\p{L}\p{N}]/gu, ".")}(?![\\p{L}\\p{N}])`,
    "imu",
  );
  const found = text.units.filter(
    (u) => u.eId.startsWith(annex === null ? "att_" : annex) && u.text.split("\n").some((l) => line.test(l.trim())),
  );
  const place = found.length === 1 ? (found[0]?.eId ?? null) : annex;
  return {
    place: place !== null && text.units.some((u) => u.eId === place) ? place : null,
    why: refusal(
      `Mẫu số ${number} nằm trong phụ lục, chưa tách được thành đơn vị riêng để thay hoặc bỏ`,
      "Đối chiếu mẫu này với văn bản sửa đổi",
    ),
  };
}
