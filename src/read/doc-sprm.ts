/** One change of a property in a Word 97 file: its code and where its operand lies. */
export interface Sprm {
  readonly code: number;
  readonly at: number;
  readonly size: number;
}

/** The property changes in a part of a buffer, in order; ends quietly where they run out of it. */
export function* sprms(bytes: Buffer, from: number, to: number): Generator<Sprm> {
  let at = from;
  const end = Math.min(to, bytes.length);
  while (at + 2 <= end) {
    const code = bytes.readUInt16LE(at);
    at += 2;
    const size = operandSize(code, bytes, at, end);
    if (size === null || at + size > end) return;
    yield { code, at, size };
    at += size;
  }
}

/** By the three top bits; two codes of variable length count in their own ways. */
function operandSize(code: number, bytes: Buffer, at: number, end: number): number | null {
  const kind = code >> 13;
  if (kind <= 1) return 1;
  if (kind === 2 || kind === 4 || kind === 5) return 2;
  if (kind === 3) return 4;
  if (kind === 7) return 3;
  if (code === 0xd608 || code === 0xd606) return at + 2 <= end ? bytes.readUInt16LE(at) + 1 : null;
  if (at >= end) return null;
  const length = bytes.readUInt8(at);
  if (code !== 0xc615 || length < 255) return length + 1;
  // Tab changes too many for one byte: two lists of positions.
  const deleted = at + 1 < end ? bytes.readUInt8(at + 1) : 0;
  const added = at + 2 + deleted * 4 < end ? bytes.readUInt8(at + 2 + deleted * 4) : 0;
  return 2 + deleted * 4 + 1 + added * 3;
}

/** Codes that decide what is printed and how it is read. */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  style: 0x4a30,
  asciiFont: 0x4a4f,
  otherFont: 0x4a51,
  symbol: 0x6a09,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  /** How many tables deep; 1 where not said. */
  tableDepth: 0x6649,
  headerRow: 0x3404,
  rowDefinition: 0xd608,
  /** Properties too long for their page: where they begin in the stream `Data`. */
  farAway: 0x6646,
  farAwayOfTable: 0x646b,
} as const;
