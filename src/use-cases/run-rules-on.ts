import type { Finding } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Rule } from "../engine/rule.ts";
import { runRules, wantedTexts } from "../engine/run-rules.ts";
import { loadTables } from "../engine/tables.ts";
import type { Store } from "../store/store.ts";
import { applySuppressions } from "./suppress-findings.ts";
import { loadCorpus } from "./corpus-view.ts";
import { OVERLAP_REPORT, type OverlapReport, readsOverlaps, withOverlaps } from "./overlapping-corpus.ts";

export interface RunRulesOptions {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** How many provisions were compared for overlaps, and what was left out because everybody says it. */
  readonly onOverlaps?: (report: OverlapReport) => void;
}

/** Findings of all rules over every indexed document, as of a day. Nothing is stored. */
export async function findingsOn(options: RunRulesOptions): Promise<readonly Finding[]> {
  const { store, rules, day, signal } = options;
  const { view, texts } = await loadCorpus(store);
  const corpus = rules.some(readsOverlaps) ? await withOverlaps(view, store, options) : view;
  const tables = loadTables();
  const findings: Finding[] = [];
  const works = await store.documents.indexedWorks();
  for (const [done, id] of works.entries()) {
    if (signal?.aborted) break;
    const subject = await texts.load(id);
    if (subject) {
      await texts.bring([id, ...wantedTexts(subject, { corpus, rules, day, tables })]);
      findings.push(...runRules({ subjects: [subject], corpus, rules, day, tables }));
    }
    options.onProgress?.(done + 1, works.length);
  }
  return findings;
}

/** Runs the rules as of a day and keeps what they found; a finding no longer raised is kept as gone. */
export async function runRulesOn(
  options: RunRulesOptions & { readonly now: number },
): Promise<{ readonly findings: readonly Finding[]; readonly added: number; readonly gone: number }> {
  const { store, day, now } = options;
  let overlaps: OverlapReport | null = null;
  const findings = await findingsOn({ ...options, onOverlaps: (report) => void (overlaps = report) });
  if (options.signal?.aborted) return { findings, added: 0, gone: 0 };
  const { added, gone } = await store.withTransaction(async () => {
    await store.decisions.wake(day, now);
    const outcome = await store.findings.record(day, findings, now);
    await applySuppressions(store);
    await store.settings.set("findings-day", day);
    if (overlaps) await store.settings.set(OVERLAP_REPORT, JSON.stringify(overlaps));
    return outcome;
  });
  return { findings, added, gone };
}
