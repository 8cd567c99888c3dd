import { and, asc, count, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { contentSha256, documentOf, sha256Of } from "./document-json.ts";
import type { Engine } from "./engine.ts";
import { passagesOf } from "./passages.ts";

/** One thing `doctor` looked at. `detail` is Vietnamese: what was counted, or the first thing that is wrong and what to do. */
export interface StoreCheck {
  /** Kebab-case, stable: `integrity`, `foreign-keys`, `originals`, `texts`, `search-index`, `orphans` … */
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Rows held in memory at once: an original may have 100 MB. */
const ROWS_AT_ONCE = 8;

type Kept = "originals" | "texts" | "contents" | "attachments";

const WHAT: Readonly<Record<Kept, string>> = {
  originals: "tệp gốc",
  texts: "toàn văn",
  contents: "kết quả phân tích",
  attachments: "tệp đính kèm",
};

const ROWS_OF: Readonly<Record<Kept, (engine: Engine) => AsyncGenerator<Hashed>>> = {
  originals,
  texts: (engine) => expressions(engine, "texts"),
  contents: (engine) => expressions(engine, "contents"),
  attachments,
};

/** Computes every hash again. Reads the whole index once. */
export async function checkHashes(engine: Engine, kept: Kept): Promise<StoreCheck> {
  const bad: string[] = [];
  let n = 0;
  for await (const row of ROWS_OF[kept](engine)) {
    n++;
    if (row.actual !== row.expected) bad.push(row.name);
  }
  return {
    name: kept,
    ok: bad.length === 0,
    detail:
      bad.length === 0
        ? `${n} ${WHAT[kept]} khớp mã băm SHA-256.`
        : `${bad.length}/${n} ${WHAT[kept]} không khớp mã băm SHA-256 (đã bị thay đổi ngoài chương trình), đầu tiên: ${bad[0]}. ` +
          "Hãy khôi phục từ bản sao lưu hoặc nhập lại tệp này.",
  };
}

interface Hashed {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

async function* originals(engine: Engine): AsyncGenerator<Hashed> {
  const { original } = engine.schema;
  let last = "";
  for (;;) {
    const rows = await engine
      .db()
      .select()
      .from(original)
      .where(gt(original.sha256, last))
      .orderBy(asc(original.sha256))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) yield { name: row.sha256, expected: row.sha256, actual: sha256Of(row.bytes) };
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.sha256 ?? "";
  }
}

/** Files beside people's work, those taken away too: their bytes stay. */
async function* attachments(engine: Engine): AsyncGenerator<Hashed> {
  const { attachment } = engine.schema;
  let last = "";
  for (;;) {
    const rows = await engine
      .db()
      .select()
      .from(attachment)
      .where(gt(attachment.id, last))
      .orderBy(asc(attachment.id))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) {
      const name = `${row.name} (${row.id})`;
      yield { name, expected: `${row.sha256} ${row.size}`, actual: `${sha256Of(row.bytes)} ${row.bytes.length}` };
    }
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.id ?? "";
  }
}

async function* expressions(engine: Engine, kept: "texts" | "contents"): AsyncGenerator<Hashed> {
  const { expression } = engine.schema;
  let last = "";
  for (;;) {
    const rows = await engine
      .db()
      .select()
      .from(expression)
      .where(gt(expression.id, last))
      .orderBy(asc(expression.id))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) {
      const name = `${row.file} (${row.id})`;
      yield kept === "texts"
        ? { name, expected: row.textSha256, actual: sha256Of(row.text) }
        : { name, expected: row.contentSha256, actual: contentSha256(row.document, row.facts) };
    }
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)?.id ?? "";
  }
}

/** The rows of units and of search are made from the document: made again, they must be the same. */
export async function checkUnits(engine: Engine): Promise<StoreCheck> {
  const { expression, provision } = engine.schema;
  const bad: string[] = [];
  let n = 0;
  let last = "";
  for (;;) {
    const current = and(eq(expression.current, true), gt(expression.id, last));
    const rows = await engine
      .db()
      .select()
      .from(expression)
      .where(current)
      .orderBy(asc(expression.id))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) {
      const stored = await engine
        .db()
        .select()
        .from(provision)
        .where(eq(provision.work, row.work))
        .orderBy(asc(provision.ord));
      const expected = passagesOf(documentOf(row.text, row.document), {
        id: stored[0]?.id ?? 0,
        work: row.work,
        expression: row.id,
      });
      const same =
        stored.length === expected.length &&
        expected.every((unit, i) =>
          Object.entries(unit).every(([key, value]) => stored[i]?.[key as keyof typeof unit] === value),
        );
      n += stored.length;
      if (!same) bad.push(row.file);
    }
    if (rows.length < ROWS_AT_ONCE) break;
    last = rows.at(-1)?.id ?? "";
  }
  const detail =
    bad.length === 0
      ? `${n} dòng điều, khoản, điểm đúng với văn bản của chúng.`
      : `Dòng điều, khoản, điểm của ${bad.length} văn bản không đúng với văn bản đã lưu, đầu tiên: ${bad[0]}. Hãy khôi phục từ bản sao lưu hoặc lập lại chỉ mục từ thư mục văn bản.`;
  return { name: "units", ok: bad.length === 0, detail };
}

/** Rows nothing leads to, or that lead to nothing. Foreign keys cover the rest. */
export async function checkOrphans(engine: Engine): Promise<StoreCheck> {
  const { work, original, expression, provision, link, effect, relation, manifestation } = engine.schema;
  const db = engine.db();
  const nothing = isNull(work.id);
  const counted: readonly [string, Promise<{ n: number }[]>][] = [
    [
      "tệp gốc không thuộc văn bản nào",
      db
        .select({ n: count() })
        .from(original)
        .leftJoin(expression, eq(expression.sha256, original.sha256))
        .leftJoin(manifestation, eq(manifestation.sha256, original.sha256))
        .where(and(isNull(expression.id), isNull(manifestation.sha256))),
    ],
    [
      "dẫn chiếu tới văn bản không có trong bảng văn bản",
      db
        .select({ n: count() })
        .from(link)
        .leftJoin(work, eq(work.id, link.to))
        .where(and(isNotNull(link.to), nothing)),
    ],
    [
      "tác động tới văn bản không có trong bảng văn bản",
      db.select({ n: count() }).from(effect).leftJoin(work, eq(work.id, effect.target)).where(nothing),
    ],
    [
      "quan hệ với văn bản không có trong bảng văn bản",
      db.select({ n: count() }).from(relation).leftJoin(work, eq(work.id, relation.parent)).where(nothing),
    ],
    [
      "văn bản hiện hành không có dòng tìm kiếm nào",
      db
        .select({ n: count() })
        .from(expression)
        .leftJoin(provision, eq(provision.expression, expression.id))
        .where(and(eq(expression.current, true), isNull(provision.id), gt(expression.text, ""))),
    ],
    [
      "dòng quy định thuộc một phiên bản cũ",
      db
        .select({ n: count() })
        .from(provision)
        .innerJoin(expression, eq(expression.id, provision.expression))
        .where(eq(expression.current, false)),
    ],
  ];
  const found: string[] = [];
  for (const [what, query] of counted) {
    const n = (await query)[0]?.n ?? 0;
    if (n > 0) found.push(`${n} ${what}`);
  }
  return {
    name: "orphans",
    ok: found.length === 0,
    detail:
      found.length === 0 ? "Không có dòng mồ côi." : `${found.join("; ")}. Hãy lập lại chỉ mục từ thư mục văn bản.`,
  };
}
