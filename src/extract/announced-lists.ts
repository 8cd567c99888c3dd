import { parseDate } from "../domain/legal-date.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { Instruction, Operation } from "./instruction.ts";
import type { Mentions } from "./mentions.ts";
import type { Reference } from "./reference.ts";
import type { VerbValue } from "./token.ts";

/** What the heading of an announced list says of the documents below it. */
export type ListKind = "whole" | "unsure";

/**
 * Yearly lists: "Điều 1. Công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực toàn bộ năm 2025", rows in an annex or in the
 * units below. An announcement ends nothing, it tells what ended and when: a listed document expires on the day of its own
 * row. A row without a readable day, or below a heading that does not say "hết hiệu lực toàn bộ" and nothing else, is unknown.
 * Null where nothing is announced. `above` is what a heading above the unit announced.
 */
export function readAnnounced(
  document: LegalDocument,
  mentions: Mentions,
  provision: Provision,
  above: ListKind | null,
): { readonly instruction: Instruction; readonly kind: ListKind } | null {
  const own = document.text.slice(provision.own.start, provision.own.end);
  if (!above) {
    if (!ANNOUNCES.test(own)) return null;
    return { instruction: instructionOf(rowsOfAnnexes(document, mentions)), kind: kindOf(own) };
  }
  const row = rowOfUnit(document, mentions, provision, above);
  if (row) return { instruction: instructionOf([row]), kind: above };
  return { instruction: instructionOf([]), kind: HEADING.test(own) ? kindOf(own) : above };
}

