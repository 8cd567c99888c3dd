import { attachmentNames } from "../domain/attachment-name.ts";
import { type EId, eIdName } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import type { TextTable } from "../domain/text-table.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Effect } from "../domain/effect.ts";
import { shifted } from "../timeline/carry-tables.ts";
import { changesWords, type ConsolidatedNote, type Consolidation, type RefusedEffect } from "../timeline/timeline.ts";
import { type NotedKind, noteHead, noteSentence } from "./consolidated-notes.ts";

/** A consolidated text as it is read: on a page, in Markdown, in Word. Everything Vietnamese, nothing to look up. */
export interface ConsolidatedText {
  readonly work: Work;
  readonly on: LegalDate;
  /** False as soon as one change could not be worked in. */
  readonly complete: boolean;
  readonly title: { readonly text: string; readonly notes: readonly UnitNote[] };
  /** The documents worked in, in the order of their days. */
  readonly amenders: readonly Amender[];
  /** From the first căn cứ to the enacting words, line by line, as issued. */
  readonly preamble: readonly string[];
  readonly preambleNotes: readonly UnitNote[];
  /** In reading order. */
  readonly units: readonly ConsolidatedUnit[];
  /** What head and foot of the document say of itself. */
  readonly head: {
    readonly place: string | null;
    readonly signer: string | null;
    readonly signerOffice: readonly string[];
  };
  readonly refused: readonly RefusedChange[];
  /** Changes whose own clause had ended before its day. */
  readonly idle: readonly RefusedChange[];
}

export interface ConsolidatedUnit {
  readonly eId: EId;
  readonly kind: ProvisionKind;
  /** Number without its word: `5a`, `II`, `đ`. Empty for an indent. */
  readonly num: string;
  readonly heading: string | null;
  /** As printed: with `Điều 5.`, `2.`, `đ)` in front; paragraphs are lines. */
  readonly text: string;
  /** Tables in `text`. */
  readonly tables?: readonly TextTable[];
  /** A table was here; after a change its words stand as lines. */
  readonly tableLost?: true;
  readonly state: "original" | "amended" | "inserted" | "repealed";
  readonly notes: readonly UnitNote[];
  /** Attached texts are set apart from the document's own. */
  readonly attached: boolean;
}

export interface UnitNote {
  /** Symbol of the amending document, and the document itself. */
  readonly by: string | null;
  readonly work: WorkId;
  readonly byEId: EId | null;
  readonly from: LegalDate | null;
  readonly change: ConsolidatedNote["change"];
  /** "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 3 Điều 1 Quyết định số …, có hiệu lực kể từ ngày …." */
  readonly says: string;
  /** The same without clause, document and day. */
  readonly head: string;
  /** The words before; null for what was added. */
  readonly oldText: string | null;
  /** The words of the instruction. */
  readonly quote: string;
}

export interface Amender {
  readonly work: Work | null;
  readonly symbol: string | null;
  /** First day of its changes here. */
  readonly from: LegalDate;
}

export interface RefusedChange {
  readonly by: string | null;
  readonly work: WorkId;
  readonly byEId: EId | null;
  readonly from: LegalDate | null;
  readonly target: EId | null;
  /** `khoản 2 Phụ lục I`; "toàn văn bản" where no unit is named. */
  readonly targetName: string;
  /** The unit of this text beside which it belongs. */
  readonly place: EId | null;
  readonly action: string;
  readonly phraseFrom: string | null;
  readonly phraseTo: string | null;
  readonly why: string;
  readonly todo: string;
  readonly quote: string;
}

export interface ModelInput {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly consolidation: Consolidation;
  /** The works that change this one. */
  readonly works: ReadonlyMap<WorkId, Work>;
  /** Changes that are not in the words, and those that never acted. */
  readonly refused: readonly RefusedChange[];
  readonly idle: readonly RefusedChange[];
}

export function consolidatedModel({
  work,
  document,
  consolidation,
  works,
  refused,
  idle,
}: ModelInput): ConsolidatedText {
  const nums = new Map(document.attachments.map((a) => [a.eId, a.num]));
  const note = (kind: NotedKind, n: ConsolidatedNote): UnitNote => unitNote(kind, n, works);
  const units = consolidation.provisions.map((p): ConsolidatedUnit => {
    const num = numOf(p.eId, p.kind);
    const text =
      p.kind === "article" ? printedArticle(num, p.text, p.heading !== null || p.state === "repealed") : p.text;
    return {
      eId: p.eId,
      kind: p.kind,
      num: p.kind === "attachment" ? (nums.get(p.eId) ?? num) : num,
      heading: p.heading,
      text,
      ...shifted(p, p.kind === "article" ? text.length - p.text.trimEnd().length : 0),
      ...(p.tableLost === true ? { tableLost: true as const } : {}),
      state: p.state,
      notes: p.notes.map((n) => note(p.kind, n)),
      attached: p.eId.startsWith("att_"),
    };
  });
  return {
    work,
    on: consolidation.on,
    complete: refused.length === 0,
    title: {
      text: consolidation.title?.text ?? work.title ?? "",
      notes: (consolidation.title?.notes ?? []).map((n) => note("title", n)),
    },
    amenders: amendersOf(consolidation, works),
    preamble: linesOf(document, document.preamble),
    preambleNotes: consolidation.preamble.map((n) => note("preamble", n)),
    units,
    head: headOf(document),
    refused,
    idle,
  };
}

