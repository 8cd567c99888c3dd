import type { Work, WorkId } from "../domain/work.ts";
import type { Subject } from "../engine/rule.ts";
import { toSubject } from "../engine/to-subject.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Store } from "../store/store.ts";
import type { KnownWorks } from "./known-works.ts";

/** Texts of the index at hand while rules run: brought before a document is looked at, forgotten when there are too many. */
export interface CorpusTexts {
  /** One that has been brought; null when it has not, or when its text is not in the index. */
  at(id: WorkId): Subject | null;
  bring(ids: Iterable<WorkId>): Promise<void>;
  /** One document, kept at hand no longer than others. */
  load(id: WorkId): Promise<Subject | null>;
}

/** Characters of text kept; a subject takes some ten bytes a character with its facts. */
const KEPT_CHARACTERS = 8_000_000;

interface CorpusTextsOptions {
  /** Characters of text kept. */
  readonly limit?: number;
  /** Brings units that resolving asked for in vain. */
  readonly fetchUnits?: () => Promise<boolean>;
}

/** A cache bounded by size: what was not asked for longest goes first, but never what was brought last. */
export function corpusTexts(
  store: Store,
  known: KnownWorks,
  workOf: (id: WorkId) => Work | null,
  { limit = KEPT_CHARACTERS, fetchUnits = async () => false }: CorpusTextsOptions = {},
): CorpusTexts {
  const kept = new Map<WorkId, Subject>();
  let size = 0;
  let asked = new Set<WorkId>();

  const load = async (id: WorkId): Promise<Subject | null> => {
    const found = kept.get(id);
    if (found) {
      // a Map keeps the order of insertion: the end is the latest
      kept.delete(id);
      kept.set(id, found);
      return found;
    }
    const stored = await store.documents.current(id);
    const work = workOf(id);
    if (!stored || !work) return null;
    const { document, facts } = stored;
    const resolve = () => resolveFacts({ work, document, facts, ...known });
    const first = resolve();
    const subject = toSubject({ work, document, facts, ...((await fetchUnits()) ? resolve() : first) });
    kept.set(id, subject);
    size += document.text.length;
    return subject;
  };

  const forget = (): void => {
    for (const [id, { document }] of kept) {
      if (size <= limit) return;
      if (asked.has(id)) continue;
      kept.delete(id);
      size -= document.text.length;
    }
  };

  return {
    at: (id) => kept.get(id) ?? null,
    async load(id) {
      const subject = await load(id);
      forget();
      return subject;
    },
    async bring(ids) {
      asked = new Set(ids);
      for (const id of asked) await load(id);
      forget();
    },
  };
}
