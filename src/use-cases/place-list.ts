import { createHash } from "node:crypto";
import { type Effect, PLAIN_EFFECT } from "../domain/effect.ts";
import { issuerKey } from "../domain/issuer.ts";
import { listedStatus } from "../domain/listed-status.ts";
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
    const listed = row.symbol === null ? null : listedWork(row);
    if (listed === null) {
      unreadable.push(row.row);
      continue;
    }
    const work = (await knownAs(store, listed)) ?? listed;
    if (work === listed) await store.works.save([work]);
    // of a document whose text is here as well: a list that contradicts it must be seen
    if (row.status !== null) await store.effects.saveListed([statement(work, row, file.name)], now);
    if (work.known === "listed") changed.add(work.id);
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

/** The work a row means where it is known already: the same number, day and, as far as both say it, issuer. */
async function knownAs(store: Store, listed: Work): Promise<Work | null> {
  const same = await store.works.find(listed.id);
  if (same || listed.symbol === null || listed.issuedOn === null) return same?.known === "cited" ? null : same;
  const alike = (await store.works.bySymbol(listed.symbol)).filter(
    (w) =>
      w.known !== "cited" &&
      w.issuedOn === listed.issuedOn &&
      (w.issuer === null || listed.issuer === null || issuerKey(w.issuer) === issuerKey(listed.issuer)),
  );
  return alike.length === 1 ? (alike[0] as Work) : null;
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
  const said = `danh mục “${file}”, trang ${row.sheet}, dòng ${row.row} ghi: ${words}`;
  return {
    id: createHash("sha256").update(`${work.id}|${file}|${row.sheet}|${row.row}`).digest("hex").slice(0, 16),
    action: "unknown",
    source: work.id,
    sourceEId: null,
    target: work.id,
    targetEId: null,
    from: null,
    ...PLAIN_EFFECT,
    applied: false,
    whyNot: work.known === "listed" ? `${said}; chưa có lời văn để tính` : `${said}; chỉ để đối chiếu`,
    evidence: { work: work.id, symbol: work.symbol, eId: null, quote: "", span: null },
    origin: "text",
    listed: { list: file, sheet: row.sheet, row: row.row, words, status: listedStatus(row.status ?? "") },
  };
}

/** The first rows by number; the rest are counted. */
const some = (rows: readonly number[]): string =>
  rows.length <= 10 ? rows.join(", ") : `${rows.slice(0, 10).join(", ")} và ${rows.length - 10} dòng khác`;
