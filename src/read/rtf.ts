import { bulletSign } from "./docx-number-format.ts";
import { footnotesLeftOut, headersLeftOut, tablesAsLines } from "./left-out.ts";
import { conversionNotes } from "./old-encoding.ts";
import { type FormatOutcome, refuse } from "./refusal.ts";
import { decodeRtfBytes, isSymbolFont, type RtfFont } from "./rtf-fonts.ts";
import { RtfTables } from "./rtf-tables.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";
import { createRunningText, type RunningText } from "./running-text.ts";
import { refuseWithoutText } from "./text-check.ts";

/**
 * An .rtf file → its text as printed: list numbers as the writer wrote them out, deletions and hidden text gone, every
 * table cell a paragraph, text boxes after the paragraph they hang on, footnotes and running heads outside.
 */
export function readRtf(bytes: Uint8Array, name: string): FormatOutcome {
  const reader = new RtfReader();
  for (const token of rtfTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"))) {
    if (reader.ended === null) reader.take(token);
    // Words after the last brace: one brace too many somewhere before, and half the law would be lost.
    else if (token.kind === "word" || (token.kind === "text" && token.text.trim() !== "")) reader.ended = "broken";
    if (reader.ended === "deep" || reader.ended === "broken") break;
  }
  if (reader.ended !== "whole") {
    const what =
      reader.ended === "deep" ? `nội dung RTF lồng nhau quá ${DEEPEST} cấp` : "nội dung RTF bị cắt hoặc hỏng";
    return refuse("broken-rtf", name, what, "Cấu trúc tệp không hợp lệ; đọc tiếp có thể mất một phần văn bản.", RESAVE);
  }
  reader.tables.end();
  const { text, count, tables } = reader.body.finish();
  return (
    refuseWithoutText(text, name) ?? {
      ok: true,
      text,
      tables,
      notes: [
        ...conversionNotes(name, count),
        ...footnotesLeftOut(name, reader.footnotes),
        ...headersLeftOut(name, reader.headers),
        ...tablesAsLines(name, reader.body.tables.lost),
      ],
    }
  );
}

const RESAVE = "Mở tệp bằng Word, lưu lại thành .docx rồi nạp lại.";
/** Word itself nests a few dozen groups; a file of nothing but braces would eat the memory. */
const DEEPEST = 500;
/** Footnotes and heads that are kept to be shown. */
const MOST_ASIDES = 1000;

type Place = "text" | "skip" | "fonts" | "label" | "note" | "header" | "box";

interface Group {
  place: Place;
  font: number;
  hidden: boolean;
  deleted: boolean;
  /** Characters that stand for a \u in readers without Unicode. */
  substitutes: number;
  /** The next word was announced by \*: unknown ones are skipped. */
  starred: boolean;
  /** Opened this destination itself, so that closing ends it. */
  opened: boolean;
  /** Children of \upr are skipped but for the Unicode one. */
  twofold: boolean;
  /** The fonts named next are for Chinese letters only. */
  farEast: boolean;
  /** Paragraphs from here on stand in a table. */
  inTable: boolean;
}

class RtfReader {
  readonly body = createRunningText();
  readonly footnotes: string[] = [];
  readonly headers: string[] = [];
  ended: "whole" | "deep" | "broken" | null = null;
  private readonly fonts = new Map<number, RtfFont>();
  private readonly groups: Group[] = [];
  private sink: RunningText = this.body;
  readonly tables = new RtfTables(this.body);
  private filePage = 1252;
  private defaultFont = 0;
  private pending = "";
  private skipNext = 0;
  private label = "";
  private labelFont: string | null = null;
  private group: Group = {
    place: "skip",
    font: 0,
    hidden: false,
    deleted: false,
    substitutes: 1,
    starred: false,
    opened: false,
    twofold: false,
    farEast: false,
    inTable: false,
  };

  take(token: RtfToken): void {
    if (token.kind === "text" || token.kind === "byte") return this.characters(token.text);
    if (token.kind === "open") return this.open();
    if (token.kind === "close") return this.close();
    if (this.skipNext > 0) {
      this.skipNext--;
      return;
    }
    if (token.kind === "symbol") return this.symbol(token.name);
    if (token.kind === "word") this.word(token.name, token.value);
  }

