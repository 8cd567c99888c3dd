import { SPRM, type Sprm, sprms } from "./doc-sprm.ts";
import { type DocStyles, type Look, PLAIN } from "./doc-styles.ts";

/** A stretch of the file with one set of properties: `[start, end)` as byte positions in the WordDocument stream. */
export interface Stretch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export interface RunLook {
  /** Style of the letters; null for the paragraph's. */
  readonly style: number | null;
  readonly font: number | null;
  readonly hidden: boolean | null;
  readonly deleted: boolean;
  readonly symbol: boolean;
}

export interface ParagraphLook {
  readonly style: number;
  /** List number as in the table of lists: 1 is the first, 0 is none; null leaves it to the style. */
  readonly list: number | null;
  readonly level: number | null;
  /** Null outside tables. */
  readonly table: TableLook | null;
}

/** What a paragraph says of the table it stands in. */
export interface TableLook {
  /** 1 = in a table, 2 = in a table in a table. */
  readonly depth: number;
  /** The mark that ends a row, and what it says of the row. */
  readonly row: RowLook | null;
}

export interface RowLook {
  readonly header: boolean;
  /** Left edge of the first cell, then the right edge of each, in twips. */
  readonly edges: readonly number[];
  /** For each cell: goes on with the one before, with the one above. */
  readonly joins: readonly { readonly before: boolean; readonly above: boolean }[];
}

const PAGE = 512;

/** Looks of letters, by position in the file. */
export const readRuns = (word: Buffer, table: Buffer): readonly Stretch<RunLook>[] =>
  readPages(word, table, 0xfa, (page, index, count) => {
    const at = page.readUInt8((count + 1) * 4 + index) * 2;
    const look: { -readonly [K in keyof RunLook]: RunLook[K] } = {
      style: null,
      font: null,
      hidden: null,
      deleted: false,
      symbol: false,
    };
    if (at === 0) return look;
    for (const sprm of sprms(page, at + 1, at + 1 + page.readUInt8(at))) {
      if (sprm.code === SPRM.deleted) look.deleted = (page.readUInt8(sprm.at) & 1) === 1;
      else if (sprm.code === SPRM.hidden) look.hidden = toggle(page.readUInt8(sprm.at));
      else if (sprm.code === SPRM.style) look.style = page.readUInt16LE(sprm.at);
      else if (sprm.code === SPRM.otherFont) look.font = page.readUInt16LE(sprm.at);
      else if (sprm.code === SPRM.asciiFont) look.font ??= page.readUInt16LE(sprm.at);
      else if (sprm.code === SPRM.symbol) look.symbol = true;
    }
    return look;
  });

/** 0 and 1 say it; 128 leaves it to the style, 129 is its opposite. */
const toggle = (value: number): boolean | null => (value === 0 ? false : value === 1 || value === 129 ? true : null);

/** Styles and lists of paragraphs, by position in the file. */
export const readParagraphs = (word: Buffer, table: Buffer, data: Buffer | null): readonly Stretch<ParagraphLook>[] =>
  readPages(word, table, 0x102, (page, index, count) => {
    const at = page.readUInt8((count + 1) * 4 + index * 13) * 2;
    const look: { -readonly [K in keyof ParagraphLook]: ParagraphLook[K] } = {
      style: 0,
      list: null,
      level: null,
      table: null,
    };
    if (at === 0 || at + 2 > PAGE) return look;
    const half = page.readUInt8(at);
    const from = half === 0 ? at + 2 : at + 1;
    const length = half === 0 ? page.readUInt8(at + 1) * 2 : half * 2 - 1;
    if (from + 2 > PAGE) return look;
    look.style = page.readUInt16LE(from);
    for (const sprm of sprms(page, from + 2, from + length)) {
      if (sprm.code === SPRM.list) look.list = page.readUInt16LE(sprm.at);
      else if (sprm.code === SPRM.listLevel) look.level = page.readUInt8(sprm.at);
    }
    look.table = tableLook(withFarAway(page, from + 2, from + length, data));
    return look;
  });

/** The changes of one paragraph with the bytes each stands in. */
function* withFarAway(
  page: Buffer,
  from: number,
  to: number,
  data: Buffer | null,
): Generator<{ readonly bytes: Buffer; readonly sprm: Sprm }> {
  for (const sprm of sprms(page, from, to)) {
    yield { bytes: page, sprm };
    if (data === null || (sprm.code !== SPRM.farAway && sprm.code !== SPRM.farAwayOfTable)) continue;
    const at = page.readUInt32LE(sprm.at);
    if (at + 2 > data.length) continue;
    for (const far of sprms(data, at + 2, at + 2 + data.readUInt16LE(at))) yield { bytes: data, sprm: far };
  }
}

