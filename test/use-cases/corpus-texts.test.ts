import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { corpusTexts } from "../../src/use-cases/corpus-texts.ts";
import { loadCorpus } from "../../src/use-cases/corpus-view.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "corpus-texts-"));
let store: Store;

const decree = (number: number, more = ""): string =>
  `CHÍNH PHỦ\n\nSố: ${number}/2024/NĐ-CP\n\nHà Nội, ngày 18 tháng 6 năm 2024\n\nNGHỊ ĐỊNH\n\nVề việc thứ ${number}\n\nĐiều 1. Phạm vi\n\nNghị định này quy định việc thứ ${number}.${more}\n\nĐiều 2. Hiệu lực thi hành\n\nNghị định này có hiệu lực thi hành từ ngày 05 tháng 8 năm 2024.\n\nTM. CHÍNH PHỦ\n\nTHỦ TƯỚNG\n`;

beforeAll(async () => {
  writeFileSync(join(folder, "a.txt"), decree(741));
  writeFileSync(join(folder, "b.txt"), decree(742));
  writeFileSync(
    join(folder, "c.txt"),
    decree(743, "\n\nViệc khác thực hiện theo Nghị định số 741/2024/NĐ-CP ngày 18 tháng 6 năm 2024 của Chính phủ."),
  );
  store = await openStore(":memory:");
  await indexPaths({ store, paths: [folder], parsers: 1, now: 0 });
}, 60_000);

afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = async (symbol: string): Promise<string> => (await store.works.bySymbol(symbol))[0]?.id ?? "";

test("a text is at hand once it has been brought, and only then", async () => {
  const { view, texts } = await loadCorpus(store);
  const id = await idOf("741/2024/NĐ-CP");
  expect(view.subject(id)).toBeNull();
  await texts.bring([id, "no such work"]);
  expect(view.subject(id)?.document.text).toContain("việc thứ 741");
  expect(view.subject("no such work")).toBeNull();
});

test("what was brought last stays, what came before goes when there is too much", async () => {
  const { view, known } = await loadCorpus(store);
  const texts = corpusTexts(store, known, view.work, { limit: 1 });
  const [a, b, c] = await Promise.all(["741", "742", "743"].map((n) => idOf(`${n}/2024/NĐ-CP`)));
  await texts.bring([a as string, b as string]);
  expect([texts.at(a as string), texts.at(b as string)].every((s) => s !== null)).toBe(true);
  await texts.bring([c as string]);
  expect([texts.at(a as string), texts.at(b as string)]).toEqual([null, null]);
  expect(texts.at(c as string)?.citations.some((x) => x.text.includes("741/2024/NĐ-CP"))).toBe(true);
});

test("who cites whom and who issued what are known without any text", async () => {
  const { view } = await loadCorpus(store);
  expect(view.citing(await idOf("741/2024/NĐ-CP"))).toEqual([await idOf("743/2024/NĐ-CP")]);
  const symbols = view.worksOf("CHÍNH PHỦ").map((w) => w.symbol);
  expect(symbols).toEqual(expect.arrayContaining(["741/2024/NĐ-CP", "742/2024/NĐ-CP", "743/2024/NĐ-CP"]));
});
