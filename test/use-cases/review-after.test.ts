import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { readsOverlaps } from "../../src/use-cases/overlapping-corpus.ts";
import { findingsOn, runRulesAfter, runRulesOn } from "../../src/use-cases/run-rules-on.ts";

const DAY = "2026-11-26";
const OVERLAP = new Set(rules.filter(readsOverlaps).map((rule) => rule.meta.id));

/** What is said of each document, those left out that only a run over everything finds. */
const told = (findings: readonly { key: string; rule: string; work: string }[]): string[] =>
  findings
    .filter((f) => !OVERLAP.has(f.rule))
    .map((f) => `${f.rule} ${f.work} ${f.key}`)
    .sort();

async function stored(store: Store): Promise<string[]> {
  const rows = [];
  for (let after: string | undefined; ; ) {
    const page = await store.findings.list({ limit: 200, after });
    rows.push(...page.rows);
    if (page.next === null) return told(rows);
    after = page.next;
  }
}

describe("findings after an import", () => {
  it("are those of a run over everything, though few documents are looked at again", async () => {
    const root = fileURLToPath(new URL("../../corpus/documents", import.meta.url));
    const files = listFiles(root);
    // every third file comes later, one at a time: central and local ones, amenders and amended
    const later = files.filter((_, i) => i % 4 === 1);
    const store = await openStore(":memory:");
    await indexPaths({ store, paths: files.filter((f) => !later.includes(f)), parsers: 2, now: 0 });
    await runRulesOn({ store, rules, day: DAY, now: 1 });
    let fewer = 0;
    for (const [i, file] of later.entries()) {
      const { changed, affected } = await indexPaths({ store, paths: [file], parsers: 1, now: i });
      const run = await runRulesAfter({ store, rules, day: DAY, now: 2 + i, changed, affected });
      const { documents } = await store.documents.counts();
      if (run.reviewed < documents) fewer++;
      if (i === 6 || i === later.length - 1)
        expect(await stored(store), `after ${file}`).toEqual(told(await findingsOn({ store, rules, day: DAY })));
    }
    expect(fewer).toBeGreaterThan(later.length / 2);
    await store.close();
  }, 300_000);
});

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
