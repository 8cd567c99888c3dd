import type { Inspection, Petition, PetitionState } from "../domain/petition.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

export interface PetitionsAsked {
  readonly state: PetitionState | null;
  readonly kind: Petition["body"]["kind"] | null;
}

export interface PetitionsView {
  readonly rows: readonly Petition[];
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly states: Readonly<Record<PetitionState, number>>;
  readonly kinds: Readonly<Record<Petition["body"]["kind"], number>>;
  readonly all: number;
  /** Nobody has told the proposer yet (Điều 36). */
  readonly untold: number;
}

export async function viewPetitions(store: Store, { state, kind }: PetitionsAsked): Promise<PetitionsView> {
  const all = await store.petitions.all();
  const rows = all.filter(
    (one) => (state === null || one.state === state) && (kind === null || one.body.kind === kind),
  );
  const states = { received: 0, considering: 0, "passed-on": 0, answered: 0 };
  const kinds = { review: 0, inspection: 0 };
  for (const one of all) {
    states[one.state] += 1;
    kinds[one.body.kind] += 1;
  }
  return {
    rows,
    works: await store.works.findAll(rows.flatMap(({ body }) => body.works)),
    states,
    kinds,
    all: all.length,
    untold: all.filter(({ body }) => body.toldOn === null).length,
  };
}

export interface PetitionView {
  readonly petition: Petition;
  readonly works: readonly Work[];
  /** Inspections that were opened because of it. */
  readonly inspections: readonly Inspection[];
}

export async function viewPetition(store: Store, id: string): Promise<PetitionView | null> {
  const petition = await store.petitions.find(id);
  if (petition === null) return null;
  const works = await store.works.findAll(petition.body.works);
  return {
    petition,
    works: petition.body.works.flatMap((work) => works.get(work) ?? []),
    inspections: (await store.petitions.inspections()).filter(({ body }) => body.petition === id),
  };
}
