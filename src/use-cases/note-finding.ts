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
  const id = randomUUID();
  await store.withTransaction(async () => {
    await store.desk.addNote({ id, finding, text: words, by, at: now, removedAt: null });
    await store.audit.append({ at: now, by, action: "finding.note", subject: finding, detail: { id, text: words } });
  });
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
  await store.withTransaction(async () => {
    if (await store.desk.removeNote(id, now))
      await store.audit.append({ at: now, by, action: "finding.unnote", subject: finding, detail: { id } });
  });
  return { ok: true };
}
