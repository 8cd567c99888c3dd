import { type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { NormKind, ProvisionNorm } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import { MOST_NORMS } from "../compare/norms-of.ts";
import { loadTables, rowsOn, type Tables } from "../engine/tables.ts";
import { termPattern } from "../engine/term-pattern.ts";
import type { Store } from "../store/store.ts";
import { normsOfText } from "./norms-of-text.ts";
import type { DocumentHead } from "./view-document.ts";

/** Norms on one page of the list. */
const NORMS_SHOWN = 100;

/** In the order in which the filter names them: what binds first, what is not understood last. */
export const NORM_KINDS = [
  "obligation",
  "prohibition",
  "permission",
  "task",
  "delegation",
  "sanction",
  "procedure",
  "condition",
  "value",
  "definition",
  "scope",
  "reference",
  "formal",
  "other",
] as const satisfies readonly NormKind[];

/** A body that the apparatus tables know under another name on the day. */
export interface RenamedBody {
  readonly old: string;
  readonly now: string;
  readonly source: string;
}

export interface NormView {
  readonly norm: ProvisionNorm;
  /** Deciding words, as offsets into the norm's text, ascending and apart. */
  readonly marks: readonly Span[];
  readonly renamed: readonly RenamedBody[];
}

/** One unit of the document with its norms. */
export interface NormUnit {
  readonly eId: EId;
  readonly name: string;
  readonly norms: readonly NormView[];
  /** The unit reads otherwise on the day: what is shown is the wording as issued. */
  readonly changed: boolean;
}

export interface NormsView {
  readonly units: readonly NormUnit[];
  /** Over the whole document, filters aside. */
  readonly counts: Readonly<Partial<Record<NormKind, number>>>;
  readonly total: number;
  /** The document holds more than are read. */
  readonly bounded: boolean;
  /** Norms that pass the filters. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly kind: NormKind | null;
  readonly unit: { readonly eId: EId; readonly name: string } | null;
  /** Units of the document that are quoted new wording of others: their norms are not this document's. */
  readonly quotes: number;
}

export interface NormFilters {
  readonly kind: NormKind | null;
  readonly unit: EId | null;
  /** From 1. */
  readonly page: number;
}

/** What the machine understood of a document's provisions; null when its text is not in the collection. */
export async function viewNorms(
  store: Store,
  head: DocumentHead,
  on: LegalDate,
  filters: NormFilters,
): Promise<NormsView | null> {
  const stored = await store.documents.current(head.work.id);
  if (stored === null) return null;
  const { document } = stored;
  const norms = await normsOfText(store, stored);
  const counts: Partial<Record<NormKind, number>> = {};
  for (const { kind } of norms) counts[kind] = (counts[kind] ?? 0) + 1;
  const unit = filters.unit === null ? null : unitWithNorms(document, norms, filters.unit);
  const found = norms.filter(
    (n) =>
      (filters.kind === null || n.kind === filters.kind) &&
      (filters.unit === null || (unit !== null && n.eId !== null && isUnder(n.eId, unit))),
  );
  const pages = Math.max(1, Math.ceil(found.length / NORMS_SHOWN));
  const page = Math.min(Math.max(1, filters.page), pages);
  const name = (eId: EId): string => head.names.of(head.work.id, eId);
  const bodies = renamedBodies(on);
  const shown = found.slice((page - 1) * NORMS_SHOWN, page * NORMS_SHOWN);
  return {
    units: byUnit(shown).map(({ eId, norms: own }) => ({
      eId,
      name: name(eId),
      norms: own.map((norm) => ({ norm, marks: marksOf(norm), renamed: bodies(norm) })),
      changed: head.effectsOn.some(
        (e) => e.applied && e.targetEId !== null && e.from !== null && e.from <= on && touches(e.targetEId, eId),
      ),
    })),
    counts,
    total: norms.length,
    bounded: norms.length >= MOST_NORMS,
    found: found.length,
    page,
    pages,
    kind: filters.kind,
    unit: filters.unit === null ? null : { eId: filters.unit, name: name(filters.unit) },
    quotes: document.quotes.length,
  };
}

const touches = (target: EId, unit: EId): boolean => isUnder(unit, target) || isUnder(target, unit);

/** A point whose words stand in the list of its clause has no norm of its own: the clause is shown. Null: no such unit. */
function unitWithNorms({ provisions }: LegalDocument, norms: readonly ProvisionNorm[], asked: EId): EId | null {
  if (!provisions.some((p) => p.eId === asked)) return null;
  for (let eId: EId | null = asked; eId !== null; eId = parentEId(eId)) {
    const at = eId;
    if (norms.some((n) => n.eId !== null && isUnder(n.eId, at))) return at;
  }
  return asked;
}

function byUnit(norms: readonly ProvisionNorm[]): { readonly eId: EId; readonly norms: readonly ProvisionNorm[] }[] {
  const units: { eId: EId; norms: ProvisionNorm[] }[] = [];
  for (const norm of norms) {
    const last = units.at(-1);
    if (last && last.eId === norm.eId) last.norms.push(norm);
    else units.push({ eId: norm.eId ?? "", norms: [norm] });
  }
  return units;
}

/** Modal words, values, the words that open an exception, the defined term: what a reader checks first. */
function marksOf(norm: ProvisionNorm): Span[] {
  const words = [norm.modal, norm.definition?.term, ...norm.values, ...norm.exceptions];
  const inside = words
    .flatMap((w) => (w && w.span.start >= norm.span.start && w.span.end <= norm.span.end ? [w.span] : []))
    .map((s) => ({ start: s.start - norm.span.start, end: s.end - norm.span.start }))
    .sort((a, b) => a.start - b.start);
  const apart: Span[] = [];
  for (const s of inside) if (s.start >= (apart.at(-1)?.end ?? 0)) apart.push(s);
  return apart;
}

/** Tables of bodies that have been merged, renamed or ended. */
const BODY_TABLES = ["ministries", "departments", "ended-bodies", "district-bodies"];

let shipped: Tables | null = null;

/** Finds, in who acts and who decides, bodies that bear another name on the day or exist no longer. */
function renamedBodies(on: LegalDate): (norm: ProvisionNorm) => readonly RenamedBody[] {
  shipped ??= loadTables();
  const tables = shipped;
  const rows = BODY_TABLES.flatMap((table) => rowsOn(tables, table, on)).map((row) => {
    const old = String(row["old"] ?? row["term"] ?? "");
    const also = String(row["also"] ?? "");
    const pattern = termPattern([old, ...(also === "" ? [] : also.split("|"))]);
    return { pattern, body: { old, now: String(row["new"] ?? ""), source: row.source } };
  });
  return ({ bearer, counterpart, values }) => {
    const named = [bearer, counterpart, ...values.filter((v) => v.kind === "competence")].map((w) => w?.text ?? "");
    return rows
      .filter(({ pattern }) => named.some((text) => text !== "" && text.search(pattern) >= 0))
      .map(({ body }) => body);
  };
}
