/**
 * Akoma Ntoso style identifier of a unit: `art_5__cl_2__point_đ`, `chp_II`, `att_1__art_5`. Articles are never prefixed by
 * their chapter; what is attached to a document lives under `att_N` in order of appearance.
 */
export type EId = string;

export function joinEId(...parts: (string | null | undefined)[]): EId {
  let eId = "";
  for (const part of parts) if (part) eId = eId === "" ? part : `${eId}__${part}`;
  return eId;
}

export const parentEId = (eId: EId): EId | null => {
  const cut = eId.lastIndexOf("__");
  return cut < 0 ? null : eId.slice(0, cut);
};

/** True for the unit itself and for everything below it. */
export const isUnder = (child: EId, parent: EId): boolean => child === parent || child.startsWith(`${parent}__`);

/** The order of Vietnamese point letters (NĐ 78/2025 Điều 69: no f, j, w, z; đ after d). */
export const POINT_LETTERS = "abcdđeghiklmnopqrstuvxy";

/** The word before a unit's number, by the level of its eId. */
export const LEVEL_NAMES: Readonly<Record<string, string>> = {
  part: "Phần",
  chp: "Chương",
  sec: "Mục",
  subsec: "Tiểu mục",
  art: "Điều",
  cl: "khoản",
  point: "điểm",
  indent: "gạch đầu dòng",
  att: "Phụ lục",
  para: "đoạn",
  form: "Mẫu",
};

/**
 * Vietnamese name, smallest unit first, as citations are written: `điểm đ khoản 2 Điều 5`. Who knows the document may say
 * what its attachments are called (`Quy định kèm theo`, `Phụ lục II`); null falls back to the number.
 */
export function eIdName(eId: EId, attachmentName?: (attachment: EId) => string | null): string {
  return eId
    .split("__")
    .map((part) => {
      const cut = part.indexOf("_");
      const level = part.slice(0, cut);
      const num = part.slice(cut + 1);
      if (level === "att")
        return attachmentName?.(part) ?? (/^\d+$/u.test(num) ? `văn bản kèm theo ${num}` : `Phụ lục ${num}`);
      return `${LEVEL_NAMES[level] ?? level} ${num}`;
    })
    .reverse()
    .join(" ");
}

/** Older texts also use the letters that NĐ 78/2025 leaves out: they keep their place in the alphabet. */
const LETTER_ORDER = "abcdđefghijklmnopqrstuvwxyz";

/** Numbers with letters in Vietnamese order: 5 < 5a < 5b < 6; a < b < … < d < đ < e. Negative, zero, positive. */
export function compareNumbers(a: string, b: string): number {
  const cut = (s: string): [number, string] => {
    const m = /^(\d*)(.*)$/u.exec(s) as RegExpExecArray;
    return [m[1] ? Number(m[1]) : -1, m[2] ?? ""];
  };
  const [na, ra] = cut(a);
  const [nb, rb] = cut(b);
  if (na !== nb) return na - nb;
  const rank = (s: string): number[] => [...s].map((c) => (/\d/u.test(c) ? Number(c) : 10 + LETTER_ORDER.indexOf(c)));
  const [x, y] = [rank(ra), rank(rb)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const d = (x[i] ?? -1) - (y[i] ?? -1);
    if (d !== 0) return d;
  }
  return 0;
}
