import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rules } from "../../rules/index.ts";
import { extractFacts } from "../../src/extract/extract-facts.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { openStore } from "../../src/store/open.ts";
import { ALONE } from "../../src/domain/account.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { runRulesAfter, runRulesOn } from "../../src/use-cases/run-rules-on.ts";
import { legalTexts } from "./legal-text.ts";
import { type BenchRow, costOf, costOnce } from "./measure.ts";

const DAY = "2026-12-01";
const DOCUMENTS = 200;
/** Lines kept of each: the size of an ordinary decision. */
const LINES = 45;
/** Characters of a draft of thirty printed pages. */
const DRAFT = 66_000;

/** A draft and a new document against an index: CPU seconds beside what merely reading the same text takes. */
export async function checking(folder: string): Promise<BenchRow[]> {
  const files = join(folder, "checking");
  await mkdir(files, { recursive: true });
  const texts = legalTexts(DOCUMENTS + 1, 21).map((text) => text.split("\n").slice(0, LINES).join("\n"));
  for (const [i, text] of texts.entries()) await writeFile(join(files, `${i}.txt`), text);
  const paths = texts.map((_, i) => join(files, `${i}.txt`));
  const store = await openStore(join(folder, "checking.sqlite"));
  await indexPaths({ store, paths: paths.slice(0, -1), parsers: 2, now: 0 });
  const whole = await costOnce(() => runRulesOn({ store, rules, day: DAY, now: 0 }));

  const draft = legalTexts(4, 5).join("\n").slice(0, DRAFT);
  const desk = openDraftDesk({ store, rules, now: () => 0 });
  const reading = await costOf(3, () => extractFacts(parseDocument(draft, { format: "txt", file: "draft.txt" })));
  const check = await costOf(3, () => desk.check(draft, DAY, null, ALONE));

  const { changed, affected } = await indexPaths({ store, paths: paths.slice(-1), parsers: 1, now: 1 });
  const after = await costOnce(() => runRulesAfter({ store, rules, day: DAY, now: 1, changed, affected }));
  await store.close();
  const row = (name: string, value: number, more: Partial<BenchRow> = {}): BenchRow => ({
    part: "checking",
    name: `${name}, ${DOCUMENTS} documents`,
    value,
    unit: "s CPU",
    ...more,
  });
  return [
    row("read a draft of 30 pages (ceiling)", reading.cpu),
    row("check it", check.cpu, { ofCeiling: reading.cpu / check.cpu, target: "≤ 3", met: check.cpu <= 3 }),
    row("rules over everything", whole.cpu),
    row("rules after one import", after.cpu, { ofCeiling: after.cpu / whole.cpu, target: "≤ 1", met: after.cpu <= 1 }),
  ];
}
