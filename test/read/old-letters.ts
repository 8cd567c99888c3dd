/**
 * Unicode → the old encodings, made independently of the reader's tables: TCVN3 from its code chart in byte order, VNI
 * from its rule (a plain letter, then the sign of its marks).
 */
const TCVN3_CHART: Readonly<Record<number, string>> = {
  161: "ĂÂÊÔƠƯĐăâêôơưđ",
  181: "àảãáạ",
  187: "ằẳẵắ",
  198: "ặầẩẫấậè",
  206: "ẻẽéẹềểễếệìỉ",
  220: "ĩíịò",
  225: "ỏõóọồổỗốộờởỡớợù",
  241: "ủũúụừửữứựỳỷỹýỵ",
};

const tcvn3Codes = new Map<string, string>();
for (const [first, letters] of Object.entries(TCVN3_CHART))
  [...letters.normalize("NFC")].forEach((letter, i) => {
    tcvn3Codes.set(letter, String.fromCharCode(Number(first) + i));
  });

/** Small letters and the seven capitals that have codes; other capitals are drawn by the font: see `toTcvn3Runs`. */
export const toTcvn3 = (text: string): string =>
  [...text.normalize("NFC")].map((letter) => tcvn3Codes.get(letter) ?? letter).join("");

/** Stretches of text for a font with small letters and for one that draws capitals. */
export function toTcvn3Runs(text: string): readonly { readonly text: string; readonly capitals: boolean }[] {
  const runs: { text: string; capitals: boolean }[] = [];
  for (const letter of text.normalize("NFC")) {
    const capitals = letter !== letter.toLowerCase() && !tcvn3Codes.has(letter);
    const last = runs.at(-1);
    const plain = capitals ? letter.toLowerCase() : letter;
    if (last?.capitals === capitals) last.text += toTcvn3(plain);
    else runs.push({ text: toTcvn3(plain), capitals });
  }
  return runs;
}

/** Marks after the letter: tone alone, or with circumflex, or with breve. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  "\u0301": "\u00f9",
  "\u0300": "\u00f8",
  "\u0309": "\u00fb",
  "\u0303": "\u00f5",
  "\u0323": "\u00ef",
  "\u0302": "\u00e2",
  "\u0302\u0301": "\u00e1",
  "\u0302\u0300": "\u00e0",
  "\u0302\u0309": "\u00e5",
  "\u0302\u0303": "\u00e3",
  "\u0302\u0323": "\u00e4",
  "\u0306": "\u00ea",
  "\u0306\u0301": "\u00e9",
  "\u0306\u0300": "\u00e8",
  "\u0306\u0309": "\u00fa",
  "\u0306\u0303": "\u00fc",
  "\u0306\u0323": "\u00eb",
};
const VNI_SINGLE: Readonly<Record<string, string>> = { í: "í", ì: "ì", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", đ: "ñ" };

export function toVni(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => {
      const small = letter.toLowerCase();
      const code = VNI_SINGLE[small] ?? vniPair(small);
      return letter === small ? code : code.toUpperCase();
    })
    .join("");
}

function vniPair(letter: string): string {
  const apart = letter.normalize("NFD");
  const horned = apart.includes("\u031b");
  const base = horned ? (apart.startsWith("o") ? "ô" : "ö") : apart.charAt(0);
  // The circumflex or breve first, then the tone, whatever the order of decomposition.
  const rest = [...apart.slice(1)].filter((mark) => mark !== "\u031b");
  const marks = rest.sort((a, b) => Number(/[\u0302\u0306]/u.test(b)) - Number(/[\u0302\u0306]/u.test(a))).join("");
  return marks === "" ? base : base + (VNI_MARKS[marks] ?? marks);
}

/** All small letters of Vietnamese with a mark. */
export const MARKED_LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ".normalize("NFC");