  private open(): void {
    this.flush();
    this.skipNext = 0;
    this.groups.push(this.group);
    if (this.groups.length > DEEPEST) {
      this.ended = "deep";
      return;
    }
    const place = this.group.twofold ? "skip" : this.group.place;
    this.group = { ...this.group, place, starred: false, opened: false, twofold: false, farEast: false };
  }

  private close(): void {
    this.flush();
    this.skipNext = 0;
    const closed = this.group;
    const parent = this.groups.pop();
    if (parent === undefined) return;
    if (closed.opened) this.endPlace(closed.place);
    this.group = parent;
    if (this.groups.length === 0) this.ended = "whole";
  }

  /** Bytes of text; those that only stand in for a \u are passed over. */
  private characters(latin: string): void {
    const text = this.skipNext > 0 ? latin.slice(this.skipNext) : latin;
    this.skipNext = Math.max(0, this.skipNext - latin.length);
    this.group.starred = false;
    if (this.group.place === "skip") return;
    this.pending += text;
    if (this.pending.length > 100_000) this.flush();
  }

  private flush(): void {
    if (this.pending === "") return;
    const bytes = this.pending;
    this.pending = "";
    if (this.group.place === "fonts") {
      const font = this.fonts.get(this.group.font);
      if (font !== undefined && font.name.length < 100) font.name = (font.name + bytes).replace(/;$/u, "").trim();
      return;
    }
    this.write(decodeRtfBytes(bytes, this.fonts.get(this.group.font), this.filePage));
  }

  private write(text: string): void {
    const { place, hidden, deleted, font } = this.group;
    if (place === "skip" || place === "fonts" || hidden || deleted) return;
    const known = this.fonts.get(font);
    if (place === "label") {
      this.label += isSymbolFont(known) && text.trim() !== "" ? "-" : text;
      this.labelFont = known?.name ?? null;
      return;
    }
    if (place === "text" && this.sink === this.body) this.tables.before(true, this.group.inTable);
    // An empty list paragraph counts, and prints a bare number that says nothing.
    if (this.label !== "" && text.trim() !== "") this.writeLabel();
    this.sink.text(text, known?.name ?? null);
  }

  private writeLabel(): void {
    const label = this.label.trim();
    this.label = "";
    const shown = /[\p{L}\p{N}]/u.test(label) ? label : bulletSign(label);
    if (shown === "") return;
    this.sink.text(shown, this.labelFont);
    this.sink.text(" ", null);
  }

  private symbol(name: string): void {
    if (name === "*") {
      this.group.starred = true;
      return;
    }
    if (name === "\n" || name === "\r") return this.word("par", null);
    const text = SYMBOLS[name];
    if (text === undefined) return;
    this.flush();
    this.write(text);
  }

  private word(name: string, value: number | null): void {
    this.flush();
    const starred = this.group.starred;
    this.group.starred = false;
    // The frame of a text box: its words stand in a place of their own inside.
    if (name === "shpinst") return;
    const place = PLACES[name] ?? (starred && name !== "ud" ? "skip" : undefined);
    if (place !== undefined) return this.enter(place, name);
    if (name === "ud") {
      // The Unicode half of \upr; its parent says where it stands.
      this.group.place = this.groups.at(-1)?.place ?? "skip";
    } else if (name === "u") this.unicode(value ?? 0);
    else if (CHARACTERS[name] !== undefined) this.write(CHARACTERS[name]);
    else if (BREAKS[name] !== undefined) this.break(BREAKS[name], name);
    else this.property(name, value);
  }

  private unicode(value: number): void {
    const code = value < 0 ? value + 65_536 : value;
    if (code > 0 && code <= 0xffff) this.write(String.fromCharCode(code));
    this.skipNext = this.group.substitutes;
  }

  private break(kind: "tab" | "line" | "paragraph", name: string): void {
    const { place, hidden, deleted } = this.group;
    if (place === "skip" || place === "fonts") return;
    if (place === "label") this.label += " ";
    else if (kind === "paragraph") {
      // A paragraph whose mark is deleted runs on into the next.
      if (deleted) return;
      this.label = "";
      const inBody = place === "text" && this.sink === this.body;
      if (inBody && name !== "cell" && name !== "row") this.tables.before(false, this.group.inTable);
      this.sink.paragraphEnd();
      if (inBody && name === "cell") this.tables.closeCell();
      else if (inBody && name === "row") this.tables.closeRow();
    } else if (hidden || deleted) return;
    else if (kind === "tab") this.sink.tab();
    else this.sink.lineEnd();
  }

