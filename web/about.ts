import type { PolicyObject } from "../src/domain/policy.ts";
import type { WorkId } from "../src/domain/work.ts";
import type { Store } from "../src/store/store.ts";

/** The filing of a document, by which the policy tells whose it is. Null: there is no such document. */
export async function aboutWork(store: Store, work: WorkId): Promise<PolicyObject | null> {
  if ((await store.works.find(work)) === null) return null;
  return { facet: (await store.facets.of([work])).get(work) ?? null };
}

/** The filing of the document a finding is about. */
export async function aboutFinding(store: Store, key: string): Promise<PolicyObject | null> {
  const finding = await store.findings.find(key);
  return finding === null ? null : aboutWork(store, finding.work);
}

/** A sheet is of its unit and its document. */
export async function aboutSheet(store: Store, id: string): Promise<PolicyObject | null> {
  const sheet = await store.sheets.find(id);
  if (sheet === null) return null;
  return { ...(await aboutWork(store, sheet.work)), unit: sheet.unit };
}

/** A question is of the unit that is asked. */
export async function aboutConsultation(store: Store, id: string): Promise<PolicyObject | null> {
  const asked = await store.sheets.consultation(id);
  return asked === null ? null : { unit: asked.unit };
}

/** What is followed is of the unit that drafts. */
export async function aboutHandling(store: Store, id: string): Promise<PolicyObject | null> {
  const handling = await store.handlings.find(id);
  return handling === null ? null : { unit: handling.unit };
}

/** The filing of the document an effect acts on; of the acting one where the effect is not known. */
export async function aboutEffect(store: Store, source: WorkId, key: string): Promise<PolicyObject | null> {
  const effect = (await store.effects.from(source)).find(({ id }) => id === key);
  return aboutWork(store, effect?.target ?? source);
}

/** An exemption of one document is about that; a wider one is for who answers for every document. */
export async function aboutSuppression(store: Store, id: string): Promise<PolicyObject | null> {
  const known = (await store.decisions.suppressions()).find((one) => one.id === id);
  if (known === undefined) return null;
  return known.work === null ? EVERYTHING : aboutWork(store, known.work);
}

/** An exemption to be made from a finding. */
export const aboutReach = async (store: Store, key: string, reach: string): Promise<PolicyObject | null> =>
  reach === "document" || reach === "" ? aboutFinding(store, key) : EVERYTHING;

/** Documents of every filing: only a whole scope covers them. */
const EVERYTHING: PolicyObject = { facet: null };