const whoOf = (e: Effect): { by: string | null; work: WorkId; byEId: EId | null; from: LegalDate | null } => ({
  by: e.evidence.symbol,
  work: e.source,
  byEId: e.sourceEId,
  from: e.from,
});

function amendersOf(consolidation: Consolidation, works: ReadonlyMap<WorkId, Work>): Amender[] {
  const first = new Map<WorkId, Amender>();
  const notes = [...(consolidation.title?.notes ?? []), ...consolidation.provisions.flatMap((p) => p.notes)];
  for (const { effect } of notes.filter(changesWords)) {
    const known = first.get(effect.source);
    if (effect.from === null || (known && known.from <= effect.from)) continue;
    const work = works.get(effect.source) ?? null;
    first.set(effect.source, { work, symbol: work?.symbol ?? effect.evidence.symbol, from: effect.from });
  }
  return [...first.values()].sort(
    (a, b) =>
      a.from.localeCompare(b.from) ||
      (a.work?.issuedOn ?? "").localeCompare(b.work?.issuedOn ?? "") ||
      (a.symbol ?? "").localeCompare(b.symbol ?? ""),
  );
}

const numOf = (eId: EId, kind: ProvisionKind): string => (kind === "indent" ? "" : eId.slice(eId.lastIndexOf("_") + 1));

const printedArticle = (num: string, text: string, dotted: boolean): string =>
  `Điều ${num}${dotted || !text.startsWith("\n") ? "." : ""} ${text}`.trim();

const headOf = ({ meta }: LegalDocument): ConsolidatedText["head"] => ({
  place: meta.place?.value ?? null,
  signer: meta.signer?.value ?? null,
  signerOffice: (meta.signerOffice?.value ?? "")
    .split(/[;\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== ""),
});

const linesOf = (document: LegalDocument, span: LegalDocument["preamble"]): string[] =>
  span === null
    ? []
    : document.text
        .slice(span.start, span.end)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");

/** `khoản 2 Phụ lục I`: the unit as this document calls it. */
export const targetName = (eId: EId | null, names: ReadonlyMap<EId, string>): string =>
  eId === null
    ? "toàn văn bản"
    : eIdName(eId, (a) => names.get(a) ?? null).replace(/(?<!\p{L})(?:form |Phụ lục mẫu-)(\S+)/gu, "Mẫu số $1");

/** Changes that are not in the words, with their targets named as this document calls them. */
export function refusedChanges(document: LegalDocument, list: readonly RefusedEffect[]): readonly RefusedChange[] {
  const names = attachmentNames(document.attachments.map((a) => ({ ...a, heading: a.title })));
  return list.map((r) => ({
    ...whoOf(r.effect),
    target: r.effect.targetEId,
    targetName: targetName(r.effect.targetEId, names),
    place: r.place ?? null,
    action: r.effect.action,
    phraseFrom: r.effect.phraseFrom,
    phraseTo: r.effect.phraseTo,
    why: r.why,
    todo: r.todo ?? "",
    quote: r.effect.evidence.quote,
  }));
}

/** A change of a unit, of the title or beside the căn cứ, as it is said. `works` = those that change the document. */
export const unitNote = (kind: NotedKind, n: ConsolidatedNote, works: ReadonlyMap<WorkId, Work>): UnitNote => ({
  ...whoOf(n.effect),
  change: n.change,
  says: noteSentence(kind, n, works.get(n.effect.source) ?? null),
  head: noteHead(kind, n),
  oldText: n.before,
  quote: n.effect.evidence.quote,
});

/** "(Ban hành kèm theo Quyết định số …)" under the name of an attached text. */
export const isAttachedBy = (line: string): boolean => /^\(.{0,20}(?:kèm theo|ban hành)/iu.test(line);

/** How many of the lines of a chapter or an attachment are its head; what follows is running text. */
export function headLineCount(unit: Pick<ConsolidatedUnit, "kind" | "text" | "tables">): number {
  const words = unit.text.slice(0, unit.tables?.[0]?.span.start);
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const end = lines.findIndex((line, i) => {
    if (i === 0 || isAttachedBy(line)) return false;
    const above = lines.slice(0, i).some(isAttachedBy);
    return above || i >= 6 || (/\p{Ll}/u.test(line) && (i >= 3 || line.length >= 160 || /[.;:]$/u.test(line)));
  });
  return end < 0 ? lines.length : end;
}
