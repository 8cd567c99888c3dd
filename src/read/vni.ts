/**
 * VNI-Windows (the fonts VNI-Times …): a plain letter, then a character that draws its marks; đ, ơ, ư, the i's with a
 * tone and ỵ are single characters. Capitals have the same shape in capital characters.
 *
 *     nhaân daân → nhân dân        Ñieàu → Điều        ñöôïc → được
 */
const MARKED =
  "a: aùá aøà aûả aõã aïạ aêă aéắ aèằ aúẳ aüẵ aëặ aââ aáấ aàầ aåẩ aãẫ aäậ e: eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ eäệ " +
  "o: oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ ô: ôùớ ôøờ ôûở ôõỡ ôïợ u: uùú uøù uûủ uõũ uïụ ö: öùứ öøừ öûử öõữ öïự y: yùý yøỳ yûỷ yõỹ";
const SINGLE = "íí ìì æỉ óĩ òị ôơ öư îỵ ñđ";

function table(): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const add = (code: string, letter: string): void => {
    letters.set(code, letter);
    // The mark of a capital may be typed in either size.
    if (code.length === 2) letters.set(code.charAt(0).toUpperCase() + code.charAt(1), letter.toUpperCase());
    letters.set(code.toUpperCase(), letter.toUpperCase());
  };
  for (const item of MARKED.normalize("NFC").split(" ")) if (item.length === 3) add(item.slice(0, 2), item.slice(2));
  for (const item of SINGLE.normalize("NFC").split(" ")) add(item.charAt(0), item.charAt(1));
  return letters;
}

/** VNI characters (as Latin-1) → Unicode letter. */
export const VNI_LETTERS: ReadonlyMap<string, string> = table();

const CODED = /[aeouyôöAEOUYÔÖ][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[íìæóòôöîñÍÌÆÓÒÔÖÎÑ]/gu;

/** Text typed in a VNI font → Unicode. */
export function decodeVni(text: string): string {
  return text.replace(CODED, (code) => {
    const letter = VNI_LETTERS.get(code);
    if (letter !== undefined) return letter;
    // Two characters that make no letter: the first may be one by itself.
    return [...code].map((single) => VNI_LETTERS.get(single) ?? single).join("");
  });
}
