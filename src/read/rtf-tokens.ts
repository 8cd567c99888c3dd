/** One piece of an RTF file. Text is given as Latin-1: one character a byte, decoded later by the font's code page. */
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "word"; readonly name: string; readonly value: number | null }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "byte" | "text"; readonly text: string };

/**
 * All tokens in order, in one pass. Binary data (`\bin5 .....`) is jumped over; a length beyond the end ends the file.
 *
 *     {\rtf1\ansi Ch\'ed nh ph\u7911?}  →  open, word rtf 1, word ansi, text "Ch", byte "í", text " nh ph", word u 7911, text "?", close
 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 123 /* { */ || code === 125 /* } */) {
      at++;
      yield code === 123 ? OPEN : CLOSE;
    } else if (code === 13 || code === 10 || code === 0) at++;
    else if (code === 92 /* \ */) {
      const [token, next] = control(source, at + 1);
      at = next;
      if (token !== null) yield token;
    } else {
      TEXT.lastIndex = at;
      const text = TEXT.exec(source)?.[0] ?? source.charAt(at);
      at += text.length;
      yield { kind: "text", text };
    }
  }
}

const OPEN: RtfToken = { kind: "open" };
const CLOSE: RtfToken = { kind: "close" };
const TEXT = /[^\\{}\r\n\0]{1,65536}/uy;
const WORD = /([A-Za-z]{1,40})(-?[0-9]{1,10})? ?/uy;
const HEX = /'([0-9A-Fa-f]{2})/uy;

/** The token after a backslash, and where the next begins. */
function control(source: string, at: number): readonly [RtfToken | null, number] {
  WORD.lastIndex = at;
  const word = WORD.exec(source);
  if (word !== null) {
    const value = word[2] === undefined ? null : Number(word[2]);
    const next = at + word[0].length;
    if (word[1] === "bin") return [null, Math.min(source.length, next + Math.max(value ?? 0, 0))];
    return [{ kind: "word", name: word[1] as string, value }, next];
  }
  HEX.lastIndex = at;
  const hex = HEX.exec(source);
  if (hex !== null)
    return [{ kind: "byte", text: String.fromCharCode(Number.parseInt(hex[1] as string, 16)) }, at + hex[0].length];
  return at < source.length ? [{ kind: "symbol", name: source.charAt(at) }, at + 1] : [null, at];
}
