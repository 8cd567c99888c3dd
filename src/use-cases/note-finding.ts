import { randomUUID } from "node:crypto";
import type { Store } from "../store/store.ts";

/** Longest note that is kept, in characters. */
export const LONGEST_NOTE = 2000;

export type NoteFault = "no-finding" | "text-missing" | "not-yours";

/** Writes something beside a finding. It decides nothing. */
export async function addNote(
  store: Store,
  finding: string,
  text: string,
  by: string,
  now: number,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: NoteFault }> {
  if ((await store.findings.find(finding)) === null) return { ok: false, why: "no-finding" };
  const words = text.normalize("NFC").trim().slice(0, LONGEST_NOTE);
  if (words === "") return { ok: false, why: "text-missing" };
  await store.desk.addNote({ id: randomUUID(), finding, text: words, by, at: now, removedAt: null });
  return { ok: true };
}

/** Takes a note away; only who wrote it may. Its trace stays. */
export async function removeNote(
  store: Store,
  finding: string,
  id: string,
  by: string,
  now: number,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: NoteFault }> {
  const note = (await store.desk.notesOf(finding)).find((n) => n.id === id);
  if (note !== undefined && note.by !== by) return { ok: false, why: "not-yours" };
  await store.desk.removeNote(id, now);
  return { ok: true };
}
