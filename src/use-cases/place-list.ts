import { createHash } from "node:crypto";
import type { Effect } from "../domain/effect.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ListedDocument } from "../read/spreadsheet.ts";
import { workIdOf } from "../resolve/work-id.ts";
import type { ImportEntry, Store } from "../store/store.ts";

/**
 * Stores what a spreadsheet says of documents whose text is not here: works known from a list. What it says of their
 * status is kept as a statement that is not counted, because a list proves nothing by itself (it may even contradict
 * another list); the reader shows it with the row it stands in.
 */
export async function placeList(
  store: Store,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly list: readonly ListedDocument[] },
  now: number,
  changed: Set<WorkId>,
): Promise<ImportEntry> {
  const unreadable: number[] = [];
  for (const row of file.list) {
    const work = row.symbol === null ? null : listedWork(row);
    if (work === null) {
      unreadable.push(row.row);
      continue;
    }
    await store.works.save([work]);
    if ((await store.works.find(work.id))?.known !== "listed") continue;
    await store.effects.replaceFrom(work.id, row.status === null ? [] : [statement(work, row, file.name)]);
    changed.add(work.id);
  }
  const doubtful = file.list.filter((row) => row.problems.length > 0 && !unreadable.includes(row.row));
  const said = [
    `Danh mục: ${file.list.length - unreadable.length} văn bản, không có lời văn.`,
    unreadable.length > 0 ? `Dòng không đọc được số, ký hiệu: ${some(unreadable)}.` : null,
    doubtful.length > 0 ? `Dòng cần xem lại: ${some(doubtful.map((row) => row.row))}.` : null,
  ].filter(Boolean);
  return {
    file: file.name,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    outcome: said.length > 1 ? "needs-look" : "imported",
    work: null,
    reason: said.join(" "),
    at: now,
  };
}

const listedWork = (row: ListedDocument): Work => {
  const type = row.type ?? "khac";
  const { symbol, issuer, issuedOn, title } = row;
  return {
    id: workIdOf({ type, symbol, issuer, issuedOn }),
    symbol,
    type,
    title,
    issuer,
    issuedOn,
    effectiveOn: null,
    known: "listed",
    normative: "unsure",
  };
};

/** "Còn hiệu lực", "Hết hiệu lực …" as the list says it: shown, not counted. */
function statement(work: Work, row: ListedDocument, file: string): Effect {
  const words = [row.status, row.reason].filter(Boolean).join("; ");
  return {
    id: createHash("sha256").update(`${work.id}|${file}|${row.sheet}|${row.row}|${words}`).digest("hex").slice(0, 16),
    action: "unknown",
    source: work.id,
    sourceEId: null,
    target: work.id,
    targetEId: null,
    from: null,
    until: null,
    phraseFrom: null,
    phraseTo: null,
    content: null,
    after: null,
    exception: null,
    applied: false,
    whyNot: `danh mục “${file}”, trang ${row.sheet}, dòng ${row.row} ghi: ${words}; chưa có lời văn để tính`,
    evidence: { work: work.id, symbol: work.symbol, eId: null, quote: "", span: null },
    origin: "text",
  };
}

/** The first rows by number; the rest are counted. */
const some = (rows: readonly number[]): string =>
  rows.length <= 10 ? rows.join(", ") : `${rows.slice(0, 10).join(", ")} và ${rows.length - 10} dòng khác`;
