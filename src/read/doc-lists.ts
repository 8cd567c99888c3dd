import { encodeXml } from "./xml-tags.ts";

/**
 * The lists of a Word 97 file in the words of `numbering.xml`: both count alike, so one counter serves both. List n of
 * the file is `w:numId` n. Cut or damaged tables give the lists before the damage.
 */
export function docNumberingXml(word: Buffer, table: Buffer): string {
  const parts: string[] = [];
  const definitions = word.readUInt32LE(0x2e2);
  const definitionsLength = word.readUInt32LE(0x2e6);
  const uses = word.readUInt32LE(0x2ea);
  const usesLength = word.readUInt32LE(0x2ee);
  try {
    if (definitionsLength >= 2) readDefinitions(table, definitions, parts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  try {
    if (usesLength >= 4) readUses(table, uses, parts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return parts.join("");
}

const DEFINITION = 28;
const USE = 16;
const MOST_LISTS = 20_000;

function readDefinitions(table: Buffer, from: number, parts: string[]): void {
  const count = Math.min(table.readUInt16LE(from), MOST_LISTS);
  let levels = from + 2 + count * DEFINITION;
  for (let i = 0; i < count; i++) {
    const at = from + 2 + i * DEFINITION;
    const simple = (table.readUInt8(at + 26) & 1) === 1;
    const inside: string[] = [];
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      const read = readLevel(table, levels, level);
      inside.push(read.xml);
      levels = read.end;
    }
    parts.push(`<w:abstractNum w:abstractNumId="${table.readInt32LE(at)}">${inside.join("")}</w:abstractNum>`);
  }
}

const NUMBER_FORMATS: Readonly<Record<number, string>> = {
  0: "decimal",
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  22: "decimalZero",
  23: "bullet",
  255: "none",
};

/** A level: 28 fixed bytes, two lists of property changes, then its text, in which characters 0 to 8 stand for numbers. */
function readLevel(table: Buffer, at: number, level: number): { readonly xml: string; readonly end: number } {
  const flags = table.readUInt8(at + 5);
  const changes = table.readUInt8(at + 24) + table.readUInt8(at + 25);
  const textAt = at + 28 + changes;
  const length = table.readUInt16LE(textAt);
  const text = table.toString("utf16le", textAt + 2, textAt + 2 + length * 2);
  const shown = [...text].map((c) => (c.charCodeAt(0) < 9 ? `%${c.charCodeAt(0) + 1}` : c === "%" ? "" : c)).join("");
  const noRestart = (flags & 8) !== 0 ? `<w:lvlRestart w:val="${table.readUInt8(at + 26)}"/>` : "";
  const legal = (flags & 4) !== 0 ? "<w:isLgl/>" : "";
  return {
    xml:
      `<w:lvl w:ilvl="${level}"><w:start w:val="${Math.min(Math.max(table.readInt32LE(at), 0), 999_999)}"/>` +
      `<w:numFmt w:val="${NUMBER_FORMATS[table.readUInt8(at + 4)] ?? "decimal"}"/>${noRestart}${legal}` +
      `<w:lvlText w:val="${encodeXml(shown.slice(0, 200)).replace(/"/gu, "&quot;")}"/></w:lvl>`,
    end: textAt + 2 + length * 2,
  };
}

/** Lists as paragraphs name them: each points to a definition and may begin elsewhere or look different. */
function readUses(table: Buffer, from: number, parts: string[]): void {
  const count = Math.min(table.readUInt32LE(from), MOST_LISTS);
  let data = from + 4 + count * USE;
  for (let i = 0; i < count; i++) {
    const at = from + 4 + i * USE;
    const overrides = table.readUInt8(at + 12);
    const inside: string[] = [];
    data += 4;
    for (let k = 0; k < overrides; k++) {
      const flags = table.readUInt32LE(data + 4);
      const level = flags & 0xf;
      const start = (flags & 0x10) !== 0 ? `<w:startOverride w:val="${Math.max(table.readInt32LE(data), 0)}"/>` : "";
      data += 8;
      let own = "";
      if ((flags & 0x20) !== 0) {
        const read = readLevel(table, data, level);
        own = read.xml;
        data = read.end;
      }
      inside.push(`<w:lvlOverride w:ilvl="${level}">${(flags & 0x20) !== 0 ? own : start}</w:lvlOverride>`);
    }
    parts.push(
      `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${table.readInt32LE(at)}"/>${inside.join("")}</w:num>`,
    );
  }
}
