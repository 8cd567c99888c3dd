import { readFileSync } from "node:fs";
import { createApp } from "../../src/server/app.ts";
import { ROUTES } from "../../src/server/routes.ts";
import { serve } from "../../src/server/serve.ts";
import type { Store } from "../../src/store/store.ts";
import { ATTENTION_KINDS } from "../../src/use-cases/view-attention.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { rules } from "../../rules/index.ts";
import { manyDocuments } from "./many-documents.ts";
import { type BenchRow, percentile } from "./measure.ts";

const DAY = "2026-11-26";
const ROUNDS = 20;
const LIMIT_IN_MS = 100;

/** Read routes that are not measured, each with its reason. */
const NOT_MEASURED: Readonly<Record<string, string>> = {
  "/import/:job": "no job in this index",
  "/import/:job/progress": "no job in this index",
  "/drafts/:id": "no draft in this process; what checking one costs is measured under `checking`",
  "/drafts/:id/docx": "no draft in this process",
  "/attention/citations/:id": "needs a citation by its words",
  "/effects/:source/:key": "needs an effect that waits for a person",
  "/impact/list": "a file to download, not a page",
  "/documents/:id/consolidated/file": "a file to download, not a page",
  "/documents/export": "a file to download, not a page",
  "/documents/originals": "a file to download, not a page",
  "/documents/compare": "leads on to /compare",
  "/findings/bulk": "opens from ticked rows, one decision for many",
  "/findings/bulk/:batch": "no decision for many in this index",
  "/reviews/log": "a file to download, not a page",
  "/originals/:sha256": "a file to download, not a page",
};

/**
 * How long the server takes for each page that is read, on 20,000 documents, over HTTP (what a person waits for, client
 * included) and in process; the ceiling is a static file asked for in the same way in the same run.
 */
