import { type EId, POINT_LETTERS } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { Facts } from "../domain/facts.ts";
import { type Finding, SEVERITY_ORDER } from "../domain/finding.ts";
import { fold } from "../domain/fold.ts";
import { groupBy } from "../domain/group-by.ts";
import { issuerKey } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Problem } from "../domain/problem.ts";
import type { Span } from "../domain/span.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Rule } from "../engine/rule.ts";
import type { Detailing, ResolvedFacts, ResolvedTarget } from "../resolve/resolved.ts";
import { heldOn } from "../resolve/territory.ts";
import type { Store } from "../store/store.ts";
import { titleInside, workName } from "../timeline/work-name.ts";
import type { Corpus } from "./corpus-view.ts";
import { checkDraft, type DraftInput } from "./check-draft.ts";
import { type ImpactRow, impactOfEffects } from "./impact-of.ts";
import { worksOf } from "./view-finding-row.ts";

/** One document a draft ends or changes. */
export interface DraftOutcome {
  readonly work: Work;
  readonly actions: readonly Effect["action"][];
  readonly units: readonly EId[];
  readonly from: LegalDate | null;
  /** Why it cannot be counted yet; null where it can. */
  readonly whyNot: string | null;
  /** The units of the draft that say so. */
  readonly by: readonly EId[];
}

/** A document the draft leaves standing although it regulates, or belongs to, what the draft regulates. */
export interface LeftStanding {
  readonly work: Work;
  /** amends-ended: it amends a document the draft ends · same-matter: an own document on the same matter, also of an old province. */
  readonly why: "amends-ended" | "same-matter";
  /** The ended document, or the words both titles share. */
  readonly of: string;
}

/** What a drafter wants to know before a document is issued. Nothing of it is stored in the index. */
export interface DraftAssessment {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly facts: Facts;
  /** Planned day of signing: the day its basis and citations are looked at. */
  readonly day: LegalDate;
  readonly findings: readonly Finding[];
  readonly ends: readonly DraftOutcome[];
  readonly changes: readonly DraftOutcome[];
  /** Documents that will then need review (grounds 2 and 3 of Điều 39 NĐ 79/2025), those that are ended or changed left out. */
  readonly review: readonly (ImpactRow & { readonly status: StatusName | null })[];
  readonly left: readonly LeftStanding[];
  /** Provisions above it whose delegation it carries out. */
  readonly delegations: readonly (Detailing & { readonly parentWork: Work | null })[];
  /** A clause that names what is left standing, ready to copy; null where nothing is. */
  readonly repealClause: string | null;
  /** Citations that could not be held against anything. */
  readonly lost: readonly {
    readonly text: string;
    readonly within: EId | null;
    readonly span: Span;
    readonly ambiguous: boolean;
  }[];
  /** Works named in findings and outcomes. */
  readonly works: ReadonlyMap<WorkId, Work>;
}

export type Assessed =
  | { readonly ok: true; readonly assessment: DraftAssessment }
  | { readonly ok: false; readonly problem: Problem };

/** Actions after which the whole target is gone. */
const ENDS = new Set<Effect["action"]>(["replace-document", "repeal-document", "expire"]);
const AMENDS = new Set<Effect["action"]>(["amend", "insert", "repeal", "replace-phrase", "delete-phrase"]);
const LOST_SHOWN = 30;

/** Checks a draft against everything in force on its planned day, and computes what issuing it would do. */
export async function assessDraft(options: {
  readonly store: Store;
  readonly rules: readonly Rule[];
  readonly day: LegalDate;
  readonly input: DraftInput;
  /** The corpus where it is at hand already. */
  readonly corpus?: Corpus;
}): Promise<Assessed> {
  const { store, day } = options;
  const checked = await checkDraft(options);
  if (!checked.ok) return checked;
  const { work, facts, resolved, effects } = checked;
  const { document } = checked.draft;
  const on = work.effectiveOn !== null && work.effectiveOn > day ? work.effectiveOn : day;
  const rows = await impactOfEffects(store, work, effects, on);
  const outcomes = await outcomesOf(store, work, effects);
  const ends = outcomes.filter((o) => o.units.length === 0 && o.actions.some((a) => ENDS.has(a)));
  const touched = new Set(outcomes.map((o) => o.work.id));
  const left = await leftStanding(store, work, rows, ends, touched, on);
  const findings = [...checked.findings].sort(
    (a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) || b.confidence - a.confidence,
  );
  const named = await worksOf(store, [
    ...findings.flatMap((f) => f.evidence.flatMap((e) => e.work ?? [])),
    ...resolved.detailing.map((d) => d.parent),
    ...rows.flatMap((r) => r.through ?? []),
  ]);
  return {
    ok: true,
    assessment: {
      work,
      document,
      facts,
      day,
      findings,
      ends,
      changes: outcomes.filter((o) => !ends.includes(o)),
      review: await withStatus(store, rows, touched, on),
      left,
      delegations: resolved.detailing.map((d) => ({ ...d, parentWork: named.get(d.parent) ?? null })),
      repealClause: repealClause(work, left),
      lost: await lostOf(store, resolved),
      works: new Map([...named, ...resolved.cited.map((w) => [w.id, w] as const)]),
    },
  };
}

