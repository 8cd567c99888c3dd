import type { OffsetMap, Span } from "../domain/span.ts";
import { withoutPageDirt } from "./page-dirt.ts";
import type { Expected, Layout } from "./soft-breaks.ts";
import { jointOf, measureLayout } from "./soft-breaks.ts";
import { freeTextBetweenTables, markCells, readSourceLines, type SourceLine } from "./source-lines.ts";

/** A line of the normalised text: a paragraph, a heading, a table cell. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Length of the bold run it opens with. */
  readonly bold: number;
  /** `#` heading of Markdown. */
  readonly heading: boolean;
  /** Number of the table cell it stands in; 0 outside tables. */
  readonly cell: number;
}

export interface NormalisedText {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly lines: readonly TextLine[];
  /** The source marks its bold words, so that their absence says something. */
  readonly marksBold: boolean;
  readonly layout: Layout;
}

/**
 * Cleans a text and joins its soft line breaks. Linear; total. `cells` = the cells of tables its file marks, ascending: no
 * line break between two of them is soft, and a number alone in one is no number of a page.
 */
export function normalise(source: string, cells: readonly Span[] = []): NormalisedText {
  const raw = readSourceLines(source);
  freeTextBetweenTables(raw);
  markCells(raw, cells);
  const lines = withoutPageDirt(raw);
  const layout = measureLayout(lines);
  const builder = new TextBuilder();
  const expected: Expected = { article: 1, clause: 1 };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    const before = lines[i - 1];
    if (before) {
      builder.join(jointOf(before, line, layout, expected), before.sourceEnd);
    }
    builder.add(line);
  }
  return {
    ...builder.finish(),
    marksBold: lines.some((l) => l.bold > 0 && /^(?:Điều|ĐIỀU) ?\d/u.test(l.text)),
    layout,
  };
}

class TextBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  private shift = 0;
  private readonly offsets: [number, number][] = [];
  private readonly lines: TextLine[] = [];
  private start = 0;
  private bold = 0;
  private boldWhole = false;
  private heading = false;
  private cell = 0;
  private current: string[] = [];

  add(line: SourceLine): void {
    const fresh = this.current.length === 0;
    if (fresh) {
      this.heading = line.heading;
      this.cell = line.cell;
      this.bold = line.bold;
    } else if (this.boldWhole) this.bold = this.length - this.start + line.bold;
    const { segments } = line;
    for (let i = 0; i < segments.length; i += 2) {
      this.map(this.length + (segments[i] as number), segments[i + 1] as number);
    }
    this.write(line.text);
    this.boldWhole = line.bold > 0 && line.bold >= line.text.length && (fresh || this.boldWhole);
  }

  join(joint: "" | " " | "\n", sourceEnd: number): void {
    if (joint === "\n") this.endLine();
    if (joint === "") return;
    this.map(this.length, sourceEnd);
    if (joint === " ") this.write(" ");
    else {
      this.pieces.push("\n");
      this.length++;
      this.start = this.length;
    }
  }

  finish(): { text: string; offsets: OffsetMap; lines: TextLine[] } {
    this.endLine();
    return { text: this.pieces.join(""), offsets: this.offsets, lines: this.lines };
  }

  /** A pair that runs in step with the one before says nothing new. */
  private map(normalised: number, source: number): void {
    if (source - normalised === this.shift && this.offsets.length > 0) return;
    this.shift = source - normalised;
    this.offsets.push([normalised, source]);
  }

  private write(text: string): void {
    this.pieces.push(text);
    this.current.push(text);
    this.length += text.length;
  }

  private endLine(): void {
    if (this.current.length === 0) return;
    const text = this.current.length === 1 ? (this.current[0] as string) : this.current.join("");
    const { start, bold, heading, cell } = this;
    this.lines.push({ start, end: start + text.length, text, bold: Math.min(bold, text.length), heading, cell });
    this.current = [];
    this.boldWhole = false;
  }
}
