/** One source line after cleaning: its characters and where each stretch of them stood in the source. */
export interface CleanLine {
  text: string;
  /** Flat pairs `offset in text, source offset`, ascending; each opens a stretch in which both run in step. */
  segments: number[];
  /** Length of the bold run the line opens with; 0 where it opens plainly. */
  bold: number;
  /** Bold is still open at the end of the line: the marked words go on in the next one. */
  boldOpen: boolean;
}

/** Characters that stand for themselves. Whatever else occurs in a line sends it down the slow path. */
const CLEAN = /^[ -~\u00c0-\u00cf\u00d1-\u00ef\u00f1-\u024f\u1ea0-\u1ef9\u201c\u201d\u2018\u2019\u2026]*$/u;
const MARKED = /[*_#\\`<>&|]| {2}|''|‘‘|’’/u;
const DOUBLE = / {2}|''|‘‘|’’/u;

/** Look-alikes: Icelandic eth and African D for the Vietnamese D with stroke, Cyrillic letters for Latin, dashes, exotic spaces. */
const ALIKE = new Map<number, string>();
for (const [from, to] of [
  ["\u00d0\u0189", "ĐĐ"],
  ["\u00f0\u0256", "đđ"],
  ["АВЕКМНОРСТХІЅЈ", "ABEKMHOPCTXISJ"],
  ["аеорсхуіѕј", "aeopcxyisj"],
  ["\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "----------"],
  [
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u0085",
    " ".repeat(18),
  ],
  ["\u201e\u201f\u00ab\u00bb\uff02", '“““”"'],
  ["\uff0f\u2044\u2215", "///"],
] as const) {
  [...from].forEach((c, i) => ALIKE.set(c.codePointAt(0) as number, [...to][i] as string));
}

/** Letters and digits that mean themselves in every text, Markdown or not. */
const LITERAL = new Uint8Array(0x1f00);
for (let c = 0x30; c < LITERAL.length; c++) {
  const latin = c < 0x250 || (c >= 0x1ea0 && c <= 0x1ef9);
  if (latin && !ALIKE.has(c) && /[\p{L}\d]/u.test(String.fromCharCode(c))) LITERAL[c] = 1;
}

/** Zero-width and control characters, byte order marks, soft hyphens, private-use glyphs: gone. */
const isInvisible = (c: number): boolean =>
  c < 0x20 ||
  (c >= 0x7f && c < 0xa0) ||
  c === 0xad ||
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x202a && c <= 0x202e) ||
  (c >= 0x2060 && c <= 0x2064) ||
  c === 0xfeff ||
  c === 0xfffc ||
  (c >= 0xe000 && c <= 0xf8ff && c !== 0xf0b7);
const isMark = (c: number): boolean => c >= 0x300 && c <= 0x36f;
const isWordCode = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 0xc0 && c <= 0x1ef9);

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?\/?>/iuy;
const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&ndash;": "-",
  "&mdash;": "-",
};
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#39|ndash|mdash);/uy;

/** Cleans `source[from, to)`, a single line or a table cell of it. Marks of Markdown are taken out when `markdown` is set. */
export function cleanLine(source: string, from: number, to: number, markdown: boolean, boldBefore: boolean): CleanLine {
  let start = from;
  let end = to;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  const raw = source.slice(start, end);
  if (raw === "") return { text: "", segments: [], bold: 0, boldOpen: boldBefore };
  if (CLEAN.test(raw) && !(markdown ? MARKED : DOUBLE).test(raw)) {
    return { text: raw, segments: [0, start], bold: boldBefore ? raw.length : 0, boldOpen: boldBefore };
  }
  return new Cleaner(source, start, end, markdown, boldBefore).run();
}

const isBlank = (c: number): boolean =>
  c === 0x20 || c === 0x09 || c === 0x0d || c === 0x0c || c === 0xa0 || c === 0xfeff;

class Cleaner {
  private readonly out: string[] = [];
  private length = 0;
  private endsBlank = false;
  private readonly segments: number[] = [];
  private delta = Number.NaN;
  private bold: boolean;
  private boldPrefix = -1;
  private boldStart = 0;
  private readonly source: string;
  private readonly start: number;
  private readonly end: number;
  private readonly markdown: boolean;

