import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import { boxed, centred, officialDocx, paragraph, run } from "./docx-house-style.ts";

/** One remark on a draft. `spans` count in the draft's text; empty = the draft as a whole. */
export interface Remark {
  readonly spans: readonly Span[];
  /** The first paragraph is its heading. */
  readonly says: readonly string[];
}

export interface AnnotatedDraft {
  readonly title: string;
  /** Said in a box above the text. */
  readonly summary: readonly string[];
  readonly document: LegalDocument;
  readonly remarks: readonly Remark[];
  /** After the text: what issuing it would do. */
  readonly outcomes: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

/** The draft's text in the manner of official documents, with every remark as a comment in the margin at its words. */
export function annotatedDraftDocx(draft: AnnotatedDraft): Promise<Uint8Array> {
  const { text } = draft.document;
  const marks = marksOf(draft.remarks, text.length);
  const lines: Paragraph[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const span = { start: at, end: at + line.length };
    at = span.end + 1;
    if (line.trim() !== "" || marks.some((m) => m.at >= span.start && m.at <= span.end))
      lines.push(lineOf(draft.document, text, span, marks));
  }
  return officialDocx({
    title: draft.title,
    comments: draft.remarks.map((r) => r.says),
    foot: "Bản kiểm tra dự thảo bằng Rasoat; không thay cho ý kiến thẩm định",
    children: [
      boxed(draft.summary.map((s, i) => paragraph([run(s, { bold: i === 0, size: 24 })], { indent: false }))),
      new Paragraph({}),
      ...lines,
      ...draft.outcomes.flatMap(({ heading, lines: own }) => [
        centred(heading, { bold: true, before: 240, after: 60 }),
        ...own.map((l) => paragraph([run(l)])),
      ]),
    ],
  });
}

interface Mark {
  readonly at: number;
  readonly kind: "start" | "end";
  readonly id: number;
}

/** Where each comment begins and ends: from its first span's start to that span's end. */
function marksOf(remarks: readonly Remark[], length: number): readonly Mark[] {
  const marks = remarks.flatMap(({ spans }, id): Mark[] => {
    const span = spans[0] ?? { start: 0, end: 0 };
    const start = Math.min(Math.max(0, span.start), length);
    const end = Math.min(Math.max(start, span.end), length);
    return [
      { at: start, kind: "start", id },
      { at: end, kind: "end", id },
    ];
  });
  return marks.sort((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === "start" ? -1 : 1));
}

function lineOf(document: LegalDocument, text: string, span: Span, marks: readonly Mark[]): Paragraph {
  const children: ParagraphChild[] = [];
  const style = styleOf(document, text, span);
  let at = span.start;
  const flush = (to: number): void => {
    if (to > at) children.push(new TextRun({ text: text.slice(at, to), ...(style.bold ? { bold: true } : {}) }));
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    if (mark.at < span.start || mark.at > span.end) continue;
    flush(mark.at);
    if (mark.kind === "start") children.push(new CommentRangeStart(mark.id));
    else children.push(new CommentRangeEnd(mark.id), new TextRun({ children: [new CommentReference(mark.id)] }));
  }
  flush(span.end);
  return style.centre
    ? new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 60, after: 60 }, children })
    : paragraph(children);
}

/** Head, chapters and attachments stand in the middle; headings of articles are bold. */
function styleOf(
  document: LegalDocument,
  text: string,
  span: Span,
): { readonly bold: boolean; readonly centre: boolean } {
  const unit = document.provisions.find((p) => p.span.start >= span.start && p.span.start <= span.end);
  const line = text.slice(span.start, span.end);
  const capitals = line.length > 3 && line === line.toLocaleUpperCase("vi") && /\p{Lu}/u.test(line);
  if (unit?.kind === "article") return { bold: true, centre: false };
  if (unit && ["part", "chapter", "section", "subsection", "attachment"].includes(unit.kind))
    return { bold: true, centre: true };
  const head = document.preamble === null ? document.body.start : document.preamble.start;
  return { bold: capitals, centre: capitals || span.end <= head };
}
