import { SPRM, sprms } from "./doc-sprm.ts";

export interface Look {
  /** Number in the table of fonts. */
  readonly font: number | null;
  readonly hidden: boolean;
}

export const PLAIN: Look = { font: null, hidden: false };

export interface DocStyles {
  lookOf(style: number): Look;
  listOf(style: number): { readonly list: number | null; readonly level: number | null };
}

interface Style {
  readonly base: number;
  font: number | null;
  hidden: boolean | null;
  list: number | null;
  level: number | null;
}

const NO_STYLE = 0xfff;

/** The style sheet of a Word 97 file: fonts, hidden letters and lists that paragraphs get from their style. */
export function readDocStyles(word: Buffer, table: Buffer): DocStyles {
  const styles = new Map<number, Style>();
  const from = word.readUInt32LE(0xa2);
  const to = Math.min(from + word.readUInt32LE(0xa6), table.length);
  let defaultFont: number | null = null;
  if (to - from > 20) {
    const head = table.readUInt16LE(from);
    const count = table.readUInt16LE(from + 2);
    const baseSize = table.readUInt16LE(from + 4);
    if (head >= 18) defaultFont = table.readUInt16LE(from + 2 + 16);
    let at = from + 2 + head;
    for (let i = 0; i < count && at + 2 <= to; i++) {
      const length = table.readUInt16LE(at);
      at += 2;
      const style = length > 0 ? readStyle(table, at, Math.min(at + length, to), baseSize) : null;
      if (style !== null) styles.set(i, style);
      at += length;
    }
  }
  const find = <T>(id: number, get: (style: Style) => T | null): T | null => {
    let at = id;
    // Styles may point in a circle.
    for (let depth = 0; depth < 20; depth++) {
      const style = styles.get(at);
      if (style === undefined) return null;
      const value = get(style);
      if (value !== null) return value;
      at = style.base;
    }
    return null;
  };
  return {
    lookOf: (id) => ({ font: find(id, (s) => s.font) ?? defaultFont, hidden: find(id, (s) => s.hidden) ?? false }),
    listOf: (id) => ({ list: find(id, (s) => s.list), level: find(id, (s) => s.level) }),
  };
}

/** One style: a fixed part, its name, then lists of property changes for paragraphs and letters. */
function readStyle(table: Buffer, from: number, to: number, baseSize: number): Style | null {
  if (from + Math.max(baseSize, 6) + 2 > to) return null;
  const kind = table.readUInt16LE(from + 2) & 0xf;
  const base = table.readUInt16LE(from + 2) >> 4;
  const lists = table.readUInt16LE(from + 4) & 0xf;
  const style: Style = { base: base === NO_STYLE ? -1 : base, font: null, hidden: null, list: null, level: null };
  let at = from + baseSize + 2 + table.readUInt16LE(from + baseSize) * 2 + 2;
  for (let i = 0; i < lists && at + 2 <= to; i++) {
    // Each begins at an even place, counted from the style's own beginning.
    if ((at - from) % 2 === 1) at++;
    if (at + 2 > to) break;
    const length = table.readUInt16LE(at);
    const start = at + 2;
    const end = Math.min(start + length, to);
    // The first list of a paragraph style opens with the style's number.
    readChanges(table, kind === 1 && i === 0 ? start + 2 : start, end, style);
    at = start + length;
  }
  return style;
}

function readChanges(table: Buffer, from: number, to: number, style: Style): void {
  for (const { code, at } of sprms(table, from, to)) {
    if (code === SPRM.otherFont) style.font = table.readUInt16LE(at);
    else if (code === SPRM.asciiFont) style.font ??= table.readUInt16LE(at);
    else if (code === SPRM.hidden) style.hidden = table.readUInt8(at) === 1;
    else if (code === SPRM.list) style.list = table.readUInt16LE(at);
    else if (code === SPRM.listLevel) style.level = table.readUInt8(at);
  }
}

/** Names of the fonts, by their numbers. */
export function readDocFonts(word: Buffer, table: Buffer): readonly string[] {
  const from = word.readUInt32LE(0x112);
  const to = Math.min(from + word.readUInt32LE(0x116), table.length);
  const names: string[] = [];
  if (to - from < 4) return names;
  const count = table.readUInt16LE(from);
  let at = from + 4;
  for (let i = 0; i < count && at < to; i++) {
    const length = table.readUInt8(at) + 1;
    const name = table.toString("utf16le", Math.min(at + 40, to), Math.min(at + length, to));
    names.push(name.split("\0")[0] ?? "");
    at += length;
  }
  return names;
}
