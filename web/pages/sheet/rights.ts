import type { Consultation, ReviewSheet } from "../../../src/domain/review-sheet.ts";
import type { WorkFacet } from "../../../src/domain/work-facet.ts";
import type { Ask } from "../../route.ts";
import type { SheetRights } from "./page.tsx";

/** What policy allows this person with this sheet: within the unit's documents, and never both hands of one conclusion. */
export async function rightsOn(
  { store, person, may }: Pick<Ask, "store" | "person" | "may">,
  sheet: ReviewSheet,
  known?: WorkFacet | null,
  questions: readonly Consultation[] = [],
): Promise<SheetRights> {
  const facet = known === undefined ? ((await store.facets.of([sheet.work])).get(sheet.work) ?? null) : known;
  const object = { facet, unit: sheet.unit };
  const author = sheet.body.proposedBy?.id;
  return {
    write: may("sheet:write", object),
    conclude: may("sheet:conclude", author === undefined ? object : { ...object, author }),
    concludeOthers: may("sheet:conclude", object),
    takeBack: author === person.id && may("sheet:write", object),
    answer: new Set(questions.filter((asked) => may("opinion:answer", { unit: asked.unit })).map((asked) => asked.id)),
  };
}
