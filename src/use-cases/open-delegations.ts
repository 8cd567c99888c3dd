import { normsOf } from "../compare/norms-of.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import { type Issuer, parseIssuer } from "../domain/issuer.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { OpenDelegation } from "../engine/handling-evidence.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { remembered } from "./remembered.ts";
import { unitNames } from "./view-unit-names.ts";

/** Parents whose provisions are gone through; a document details one or two. */
const PARENTS_READ = 4;
const SHOWN = 8;
const LONGEST_QUOTE = 200;

/** How the norms of a text name a local body: `ubnd tỉnh`. */
const BODIES: Readonly<Partial<Record<Issuer["organ"], string>>> = { ubnd: "ubnd", hdnd: "hđnd" };
const LEVELS: Readonly<Partial<Record<Issuer["level"], string>>> = { province: "tỉnh", commune: "xã" };

/**
 * Provisions of the documents a document details that hand a matter to its issuer and that nothing in the index details or
 * cites: what Điều 38(4) NĐ 79/2025 would have issued anew. A body the norms do not name so is not looked for.
 */
export async function openDelegations(store: Store, work: Work): Promise<readonly OpenDelegation[]> {
  const { organ, level } = parseIssuer(work.issuer ?? "");
  const body = BODIES[organ] === undefined || LEVELS[level] === undefined ? null : `${BODIES[organ]} ${LEVELS[level]}`;
  if (body === null) return [];
  const { parents } = await store.relations.of(work.id);
  const found: OpenDelegation[] = [];
  for (const { parent } of parents.slice(0, PARENTS_READ)) {
    const handed = await remembered(store, `delegations ${parent}`, () => delegationsOf(store, parent));
    found.push(...handed.filter((d) => d.body === body));
  }
  return found.slice(0, SHOWN);
}

type Handed = OpenDelegation & { readonly body: string | null };

async function delegationsOf(store: Store, parent: WorkId): Promise<readonly Handed[]> {
  const [stored, work] = await Promise.all([store.documents.current(parent), store.works.find(parent)]);
  if (stored === null || work === null) return [];
  const norms = normsOf(stored.document).filter((n) => n.kind === "delegation" && n.eId !== null);
  if (norms.length === 0) return [];
  const taken = await takenUp(store, parent);
  const names = await unitNames(store, [parent]);
  return norms.flatMap((n) => {
    const eId = n.eId as EId;
    if (taken.some((one) => isUnder(one, eId) || isUnder(eId, one))) return [];
    const quote = n.text.length > LONGEST_QUOTE ? `${n.text.slice(0, LONGEST_QUOTE).trimEnd()} […]` : n.text;
    return [{ parent, parentName: workName(work), eId, unit: names.of(parent, eId), quote, body: n.body }];
  });
}

/** Units of the parent that some document details or rests on. One that details the parent as a whole takes up nothing by name. */
async function takenUp(store: Store, parent: WorkId): Promise<readonly EId[]> {
  const [{ children }, links] = await Promise.all([
    store.relations.of(parent),
    store.links.to(parent, { roles: ["basis", "title"] }),
  ]);
  return [...children.flatMap((c) => c.parentEIds), ...links.flatMap((l) => l.eIds)];
}
