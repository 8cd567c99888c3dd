import { plain } from "../domain/fold.ts";
import type { TrackerCell, TrackerImport, TrackerRow } from "../domain/handling.ts";
import type { PlannedRow, TrackerPlan } from "./tracker-plan.ts";
import { shownCell } from "./tracker-values.ts";

/** Rows of a workbook beside the rows of the same tracker as it was read before. */
export interface PairedRows {
  readonly pairs: readonly { readonly old: TrackerRow | null; readonly next: PlannedRow }[];
  /** No longer in the workbook. */
  readonly gone: readonly TrackerRow[];
}

interface Faced {
  readonly sheet: string;
  readonly document: string;
  readonly stt: string;
}

/**
 * Which row is which: by the words about the document; what is left by its ordinal number in the sheet, where the words
 * have something in common. A row that fits none is new; none is taken for two.
 */
export function pairRows(before: TrackerImport, old: readonly TrackerRow[], plan: TrackerPlan): PairedRows {
  const faceOld = (row: TrackerRow): Faced => face(before.body.sheets[row.body.sheet], row.body.meant);
  const faceNew = (row: PlannedRow): Faced => face(plan.sheets[row.sheet], row.meant);
  const found = new Map<PlannedRow, TrackerRow>();
  const taken = new Set<TrackerRow>();
  const pair = (next: PlannedRow, row: TrackerRow): void => {
    found.set(next, row);
    taken.add(row);
  };
  const byWords = new Map<string, TrackerRow[]>();
  for (const row of old) {
    const { sheet, document } = faceOld(row);
    const key = `${sheet}|${row.body.kind}|${document}`;
    byWords.set(key, [...(byWords.get(key) ?? []), row]);
  }
  for (const next of plan.rows) {
    const { sheet, document } = faceNew(next);
    const row = byWords.get(`${sheet}|${next.kind}|${document}`)?.shift();
    if (row !== undefined) pair(next, row);
  }
  for (const next of plan.rows) {
    if (found.has(next) || next.kind !== "document") continue;
    const { sheet, stt, document } = faceNew(next);
    if (stt === "") continue;
    const row = old.find((one) => {
      const was = faceOld(one);
      return (
        !taken.has(one) &&
        one.body.kind === "document" &&
        was.sheet === sheet &&
        was.stt === stt &&
        alike(was.document, document)
      );
    });
    if (row !== undefined) pair(next, row);
  }
  return {
    pairs: plan.rows.map((next) => ({ next, old: found.get(next) ?? null })),
    gone: old.filter((row) => !taken.has(row)),
  };
}

function face(sheet: TrackerImport["body"]["sheets"][number] | undefined, meant: readonly TrackerCell[]): Faced {
  const at = (role: string): string => shownCell(meant[(sheet?.columns ?? []).indexOf(role)]);
  const document = [at("document"), at("title"), at("issuer"), at("issuedOn")].join(" ");
  // lines that are no documents are known by all their words
  const words = document.trim() === "" ? meant.map(shownCell).join(" ") : document;
  return { sheet: sheet?.name ?? "", document: plain(words), stt: at("stt") };
}

/** Half of the words of the shorter one. */
function alike(a: string, b: string): boolean {
  const [first, second] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared * 2 >= Math.min(first.size, second.size);
}

/** Whether a workbook is the same tracker as one that was read in: a sheet of the same name with the same heading. */
export const isSameTracker = (before: TrackerImport, plan: TrackerPlan): boolean =>
  plan.sheets.some(
    (sheet) =>
      sheet.columns.length > 0 &&
      before.body.sheets.some(
        (was) => was.name === sheet.name && was.labels.join("|") === sheet.labels.join("|") && was.columns.length > 0,
      ),
  );
