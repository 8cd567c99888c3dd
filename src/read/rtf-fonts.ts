import { fontEncodingOf } from "./old-font.ts";

export interface RtfFont {
  name: string;
  charset: number | null;
  codePage: number | null;
}

/**
 * Bytes of an RTF file (as Latin-1) → text, by the font's character set, or the file's code page where it names none.
 * Old Vietnamese fonts (.VnTime) declare any set they like; their bytes are kept for the tables that know them.
 */
export function decodeRtfBytes(latin: string, font: RtfFont | undefined, filePage: number): string {
  if (!/[^\0-\x7f]/u.test(latin)) return latin;
  const page = font?.codePage ?? CHARSETS[font?.charset ?? -1] ?? filePage;
  const label = fontEncodingOf(font?.name) !== null ? "windows-1252" : (LABELS[page] ?? `windows-${page}`);
  return decoderFor(label).decode(Buffer.from(latin, "latin1"));
}

/** Letters of a symbol font are pictures: bullets of lists. */
export const isSymbolFont = (font: RtfFont | undefined): boolean =>
  font !== undefined && (font.charset === 2 || /^(?:Symbol|Wingdings|Webdings)/iu.test(font.name));

const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  2: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const LABELS: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};

const decoders = new Map<string, TextDecoder>();

function decoderFor(label: string): TextDecoder {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    decoder = new TextDecoder("windows-1252");
  }
  decoders.set(label, decoder);
  return decoder;
}
