import { join } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { indexInputs, provisionsOf, store } from "./index-input.ts";
import { legalTexts, RARE } from "./legal-text.ts";
import { type BenchRow, percentile } from "./measure.ts";

/** What people type: one rare name, common words, without accents, a phrase, a symbol. */
const QUERIES: readonly (readonly [kind: string, queries: readonly string[]])[] = [
  ["rare words", RARE],
  ["common words", ["quản lý", "trách nhiệm kiểm tra", "hồ sơ đề nghị", "ủy ban nhân dân", "kinh phí"]],
  ["common words without accents", ["quan ly", "trach nhiem kiem tra", "ho so de nghi", "uy ban nhan dan"]],
  ["phrases", ['"hành lang an toàn"', '"ngân sách địa phương"', '"công bố công khai"']],
  ["symbols", ["742/2024/NĐ-CP", "15/2025/QĐ-UBND", "706/2023/TT-BXD"]],
];
const ROUNDS = 12;

/** Milliseconds a search takes by the clock, at about sixty thousand provisions. */
export async function searching(folder: string): Promise<BenchRow[]> {
  const inputs = indexInputs(legalTexts(600, 7));
  const index = await openStore(join(folder, "search.sqlite"));
  await store(index, inputs);
  const rows: BenchRow[] = [];
  for (const [kind, queries] of QUERIES) {
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      for (const query of queries) {
        const started = performance.now();
        await index.search.provisions(query, { limit: 20 });
        if (round > 0) times.push(performance.now() - started);
      }
    }
    const name = `${kind}, ${provisionsOf(inputs)} provisions`;
    const p95 = percentile(times, 0.95);
    rows.push({ part: "searching", name: `${name}, p50`, value: percentile(times, 0.5), unit: "ms" });
    rows.push({ part: "searching", name: `${name}, p95`, value: p95, unit: "ms", target: "≤ 800", met: p95 <= 800 });
  }
  await index.close();
  return rows;
}
