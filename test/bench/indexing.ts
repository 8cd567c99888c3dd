import { join } from "node:path";
import Database from "better-sqlite3";
import { fold } from "../../src/domain/fold.ts";
import { openStore } from "../../src/store/open.ts";
import { type IndexInput, indexInputs, provisionsOf, store } from "./index-input.ts";
import { legalTexts } from "./legal-text.ts";
import { type BenchRow, type Cost, costOnce } from "./measure.ts";

const RUNS = 3;

/** Provisions a CPU second through the store, beside the same words put into SQLite by hand with FTS5 and nothing else. */
export async function indexing(folder: string): Promise<BenchRow[]> {
  const inputs = indexInputs(legalTexts(600));
  const provisions = provisionsOf(inputs);
  const bare: Cost[] = [];
  const stored: Cost[] = [];
  // By turns, so that a slow minute of the machine meets both.
  for (let run = 0; run < RUNS; run++) {
    bare.push(await bareInsert(join(folder, `bare-${run}.sqlite`), inputs));
    const index = await openStore(join(folder, `store-${run}.sqlite`));
    stored.push(await store(index, inputs));
    await index.close();
  }
  const ceiling = provisions / Math.min(...bare.map((c) => c.cpu));
  const value = provisions / Math.min(...stored.map((c) => c.cpu));
  const ofCeiling = value / ceiling;
  return [
    {
      part: "indexing",
      name: `raw insert + FTS5, ${provisions} provisions (ceiling)`,
      value: ceiling,
      unit: "provisions/s cpu",
    },
    {
      part: "indexing",
      name: "through the store",
      value,
      unit: "provisions/s cpu",
      ofCeiling,
      target: "≥ 25 %",
      met: ofCeiling >= 0.25,
    },
    {
      part: "indexing",
      name: "through the store, by the clock",
      value: provisions / Math.min(...stored.map((c) => c.wall)),
      unit: "provisions/s",
    },
  ];
}

/** Prepared inserts of eId, text and folded text, folded beforehand; the same safety as the store's connection. */
async function bareInsert(path: string, inputs: readonly IndexInput[]): Promise<Cost> {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(
    "CREATE TABLE provision (id INTEGER PRIMARY KEY, work TEXT NOT NULL, e_id TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL);" +
      "CREATE VIRTUAL TABLE words USING fts5(folded, content='provision', content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
  );
  const insert = database.prepare("INSERT INTO provision VALUES (?, ?, ?, ?, ?)");
  const insertWords = database.prepare("INSERT INTO words(rowid, folded) VALUES (?, ?)");
  const rows = inputs.map(({ work, entry: { document } }) =>
    document.provisions.map((p) => {
      const text = document.text.slice(p.own.start, p.own.end);
      return [work.id, p.eId, text, fold(text)] as const;
    }),
  );
  const cost = await costOnce(() => {
    let id = 0;
    for (let at = 0; at < rows.length; at += 100) {
      database
        .transaction(() => {
          for (const [work, eId, text, folded] of rows.slice(at, at + 100).flat()) {
            insert.run(++id, work, eId, text, folded);
            insertWords.run(id, folded);
          }
        })
        .immediate();
    }
  });
  database.close();
  return cost;
}
