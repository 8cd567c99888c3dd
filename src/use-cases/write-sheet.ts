import { HANDLING_FORMS, type HandlingForm } from "../domain/handling-form.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { SHEET_ASPECTS, type SheetAspect, type SheetBody } from "../domain/review-sheet.ts";
import type { Work } from "../domain/work.ts";
import { proposeHandling } from "../engine/propose-handling.ts";
import { changeSheet, type SheetAct, type SheetDone } from "./change-sheet.ts";
import { sheetEvidence } from "./sheet-evidence.ts";

/** Longest text of one field of a sheet, in characters. */
export const LONGEST_SHEET_TEXT = 8000;

/** What a reviewer writes. */
export type SheetWriting = Pick<
  SheetBody,
  "ground" | "groundWorks" | "groundText" | "rows" | "form" | "formReason" | "content" | "draftingUnit" | "deadline"
>;

/** What a sheet lacks that is to be proposed. */
export type NotProposed = "form-missing" | "reason-missing" | "content-missing";

/** Keeps what is written. Where another form than the machine's is chosen, the reason is asked for when it is proposed. */
export const writeSheet = (act: SheetAct, writing: SheetWriting): Promise<SheetDone> =>
  changeSheet<never>(act, {
    from: ["open", "returned"],
    action: "sheet.write",
    make: (sheet) => {
      const body = { ...sheet.body, ...tidy(writing), reviewer: act.by, reviewerId: act.person.id };
      return { state: sheet.state, body, detail: { form: body.form, fields: changedFields(sheet.body, body) } };
    },
  });

/**
 * The reviewer signs: what the machine proposed on this day is kept beside it, and from now on another person has to conclude.
 * A form other than the machine's, also where the machine could propose none, needs its reason.
 */
export const proposeSheet = async (
  act: SheetAct,
  writing: SheetWriting,
  on: LegalDate,
): Promise<SheetDone<NotProposed>> => {
  const sheet = await act.store.sheets.find(act.id);
  const work = sheet === null ? null : await act.store.works.find(sheet.work);
  const machine = work === null ? null : await machineProposal(act, work, on);
  return changeSheet<NotProposed>(act, {
    from: ["open", "returned"],
    action: "sheet.propose",
    make: (standing) => {
      const body: SheetBody = {
        ...standing.body,
        ...tidy(writing),
        machine,
        reviewer: act.by,
        reviewerId: act.person.id,
      };
      if (body.form === null) return "form-missing";
      if (body.form !== (machine?.form ?? null) && body.formReason === null) return "reason-missing";
      if (body.form !== "none" && body.content === "") return "content-missing";
      return {
        state: "proposed",
        body: {
          ...body,
          formReason: body.form === machine?.form ? null : body.formReason,
          proposedBy: { id: act.person.id, signature: act.by, at: act.now },
          concludedBy: null,
          stateReason: null,
        },
        detail: { form: body.form, machine: machine?.form ?? null, reason: body.formReason },
      };
    },
  });
};

export const machineProposal = async ({ store }: Pick<SheetAct, "store">, work: Work, on: LegalDate) =>
  proposeHandling(await sheetEvidence(store, work, on));

/** Whoever proposed may take it back as long as nobody has concluded. */
export const takeBackSheet = (act: SheetAct): Promise<SheetDone<"not-author">> =>
  changeSheet<"not-author">(act, {
    from: ["proposed"],
    action: "sheet.take-back",
    make: (sheet) =>
      sheet.body.proposedBy?.id === act.person.id
        ? { state: "open", body: { ...sheet.body, proposedBy: null, machine: null }, detail: {} }
        : "not-author",
  });

/** Given up: another document is meant, the batch was wrong. The sheet stays to be read. */
export const voidSheet = (act: SheetAct, reason: string): Promise<SheetDone<"reason-missing">> =>
  changeSheet<"reason-missing">(act, {
    from: ["open", "returned", "proposed"],
    action: "sheet.void",
    make: (sheet) => {
      const stateReason = reason.trim().slice(0, LONGEST_SHEET_TEXT);
      if (stateReason === "") return "reason-missing";
      return { state: "void", body: { ...sheet.body, stateReason }, detail: { reason: stateReason } };
    },
  });

const cut = (text: string): string => text.trim().slice(0, LONGEST_SHEET_TEXT);

function tidy(writing: SheetWriting): SheetWriting {
  const rows: Partial<Record<SheetAspect, { assessment: string; proposal: string }>> = {};
  for (const aspect of SHEET_ASPECTS) {
    const row = writing.rows[aspect];
    const [assessment, proposal] = [cut(row?.assessment ?? ""), cut(row?.proposal ?? "")];
    if (assessment !== "" || proposal !== "") rows[aspect] = { assessment, proposal };
  }
  return {
    ...writing,
    rows,
    groundText: cut(writing.groundText),
    content: cut(writing.content),
    formReason: cut(writing.formReason ?? "") || null,
    draftingUnit: cut(writing.draftingUnit ?? "").slice(0, 200) || null,
  };
}

/** `basis, form`: the trail says what was written on, the sheet what. */
function changedFields(before: SheetBody, after: SheetBody): string {
  const names = [
    ...SHEET_ASPECTS.filter((a) => JSON.stringify(before.rows[a] ?? null) !== JSON.stringify(after.rows[a] ?? null)),
    ...(
      ["ground", "groundText", "groundWorks", "form", "formReason", "content", "draftingUnit", "deadline"] as const
    ).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])),
  ];
  return names.join(", ");
}

export const formNamed = (value: string | null | undefined): HandlingForm | null =>
  HANDLING_FORMS.find((form) => form === value) ?? null;
