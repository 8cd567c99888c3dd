import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type RefusedChange, refusedChanges } from "../report/consolidated-model.ts";
import type { Store, StoredDocument, StoredLink } from "../store/store.ts";
import { type ConsolidateInput, consolidate } from "../timeline/consolidate.ts";
import type { Consolidation } from "../timeline/timeline.ts";
import { unreadChanges } from "./unread-changes.ts";
import { worksOf } from "./view-finding-row.ts";

/**
 * What the texts of a work are put together from: what others did to it, what was done to the clauses that did it, and the
 * annexes they bring. Loaded once, for as many days as are wanted.
 */
export interface TextSources extends Omit<ConsolidateInput, "on"> {
  readonly work: Work;
  /** Where other documents speak of changing this one. */
  readonly links: readonly StoredLink[];
  /** The works that change this one, or speak of it. */
  readonly works: ReadonlyMap<WorkId, Work>;
}

/** The text of a work on a day, and every change that is not in its words. */
export interface WorkText {
  readonly consolidation: Consolidation;
  /** Did not fit, or could not be read at all. */
  readonly refused: readonly RefusedChange[];
  /** Their own clause never acted, or a person has rejected them. */
  readonly idle: readonly RefusedChange[];
}

const SPEAK_OF_CHANGE = ["amends", "repeals"] as const;

export async function textSources(
  store: Store,
  work: Work,
  { document }: Pick<StoredDocument, "document">,
): Promise<TextSources> {
  const effects = await store.effects.on(work.id);
  const links = (await store.links.to(work.id, { roles: SPEAK_OF_CHANGE })).filter((l) => l.from !== work.id);
  const amenders = new Set(effects.map((e) => e.source));
  amenders.delete(work.id);
  const onSources: Effect[] = [];
  const sources = new Map<WorkId, LegalDocument>();
  for (const id of amenders) {
    onSources.push(...(await store.effects.on(id)));
    const brings = effects.some((e) => e.source === id && (bringsAnnex(e) || mayBringTable(e)));
    const stored = brings ? await store.documents.current(id) : null;
    if (stored !== null) sources.set(id, stored.document);
  }
  const works = await worksOf(store, [...amenders, ...links.map((l) => l.from)]);
  return { work, document, effects, links, works, onSources, sources };
}

/** Its new words stand in an annex of the amending document. */
const bringsAnnex = ({ content, targetEId }: Effect): boolean =>
  (content ?? "").trim() === "" && targetEId !== null && targetEId.startsWith("att_");

/** Fewer lines are no table: two rows of two cells, below the words that announce them. */
const TABLE_LINES = 5;

/** Where the cells of its new words begin and end is known only to the amending document. */
const mayBringTable = ({ content }: Effect): boolean => (content ?? "").split("\n").length >= TABLE_LINES;

/** The one place where a text on a day is put together, for reader, comparison, citation card, consolidated copy alike. */
export function workText(sources: TextSources, on: LegalDate): WorkText {
  const consolidation = consolidate({ ...sources, on });
  const { document } = sources;
  return {
    consolidation,
    refused: [
      ...refusedChanges(document, consolidation.refused),
      ...unreadChanges(sources, new Set(consolidation.provisions.map((p) => p.eId)), on),
    ],
    idle: refusedChanges(document, consolidation.idle),
  };
}