/** A finding of a draft is the same finding in a mended draft when rule, words and counterpart are the same. */
export const draftFindingKey = (f: Finding): string =>
  [
    f.rule,
    fold(f.evidence.find((e) => e.role === "subject")?.quote ?? ""),
    f.evidence.find((e) => e.role !== "subject")?.symbol ?? "",
  ].join(" | ");

async function outcomesOf(store: Store, work: Work, effects: readonly Effect[]): Promise<readonly DraftOutcome[]> {
  const own = effects.filter((e) => e.target !== work.id && e.action !== "unknown" && e.action !== "correct");
  const outcomes: DraftOutcome[] = [];
  for (const [id, all] of groupBy(own, (e) => e.target)) {
    const target = await store.works.find(id);
    if (!target) continue;
    outcomes.push({
      work: target,
      actions: unique(all.map((e) => e.action)),
      units: unique(all.flatMap((e) => e.targetEId ?? [])),
      from: all.map((e) => e.from).sort()[0] ?? null,
      whyNot: all.find((e) => !e.applied)?.whyNot ?? null,
      by: unique(all.flatMap((e) => e.sourceEId ?? [])),
    });
  }
  return outcomes;
}

async function withStatus(
  store: Store,
  rows: readonly ImpactRow[],
  touched: ReadonlySet<WorkId>,
  on: LegalDate,
): Promise<DraftAssessment["review"]> {
  const out = [];
  for (const row of rows) {
    if (row.ground === 1 || row.ground === 4 || touched.has(row.work.id)) continue;
    out.push({ ...row, status: (await store.statuses.on(row.work.id, on))?.status ?? null });
  }
  return out;
}

/** What a drafter forgets: amendments of what is ended, and own documents of the same matter, those of old provinces too. */
async function leftStanding(
  store: Store,
  work: Work,
  rows: readonly ImpactRow[],
  ends: readonly DraftOutcome[],
  touched: ReadonlySet<WorkId>,
  on: LegalDate,
): Promise<readonly LeftStanding[]> {
  const left = new Map<WorkId, LeftStanding>();
  for (const { work: ended } of ends)
    for (const { source, action } of await store.effects.on(ended.id)) {
      if (!AMENDS.has(action) || source === work.id || touched.has(source) || left.has(source)) continue;
      const amender = await store.works.find(source);
      if (!amender || (await store.statuses.on(source, on))?.status === "ceased") continue;
      left.set(source, { work: amender, why: "amends-ended", of: workName(ended) });
    }
  for (const row of rows)
    if (row.ground === 4 && !touched.has(row.work.id) && !left.has(row.work.id) && isOwn(work, row.work, on))
      left.set(row.work.id, {
        work: row.work,
        why: "same-matter",
        of: row.because
          .slice(1)
          .map((b) => `“${b.quote}”`)
          .join(", "),
      });
  return [...left.values()];
}

/** Of the same kind of body in the same territory as it is on the day: also of a province that was merged into it. */
function isOwn(draft: Work, other: Work, on: LegalDate): boolean {
  if (!draft.issuer || !other.issuer || draft.type !== other.type) return false;
  if (issuerKey(draft.issuer) === issuerKey(other.issuer)) return true;
  const mine = heldOn(draft, on);
  return [...heldOn(other, on)].some((key) => mine.has(key));
}

/** `Kể từ ngày … có hiệu lực, các văn bản sau đây hết hiệu lực thi hành: a) …` (điều khoản thi hành, Điều 67 NĐ 78/2025). */
function repealClause(work: Work, left: readonly LeftStanding[]): string | null {
  if (left.length === 0) return null;
  const names = left.map(({ work: w }) => `${workName(w)}${w.title ? ` ${titleInside(w.title)}` : ""}`);
  const self = workName({ ...work, symbol: null, issuedOn: null, issuer: null }).trim();
  const head = `Kể từ ngày ${self} này có hiệu lực thi hành, `;
  if (names.length === 1) return `${head}${names[0]} hết hiệu lực.`;
  const items = names.map(
    (name, i) => `${POINT_LETTERS[i] ?? `(${i + 1})`}) ${name}${i === names.length - 1 ? "." : ";"}`,
  );
  return `${head}các văn bản sau đây hết hiệu lực:\n${items.join("\n")}`;
}

/** Citations of a document that is not known, or known from nothing but citations, or that may be several. */
async function lostOf(store: Store, resolved: ResolvedFacts): Promise<DraftAssessment["lost"]> {
  const stubs = new Set(resolved.cited.map((w) => w.id));
  for (const work of await store.works.all({ known: "cited" })) stubs.add(work.id);
  const isLost = ({ resolution: r }: ResolvedTarget): boolean =>
    r.kind === "work" ? stubs.has(r.work) : !("dismissed" in r && r.dismissed);
  const seen = new Set<string>();
  const lost = [];
  for (const { targets, text, within, span } of resolved.citations) {
    const target = targets.find(isLost);
    if (!target || seen.has(fold(text))) continue;
    seen.add(fold(text));
    lost.push({ text, within, span, ambiguous: target.resolution.kind === "ambiguous" });
  }
  return lost.slice(0, LOST_SHOWN);
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
