import { and, desc, inArray, like, sql } from "drizzle-orm";
import { plain } from "../../domain/fold.ts";
import type { Work, WorkId } from "../../domain/work.ts";
import type { Engine } from "../engine.ts";
import { workOf } from "../work-store.ts";
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
    const rows = await engine
      .db()
      .select()
      .from(work)
      // Letters and digits only: nothing in them means something to LIKE.
      .where(and(...words.map((word) => like(work.folded, `% ${word}%`))))
      // not the bare column: following its index to every row costs twice what reading the table does
      .orderBy(desc(sql`${work.byIssued} || ''`), desc(work.id))
      .limit(within === undefined ? MAX_TITLES : MAX_TITLES_NARROWED);
    // `17` begins `170`, but who types a number means that number
    const numbers = words.filter((word) => /^\d/u.test(word));
    const meant = rows.filter(({ folded }) => numbers.every((number) => `${folded} `.includes(` ${number} `)));
    const scored = meant.map((row) => ({ work: workOf(row), score: titleScore(row.folded, workOf(row), query) }));
    scored.sort((a, b) => b.score - a.score);
    for (const each of scored) found.set(each.work.id, each.work);
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

function titleScore(folded: string, work: Work, query: SearchQuery): number {
  const padded = `${folded} `;
  const words = query.words.map((word) => word.folded);
  const whole = words.filter((word) => padded.includes(` ${word} `)).length / words.length;
  const phrase = padded.includes(` ${words.join(" ")} `) ? 1 : 0;
  const accents = query.accented ? accentsIn(work.title ?? "", query) : 1;
  const known = work.known === "text" ? 0.5 : work.known === "register" ? 0.25 : 0;
  const exactTitle = phrase === 1 && searchWords(work.title ?? "") === words.join(" ") ? 1 : 0;
  return 2 * whole + phrase + accents + known + exactTitle;
}

function accentsIn(text: string, query: SearchQuery): number {
  const title = ` ${plain(text)} `;
  return query.words.filter((word) => title.includes(` ${plain(word.typed)} `)).length / query.words.length;
}
