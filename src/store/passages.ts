import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { Schema } from "./schema.ts";
import { searchWords } from "./search/words.ts";

export type ProvisionRow = Schema["provision"]["$inferSelect"];

/** What the rows of one document share, and the id of the first; the others follow. */
export type PassageOwner = Pick<ProvisionRow, "id" | "work" | "expression">;

/**
 * Longest stretch (UTF-16 units) one search row holds. An annexed table may be one unit of a megabyte, which PostgreSQL
 * cannot index as one value and no reader could find anything in.
 */
const MAX_PIECE = 12_000;

/** Every word of the document in exactly one row: the units' own words, then whatever stands outside all units. */
export function passagesOf(document: LegalDocument, owner: PassageOwner): ProvisionRow[] {
  const rows: ProvisionRow[] = [];
  for (const provision of document.provisions) {
    const pieces = cut(document.text, provision.own);
    pieces.forEach((piece, index) => {
      rows.push(unitRow(owner, document.text, provision, piece, rows.length, index));
    });
  }
  for (const gap of outside(document)) {
    for (const piece of cut(document.text, gap)) {
      const folded = searchWords(document.text.slice(piece.start, piece.end));
      if (folded === "") continue;
      rows.push({
        id: owner.id + rows.length,
        work: owner.work,
        expression: owner.expression,
        ord: rows.length,
        piece: 1,
        eId: "",
        kind: "outside",
        num: null,
        heading: null,
        parent: null,
        folded,
        spanStart: gap.start,
        spanEnd: gap.end,
        ownStart: gap.start,
        ownEnd: gap.end,
        textStart: piece.start,
        textEnd: piece.end,
      });
    }
  }
  return rows;
}

function unitRow(
  owner: PassageOwner,
  text: string,
  provision: Provision,
  piece: Span,
  ord: number,
  index: number,
): ProvisionRow {
  return {
    id: owner.id + ord,
    work: owner.work,
    expression: owner.expression,
    ord,
    piece: index,
    eId: provision.eId,
    kind: provision.kind,
    num: provision.num,
    heading: provision.heading,
    parent: provision.parent,
    spanStart: provision.span.start,
    spanEnd: provision.span.end,
    ownStart: provision.own.start,
    ownEnd: provision.own.end,
    textStart: piece.start,
    textEnd: piece.end,
    folded: searchWords(text.slice(piece.start, piece.end)),
  };
}

/** Cuts a long stretch at a line end or a space, never inside a word. At least one piece, even of an empty stretch. */
function cut(text: string, whole: Span): Span[] {
  const pieces: Span[] = [];
  let start = whole.start;
  while (whole.end - start > MAX_PIECE) {
    const window = text.slice(start, start + MAX_PIECE);
    const at = Math.max(window.lastIndexOf("\n"), window.lastIndexOf(" "));
    const end = start + (at > 0 ? at + 1 : MAX_PIECE);
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: whole.end });
  return pieces;
}

/** Stretches no unit holds as its own words: head, preamble, signature. */
function outside(document: LegalDocument): Span[] {
  const own = document.provisions.map((p) => p.own).sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let reached = 0;
  for (const span of own) {
    if (span.start > reached) gaps.push({ start: reached, end: span.start });
    reached = Math.max(reached, span.end);
  }
  if (reached < document.text.length) gaps.push({ start: reached, end: document.text.length });
  return gaps;
}
