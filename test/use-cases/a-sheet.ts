import type { ReviewSheet } from "../../src/domain/review-sheet.ts";

/** A sheet that somebody has proposed. `by`: id of the account that filled it in and proposed it. */
export function aSheet(given: {
  readonly work: string;
  readonly unit?: string | null;
  readonly by?: string;
  readonly version?: number;
  readonly state?: ReviewSheet["state"];
  readonly id?: string;
}): ReviewSheet {
  const { work, unit = null, by = "ha", version = 2, state = "proposed", id = "s1" } = given;
  const proposedBy = { id: by, signature: `Người ${by} (${by})`, at: 2 };
  return {
    id,
    work,
    batch: null,
    unit,
    state,
    version,
    at: 1,
    updatedAt: 2,
    body: {
      ground: "legal",
      groundWorks: [],
      groundText: "",
      rows: {},
      form: "amend",
      formReason: null,
      content: "",
      draftingUnit: null,
      deadline: null,
      machine: null,
      reviewer: proposedBy.signature,
      reviewerId: by,
      proposedBy,
      concludedBy: null,
      stateReason: null,
      agreedAlone: false,
    },
  };
}
