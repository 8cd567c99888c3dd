import { readFileSync } from "node:fs";
import { createApp } from "../../src/server/app.ts";
import { ROUTES } from "../../src/server/routes.ts";
import { serve } from "../../src/server/serve.ts";
import type { Store } from "../../src/store/store.ts";
import { ATTENTION_KINDS } from "../../src/use-cases/view-attention.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { rules } from "../../rules/index.ts";
import { warmUp } from "../../src/use-cases/warm-up.ts";
import { afterChanges } from "./after-changes.ts";
import { type Measured, measure, timed } from "./asking.ts";
import { LONG_LAW, manyDocuments } from "./many-documents.ts";
import { type BenchRow, percentile } from "./measure.ts";

const DAY = "2026-11-26";
const NOW = Date.UTC(2026, 10, 26, 5);
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
  "/handling/export": "a file to download, not a page",
  "/sign-in/elsewhere": "needs a provider of identities",
  "/sign-in/return": "needs a provider of identities",
  "/reports/list": "a file to download, not a page",
  "/documents/values": "a part of a page that says which filter it is of",
  "/api/try": "answers the forms of /api",
  "/documents/:id/consolidated/file": "a file to download, not a page",
  "/documents/export": "a file to download, not a page",
  "/documents/originals": "a file to download, not a page",
  "/documents/compare": "leads on to /compare",
  "/findings/bulk": "opens from ticked rows, one decision for many",
  "/findings/bulk/:batch": "no decision for many in this index",
  "/reports/papers/file": "a file to download, not a page",
  "/reports/jobs/:id": "no file is made in this process; what lists cost is measured under `lists`",
  "/reports/jobs/:id/file": "no file is made in this process",
  "/reviews/log": "a file to download, not a page",
  "/originals/:sha256": "a file to download, not a page",
};

/**
 * How long the server takes for each page that is read, on 20,000 documents, over HTTP (what a person waits for, client
 * included) and in process, warmed up as the server does it by itself; the ceiling is the answer of `/healthz` in the same run.
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
    await warmUp(store, { today: DAY, now: NOW, signal: new AbortController().signal });
    const least = await measure(["/healthz"], inProcess);
    const rows = [row("/healthz (ceiling)", least, least, await measure(["/healthz"], overHttp))];
    for (const [name, paths] of Object.entries(addresses)) {
      console.error(`  ${name}`);
      try {
        const http = await measure(paths, overHttp);
        rows.push(row(name, await measure(paths, inProcess), least, http));
      } catch (error) {
        rows.push(failed(name, error));
      }
    }
    const impact = addresses["/impact ?work="]?.[0] ?? "/impact";
    for (const { name, took, judged } of await afterChanges(store, inProcess, { today: DAY, now: NOW, impact }))
      rows.push(row(name, took, least, null, judged));
    if (errors.length > 0) throw new AggregateError(errors, "pages failed");
    return rows;
  } finally {
    await outcome.serving.close();
    await store.close();
  }
}

const failed = (name: string, error: unknown): BenchRow => ({
  part: "pages",
  name: `${name}: ${String(error)}`,
  value: 0,
  unit: "ms",
  target: "opens",
  met: false,
});

/**
 * One line a page: the server's time at the 95th percentile, judged by CPU so that a busy machine judges alike. Beside it,
 * how much of it the least of answers would need.
 */
function row(name: string, server: Measured, least: Measured, http: Measured | null, judged = true): BenchRow {
  const both = (values: readonly number[]) =>
    `${percentile(values, 0.5).toFixed(0)}/${percentile(values, 0.95).toFixed(0)}`;
  const p95 = percentile(server.cpu, 0.95);
  const clock = http === null ? "" : `HTTP by the clock p50/p95 ${both(http.times)}, first ${http.first.toFixed(0)}; `;
  return {
    part: "pages",
    name: `${name}: ${clock}server CPU p50 ${percentile(server.cpu, 0.5).toFixed(1)}, p95`,
    value: p95,
    unit: "ms",
    ofCeiling: percentile(least.cpu, 0.5) / percentile(server.cpu, 0.5),
    ...(judged ? { target: `≤ ${LIMIT_IN_MS}`, met: p95 <= LIMIT_IN_MS } : {}),
  };
}

/** Addresses by name. What is not named below is measured as it stands, or with a document's id; or has its reason above, or is said to be left out. */
async function addressesOf(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const works = await store.documents.indexedWorks();
  const some = Array.from({ length: 15 }, (_, i) => works[Math.floor((i * works.length) / 15)] as string);
  const findings = (await store.findings.list({ limit: 15 })).rows;
  const named = {
    ...namedAddresses(
      some,
      findings.map((f) => f.key),
    ),
    ...(await heavyAddresses(store)),
  };
  const list: Record<string, readonly string[]> = { ...named };
  for (const { path, method } of ROUTES) {
    if (method === "POST" || path in NOT_MEASURED || path in named) continue;
    if (!path.includes(":")) list[path] = [path];
    else if (/^[^:]*documents\/:id[^:]*$/u.test(path)) list[path] = some.map((id) => path.replace(":id", id));
    else console.error(`  ${path} is not measured: say in namedAddresses how to open it, or in NOT_MEASURED why not`);
  }
  return list;
}

/** The longest text, and the act that changes what most documents rest on. */
async function heavyAddresses(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const [law] = await store.works.bySymbol(LONG_LAW);
  const [most] = await store.links.mostCited(1);
  const acts = most === undefined ? [] : (await store.effects.on(most.work)).map((effect) => effect.source);
  return {
    ...(law && {
      "/documents/:id of 500 articles": [`/documents/${law.id}`, `/documents/${law.id}?part=art_250`],
      "/documents/:id of 500 articles, norms": [`/documents/${law.id}?tab=norms`],
    }),
    ...(acts.length === 0 ? {} : { "/impact of what most rest on": [`/impact?work=${acts[0]}`] }),
  };
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
