import type { ImportedList, ListAnswer } from "../domain/publication.ts";
import type { Store } from "../store/store.ts";
import { listedStatement } from "./import-list.ts";
import { nextAnswer } from "./imported-lists.ts";
import { reconcileList } from "./reconcile-list.ts";

export type AnswerFault = "no-list" | "no-item" | "reason-missing" | "somebody-first";

/** Longest reason that is kept, in characters. */
const LONGEST_REASON = 2000;

/**
 * Says which side of a difference is right, and why; `side` null takes the answer back. `seen` = the mark of the two sides as the
 * person saw them and whether it was answered then: whoever comes second is told.
 */
export async function answerListItem(input: {
  readonly store: Store;
  readonly id: string;
  readonly key: string;
  readonly side: ListAnswer["side"] | null;
  readonly reason: string;
  readonly seen: string;
  readonly today: string;
  readonly by: string;
  readonly now: number;
}): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: AnswerFault }> {
  const { store, id, key, side, seen, today, by, now } = input;
  const reason = input.reason.normalize("NFC").trim().slice(0, LONGEST_REASON);
  if (side !== null && reason === "") return { ok: false, why: "reason-missing" };
  const kept = await store.listImports.find(id);
  if (kept === null) return { ok: false, why: "no-list" };
  const list = JSON.parse(kept.body) as ImportedList;
  const item = (await reconcileList(store, id, list, today)).items.find((one) => one.key === key);
  if (item === undefined) return { ok: false, why: "no-item" };
  if (seen !== markOf(item)) return { ok: false, why: "somebody-first" };
  const { [key]: _, ...others } = list.answers;
  const answers = side === null ? others : { ...others, [key]: { side, reason, by, at: now, sides: item.sides } };
  return store.withTransaction(async () => {
    if (!(await store.listImports.change(id, kept.body, JSON.stringify({ ...list, answers }))))
      return { ok: false, why: "somebody-first" };
    // what a person has settled waits for nobody any more
    const settled = side === "ours" ? `đã đối chiếu, giữ kết quả của kho: ${reason}` : null;
    const statement = item.row && listedStatement(id, list, item.row, item.work.id, settled);
    if (statement) await store.effects.saveListed([statement], now);
    await nextAnswer(store);
    const detail = { key, side: side ?? "", reason, kind: item.kind, file: list.file };
    await store.audit.append({ at: now, by, action: "list.answer", subject: id, detail });
    return { ok: true };
  });
}

/** What a form sends back: the sides, and whether somebody had answered. */
export const markOf = (item: { readonly sides: string; readonly answer: ListAnswer | null }): string =>
  `${item.sides}.${item.answer?.at ?? 0}`;