  constructor(source: string, start: number, end: number, markdown: boolean, boldBefore: boolean) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.markdown = markdown;
    this.bold = boldBefore;
  }

  run(): CleanLine {
    let i = this.start;
    while (i < this.end) {
      const stop = this.literalEnd(i);
      if (stop > i) this.emit(this.source.slice(i, stop), i);
      i = stop > i ? stop : this.step(i);
    }
    const text = this.out.join("").trimEnd();
    if (this.boldPrefix < 0) this.boldPrefix = this.bold ? text.length : 0;
    return { text, segments: this.segments, bold: Math.min(this.boldPrefix, text.length), boldOpen: this.bold };
  }

  /** The end of the letters and digits that begin at `i`; a letter that bears a combining mark is none of them. */
  private literalEnd(i: number): number {
    let stop = i;
    while (stop < this.end && LITERAL[this.source.charCodeAt(stop)] === 1) stop++;
    return stop > i && stop < this.end && isMark(this.source.charCodeAt(stop)) ? stop - 1 : stop;
  }

  /** Handles what stands at `i` and returns the next place. */
  private step(i: number): number {
    const c = this.source.charCodeAt(i);
    if (this.markdown && c < 0x7d) {
      const next = this.mark(i, c);
      if (next > i) return next;
    }
    if (isInvisible(c) && c !== 9) return i + this.invisible(i, c);
    if (i + 1 < this.end && isMark(this.source.charCodeAt(i + 1))) return this.cluster(i);
    if ((c === 0x27 || c === 0x2018 || c === 0x2019) && this.source.charCodeAt(i + 1) === c && i + 1 < this.end) {
      this.emit(c === 0x27 ? '"' : c === 0x2018 ? "“" : "”", i);
      return i + 2;
    }
    const like = ALIKE.get(c);
    if (like === " " || c === 0x20) this.space(i);
    else if (c >= 0xd800 && c < 0xdc00 && i + 1 < this.end) {
      this.emit(this.source.slice(i, i + 2), i);
      return i + 2;
    } else if (isMark(c)) this.emit(this.source[i] as string, i);
    else this.emit(like ?? (this.source[i] as string).normalize("NFC"), i);
    return i + 1;
  }

  /** Some portals write the hyphen of a symbol as a soft hyphen: between capitals it is kept as a hyphen. */
  private invisible(i: number, c: number): number {
    const before = this.source[i - 1] ?? "";
    const after = this.source[i + 1] ?? "";
    if (c === 0xad && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) this.emit("-", i);
    return 1;
  }

  private cluster(i: number): number {
    let stop = i + 1;
    while (stop < this.end && isMark(this.source.charCodeAt(stop))) stop++;
    const composed = this.source.slice(i, stop).normalize("NFC");
    for (let k = 0; k < composed.length; k++) this.emit(composed[k] as string, Math.min(i + k, stop - 1));
    return stop;
  }

  private mark(i: number, c: number): number {
    if (c === 0x2a) return this.star(i);
    if (c === 0x5c && /[^\p{L}\p{N}\s]/u.test(this.source[i + 1] ?? " ") && i + 1 < this.end) {
      this.emit(ALIKE.get(this.source.charCodeAt(i + 1)) ?? (this.source[i + 1] as string), i + 1);
      return i + 2;
    }
    if (c === 0x60) return i + 1;
    if (c === 0x3c) {
      TAG.lastIndex = i;
      const tag = TAG.exec(this.source);
      return tag && TAG.lastIndex <= this.end ? TAG.lastIndex : i;
    }
    if (c === 0x26) {
      ENTITY.lastIndex = i;
      const entity = ENTITY.exec(this.source)?.[0];
      if (!entity) return i;
      if (entity === "&nbsp;") this.space(i);
      else this.emit(ENTITIES[entity] as string, i);
      return i + entity.length;
    }
    return i;
  }

  /** `**` toggles bold; `*` beside a word and a gap is emphasis; `(*)` and `2 * 3` are text. */
  private star(i: number): number {
    let stop = i;
    while (stop < this.end && this.source.charCodeAt(stop) === 0x2a) stop++;
    const before = i > this.start ? this.source.charCodeAt(i - 1) : 0x20;
    const after = stop < this.end ? this.source.charCodeAt(stop) : 0x20;
    const count = stop - i;
    if (count === 1 && before === 0x28 && (after === 0x29 || after === 0x2a)) return i;
    if (count === 1 && isWordCode(before) && isWordCode(after)) return i;
    if (count === 1 && before === 0x20 && after === 0x20 && i > this.start && stop < this.end) return i;
    if (count >= 4) {
      this.toggleBold(false, false);
      this.toggleBold(false, false);
    } else if (count >= 2) this.toggleBold(before === 0x20, after === 0x20, stop >= this.end);
    return stop;
  }

  private toggleBold(gapBefore: boolean, gapAfter: boolean, atEnd = false): void {
    const length = this.endsBlank ? this.length - 1 : this.length;
    if (this.bold) {
      // an opening mark inside bold words is a slip; between two marks with nothing between them it closes
      if (gapBefore && !gapAfter && length > this.boldStart) return;
      this.bold = false;
      if (this.boldPrefix < 0) this.boldPrefix = length;
    } else if (!atEnd) {
      // "word** **word" is a bold blank: it opens here and closes at the next mark
      this.bold = true;
      this.boldStart = length;
      if (length === 0 || this.boldPrefix === length) this.boldPrefix = -1;
      else if (this.boldPrefix < 0) this.boldPrefix = 0;
    }
  }

  private space(at: number): void {
    if (this.length > 0 && !this.endsBlank) this.emit(" ", at);
  }

  private emit(text: string, at: number): void {
    if (at - this.length !== this.delta) {
      this.delta = at - this.length;
      this.segments.push(this.length, at);
    }
    this.out.push(text);
    this.length += text.length;
    this.endsBlank = text === " ";
  }
}
