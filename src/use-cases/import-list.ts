import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Effect, PLAIN_EFFECT } from "../domain/effect.ts";
import type { Problem } from "../domain/problem.ts";
import type { ImportedList, ReadRow } from "../domain/publication.ts";
import type { WorkId } from "../domain/work.ts";
import { readListHead } from "../extract/read-list-head.ts";
import { createChildPool } from "../read/child-pool.ts";
import type { Store } from "../store/store.ts";
import type { Upload } from "./import-desk.ts";
import { nextRevision } from "./index-revision.ts";
import { matchRows } from "./match-list-rows.ts";
import type { ListFileRead } from "./read-list-file.ts";

export type ListImported =
  | { readonly ok: true; readonly id: string; readonly known: boolean }
  | { readonly ok: false; readonly problem: Problem };

/** Reads the first file of an upload as a published list and keeps it; the same file again leads to what is kept. */
export async function importList(input: {
  readonly store: Store;
  readonly upload: Upload;
  readonly by: string;
  readonly now: number;
}): Promise<ListImported> {
  const { store, upload, by, now } = input;
  try {
    const [file] = upload.files;
    if (file === undefined) return { ok: false, problem: nothingCame(upload) };
    const sha256 = createHash("sha256")
      .update(await readFile(file.path))
      .digest("hex");
    const known = await store.listImports.bySha256(sha256);
    if (known) return { ok: true, id: known.id, known: true };
    const read = await inChild(file);
    if (!read.ok) return read;
    const id = await keepList(store, { file: file.name, sha256, ...read }, by, now);
    return { ok: true, id, known: false };
  } finally {
    await upload.discard();
  }
}

async function inChild(file: { readonly path: string; readonly name: string }): Promise<ListFileRead> {
  const pool = createChildPool({ script: new URL("./read-list-file.child.ts", import.meta.url), size: 1 });
  try {
    const answer = await pool.run<ListFileRead>(file);
    if (!("reason" in answer)) return answer;
    const { reason, what, why, todo } = answer;
    return { ok: false, problem: { code: `parser-${reason}`, what, why, todo, span: null } };
  } finally {
    await pool.close();
  }
}

/** Stores a list that was read, and what it says of documents that are known: shown beside the computed status, never counted. */
export async function keepList(
  store: Store,
  read: { readonly file: string; readonly sha256: string } & Extract<ListFileRead, { ok: true }>,
  by: string,
  now: number,
): Promise<string> {
  const { file, sha256, list, head } = read;
  const id = randomUUID();
  const { decision, period } = readListHead(head);
  const body: ImportedList = { file, decision, ...(periodOf(period) ?? guessed(list.rows)), ...list, answers: {} };
  const matched = await matchRows(store, list.rows);
  await store.withTransaction(async () => {
    await store.listImports.add({ id, sha256, at: now, by, body: JSON.stringify(body) });
    const said = list.rows.flatMap((row, i) => {
      const work = matched[i]?.work;
      return work ? (listedStatement(id, body, row, work.id) ?? []) : [];
    });
    await store.effects.saveListed(said, now);
    await nextRevision(store);
    const detail = { file, rows: list.rows.length, known: matched.filter((one) => one.work !== null).length, sha256 };
    await store.audit.append({ at: now, by, action: "list.import", subject: id, detail });
  });
  return id;
}

type Period = Pick<ImportedList, "from" | "to" | "periodBy">;

const periodOf = (said: ReturnType<typeof readListHead>["period"]): Period | null =>
  said && { ...said, periodBy: "title" };

/** The year or years that most of its days lie in: enough to look for what it forgot, not to say what was published before. */
function guessed(rows: readonly ReadRow[]): Period {
  const days = rows.flatMap(({ since }) => since ?? []).sort();
  const [first, last] = [days[Math.floor(days.length * 0.05)], days.at(-1)];
  if (first === undefined || last === undefined) return { from: null, to: null };
  return { from: `${first.slice(0, 4)}-01-01`, to: last, periodBy: "rows" };
}

/** What a list is called beside a document. */
export const listName = ({ file, decision }: Pick<ImportedList, "file" | "decision">): string =>
  decision?.symbol == null ? file : `Danh mục kèm theo ${decision.symbol}`;

/** One row of a list says one thing. */
export const listedStatementId = (list: string, { part, no, symbol }: ReadRow): string =>
  createHash("sha256").update(`${list}|${part}|${no}|${symbol}`).digest("hex").slice(0, 16);

/** Row and list, told among the effects on the document; null where a later day may change what it says. */
export function listedStatement(
  id: string,
  list: Pick<ImportedList, "file" | "decision">,
  row: ReadRow,
  work: WorkId,
  settled: string | null = null,
): Effect | null {
  if (row.fate !== "ceased" && row.fate !== "partly-ceased") return null;
  const name = listName(list);
  const extent = row.fate === "ceased" ? "Hết hiệu lực toàn bộ" : "Hết hiệu lực một phần";
  const words = [extent, row.content, row.reason, settled].filter(Boolean).join("; ");
  return {
    id: listedStatementId(id, row),
    action: "unknown",
    source: work,
    sourceEId: null,
    target: work,
    targetEId: null,
    from: row.since,
    ...PLAIN_EFFECT,
    applied: false,
    whyNot: `${name} ghi: ${words}; chỉ để đối chiếu`,
    evidence: { work, symbol: null, eId: null, quote: "", span: null },
    origin: "text",
    listed: {
      list: name,
      sheet: [row.part === "" ? "" : `phần ${row.part}`, row.group].filter(Boolean).join(", "),
      row: row.no ?? 0,
      words,
      status: settled === null ? row.fate : null,
    },
  };
}

const nothingCame = ({ refused: [first] }: Upload): Problem =>
  first
    ? { code: "upload-refused", what: `Không nhận tệp “${first.name}”.`, todo: first.reason, span: null }
    : { code: "nothing-uploaded", what: "Chưa chọn tệp nào.", todo: "Chọn tệp danh mục rồi tải lên.", span: null };
