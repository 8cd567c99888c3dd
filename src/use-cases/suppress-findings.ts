import { randomUUID } from "node:crypto";
import type { Suppression } from "../domain/decision.ts";
import { issuerKey } from "../domain/issuer.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { fieldName } from "../resolve/field-names.ts";
import { fieldsOf } from "./fields-of.ts";
import { worksOf } from "./view-finding-row.ts";

/** How far a reason for dismissing reaches beyond the one finding. */
export type Reach = "document" | "issuer" | "field" | "issuer-field" | "rule";
export const REACHES: readonly Reach[] = ["document", "issuer-field", "issuer", "field", "rule"];

type Scope = Pick<Suppression, "rule" | "issuerKey" | "issuer" | "work" | "field">;

/** What a suppression would cover, made from one finding; null where the finding does not tell (no issuer, no field). */
export async function scopeOf(store: Store, finding: StoredFinding, reach: Reach): Promise<Scope | null> {
  const work = await store.works.find(finding.work);
  if (!work) return null;
  const bare = { rule: finding.rule, issuerKey: null, issuer: null, work: null, field: null };
  if (reach === "rule") return bare;
  if (reach === "document") return { ...bare, work: work.id };
  const field = reach === "issuer" ? null : ((await fieldNamesOf(store, work))[0] ?? null);
  if (reach !== "issuer" && field === null) return null;
  if (reach === "field") return { ...bare, field };
  if (work.issuer === null) return null;
  return { ...bare, issuer: work.issuer, issuerKey: issuerKey(work.issuer), field };
}

/** Open findings a scope would silence: shown before it is applied. */
export async function coveredBy(store: Store, scope: Scope): Promise<readonly StoredFinding[]> {
  const undecided = await store.findings.undecidedOf(scope.rule);
  const works = await worksOf(
    store,
    undecided.map((f) => f.work),
  );
  const covers = await matcher(store, scope);
  const covered = [];
  for (const finding of undecided) {
    const work = works.get(finding.work);
    if (work && (await covers(work))) covered.push(finding);
  }
  return covered;
}

/** Keeps a suppression and marks what falls under it. Returns how many findings that are. */
export async function suppressFindings(
  store: Store,
  scope: Scope,
  reason: string,
  by: string,
  now: number,
): Promise<number> {
  return store.withTransaction(async () => {
    const id = randomUUID();
    await store.decisions.suppress({ ...scope, id, reason: reason.trim(), by, at: now, liftedAt: null });
    const covered = (await coveredBy(store, scope)).filter((f) => f.suppressedBy === null);
    await store.findings.setSuppressed(
      covered.map((f) => f.key),
      id,
    );
    const { rule, issuer, work, field } = scope;
    const detail = { rule, issuer, work, field, reason: reason.trim(), findings: covered.length };
    await store.audit.append({ at: now, by, action: "suppression.make", subject: id, detail });
    return covered.length;
  });
}

/** Takes a suppression away: its findings are open again, unless another one covers them. */
export async function liftSuppression(store: Store, id: string, by: string, now: number): Promise<void> {
  await store.withTransaction(async () => {
    const lifted = (await store.decisions.suppressions()).find((s) => s.id === id);
    if (!lifted) return;
    await store.decisions.lift(id, now);
    await store.audit.append({ at: now, by, action: "suppression.lift", subject: id, detail: { rule: lifted.rule } });
    const own = (await store.findings.undecidedOf(lifted.rule)).filter((f) => f.suppressedBy === id);
    await store.findings.setSuppressed(
      own.map((f) => f.key),
      null,
    );
    await applySuppressions(store);
  });
}

/** What is exempted from one rule now, with the names of documents. */
export async function viewSuppressions(
  store: Store,
  rule: string,
): Promise<readonly (Suppression & { readonly document: string | null })[]> {
  const own = (await store.decisions.suppressions()).filter((s) => s.rule === rule);
  const works = await worksOf(
    store,
    own.flatMap((s) => s.work ?? []),
  );
  return own.map((s) => ({ ...s, document: s.work === null ? null : workName(works.get(s.work) ?? null) }));
}

/** After a run of the rules: new findings that fall under a suppression are marked. Returns how many. */
export async function applySuppressions(store: Store): Promise<number> {
  let marked = 0;
  for (const suppression of await store.decisions.suppressions()) {
    const fresh = (await coveredBy(store, suppression)).filter((f) => f.suppressedBy === null);
    await store.findings.setSuppressed(
      fresh.map((f) => f.key),
      suppression.id,
    );
    marked += fresh.length;
  }
  return marked;
}

async function matcher(store: Store, scope: Scope): Promise<(work: Work) => Promise<boolean>> {
  const fields = new Map<WorkId, readonly string[]>();
  return async (work) => {
    if (scope.work !== null && scope.work !== work.id) return false;
    if (scope.issuerKey !== null && (work.issuer === null || issuerKey(work.issuer) !== scope.issuerKey)) return false;
    if (scope.field === null) return true;
    const own = fields.get(work.id) ?? (await fieldNamesOf(store, work));
    fields.set(work.id, own);
    return own.includes(scope.field);
  };
}

/** The fields a document is filed in by their names, the main one first. */
const fieldNamesOf = async (store: Store, work: Work): Promise<readonly string[]> =>
  (await fieldsOf(store, work)).topics.map(fieldName);
