import { addCounts, type Converted, convertOldEncodings } from "./old-encoding.ts";
import type { TextTable } from "../domain/text-table.ts";
import { decodeFontRuns, type FontRun } from "./old-font.ts";
import { type CellEdge, type DraftCell, TableBuilder } from "./table-builder.ts";

/**
 * Collects the text of a word processor's file as every format of ours gives it: paragraphs and table cells parted by an
 * empty line, line ends kept, white space collapsed, two tabs or more a line end ("Nơi nhận:⇥⇥⇥TM. ỦY BAN NHÂN DÂN"),
 * letters of old fonts decoded.
 */
export interface RunningText {
  text(value: string, font: string | null): void;
  tab(): void;
  lineEnd(): void;
  paragraphEnd(): void;
  /** What is written until `endAside` stands after the paragraph under way: text boxes hang on a paragraph. */
  beginAside(): void;
  endAside(): void;
  /** Tables around what is written; cells begin and end where paragraphs do. Those in text boxes are no tables. */
  readonly tables: TableBuilder;
  openCell(cell?: DraftCell): void;
  closeCell(): void;
  finish(): Converted & { readonly tables: readonly TextTable[] };
}

const DEEPEST_ASIDE = 20;

type Mark = "\t" | "\n" | "\n\n" | CellEdge;

export function createRunningText(): RunningText {
  const marks = new Map<number, Mark[]>();
  const runs: FontRun[] = [];
  /** Paragraphs under way, the innermost text box last. */
  let pieces: Piece[] = [];
  const outer: { pieces: Piece[]; asides: Piece[] }[] = [];
  let asides: Piece[] = [];
  const done: Piece[] = [];
  /** Boxes in boxes beyond the bound stand in their paragraph: each level costs a copy. */
  let tooDeep = 0;
  const tables = new TableBuilder();
  const edge = (mark: CellEdge | null): void => {
    if (mark === null) return;
    // A paragraph runs on over the edge, or the table hangs in a text box.
    if (pieces.length > 0 || asides.length > 0 || outer.length > 0) tables.break();
    else done.push(mark);
  };
  const flush = (): void => {
    const target = outer.length === 0 ? done : (outer.at(-1) as { asides: Piece[] }).asides;
    pieces.push("\n\n");
    for (const piece of pieces) target.push(piece);
    for (const piece of asides) target.push(piece);
    [pieces, asides] = [[], []];
  };
  const leaveAside = (): void => {
    flush();
    ({ pieces, asides } = outer.pop() as { pieces: Piece[]; asides: Piece[] });
  };
  return {
    text(value, font) {
      if (value === "") return;
      const last = pieces.at(-1);
      // RTF gives every Vietnamese letter by itself.
      if (typeof last === "object" && "font" in last && last.font === font) last.text += value;
      else pieces.push({ text: value, font });
    },
    tab: () => void pieces.push("\t"),
    lineEnd: () => void pieces.push("\n"),
    paragraphEnd: flush,
    beginAside() {
      if (outer.length >= DEEPEST_ASIDE) {
        tooDeep++;
        return;
      }
      outer.push({ pieces, asides });
      [pieces, asides] = [[], []];
    },
    endAside() {
      if (tooDeep > 0) tooDeep--;
      else if (outer.length > 0) leaveAside();
    },
    tables,
    openCell: (cell) => edge(tables.openCell(cell)),
    closeCell: () => edge(tables.closeCell()),
    finish() {
      while (outer.length > 0) leaveAside();
      flush();
      for (const piece of done) {
        if (typeof piece === "object" && "font" in piece)
          runs.push({ text: piece.text, font: piece.font, joins: runs.length > 0 && !marks.has(runs.length) });
        else {
          const here = marks.get(runs.length);
          if (here === undefined) marks.set(runs.length, [piece]);
          else here.push(piece);
        }
      }
      const decoded = decodeFontRuns(runs);
      const detected = convertOldEncodings(layOut(decoded.texts, marks));
      // Word takes the ư of TCVN3 for a hyphen that may break a line; those left over now are such hyphens.
      const text = detected.text.replace(/\u00ad/gu, "");
      return { text, count: addCounts(decoded.count, detected.count), tables: tables.finish(text) };
    },
  };
}

type Piece = Mark | { text: string; readonly font: string | null };

function layOut(texts: readonly string[], marks: ReadonlyMap<number, readonly Mark[]>): string {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let line: string[] = [];
  let tabs = 0;
  let worded = false;
  /** Line of the text at which the next paragraph begins. Decoding keeps the number of lines. */
  let nextLine = 0;
  const endLine = (): void => {
    const words = line
      .join("")
      .replace(/[ \t\r\n\f\u00a0]+/gu, " ")
      .trim();
    if (words !== "") lines.push(words);
    line = [];
  };
  const apply = (mark: Mark): void => {
    if (typeof mark === "object") {
      mark.cell[mark.edge] = nextLine;
      return;
    }
    if (mark === "\t") {
      line.push(" ");
      if (++tabs === 2 && worded) endLine();
      return;
    }
    endLine();
    if (mark === "\n") return;
    if (lines.length > 0) {
      paragraphs.push(lines.join("\n"));
      nextLine += lines.length + 1;
    }
    lines = [];
    [tabs, worded] = [0, false];
  };
  for (let i = 0; i <= texts.length; i++) {
    for (const mark of marks.get(i) ?? []) apply(mark);
    const text = texts[i] ?? "";
    if (text === "") continue;
    line.push(text);
    if (text.trim() !== "") [tabs, worded] = [0, true];
  }
  return paragraphs.join("\n\n");
}
