/** A number as Word prints it in one of its list formats (ECMA-376 17.18.59). Unknown formats print decimal. */
export function formatNumber(n: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(n);
    case "upperLetter":
      return letters(n).toUpperCase();
    case "lowerRoman":
      return roman(n).toLowerCase();
    case "upperRoman":
      return roman(n);
    case "decimalZero":
      return n < 10 && n >= 0 ? `0${n}` : String(n);
    case "vietnameseCounting":
      return VIETNAMESE[n] ?? String(n);
    case "none":
    case "bullet":
      return "";
    default:
      return String(n);
  }
}

/** a … z, aa, bb … as Word counts (Latin letters: Word knows no list with đ). */
function letters(n: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let out = "";
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}

const VIETNAMESE: readonly string[] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** The sign of a bullet. Glyphs of symbol fonts live in the private use area and mean a dash here. */
export const bulletSign = (text: string): string =>
  /^[-–—+*•·]$/u.test(text.trim()) ? text.trim() : text.trim() === "" ? "" : "-";
