import type { Person } from "../domain/account.ts";
import type { AuditAct } from "../domain/audit.ts";
import type { ReviewSheet, SheetState } from "../domain/review-sheet.ts";
import type { Store } from "../store/store.ts";
import { followSheet } from "./follow-sheet.ts";
import { tellSheet } from "./notify.ts";

/** Who acts on a sheet, when, and which version of it they had before their eyes. */
export interface SheetAct {
  readonly store: Store;
  readonly id: string;
  /** `version` of the sheet as it was shown. */
  readonly seen: number;
  readonly person: Person;
  /** What records are signed with. */
  readonly by: string;
  readonly now: number;
}

export type SheetRefusal =
  | "no-sheet"
  /** Somebody was first: `sheet` is what they made of it. */
  | "changed"
  /** A sheet in its state takes no such act. */
  | "bad-state";

export type SheetDone<Why extends string = never> =
  | { readonly ok: true; readonly sheet: ReviewSheet }
  | { readonly ok: false; readonly why: SheetRefusal | Why; readonly sheet: ReviewSheet | null };

interface Step<Why extends string> {
  /** States the act may begin in. */
  readonly from: readonly SheetState[];
  readonly action: AuditAct["action"];
  /** What the sheet becomes, or why it cannot. Joins the transaction. */
  make(sheet: ReviewSheet): Promise<Made | Why> | Made | Why;
}

interface Made {
  readonly state: SheetState;
  readonly body: ReviewSheet["body"];
  readonly unit?: string | null;
  readonly detail: AuditAct["detail"];
}

/**
 * The one way a sheet is changed: it is as it was seen, its state allows the act, the change, its entry in the audit trail and
 * the state of its place in a batch are one transaction. The first of two people wins, the second is handed what the first made.
 */
export async function changeSheet<Why extends string = never>(
  { store, id, seen, by, now }: SheetAct,
  { from, action, make }: Step<Why>,
): Promise<SheetDone<Why>> {
  return store.withTransaction(async () => {
    const sheet = await store.sheets.find(id);
    if (sheet === null) return { ok: false, why: "no-sheet", sheet };
    if (sheet.version !== seen) return { ok: false, why: "changed", sheet };
    if (!from.includes(sheet.state)) return { ok: false, why: "bad-state", sheet };
    const made = await make(sheet);
    if (typeof made === "string") return { ok: false, why: made, sheet };
    const { detail, ...rest } = made;
    const next: ReviewSheet = { ...sheet, ...rest, version: seen + 1, updatedAt: now };
    if (!(await store.sheets.change(next, seen)))
      return { ok: false, why: "changed", sheet: await store.sheets.find(id) };
    await store.audit.append({ at: now, by, action, subject: id, detail: { ...detail, work: sheet.work } });
    if (next.state !== sheet.state) {
      await followSheet(store, next, now);
      await tellSheet(store, next, by, now);
    }
    return { ok: true, sheet: next };
  });
}
