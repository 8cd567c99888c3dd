import { createHash } from "node:crypto";
import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import { recordedReads } from "../engine/recorded-reads.ts";
import type { CorpusView, Rule } from "../engine/rule.ts";
import { runRules, wantedTexts } from "../engine/run-rules.ts";
import { loadTables } from "../engine/tables.ts";
import type { Review, Store } from "../store/store.ts";
import { noteRun } from "./finding-runs.ts";
import { type Corpus, loadCorpus } from "./corpus-view.ts";
import { tellReopened } from "./notify.ts";
import {
  OVERLAP_REPORT,
  type OverlapReport,
  readsOverlaps,
  withDraftOverlaps,
  withOverlaps,
} from "./overlapping-corpus.ts";
import { restingOnChange } from "./resting-on-change.ts";
import { applySuppressions } from "./suppress-findings.ts";

export interface RunRulesOptions {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** How many provisions were compared for overlaps, and what was left out because everybody says it. */
  readonly onOverlaps?: (report: OverlapReport) => void;
}

export interface RunOutcome {
  readonly findings: readonly Finding[];
  readonly added: number;
  readonly gone: number;
  /** How many documents the rules were run on. */
  readonly reviewed: number;
}

/** Findings of all rules over every indexed document, as of a day. Nothing is stored. */
export const findingsOn = async (options: RunRulesOptions): Promise<readonly Finding[]> =>
  (await reviewEverything(options)).findings;

/** Runs the rules as of a day over everything and keeps what they found; a finding no longer raised is kept as gone. */
export async function runRulesOn(options: RunRulesOptions & { readonly now: number }): Promise<RunOutcome> {
  let overlaps: OverlapReport | null = null;
  const done = await reviewEverything({ ...options, onOverlaps: (report) => void (overlaps = report) });
  return keep(options, done, overlaps, () => true);
}

async function reviewEverything(options: RunRulesOptions): ReturnType<typeof review> {
  const { store, rules } = options;
  const loaded = await loadCorpus(store);
  const corpus = rules.some(readsOverlaps) ? await withOverlaps(loaded.view, store, options) : loaded.view;
  const works = await store.documents.indexedWorks();
  return review({ ...options, works, loaded, corpusFor: async () => corpus, rulesFor: () => rules });
}

/** Share of the documents beyond which computing everything is simpler than finding out what can stay. */
const TOO_MANY_NEW = 0.25;
const TOO_MANY_AGAIN = 0.5;

/**
 * After an import: runs the rules on the new texts and on the documents whose findings rest on something that changed; the
 * rest stays as it is. What repeats the words of a new text without any other tie to it is found by the next run over
 * everything. Where rules, day or too much has changed, everything is run.
 */
export async function runRulesAfter(
  options: RunRulesOptions & {
    readonly now: number;
    readonly changed: ReadonlySet<WorkId>;
    readonly affected: ReadonlySet<WorkId>;
  },
): Promise<RunOutcome> {
  const { store, rules, day, changed, affected } = options;
  const reviews = await store.findings.reviews();
  const fingerprint = fingerprintOf(rules);
  const indexed = new Set(await store.documents.indexedWorks());
  const known = new Map(
    reviews.flatMap((r) => (r.day === day && r.rules === fingerprint ? [[r.work, r] as const] : [])),
  );
  const unknown = [...indexed].filter((id) => !known.has(id) && !changed.has(id)).length;
  if (unknown > 0 || changed.size > indexed.size * TOO_MANY_NEW) return runRulesOn(options);
  const loaded = await loadCorpus(store, "asked");
  const { view } = loaded;
  const again = restingOnChange({ corpus: view, reviews: known, indexed, changed, affected });
  if (again.size > indexed.size * TOO_MANY_AGAIN) return runRulesOn(options);
  const withoutOverlaps = rules.filter((rule) => !readsOverlaps(rule));
  const done = await review({
    ...options,
    works: [...again],
    loaded,
    corpusFor: async (id) => (changed.has(id) ? nearOverlaps(view, store, id) : view),
    rulesFor: (id) => (changed.has(id) ? rules : withoutOverlaps),
  });
  const ran = new Set(withoutOverlaps.map((rule) => rule.meta.id));
  return keep(options, done, null, ({ work, rule }) => again.has(work) && (changed.has(work) || ran.has(rule)));
}

/** A new text with what it repeats of the documents that stand near it. */
async function nearOverlaps(view: CorpusView, store: Store, id: WorkId): Promise<CorpusView> {
  const [text] = await store.documents.textsOf([id]);
  return text
    ? withDraftOverlaps(
        view,
        store,
        text,
        view.parentsOf(id).map((d) => d.parent),
      )
    : view;
}

interface Reviewing extends RunRulesOptions {
  readonly works: readonly WorkId[];
  readonly loaded: Corpus;
  readonly corpusFor: (id: WorkId) => Promise<CorpusView>;
  readonly rulesFor: (id: WorkId) => readonly Rule[];
}

/** The rules over some documents, one after another, with what each document's findings rest on. */
async function review(
  options: Reviewing,
): Promise<{ readonly findings: readonly Finding[]; readonly reviews: readonly Review[] }> {
  const { day, signal, works, corpusFor, rulesFor } = options;
  const { texts, fetchUnits } = options.loaded;
  const tables = loadTables();
  const fingerprint = fingerprintOf(options.rules);
  const findings: Finding[] = [];
  const reviews: Review[] = [];
  for (const [done, id] of works.entries()) {
    if (signal?.aborted) break;
    const subject = await texts.load(id);
    if (subject) {
      const { corpus, reads } = recordedReads(await corpusFor(id));
      const rules = rulesFor(id);
      let own: readonly Finding[] = [];
      // units of other documents may come only when they are asked for: what was found without them is found anew
      do {
        await texts.bring([id, ...wantedTexts(subject, { corpus, rules, day, tables })]);
        own = [...runRules({ subjects: [subject], corpus, rules, day, tables })];
      } while (await fetchUnits());
      findings.push(...own);
      reviews.push({ work: id, day, rules: fingerprint, reads: [...reads].sort() });
    }
    options.onProgress?.(done + 1, works.length);
  }
  return { findings, reviews };
}

/** Stores what a run found, in one transaction; nothing when it was called off. */
async function keep(
  options: RunRulesOptions & { readonly now: number },
  { findings, reviews }: Awaited<ReturnType<typeof review>>,
  overlaps: OverlapReport | null,
  within: (finding: Pick<Finding, "rule" | "work">) => boolean,
): Promise<RunOutcome> {
  const { store, day, now, signal } = options;
  if (signal?.aborted) return { findings, added: 0, gone: 0, reviewed: 0 };
  const { added, gone } = await store.withTransaction(async () => {
    await store.decisions.wake(day, now);
    const outcome = await store.findings.record(day, findings, now, within);
    await store.findings.saveReviews(reviews);
    await applySuppressions(store);
    await tellReopened(store, now);
    await noteRun(store, { at: now, added: outcome.added, gone: outcome.gone });
    await store.settings.set("findings-day", day);
    if (overlaps) await store.settings.set(OVERLAP_REPORT, JSON.stringify(overlaps));
    return outcome;
  });
  await store.analyse();
  return { findings, added, gone, reviewed: reviews.length };
}

/** Changes whenever a rule comes, goes, or declares something else. */
const fingerprintOf = (rules: readonly Rule[]): string =>
  createHash("sha256")
    .update(JSON.stringify(rules.map((rule) => rule.meta)))
    .digest("hex")
    .slice(0, 16);
