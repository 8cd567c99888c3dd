import { eIdName, type EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import type { Evidence, Finding } from "../domain/finding.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { CheckedDraft } from "./draft-desk.ts";
import { around } from "./view-evidence.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

type Passage = ReturnType<typeof around>;

/** A finding of a draft with the words of the draft and of what it is held against. */
export interface DraftFindingView {
  readonly finding: Finding;
  /** Its place in the list, from 1: the page and the DOCX use the same numbers. */
  readonly n: number;
  /** Not in the check before. */
  readonly fresh: boolean;
  readonly subjects: readonly { readonly unit: string | null; readonly passage: Passage }[];
  readonly others: readonly {
    readonly evidence: Evidence;
    readonly work: Work | null;
    readonly unit: string | null;
    readonly status: StatusName | null;
    readonly passage: Passage;
  }[];
}

export interface DraftView {
  readonly draft: CheckedDraft;
  /** Grave and certain enough to stop the draft. */
  readonly mustMend: readonly DraftFindingView[];
  readonly consider: readonly DraftFindingView[];
  readonly names: UnitNames;
}

/** Must be mended: high or critical, by a rule that has earned trust. */
const stops = (f: Finding): boolean => (f.severity === "critical" || f.severity === "high") && f.maturity === "stable";

export async function viewDraft(store: Store, draft: CheckedDraft): Promise<DraftView> {
  const { assessment } = draft;
  const sorted = [...assessment.findings.filter(stops), ...assessment.findings.filter((f) => !stops(f))];
  const names = await unitNames(store, [
    ...sorted.flatMap((f) => f.evidence.map((e) => e.work)),
    ...assessment.review.map((r) => r.work.id),
    ...assessment.changes.map((c) => c.work.id),
  ]);
  const views = [];
  for (const [i, finding] of sorted.entries()) views.push(await viewFinding(store, draft, names, finding, i + 1));
  return {
    draft,
    names,
    mustMend: views.filter((v) => stops(v.finding)),
    consider: views.filter((v) => !stops(v.finding)),
  };
}

async function viewFinding(
  store: Store,
  draft: CheckedDraft,
  names: UnitNames,
  finding: Finding,
  n: number,
): Promise<DraftFindingView> {
  const { document, work: self, day, works } = draft.assessment;
  const isDraft = (e: Evidence): boolean => e.work === self.id || (e.work === null && e.role === "subject");
  const others = [];
  for (const evidence of finding.evidence) {
    if (isDraft(evidence)) continue;
    const id = evidence.work;
    const unit = id !== null && evidence.eId !== null ? await store.documents.provision(id, evidence.eId) : null;
    others.push({
      evidence,
      work: id === null ? null : (works.get(id) ?? null),
      unit: evidence.eId === null ? null : names.of(id, evidence.eId),
      status: id === null ? null : ((await store.statuses.on(id, day))?.status ?? null),
      passage: around(unit?.text ?? null, evidence.quote, near(evidence, unit?.provision.span.start)),
    });
  }
  return {
    finding,
    n,
    fresh: draft.since?.fresh.has(finding.key) ?? false,
    subjects: finding.evidence.filter(isDraft).map((e) => {
      const held = e.span === null ? null : unitText(document, e.eId, e.span);
      return { unit: draftUnit(e.eId), passage: around(held?.text ?? null, e.quote, held?.at ?? 0) };
    }),
    others,
  };
}

const near = (evidence: Evidence, start: number | undefined): number =>
  evidence.span === null || start === undefined ? 0 : Math.max(0, evidence.span.start - start);

/** A unit of the draft by its name; null for its head. */
const draftUnit = (eId: EId | null): string | null => (eId === null ? null : eIdName(eId));

/** The unit's words around a span of the draft, for showing. */
function unitText(document: LegalDocument, eId: EId | null, span: Span): { text: string; at: number } {
  const unit = document.provisions.find((p) => p.eId === eId && p.span.start <= span.start && span.end <= p.span.end);
  if (unit) return { text: document.text.slice(unit.span.start, unit.span.end), at: span.start - unit.span.start };
  const start = document.text.lastIndexOf("\n", Math.max(0, span.start - 1)) + 1;
  const end = document.text.indexOf("\n", span.end);
  return { text: document.text.slice(start, end < 0 ? undefined : end), at: span.start - start };
}
