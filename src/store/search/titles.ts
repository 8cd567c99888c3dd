import { and, desc, inArray, like, sql } from "drizzle-orm";
import { plain } from "../../domain/fold.ts";
import type { Work, WorkId } from "../../domain/work.ts";
import type { Engine } from "../engine.ts";
import { workOf, type WorkRow } from "../work-store.ts";
import { worksBySymbol } from "./symbol-lookup.ts";
import { parseQuery, type SearchQuery, searchWords } from "./words.ts";

/** Works of which the title is looked at. */
const MAX_TITLES = 1_000;
/** More of them where most will be filtered away. */
const MAX_TITLES_NARROWED = 5_000;

/** By symbol first, then by words of symbol and title; documents we have the text of before those only cited. */
export async function searchWorks(
  engine: Engine,
  text: string,
  limit: number,
  within?: ReadonlySet<WorkId>,
): Promise<Work[]> {
  const { work } = engine.schema;
  const { exact, begun } = await worksBySymbol(engine, text);
  const query = parseQuery(text);
  const words = query.words.map((word) => word.folded);
  const found = new Map([...exact, ...begun].map((each) => [each.id, each]));
  if (words.length > 0) {
    const { id, folded, title, known } = work;
    const rows = await engine
      .db()
      .select({ id, folded, title, known })
      .from(work)
      // Letters and digits only: nothing in them means something to LIKE.
      .where(and(...words.map((word) => like(work.folded, `% ${word}%`))))
      // not the bare column: following its index to every row costs twice what reading the table does
      .orderBy(desc(sql`${work.byIssued} || ''`), desc(work.id))
      .limit(within === undefined ? MAX_TITLES : MAX_TITLES_NARROWED);
    // `17` begins `170`, but who types a number means that number
    const numbers = words.filter((word) => /^\d/u.test(word));
    const meant = rows.filter(({ folded }) => numbers.every((number) => `${folded} `.includes(` ${number} `)));
    const scored = meant
      .filter((row) => within === undefined || within.has(row.id))
      .map((row) => ({ id: row.id, score: titleScore(row, query) }))
      .sort((a, b) => b.score - a.score);
    const best = scored.slice(0, limit).map((each) => each.id);
    const works = await worksOf(engine, best);
    for (const each of best) found.set(each, works.get(each) as Work);
  }
  return [...found.values()].filter((each) => within === undefined || within.has(each.id)).slice(0, limit);
}

export async function worksCitedByName(engine: Engine): Promise<Work[]> {
  const { work } = engine.schema;
  const rows = await engine
    .db()
    .select()
    .from(work)
    .where(inArray(work.type, ["luat", "bo-luat", "phap-lenh", "hien-phap"]));
  return rows.map(workOf);
}

async function worksOf(engine: Engine, ids: readonly WorkId[]): Promise<ReadonlyMap<WorkId, Work>> {
  const { work } = engine.schema;
  const rows = await engine
    .db()
    .select()
    .from(work)
    .where(inArray(work.id, [...ids]));
  return new Map(rows.map((row) => [row.id, workOf(row)]));
}

function titleScore(
  { folded, title, known: how }: Pick<WorkRow, "folded" | "title" | "known">,
  query: SearchQuery,
): number {
  const padded = `${folded} `;
  const words = query.words.map((word) => word.folded);
  const whole = words.filter((word) => padded.includes(` ${word} `)).length / words.length;
  const phrase = padded.includes(` ${words.join(" ")} `) ? 1 : 0;
  const accents = query.accented ? accentsIn(title ?? "", query) : 1;
  const known = how === "text" ? 0.5 : how === "register" ? 0.25 : 0;
  const exactTitle = phrase === 1 && searchWords(title ?? "") === words.join(" ") ? 1 : 0;
  return 2 * whole + phrase + accents + known + exactTitle;
}

function accentsIn(text: string, query: SearchQuery): number {
  const title = ` ${plain(text)} `;
  return query.words.filter((word) => title.includes(` ${plain(word.typed)} `)).length / query.words.length;
}
