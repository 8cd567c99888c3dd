import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { rules } from "../../rules/index.ts";
import { createApp } from "../../src/server/app.ts";
import { serve, type Serving } from "../../src/server/serve.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { openImportDesk } from "../../src/use-cases/import-desk.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { runRulesOn } from "../../src/use-cases/run-rules-on.ts";
import { fileAll } from "../../src/use-cases/work-facets.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { openBrowser } from "./open-browser.ts";

/** The sample province as `npm start` shows it: all its documents, all rules, imports and drafts; and a browser. */
export interface AnKheSite {
  readonly store: Store;
  readonly serving: Serving;
  readonly browser: Browser;
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

const DAY = "2026-11-26";
const NOW = Date.parse("2026-11-26T08:00:00Z");
const documents = fileURLToPath(new URL("../../corpus/documents", import.meta.url));

export async function openAnKheSite(): Promise<AnKheSite> {
  const store = await openStore(":memory:");
  await indexPaths({ store, paths: [documents], parsers: 2, now: NOW });
  await runRulesOn({ store, rules, day: DAY, now: NOW });
  await fileAll(store);
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const today = (): string => DAY;
  const now = (): number => Date.now();
  const desk = await openImportDesk({ store, rules, parsers: 1, now, today, onError });
  const app = createApp({
    store,
    rules: rules.map(({ meta }) => ({ ...meta, readme: readmeOf(meta.id) })),
    today,
    version: "0.1.0",
    onError,
    imports: { desk, folder: temporaryFolder() },
    drafts: openDraftDesk({ store, rules, now }),
  });
  const outcome = await serve({ app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  const browser = await openBrowser();
  return {
    store,
    serving: outcome.serving,
    browser,
    errors,
    async close() {
      await browser.close();
      await outcome.serving.close();
      await desk.close();
      await store.close();
    },
  };
}

const readmeOf = (rule: string): string =>
  readFileSync(new URL(`../../rules/${rule}/README.md`, import.meta.url), "utf8");

/** The id of the sample document with that number; the numbers named in tests stand only once. */
export async function workOf(site: Pick<AnKheSite, "store">, symbol: string): Promise<string> {
  const found = (await site.store.works.bySymbol(symbol)).filter((work) => work.known === "text");
  if (found[0] === undefined) throw new Error(`the sample has no ${symbol}`);
  return found[0].id;
}
