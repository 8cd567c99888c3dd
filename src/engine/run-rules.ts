import { type Evidence, type Finding, SEVERITY_ORDER } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { provisionAt } from "../domain/legal-document.ts";
import { type Span, sliceOf } from "../domain/span.ts";
import type { WorkId } from "../domain/work.ts";
import { findingKey } from "./finding-key.ts";
import { NEAR_LIMIT } from "./neighbours.ts";
import { rowsOn, type TableRow, type Tables } from "./tables.ts";
import type { CorpusView, ReferenceRow, Rule, RuleContext, RuleFinding, RuleInputs, Subject } from "./rule.ts";

export interface RuleRun {
  readonly subjects: Iterable<Subject>;
  readonly corpus: CorpusView;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly tables: Tables;
  /** Asked between two documents. */
  readonly signal?: AbortSignal;
  /** Called after each document with the number of documents and findings so far. */
  readonly onProgress?: (documents: number, findings: number) => void;
}

/**
 * Every rule over every document, each document visited once. The order does not depend on the order of the documents:
 * severity, then confidence, then key. Nothing is caught: a rule that throws is a fault of the program and is named.
 */
export function runRules(run: RuleRun): Finding[] {
  const found = new Map<string, Finding>();
  let documents = 0;
  for (const subject of run.subjects) {
    run.signal?.throwIfAborted();
    for (const finding of findingsOf(subject, run)) if (!found.has(finding.key)) found.set(finding.key, finding);
    run.onProgress?.(++documents, found.size);
  }
  return [...found.values()].sort(byWeight);
}

/** The findings of one document, in the order of the rules. */
export function* findingsOf(subject: Subject, run: Omit<RuleRun, "subjects">): Generator<Finding> {
  const shared = contextOf(subject, run);
  for (const rule of run.rules) {
    try {
      if (rule.when && !rule.when(subject, run.day)) continue;
      const context = { ...shared, corpus: seenBy(rule, subject, run) };
      for (const input of inputsOf(rule.given, subject))
        for (const raised of rule.check(input, context))
          yield toFinding(rule, subject, raised, ownWords(rule.given, input, context));
    } catch (cause) {
      throw new Error(
        `Rule ${rule.meta.id} failed on ${subject.work.symbol ?? subject.work.title ?? subject.work.id}`,
        { cause },
      );
    }
  }
}

/** The documents whose texts these rules want at hand for one document. */
export function wantedTexts(subject: Subject, { rules, corpus, day }: Omit<RuleRun, "subjects">): ReadonlySet<WorkId> {
  const wanted = new Set<WorkId>();
  for (const rule of rules) {
    if (!rule.near || (rule.when && !rule.when(subject, day))) continue;
    for (const id of nearOf(rule, subject, corpus, day)) wanted.add(id);
  }
  return wanted;
}

function nearOf(rule: Rule, subject: Subject, corpus: CorpusView, day: LegalDate): ReadonlySet<WorkId> {
  const near = new Set<WorkId>();
  for (const id of rule.near?.(subject, corpus, day) ?? []) {
    if (near.size >= NEAR_LIMIT) break;
    near.add(id);
  }
  return near;
}

/** The corpus with the texts this rule has asked for, and no others, whoever else has asked for more. */
function seenBy(rule: Rule, subject: Subject, { corpus, day }: Omit<RuleRun, "subjects">): CorpusView {
  let near: ReadonlySet<WorkId> | null = null;
  return {
    ...corpus,
    subject: (id) => {
      if (!rule.near) throw new Error(`Rule ${rule.meta.id} reads another document: it must say which, with \`near\``);
      near ??= nearOf(rule, subject, corpus, day);
      return near.has(id) ? corpus.subject(id) : null;
    },
  };
}

/** Severity falling, confidence falling, then key: the same findings always stand in the same order. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
    b.confidence - a.confidence ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

function contextOf(subject: Subject, { corpus, day, tables }: Omit<RuleRun, "subjects">): RuleContext {
  const kept = new Map<string, readonly TableRow[]>();
  return {
    day,
    subject,
    corpus,
    table<Row extends ReferenceRow>(name: string, on: LegalDate): readonly Row[] {
      const key = `${name} ${on}`;
      const rows = kept.get(key) ?? rowsOn(tables, name, on);
      kept.set(key, rows);
      return rows as readonly ReferenceRow[] as readonly Row[];
    },
    quote: (span, role = "subject") => quoteOf(subject, span, role),
  };
}

function quoteOf({ work, document }: Subject, span: Span, role: Evidence["role"]): Evidence {
  const eId = provisionAt(document, span.start)?.eId ?? null;
  return { work: work.id, symbol: work.symbol, eId, quote: sliceOf(document.text, span), span, role };
}

function inputsOf(given: keyof RuleInputs, subject: Subject): readonly RuleInputs[keyof RuleInputs][] {
  switch (given) {
    case "document":
      return [subject];
    case "citation":
      return subject.citations;
    case "provision":
      return subject.document.provisions;
    case "amendment":
      return subject.amendments;
  }
}

/** The words a finding without evidence of its own still rests on. */
function ownWords(
  given: keyof RuleInputs,
  input: RuleInputs[keyof RuleInputs],
  { subject, quote }: RuleContext,
): Evidence {
  if (given === "provision") return quote((input as RuleInputs["provision"]).own);
  if (given !== "document") return quote((input as RuleInputs["citation"]).span);
  const { work, document } = subject;
  const title = document.meta.title;
  if (title?.span) return { ...quote(title.span), eId: null };
  return {
    work: work.id,
    symbol: work.symbol,
    eId: null,
    quote: title?.value ?? work.title ?? "",
    span: null,
    role: "subject",
  };
}

function toFinding({ meta }: Rule, subject: Subject, raised: RuleFinding, own: Evidence): Finding {
  const shown = raised.evidence.some((e) => e.role === "subject") ? raised.evidence : [own, ...raised.evidence];
  const eId = raised.eId !== undefined ? raised.eId : (shown.find((e) => e.role === "subject")?.eId ?? null);
  const identity = raised.identity ?? shown.map((e) => e.quote).join("\n");
  return {
    key: findingKey(meta.id, subject.work.id, eId, identity),
    rule: meta.id,
    code: meta.code,
    group: meta.group,
    severity: raised.severity ?? meta.severity,
    maturity: meta.maturity,
    confidence: raised.confidence ?? 0.9,
    work: subject.work.id,
    eId,
    message: raised.message,
    why: raised.why,
    recommendation: raised.recommendation,
    evidence: shown,
  };
}