export async function pages(folder: string): Promise<BenchRow[]> {
  const store = await manyDocuments(folder, DAY);
  const addresses = await addressesOf(store);
  const entries = rules.map(({ meta }) => ({ ...meta, readme: readme(meta.id) }));
  const errors: unknown[] = [];
  const app = createApp({
    store,
    rules: entries,
    today: () => DAY,
    version: "bench",
    drafts: openDraftDesk({ store, rules, now: () => Date.now() }),
    onError: (error) => errors.push(error),
  });
  const outcome = await serve({ app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  const { url } = outcome.serving;
  // a connection kept open may have been closed while pages were made in process: asked once more then
  const overHttp = (path: string) => timed(() => fetch(url + path).catch(() => fetch(url + path)));
  const inProcess = (path: string) => timed(async () => app.request(`http://localhost${path}`));
  try {
    const ceiling = await measure(["/assets/base.css"], overHttp);
    const rows = [row("a static file (ceiling)", ceiling, ceiling, null)];
    for (const [name, paths] of Object.entries(addresses)) {
      console.error(`  ${name}`);
      try {
        rows.push(row(name, await measure(paths, overHttp), ceiling, await measure(paths, inProcess)));
      } catch (error) {
        rows.push({
          part: "pages",
          name: `${name}: ${String(error)}`,
          value: 0,
          unit: "ms",
          target: "opens",
          met: false,
        });
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, "pages failed");
    return rows;
  } finally {
    await outcome.serving.close();
    await store.close();
  }
}

interface Measured {
  /** Milliseconds of the very first request, before anything is remembered. */
  readonly first: number;
  /** By the clock. */
  readonly times: readonly number[];
  /** Of this process's CPU, client included: what other programs on the machine cannot lengthen. */
  readonly cpu: readonly number[];
}

interface Took {
  readonly wall: number;
  readonly cpu: number;
}

async function measure(paths: readonly string[], ask: (path: string) => Promise<Took>): Promise<Measured> {
  const first = (await ask(paths[0] as string)).wall;
  const took: Took[] = [];
  for (let i = 1; i <= Math.max(ROUNDS, paths.length); i++) took.push(await ask(paths[i % paths.length] as string));
  return { first, times: took.map((t) => t.wall), cpu: took.map((t) => t.cpu) };
}

async function timed(ask: () => Promise<Response>): Promise<Took> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const response = await ask();
  await response.arrayBuffer();
  const wall = performance.now() - started;
  const used = process.cpuUsage(cpu);
  if (response.status >= 400) throw new Error(`${response.url} answered ${response.status}`);
  return { wall, cpu: (used.user + used.system) / 1000 };
}

/** One line a page: the server's time at the 95th percentile, judged by CPU so that a busy machine judges alike. */
function row(name: string, http: Measured, ceiling: Measured, within: Measured | null): BenchRow {
  const p95 = percentile((within ?? http).cpu, 0.95);
  const both = (values: readonly number[]) =>
    `${percentile(values, 0.5).toFixed(0)}/${percentile(values, 0.95).toFixed(0)}`;
  return {
    part: "pages",
    name: `${name}: HTTP p50/p95 ${both(http.times)}, first ${http.first.toFixed(0)}; server CPU p95`,
    value: p95,
    unit: "ms",
    ofCeiling: percentile(ceiling.cpu, 0.5) / percentile(http.cpu, 0.5),
    ...(within === null ? {} : { target: `≤ ${LIMIT_IN_MS}`, met: p95 <= LIMIT_IN_MS }),
  };
}

/** Addresses by name. What is not named below is measured as it stands, or with a document's id; or has its reason above, or is said to be left out. */
async function addressesOf(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const works = await store.documents.indexedWorks();
  const some = Array.from({ length: 15 }, (_, i) => works[Math.floor((i * works.length) / 15)] as string);
  const findings = (await store.findings.list({ limit: 15 })).rows;
  const named = namedAddresses(
    some,
    findings.map((f) => f.key),
  );
  const list: Record<string, readonly string[]> = { ...named };
  for (const { path, method } of ROUTES) {
    if (method === "POST" || path in NOT_MEASURED || path in named) continue;
    if (!path.includes(":")) list[path] = [path];
    else if (/^[^:]*documents\/:id[^:]*$/u.test(path)) list[path] = some.map((id) => path.replace(":id", id));
    else console.error(`  ${path} is not measured: say in namedAddresses how to open it, or in NOT_MEASURED why not`);
  }
  return list;
}

function namedAddresses(some: readonly string[], keys: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const tab = (name: string) => some.map((id) => `/documents/${id}?tab=${name}`);
  return {
    "/documents": ["/documents", "/documents?status=in-force", "/documents?type=quyet-dinh&year=2020"],
    "/documents ?q=": ["/documents?q=ben+thuyen", "/documents?q=17/2020"],
    "/documents/:id effects": tab("effects"),
    "/documents/:id relations": tab("relations"),
    "/documents/:id norms": tab("norms"),
    "/documents/:id review": tab("review"),
    "/search": ["/search"],
    "/search rare": ["/search?q=th%C3%A1c+M%C3%B9+Cang", "/search?q=cau+rong+tia"],
    "/search common": ["/search?q=trach+nhiem", "/search?q=ho+so+de+nghi"],
    "/search symbol": ["/search?q=17/2020/Q%C4%90-UBND"],
    "/findings": ["/findings", "/findings?severity=critical", "/findings?group=conflict"],
    "/findings/:key": keys.map((key) => `/findings/${key}`),
    "/findings/:key/suppress": keys.slice(0, 3).map((key) => `/findings/${key}/suppress?reach=issuer`),
    "/suggest": ["/suggest?q=ben", "/suggest?q=17/20"],
    "/attention/:kind": ATTENTION_KINDS.map((kind) => `/attention/${kind}`),
    "/help/:guide": ["/help/reviewer", "/help/drafter"],
    "/compare": some.slice(1).map((id, i) => `/compare?left=${some[i]}@&right=${id}@`),
    "/impact ?work=": some.map((id) => `/impact?work=${id}`),
    "/effects all": ["/effects?show=all"],
    "/rules/:id": rules.slice(0, 10).map(({ meta }) => `/rules/${meta.id}`),
  };
}

const readme = (rule: string): string =>
  readFileSync(new URL(`../../rules/${rule}/README.md`, import.meta.url), "utf8");
