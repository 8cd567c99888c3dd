import { randomUUID } from "node:crypto";
import type { Decision, Verdict } from "../domain/decision.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { decided, LONGEST_REASON, undoDecision } from "./decide-finding.ts";
import { stateOf } from "./finding-queue.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

/** More than this nobody looks through before deciding. */
export const MOST_AT_ONCE = 500;

/** A finding as a preview shows it: with the first words it rests on. */
export interface PlannedRow extends FindingRow {
  /** Empty where no words are quoted. */
  readonly quote: string;
}

/** What a decision on many findings would do. */
export interface BulkPlan {
  readonly rows: readonly PlannedRow[];
  readonly skipped: readonly {
    readonly row: FindingRow;
    readonly why: "decided" | "exempted" | "gone" | "not-yours";
  }[];
  /** Asked for beyond what is decided at once. */
  readonly left: number;
}

const LONGEST_QUOTE = 240;

/** Whether policy lets somebody decide on findings of a document filed so. */
export type MayDecide = (facet: WorkFacet | null) => boolean;

/** Looks at findings before many are decided: which will be, which not and why. Unknown keys are left out. */
export async function planDecisions(store: Store, keys: readonly string[], mayDecide: MayDecide): Promise<BulkPlan> {
  const asked = [...new Set(keys)];
  const findings = await store.findings.findAll(asked.slice(0, MOST_AT_ONCE));
  const whyNot = await whyNotFor(store, findings, mayDecide);
  const rows = await findingRows(store, findings);
  const planned: PlannedRow[] = [];
  const skipped: BulkPlan["skipped"][number][] = [];
  for (const [i, finding] of findings.entries()) {
    const row = rows[i] as FindingRow;
    const why = whyNot(finding);
    if (why === null) planned.push({ ...row, quote: quoteOf(finding) });
    else skipped.push({ row, why });
  }
  return { rows: planned, skipped, left: Math.max(0, asked.length - MOST_AT_ONCE) };
}

type WhyNot = (finding: StoredFinding) => BulkPlan["skipped"][number]["why"] | null;

async function whyNotFor(store: Store, findings: readonly StoredFinding[], mayDecide: MayDecide): Promise<WhyNot> {
  const facets = await store.facets.of(new Set(findings.map((finding) => finding.work)));
  return (finding) => {
    if (finding.gone) return "gone";
    const state = stateOf(finding);
    if (state !== "open") return state === "suppressed" ? "exempted" : "decided";
    return mayDecide(facets.get(finding.work) ?? null) ? null : "not-yours";
  };
}

function quoteOf({ evidence }: StoredFinding): string {
  const first = evidence.find((e) => e.role === "subject" && e.quote !== "") ?? evidence.find((e) => e.quote !== "");
  const quote = first?.quote.replace(/\s+/gu, " ").trim() ?? "";
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()} […]` : quote;
}

export interface DecideManyOptions {
  readonly store: Store;
  readonly keys: readonly string[];
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly until: LegalDate | null;
  readonly mayDecide: MayDecide;
  readonly by: string;
  readonly now: number;
}

export type DecidedMany =
  | {
      readonly ok: true;
      /** Names the batch, for looking at it and undoing it. */
      readonly batch: string;
      readonly decided: number;
      /** Decided by somebody meanwhile, exempted, no longer raised, or another unit's. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly why: "reason-missing" | "day-missing" | "nothing" };

/** One decision on many open findings, in one transaction. Each keeps a decision of its own; together they can be undone. */
export async function decideFindings(options: DecideManyOptions): Promise<DecidedMany> {
  const { store, verdict, by, now } = options;
  const reason = options.reason?.trim().slice(0, LONGEST_REASON) || null;
  if (verdict === "dismissed" && reason === null) return { ok: false, why: "reason-missing" };
  if (verdict === "later" && options.until === null) return { ok: false, why: "day-missing" };
  const until = verdict === "later" ? options.until : null;
  const keys = [...new Set(options.keys)].slice(0, MOST_AT_ONCE);
  const batch = `b-${randomUUID()}`;
  return store.withTransaction(async () => {
    const asked = await store.findings.findAll(keys);
    const whyNot = await whyNotFor(store, asked, options.mayDecide);
    const open = asked.filter((finding) => whyNot(finding) === null);
    if (open.length === 0) return { ok: false, why: "nothing" };
    const decisions = open.map(({ key }, i): Decision => {
      const id = `${batch}.${String(i).padStart(4, "0")}`;
      return { id, finding: key, verdict, reason, until, by, at: now, undoneAt: null };
    });
    const taken = await store.decisions.addAll(decisions, new Map());
    const lost = new Set(taken);
    for (const decision of decisions) if (!lost.has(decision.finding)) await store.audit.append(decided(decision));
    return { ok: true, batch, decided: open.length - taken.length, skipped: keys.length - open.length + taken.length };
  });
}

/** The batch a decision belongs to; null for one made by itself. */
export function batchOf(decision: Pick<Decision, "id">): string | null {
  const dot = decision.id.indexOf(".");
  return decision.id.startsWith("b-") && dot > 0 ? decision.id.slice(0, dot) : null;
}

export interface BatchView {
  readonly decisions: readonly Decision[];
  readonly rows: readonly FindingRow[];
  /** How many of its decisions still count. */
  readonly standing: number;
}

/** What was decided together; null for an unknown batch. */
export async function viewBatch(store: Store, batch: string): Promise<BatchView | null> {
  if (!batch.startsWith("b-")) return null;
  const decisions = await store.decisions.batch(`${batch}.`);
  if (decisions.length === 0) return null;
  const findings = await store.findings.findAll(decisions.map((d) => d.finding));
  return {
    decisions,
    rows: await findingRows(store, findings),
    standing: decisions.filter((d) => d.undoneAt === null).length,
  };
}

/** Undoes a whole batch; a finding somebody decided anew since keeps that decision. Returns how many are open again. */
export async function undoBatch(
  store: Store,
  batch: string,
  { mayDecide, by, now }: Pick<DecideManyOptions, "mayDecide" | "by" | "now">,
): Promise<number> {
  return store.withTransaction(async () => {
    const decisions = (await store.decisions.batch(`${batch}.`)).filter((decision) => decision.undoneAt === null);
    const findings = await store.findings.findAll(decisions.map((decision) => decision.finding));
    const facets = await store.facets.of(new Set(findings.map((finding) => finding.work)));
    const works = new Map(findings.map((finding) => [finding.key, finding.work]));
    let undone = 0;
    for (const decision of decisions) {
      const work = works.get(decision.finding);
      if (!mayDecide((work === undefined ? null : facets.get(work)) ?? null)) continue;
      if (await undoDecision(store, decision, by, now)) undone += 1;
    }
    return undone;
  });
}