  private property(name: string, value: number | null): void {
    const { group } = this;
    if (FONT_SCRIPTS[name] !== undefined) group.farEast = FONT_SCRIPTS[name];
    else if (name === "f") {
      if (group.farEast) return;
      group.font = value ?? 0;
      if (group.place === "fonts") this.fonts.set(group.font, { name: "", charset: null, codePage: null });
    } else if (name === "fcharset" || name === "cpg") {
      const font = group.place === "fonts" ? this.fonts.get(group.font) : undefined;
      if (font !== undefined) font[name === "cpg" ? "codePage" : "charset"] = value;
    } else if (name === "ansicpg") this.filePage = value ?? 1252;
    else if (name === "mac") this.filePage = 10_000;
    else if (name === "deff") {
      this.defaultFont = value ?? 0;
      group.font = this.defaultFont;
    } else if (name === "uc") group.substitutes = Math.min(Math.max(value ?? 1, 0), 16);
    else if (name === "intbl" || name === "pard") group.inTable = name === "intbl";
    else if (group.place === "text" && this.sink === this.body && this.tables.property(name, value)) return;
    else if (name === "v") group.hidden = value !== 0;
    else if (name === "deleted") group.deleted = value !== 0;
    else if (name === "plain") {
      [group.hidden, group.deleted, group.font] = [false, false, this.defaultFont];
    } else if (name === "upr") group.twofold = true;
    else if (name === "rtf" && this.groups.length === 1) group.place = "text";
  }

  /** A destination: what follows, up to the end of its group, stands elsewhere or nowhere. */
  private enter(place: Place, name: string): void {
    const { group } = this;
    if (group.place === "skip" && name !== "rtf") return;
    if (place === "box" && group.place !== "text") return;
    group.place = place === "box" ? "text" : place;
    group.opened = place !== "skip";
    if (place === "box") {
      group.place = "box";
      this.sink.beginAside();
    } else if (place === "label") [this.label, this.labelFont] = ["", null];
    else if ((place === "note" || place === "header") && this.sink !== this.body) {
      // A note in a running head: out with it.
      [group.place, group.opened] = ["skip", false];
    } else if (place === "note" || place === "header") {
      this.sink = createRunningText();
      [group.hidden, group.deleted] = [false, false];
    }
  }

  private endPlace(place: Place): void {
    if (place === "box") this.sink.endAside();
    if (place !== "note" && place !== "header") return;
    const { text } = this.sink.finish();
    const kept = place === "note" ? this.footnotes : this.headers;
    if (text !== "" && kept.length < MOST_ASIDES) kept.push(text);
    this.sink = this.body;
  }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "~": "\u00a0",
  _: "\u2011",
  "-": "\u00ad",
  "\\": "\\",
  "{": "{",
  "}": "}",
};

const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
};

/** Which letters the fonts named next are for; true = Chinese ones. */
const FONT_SCRIPTS: Readonly<Record<string, boolean>> = { dbch: true, loch: false, hich: false, ltrch: false };

const BREAKS: Readonly<Record<string, "tab" | "line" | "paragraph">> = {
  tab: "tab",
  line: "line",
  par: "paragraph",
  sect: "paragraph",
  page: "paragraph",
  column: "paragraph",
  cell: "paragraph",
  nestcell: "paragraph",
  row: "paragraph",
  nestrow: "paragraph",
};

/** Where the words after these stand. Known ones may or may not carry a star. */
const PLACES: Readonly<Record<string, Place>> = {
  fonttbl: "fonts",
  listtext: "label",
  pntext: "label",
  footnote: "note",
  shptxt: "box",
  ...Object.fromEntries(
    "header headerl headerr headerf footer footerl footerr footerf".split(" ").map((n) => [n, "header"]),
  ),
  ...Object.fromEntries(
    (
      "colortbl stylesheet info pict objdata objclass shprslt sp nonshppict shppict nonesttables tc xe fldinst pn " +
      "listtable listoverridetable revtbl annotation atnid atnauthor bkmkstart bkmkend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn " +
      "themedata colorschememapping datastore latentstyles generator filetbl rsidtbl xmlnstbl pgptbl panose falt do mmathPr"
    )
      .split(" ")
      .map((n) => [n, "skip"]),
  ),
};
