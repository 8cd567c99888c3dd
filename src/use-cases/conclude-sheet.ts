import type { Handling } from "../domain/handling.ts";
import type { ReviewSheet } from "../domain/review-sheet.ts";
import { changeSheet, type SheetAct, type SheetDone } from "./change-sheet.ts";
import { startHandling } from "./start-handling.ts";
import { LONGEST_SHEET_TEXT } from "./write-sheet.ts";

/**
 * An approver agrees with what a reviewer proposed; what then has to be done is followed from here on. That the two are two
 * people is for policy to say (`sheet:conclude`); where one person is alone, the sheet says that it was agreed alone.
 */
export const concludeSheet = (act: SheetAct): Promise<SheetDone> =>
  changeSheet<never>(act, {
    from: ["proposed"],
    action: "sheet.conclude",
    make: async (sheet) => {
      const agreedAlone = sheet.body.proposedBy?.id === act.person.id;
      const handling = await carryOn(act, sheet);
      return {
        state: "concluded",
        body: {
          ...sheet.body,
          agreedAlone,
          stateReason: null,
          concludedBy: { id: act.person.id, signature: act.by, at: act.now },
        },
        detail: {
          form: sheet.body.form,
          proposedBy: sheet.body.proposedBy?.signature ?? null,
          ...(agreedAlone ? { alone: "yes" } : {}),
          ...(handling === null ? {} : { handling: handling.id }),
        },
      };
    },
  });

/** Back to the reviewer, with what is missing. */
export const returnSheet = (act: SheetAct, reason: string): Promise<SheetDone<"reason-missing">> =>
  changeSheet<"reason-missing">(act, {
    from: ["proposed"],
    action: "sheet.return",
    make: (sheet) => {
      const stateReason = reason.trim().slice(0, LONGEST_SHEET_TEXT);
      if (stateReason === "") return "reason-missing";
      return { state: "returned", body: { ...sheet.body, stateReason }, detail: { reason: stateReason } };
    },
  });

/** A conclusion is weighed again: what follows from it goes on until another conclusion changes it, and the trail keeps both. */
export const reopenSheet = (act: SheetAct, reason: string): Promise<SheetDone<"reason-missing" | "another-standing">> =>
  changeSheet<"reason-missing" | "another-standing">(act, {
    from: ["concluded"],
    action: "sheet.reopen",
    make: async (sheet) => {
      const stateReason = reason.trim().slice(0, LONGEST_SHEET_TEXT);
      if (stateReason === "") return "reason-missing";
      if ((await act.store.sheets.standing(sheet.work)) !== null) return "another-standing";
      return {
        state: "returned",
        body: { ...sheet.body, stateReason, concludedBy: null, proposedBy: null, agreedAlone: false },
        detail: { reason: stateReason, form: sheet.body.form, concludedBy: sheet.body.concludedBy?.signature ?? null },
      };
    },
  });

/**
 * The handling that follows from a conclusion. A sheet that was reopened has one already: it goes on under the new conclusion,
 * so that the steps noted on it are not lost.
 */
async function carryOn({ store, by, now }: SheetAct, sheet: ReviewSheet): Promise<Handling | null> {
  const { form, content, draftingUnit, deadline } = sheet.body;
  // of a document that is recommended anew the handling names no document yet
  const own = (await store.handlings.all()).find((h) => h.body.sheet === sheet.id);
  if (own === undefined) {
    if (form === null || form === "none") return null;
    const work = form === "new" ? null : sheet.work;
    return startHandling({ store, work, form, content, draftingUnit, due: deadline, sheet: sheet.id, by, now });
  }
  const what = "Kết luận lại phiếu rà soát";
  const next: Handling = {
    ...own,
    unit: draftingUnit ?? own.unit,
    due: deadline ?? own.due,
    state: form === "none" ? "none-needed" : "open",
    version: own.version + 1,
    updatedAt: now,
    body: { ...own.body, form, content, history: [...own.body.history, { at: now, by, what }] },
  };
  await store.handlings.change(next);
  await store.audit.append({
    at: now,
    by,
    action: "handling.change",
    subject: own.id,
    detail: { form, content, sheet: sheet.id },
  });
  return next;
}
