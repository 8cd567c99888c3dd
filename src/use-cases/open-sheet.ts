import { randomUUID } from "node:crypto";
import type { Person } from "../domain/account.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ReviewSheet, SheetBody } from "../domain/review-sheet.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { changesAbove } from "./changes-above.ts";
import { followSheet } from "./follow-sheet.ts";

export interface OpenSheet {
  readonly store: Store;
  readonly work: WorkId;
  /** The batch it is reviewed in; null = on its own. */
  readonly batch: string | null;
  /** Unit that reviews; null = none in particular. */
  readonly unit: string | null;
  readonly on: LegalDate;
  readonly person: Person;
  readonly by: string;
  readonly now: number;
}

export type OpenedSheet =
  | { readonly ok: true; readonly sheet: ReviewSheet }
  | { readonly ok: false; readonly why: "no-document" }
  /** One is open already: that one is to be gone on with. */
  | { readonly ok: false; readonly why: "standing"; readonly sheet: ReviewSheet };

/** Grounds named on a new sheet; the reviewer takes away what is none. */
const GROUNDS_NAMED = 12;

/** Opens a phiếu rà soát for a document. What has changed above since its issue is put down as its ground. */
export async function openSheet(options: OpenSheet): Promise<OpenedSheet> {
  const { store, work, batch, unit, person, by, now, on } = options;
  const known = await store.works.find(work);
  if (known === null) return { ok: false, why: "no-document" };
  const acts = (await changesAbove(store, known, on)).filter((c) => c.reach !== "other-part").map((c) => c.act);
  const ground = [...new Set(acts)].slice(0, GROUNDS_NAMED);
  return store.withTransaction(async () => {
    const sheet: ReviewSheet = {
      id: randomUUID(),
      work,
      batch,
      unit,
      state: "open",
      version: 1,
      at: now,
      updatedAt: now,
      body: { ...EMPTY_SHEET, groundWorks: ground, reviewer: by, reviewerId: person.id },
    };
    if (!(await store.sheets.open(sheet))) {
      const standing = await store.sheets.standing(work);
      if (standing !== null) return { ok: false, why: "standing", sheet: standing };
    }
    const detail = { work, name: workName(known), batch, unit };
    await store.audit.append({ at: now, by, action: "sheet.open", subject: sheet.id, detail });
    await followSheet(store, sheet, now);
    return { ok: true, sheet };
  });
}

/** A sheet on which nothing is written yet. */
export const EMPTY_SHEET: Omit<SheetBody, "reviewer" | "reviewerId"> = {
  ground: "legal",
  groundWorks: [],
  groundText: "",
  rows: {},
  form: null,
  formReason: null,
  content: "",
  draftingUnit: null,
  deadline: null,
  machine: null,
  proposedBy: null,
  concludedBy: null,
  stateReason: null,
  agreedAlone: false,
};
