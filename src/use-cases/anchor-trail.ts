import { appendFile, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AuditHead } from "../domain/audit.ts";
import { isLegalDate, type LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { tellTrailFault } from "./notify.ts";
import { verifyAudit } from "./verify-audit.ts";

/** Heads of the trail, one a day: `2026-11-26 1240 3fa9…`. One folder serves one index. */
const FILE = "nhat-ky-neo.txt";
const LINE = /^(\d{4}-\d{2}-\d{2}) (\d{1,15}) ([0-9a-f]{64})$/u;

/** A head as it was kept outside the data folder on a day (SEC-16). */
export interface Anchor extends AuditHead {
  readonly day: LegalDate;
}

/** broken = the trail is not the one that was anchored · unreadable, unwritable = the anchors themselves. */
export type AnchorFault = "broken" | "unreadable" | "unwritable";

/** How anchoring went last, as the page of the trail shows it. */
export interface AnchorState {
  readonly day: LegalDate;
  readonly at: number;
  /** The last head that was anchored; null = nothing was done yet that could be. */
  readonly anchored: Anchor | null;
  readonly fault: { readonly kind: AnchorFault; readonly what: string } | null;
}

const STATE = "anchor-state";

export const anchorState = async (store: Store): Promise<AnchorState | null> =>
  JSON.parse((await store.settings.get(STATE)) ?? "null") as AnchorState | null;

/** Every head that was kept in the folder, oldest first; none where nothing was anchored yet. Throws where a line is not one of ours. */
export async function anchorsIn(folder: string): Promise<readonly Anchor[]> {
  const text = await readFile(join(folder, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text
    .split("\n")
    .map((line) => line.trim())
    .flatMap((line, i) => {
      if (line === "") return [];
      const [, day = "", seq = "", hash = ""] = LINE.exec(line) ?? [];
      if (!isLegalDate(day)) throw new Error(`dòng ${i + 1} của tệp ${FILE} không đúng dạng “ngày số-mục mã-băm”`);
      return [{ day, seq: Number(seq), hash }];
    });
}

/**
 * Walks the trail against every head that was ever anchored, then anchors today's head. Whoever rewrites the trail with the
 * database in hand cannot rewrite what lies elsewhere. A trail that does not hold is not anchored again; who reads the trail is
 * told. Once a day; a fault is looked at again by the next round.
 */
export async function anchorTrail(store: Store, folder: string, day: LegalDate, now: number): Promise<AnchorState> {
  const before = await anchorState(store);
  if (before !== null && before.day === day && before.fault === null) return before;
  const state: AnchorState = { day, at: now, ...(await anchorToday(store, folder, day)) };
  await store.withTransaction(async () => {
    await store.settings.set(STATE, JSON.stringify(state));
    if (state.fault !== null) await tellTrailFault(store, state.fault.kind, state.fault.what, day, now);
  });
  return state;
}

async function anchorToday(
  store: Store,
  folder: string,
  day: LegalDate,
): Promise<Pick<AnchorState, "anchored" | "fault">> {
  let anchors: readonly Anchor[];
  try {
    anchors = await anchorsIn(folder);
  } catch (error) {
    return { anchored: null, fault: { kind: "unreadable", what: (error as Error).message } };
  }
  const last = anchors.at(-1) ?? null;
  const { head, broken } = await verifyAudit(store, anchors);
  if (broken !== null) return { anchored: last, fault: { kind: "broken", what: broken.what } };
  if (head === null || last?.day === day) return { anchored: last, fault: null };
  try {
    await append(folder, `${day} ${head.seq} ${head.hash}\n`);
    return { anchored: { day, ...head }, fault: null };
  } catch (error) {
    return { anchored: last, fault: { kind: "unwritable", what: (error as Error).message } };
  }
}

/** On the disk before anybody relies on it. */
async function append(folder: string, line: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  await appendFile(path, line, { mode: 0o600 });
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
