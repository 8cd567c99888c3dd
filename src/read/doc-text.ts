/** The text of a Word 97 file as it lies in pieces over the file. Positions count characters from the document's start. */
export interface DocText {
  /** Body, notes, heads and boxes, one after another, control characters kept. */
  readonly text: string;
  /** Where a character lies in the WordDocument stream. */
  fileAt(position: number): number;
  /** First position after this one that lies elsewhere in the file. */
  pieceEnd(position: number): number;
  /** First position of this piece whose place in the file is not before `file`. */
  positionOf(position: number, file: number): number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly file: number;
  readonly width: 1 | 2;
}

const MOST_PIECES = 1_000_000;
const LATIN = new TextDecoder("windows-1252");

/** Reads the table of pieces. Throws a RangeError where it points outside the file. */
export function readDocText(word: Buffer, table: Buffer): DocText {
  const pieces = readPieces(word, table);
  const texts = pieces.map((piece) => {
    const bytes = word.subarray(piece.file, piece.file + (piece.end - piece.start) * piece.width);
    if (bytes.length < (piece.end - piece.start) * piece.width) throw new RangeError("a piece beyond the end");
    return piece.width === 1 ? LATIN.decode(bytes) : bytes.toString("utf16le");
  });
  let last = 0;
  const pieceAt = (position: number): Piece => {
    const near = pieces[last];
    if (near !== undefined && position >= near.start && position < near.end) return near;
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle] as Piece).start <= position) low = middle + 1;
      else high = middle;
    }
    last = Math.max(0, low - 1);
    const found = pieces[last];
    if (found === undefined || position >= found.end) throw new RangeError("no such position");
    return found;
  };
  return {
    text: texts.join(""),
    fileAt(position) {
      const piece = pieceAt(position);
      return piece.file + (position - piece.start) * piece.width;
    },
    pieceEnd: (position) => pieceAt(position).end,
    positionOf(position, file) {
      const piece = pieceAt(position);
      return piece.start + Math.ceil((file - piece.file) / piece.width);
    },
  };
}

function readPieces(word: Buffer, table: Buffer): readonly Piece[] {
  let at = word.readUInt32LE(0x1a2);
  // Property lists of changed pieces come first.
  while (table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1);
  if (table.readUInt8(at) !== 2) throw new RangeError("no table of pieces");
  const count = (table.readUInt32LE(at + 1) - 4) / 12;
  const from = at + 5;
  if (!Number.isInteger(count) || count < 1 || count > MOST_PIECES) throw new RangeError("table of pieces");
  const pieces: Piece[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    const start = table.readUInt32LE(from + i * 4);
    const end = table.readUInt32LE(from + i * 4 + 4);
    const place = table.readUInt32LE(from + (count + 1) * 4 + i * 8 + 2);
    const narrow = (place & 0x40000000) !== 0;
    if (start !== total || end < start) throw new RangeError("pieces out of order");
    total = end;
    const file = narrow ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff;
    // Pieces that repeat the same bytes would make a small file huge.
    if (total > word.length * 2) throw new RangeError("more text than file");
    if (end > start) pieces.push({ start, end, file, width: narrow ? 1 : 2 });
  }
  return pieces;
}