function tableLook(changes: Iterable<{ readonly bytes: Buffer; readonly sprm: Sprm }>): TableLook | null {
  let [depth, inTable, ends, header] = [1, false, false, false];
  let definition: Pick<RowLook, "edges" | "joins"> = { edges: [], joins: [] };
  for (const { bytes, sprm } of changes) {
    if (sprm.code === SPRM.inTable) inTable = bytes.readUInt8(sprm.at) !== 0;
    else if (sprm.code === SPRM.rowEnd) ends = bytes.readUInt8(sprm.at) !== 0;
    else if (sprm.code === SPRM.tableDepth) depth = bytes.readUInt32LE(sprm.at);
    else if (sprm.code === SPRM.headerRow) header = bytes.readUInt8(sprm.at) !== 0;
    else if (sprm.code === SPRM.rowDefinition) definition = rowDefinition(bytes, sprm.at + 2, sprm.at + sprm.size);
  }
  return inTable || ends ? { depth, row: ends ? { header, ...definition } : null } : null;
}

/** Bytes said of each cell besides its edges; a shorter definition leaves the last cells without. */
const CELL_BYTES = 20;

/** Number of cells, one edge more than cells, then what each cell is like. */
function rowDefinition(bytes: Buffer, at: number, end: number): Pick<RowLook, "edges" | "joins"> {
  const cells = bytes.readUInt8(at);
  const edges: number[] = [];
  const joins: RowLook["joins"][number][] = [];
  const looks = at + 1 + (cells + 1) * 2;
  if (looks > end) return { edges, joins };
  for (let i = 0; i <= cells; i++) edges.push(bytes.readInt16LE(at + 1 + i * 2));
  for (let i = 0; i < cells; i++) {
    const place = looks + i * CELL_BYTES;
    const flags = place + 2 <= end ? bytes.readUInt16LE(place) : 0;
    // the first of several cells says 2, the highest 3
    joins.push({ before: (flags & 3) === 1, above: ((flags >> 5) & 3) === 1 });
  }
  return { edges, joins };
}

/** Word keeps properties in pages of 512 bytes: positions first, then one place a stretch, the number of them last. */
function readPages<T>(
  word: Buffer,
  table: Buffer,
  place: number,
  read: (page: Buffer, index: number, count: number) => T,
): readonly Stretch<T>[] {
  const from = word.readUInt32LE(place);
  const length = word.readUInt32LE(place + 4);
  const pages = Math.floor((length - 4) / 8);
  // Each page is a part of the file; a table that names the same page again and again would fill the memory.
  if (pages > word.length / PAGE) throw new RangeError("more pages than file");
  const stretches: Stretch<T>[] = [];
  for (let i = 0; i < pages; i++) {
    const at = (table.readUInt32LE(from + (pages + 1) * 4 + i * 4) & 0x3fffff) * PAGE;
    const page = word.subarray(at, at + PAGE);
    const count = page.readUInt8(PAGE - 1);
    for (let k = 0; k < count; k++)
      stretches.push({
        start: page.readUInt32LE(k * 4),
        end: page.readUInt32LE(k * 4 + 4),
        value: read(page, k, count),
      });
  }
  return stretches.sort((a, b) => a.start - b.start);
}

/** Finds the stretch of a position; positions are asked mostly in rising order. */
export function createFinder<T>(stretches: readonly Stretch<T>[]): (position: number) => Stretch<T> | null {
  return (position) => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle] as Stretch<T>).start <= position) low = middle + 1;
      else high = middle;
    }
    const found = stretches[low - 1];
    return found !== undefined && position < found.end ? found : null;
  };
}

/** What a stretch of letters looks like, with what its own style and its paragraph's leave to it. */
export function lookOf(run: RunLook | null, paragraph: ParagraphLook | null, styles: DocStyles): Look {
  const below = styles.lookOf(paragraph?.style ?? 0);
  if (run === null) return below;
  const own = run.style === null ? PLAIN : styles.lookOf(run.style);
  return { font: run.font ?? own.font ?? below.font, hidden: run.hidden ?? (own.hidden || below.hidden) };
}
