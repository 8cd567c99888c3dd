import type { Store } from "../store/store.ts";

/** Longest text of one part, in characters. */
export const LONGEST_PROSE = 20_000;

/**
 * Writes one part of a report. `seen` = the version the writer saw, 0 for none: false, and nothing stored, when somebody else has
 * written since.
 */
export async function writeReportProse(input: {
  readonly store: Store;
  readonly key: string;
  readonly text: string;
  readonly seen: number;
  readonly by: string;
  readonly now: number;
}): Promise<boolean> {
  const { store, key, seen, by, now } = input;
  const text = input.text.normalize("NFC").replaceAll("\r", "").trim().slice(0, LONGEST_PROSE);
  return store.withTransaction(async () => {
    if (!(await store.prose.write({ key, text, by, at: now }, seen))) return false;
    await store.audit.append({
      at: now,
      by,
      action: "report.write",
      subject: key,
      detail: { version: seen + 1, length: text.length },
    });
    return true;
  });
}
