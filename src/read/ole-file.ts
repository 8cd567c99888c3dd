/** The streams of an OLE compound file (MS-CFB): the container of Word 97 documents. */
export interface OleFile {
  /** Bytes of a stream directly under the root; null where there is none. */
  stream(name: string): Buffer | null;
}

/** The container does not hold together. */
export class OleBroken extends Error {}

const SECTOR_END = 0xfffffffe;
const LONGEST_NAME = 64;
const ENTRY = 128;

/**
 * Opens a compound file. Every chain is walked at most once through each sector, so that a file whose chains run in a
 * circle is refused and never fills the memory. Throws `OleBroken`.
 */
export function openOle(bytes: Buffer): OleFile {
  if (bytes.length < 512) throw new OleBroken("shorter than its header");
  const shift = bytes.readUInt16LE(30);
  const shortShift = bytes.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || shortShift !== 6) throw new OleBroken("sector size");
  const sectors: Sectors = { bytes, size: 1 << shift, offset: 1 << shift };
  const table = readTable(sectors);
  const directory = joinChain(sectors, table, bytes.readUInt32LE(48));
  const entries = readDirectory(directory);
  const root = entries.find((entry) => entry.type === 5);
  if (root === undefined) throw new OleBroken("no root");
  const shortStreamMax = bytes.readUInt32LE(56);
  let short: { readonly sectors: Sectors; readonly table: Uint32Array } | null = null;
  const shortSectors = (): { readonly sectors: Sectors; readonly table: Uint32Array } => {
    short ??= {
      sectors: { bytes: joinChain(sectors, table, root.start), size: 64, offset: 0 },
      table: numbersOf(joinChain(sectors, table, bytes.readUInt32LE(60))),
    };
    return short;
  };
  return {
    stream(name) {
      const entry = entries.find((e) => e.type === 2 && e.name === name);
      if (entry === undefined) return null;
      const inShort = entry.size < shortStreamMax;
      const whole = inShort
        ? joinChain(shortSectors().sectors, shortSectors().table, entry.start)
        : joinChain(sectors, table, entry.start);
      if (whole.length < entry.size) throw new OleBroken(`${name} is cut`);
      return whole.subarray(0, entry.size);
    },
  };
}

interface Sectors {
  readonly bytes: Buffer;
  readonly size: number;
  /** Where sector 0 begins. */
  readonly offset: number;
}

/** The last sector of a file may be cut short. */
function sector({ bytes, size, offset }: Sectors, index: number): Buffer {
  const start = offset + index * size;
  if (start >= bytes.length) throw new OleBroken("a sector beyond the end");
  return bytes.subarray(start, Math.min(start + size, bytes.length));
}

function joinChain(sectors: Sectors, table: Uint32Array, start: number): Buffer {
  const chain: Buffer[] = [];
  const seen = new Set<number>();
  for (let at = start; at < SECTOR_END - 3; at = table[at] ?? SECTOR_END) {
    if (seen.has(at) || at >= table.length) throw new OleBroken("a chain in a circle or into nothing");
    seen.add(at);
    chain.push(sector(sectors, at));
  }
  return Buffer.concat(chain);
}

/** Which sector follows which: the table's own sectors are listed in the header, and beyond 109 in sectors of their own. */
function readTable(sectors: Sectors): Uint32Array {
  const { bytes, size } = sectors;
  const count = bytes.readUInt32LE(44);
  if (count === 0 || count > bytes.length / size) throw new OleBroken("table size");
  const ids: number[] = [];
  for (let i = 0; i < Math.min(count, 109); i++) ids.push(bytes.readUInt32LE(76 + i * 4));
  const seen = new Set<number>();
  for (let at = bytes.readUInt32LE(68); ids.length < count; ) {
    if (at >= SECTOR_END - 3 || seen.has(at)) throw new OleBroken("table list");
    seen.add(at);
    const numbers = numbersOf(sector(sectors, at));
    for (let i = 0; i < size / 4 - 1 && ids.length < count; i++) ids.push(numbers[i] ?? SECTOR_END);
    at = numbers[size / 4 - 1] ?? SECTOR_END;
  }
  return numbersOf(Buffer.concat(ids.map((id) => sector(sectors, id))));
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes.readUInt32LE(i * 4);
  return numbers;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** Read as a plain list: the tree in it only sorts the names, and embedded documents come after the root's own streams. */
function readDirectory(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = Math.min(bytes.readUInt16LE(at + 64), LONGEST_NAME);
    entries.push({
      name: bytes.toString("utf16le", at, at + Math.max(0, length - 2)),
      type: bytes.readUInt8(at + 66),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}
