import { randomUUID } from "node:crypto";
import type { Assignment } from "../domain/desk.ts";
import { type LegalDate, parseDate } from "../domain/legal-date.ts";
import { loadTables, rowsOn, type Tables } from "../engine/tables.ts";
import type { Store } from "../store/store.ts";
import { tellAssigned } from "./notify.ts";
import { oneLine } from "../domain/fold.ts";

export interface AssignOptions {
  readonly store: Store;
  readonly finding: string;
  /** A person or a unit, as written. */
  readonly to: string;
  /** `dd/mm/yyyy`, or empty for no day. */
  readonly due: string;
  readonly note: string;
  readonly by: string;
  readonly now: number;
}

export type AssignFault = "no-finding" | "name-missing" | "name-too-long" | "bad-due";

const LONGEST_NAME = 120;
const LONGEST_NOTE = 2000;

/** Gives a finding to a person or a unit; whoever had it before has it no longer. */
export async function assignFinding(
  options: AssignOptions,
): Promise<{ readonly ok: true; readonly assignment: Assignment } | { readonly ok: false; readonly why: AssignFault }> {
  const { store, finding, by, now } = options;
  const about = await store.findings.find(finding);
  if (about === null) return { ok: false, why: "no-finding" };
  const to = oneLine(options.to);
  if (to === "") return { ok: false, why: "name-missing" };
  if ([...to].length > LONGEST_NAME) return { ok: false, why: "name-too-long" };
  const due = parseDate(options.due.trim());
  if (options.due.trim() !== "" && due === null) return { ok: false, why: "bad-due" };
  const note = options.note.trim().slice(0, LONGEST_NOTE) || null;
  const assignment: Assignment = { id: randomUUID(), finding, to, due, note, by, at: now, endedAt: null };
  await store.withTransaction(async () => {
    await store.desk.assign(assignment);
    await store.audit.append({ at: now, by, action: "finding.assign", subject: finding, detail: { to, due, note } });
    await tellAssigned(store, assignment, about);
  });
  return { ok: true, assignment };
}

/** Takes a finding back from whoever has it; false where nobody has. */
export const unassignFinding = (store: Store, finding: string, by: string, now: number): Promise<boolean> =>
  store.withTransaction(async () => {
    if (!(await store.desk.unassign(finding, now))) return false;
    await store.audit.append({ at: now, by, action: "finding.unassign", subject: finding, detail: {} });
    return true;
  });

let tables: Tables | null = null;

/** Names to choose from: who was ever assigned something, and the departments of a province on the day. */
export async function namesToAssign(store: Store, on: LegalDate): Promise<readonly string[]> {
  tables ??= loadTables();
  const used = await store.desk.names();
  const departments = rowsOn(tables, "departments", on).map((row) => String(row["new"] ?? ""));
  const names = new Set([...departments.filter((name) => name !== "")].sort((a, b) => a.localeCompare(b, "vi")));
  return [...new Set([...used, ...names])];
}
