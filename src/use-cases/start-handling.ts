import { randomUUID } from "node:crypto";
import type { HandlingForm } from "../domain/handling-form.ts";
import type { Handling } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { tellHandlingGiven } from "./notify.ts";

export interface StartHandling {
  readonly store: Store;
  /** Null: a new document is recommended where none is. */
  readonly work: WorkId | null;
  readonly form: HandlingForm | null;
  readonly content: string;
  /** Id of a unit, or its name as written. */
  readonly draftingUnit: string | null;
  readonly due: LegalDate | null;
  /** The sheet whose conclusion it carries out; null = opened by hand. */
  readonly sheet: string | null;
  readonly by: string;
  readonly now: number;
}

/** What a handling has before anything happened to it. */
export const NEW_HANDLING = {
  unit: null,
  state: "open",
  due: null,
  importId: null,
  row: null,
  result: null,
  version: 1,
} as const;

export const NEW_HANDLING_BODY = {
  asWritten: null,
  form: null,
  formText: "",
  content: "",
  officer: "",
  sheet: null,
  steps: {},
  session: "",
  doneMonth: null,
  note: "",
  outcome: null,
  history: [],
} as const;

/**
 * Follows what a conclusion asks for until it is done; joins the transaction of the caller. Where the document is followed
 * already and no other conclusion stands behind that row (it came from a tracker, often “chưa xác định”), that row takes the
 * conclusion over: one document is not chased twice.
 */
export function startHandling(given: StartHandling): Promise<Handling> {
  const { store, work, sheet, by, now } = given;
  return store.withTransaction(async () => {
    const followed = sheet === null || work === null ? [] : await store.handlings.ofWorks([work]);
    const waiting = followed.filter((h) => h.state === "open" && h.body.sheet === null && fits(h, given));
    const [only] = waiting;
    if (only !== undefined && waiting.length === 1) return takeOver(only, given);
    const handling: Handling = {
      ...NEW_HANDLING,
      id: randomUUID(),
      work,
      unit: given.draftingUnit,
      due: given.due,
      state: given.form === "none" ? "none-needed" : "open",
      at: now,
      updatedAt: now,
      body: { ...NEW_HANDLING_BODY, form: given.form, content: given.content.trim(), sheet, by },
    };
    await store.handlings.add([handling]);
    await store.audit.append({ at: now, by, action: "handling.make", subject: handling.id, detail: detailOf(given) });
    await tellHandlingGiven(store, handling, by, now);
    return handling;
  });
}

const fits = ({ body }: Handling, { form }: StartHandling): boolean => body.form === null || body.form === form;

async function takeOver(old: Handling, given: StartHandling): Promise<Handling> {
  const { store, form, by, now } = given;
  const what = "Tiếp nhận kết luận của phiếu rà soát";
  const next: Handling = {
    ...old,
    unit: given.draftingUnit ?? old.unit,
    due: given.due ?? old.due,
    state: form === "none" ? "none-needed" : "open",
    version: old.version + 1,
    updatedAt: now,
    body: {
      ...old.body,
      form,
      content: given.content.trim() || old.body.content,
      sheet: given.sheet,
      history: [...old.body.history, { at: now, by, what }],
    },
  };
  await store.handlings.change(next);
  await store.audit.append({ at: now, by, action: "handling.change", subject: old.id, detail: detailOf(given) });
  await tellHandlingGiven(store, next, by, now);
  return next;
}

const detailOf = ({ work, form, content, draftingUnit, due, sheet }: StartHandling) => ({
  work,
  form,
  content: content.trim(),
  unit: draftingUnit,
  due,
  sheet,
});
