import { parseDate } from "../../../src/domain/legal-date.ts";
import { SHEET_ASPECTS, type SheetBody } from "../../../src/domain/review-sheet.ts";
import type { WorkId } from "../../../src/domain/work.ts";
import { formNamed, type SheetWriting } from "../../../src/use-cases/write-sheet.ts";

/** Name of the box of a document that is a ground: a form carries each name once. */
export const groundBox = (work: WorkId): string => `ground:${work}`;

/** What the form of a sheet holds. The day is null where there is none, and `badDay` where what was typed is none. */
export function readWriting(
  form: ReadonlyMap<string, string>,
  known: SheetBody,
): { readonly writing: SheetWriting; readonly badDay: boolean; readonly added: string } {
  const text = (name: string): string => form.get(name) ?? "";
  const rows = Object.fromEntries(
    SHEET_ASPECTS.map((aspect) => [
      aspect,
      { assessment: text(`${aspect}-assessment`), proposal: text(`${aspect}-proposal`) },
    ]),
  );
  const typed = text("deadline").trim();
  const deadline = typed === "" ? null : parseDate(typed);
  return {
    writing: {
      ground: form.get("ground") === "socio-economic" ? "socio-economic" : "legal",
      groundWorks: known.groundWorks.filter((work) => form.has(groundBox(work))),
      groundText: text("groundText"),
      rows,
      form: formNamed(form.get("form")),
      formReason: text("formReason"),
      content: text("content"),
      draftingUnit: text("draftingUnit"),
      deadline,
    },
    badDay: typed !== "" && deadline === null,
    added: text("groundAdd"),
  };
}