const ANNOUNCES =
  /^[\s*#]{0,6}(?:(?:Điều|Khoản) )?[\da-zđ]{0,4}[.:)]?\s{0,3}(?:Nay )?[Cc]ông bố[^.;\n]{0,300}hết hiệu lực/u;
const HEADING =
  /^[\s|*#]{0,6}(?:[\p{Lu}\d]{1,5}[.)]\s{0,3})?(?:danh mục|các văn bản|văn bản|hết hiệu lực)[^\n]{0,200}hết hiệu lực|^[\s|*#]{0,6}(?:[\p{Lu}\d]{1,5}[.)]\s{0,3})?hết hiệu lực (?:toàn bộ|một phần)/iu;

/** "Hết hiệu lực, ngưng hiệu lực toàn bộ" and "toàn bộ hoặc một phần" leave open what befell the single document. */
const kindOf = (words: string): ListKind =>
  /hết hiệu lực toàn bộ/iu.test(words) && !/một phần|ngưng hiệu lực|ngừng hiệu lực/iu.test(words) ? "whole" : "unsure";

interface Row {
  readonly index: number;
  readonly effectiveOn: LegalDate | null;
}

function instructionOf(rows: readonly Row[]): Instruction {
  const operations = rows.map(
    ({ index, effectiveOn }): Operation => ({
      action: effectiveOn ? "expire" : "unknown",
      reference: index,
      form: null,
      from: null,
      to: null,
      content: null,
      after: null,
      effectiveOn,
      event: null,
      until: null,
      exception: null,
    }),
  );
  const objects = new Map<number, VerbValue>(rows.map((r) => [r.index, "expire"]));
  return { operations, objects, inherits: null, when: null, phraseHeading: false, spoke: true, lost: false };
}

function rowsOfAnnexes(document: LegalDocument, mentions: Mentions): Row[] {
  const lists = document.attachments.filter((a) => a.kind === "danh-muc" || a.kind === "phu-luc");
  // a list the parser did not set off stands somewhere behind the last unit
  const rest = { start: document.body.end, end: document.text.length };
  if (lists.length === 0) return rowsIn(document.text, mentions, rest, "unsure");
  return lists.flatMap((a) => rowsIn(document.text, mentions, a.span, kindOf(a.title ?? "")));
}

interface Head {
  readonly index: number;
  readonly start: number;
  readonly kind: ListKind;
}

function rowsIn(text: string, mentions: Mentions, range: Span, kind: ListKind): Row[] {
  const heads = headsIn(text, mentions, range, kind);
  const first = heads[0];
  const dated = first !== undefined && DAY_COLUMN.test(text.slice(range.start, first.start));
  return heads.map((head, i) => {
    const r = mentions.references[head.index] as Reference;
    const end = heads[i + 1]?.start ?? range.end;
    const day = dated && head.kind === "whole" ? dayOfRow(beforeHeading(text.slice(r.span.end, end)), r) : null;
    return { index: head.index, effectiveOn: day };
  });
}

/** The last row of a part of the list ends where the next part begins. */
function beforeHeading(row: string): string {
  const lines = row.split("\n");
  const next = lines.findIndex((line) => HEADING.test(line));
  return next < 0 ? row : lines.slice(0, next).join("\n");
}

const DAY_COLUMN = /(?:ngày|thời điểm)[^|\n]{0,40}hết hiệu lực/iu;

/**
 * A row begins with its ordinal number, one more than that of the row before, or 1 again: a document at the head of a cell
 * without number is the one that replaced the listed one.
 */
function headsIn(text: string, mentions: Mentions, range: Span, kind: ListKind): Head[] {
  const heads: Head[] = [];
  let now = kind;
  let last = 0;
  let seen = range.start;
  mentions.references.forEach((r, index) => {
    if (r.span.start < range.start || r.span.end > range.end || !namesDocument(mentions, r)) return;
    const from = Math.max(range.start, r.span.start - 80);
    const m = NUMBERED_ROW.exec(text.slice(from, r.span.start));
    if (!m || (Number(m[1]) !== last + 1 && Number(m[1]) !== 1)) return;
    last = Number(m[1]);
    for (const line of text.slice(seen, r.span.start).split("\n")) if (HEADING.test(line)) now = kindOf(line);
    seen = r.span.end;
    heads.push({ index, start: from + m.index, kind: now });
  });
  return heads;
}

const NUMBERED_ROW =
  /(?<![^\n])[ \t|]{0,6}(\d{1,4})[.)]?[\s|]{1,6}(?:(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Thông tư liên tịch|Nghị định)[\s|]{0,6})?(?:số[\s:]{0,3})?$/iu;

const namesDocument = (mentions: Mentions, r: Reference): boolean =>
  Boolean(r.document?.symbol) && !r.document?.isThis && r.paths.length === 0 && !r.attached && !mentions.isSelf(r);

/** The last cell of the row, where it is nothing but a day after the day of issue and words stand between. */
function dayOfRow(row: string, r: Reference): LegalDate | null {
  const cells = row
    .split(/[|\n\t]/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  const day = dayOf(cells.at(-1) ?? "");
  const worded = cells.slice(0, -1).some((cell) => cell.length >= 8 && dayOf(cell) === null && /\p{L}{2}/u.test(cell));
  return worded ? afterIssue(day, r) : null;
}

const dayOf = (cell: string): LegalDate | null => parseDate(cell.replace(/^(?:kể )?từ\s|\.$/giu, ""));

function afterIssue(day: LegalDate | null, r: Reference): LegalDate | null {
  const year = /\/(\d{4})\//u.exec(r.document?.symbol ?? "")?.[1] ?? "";
  return day !== null && day > (r.document?.issuedOn ?? year) ? day : null;
}

const UNIT_HEAD = /^[\s*_]{0,4}(?:\d{1,4}[.)]|[a-zđ]{1,2}\d?\)|[-+•])\s{0,3}$/u;
const OWN_DAY =
  /(?:(?:ngày|thời điểm) hết hiệu lực\s?:?|hết hiệu lực (?:thi hành )?(?:kể )?từ)\s{0,2}((?:ngày )?\d{1,2}(?:\/|-| tháng )\d{1,2}(?:\/|-| năm )\d{4})/iu;

/** "1. Quyết định số …; lý do: …; ngày hết hiệu lực: 01/12/2025." */
function rowOfUnit(document: LegalDocument, mentions: Mentions, { own }: Provision, kind: ListKind): Row | null {
  const index = mentions.references.findIndex((r) => r.span.start >= own.start);
  const r = mentions.references[index];
  if (!r || r.span.end > own.end || !namesDocument(mentions, r)) return null;
  if (!UNIT_HEAD.test(document.text.slice(own.start, r.span.start))) return null;
  const said = OWN_DAY.exec(document.text.slice(r.span.end, own.end));
  const day = said && kind === "whole" ? parseDate(said[1] as string) : null;
  return { index, effectiveOn: afterIssue(day, r) };
}
