import { readFileSync } from "node:fs";
import { createApp } from "../../src/server/app.ts";
import { serve } from "../../src/server/serve.ts";
import type { Store } from "../../src/store/store.ts";
import { openDraftDesk } from "../../src/use-cases/draft-desk.ts";
import { rules } from "../../rules/index.ts";
import { beginSession } from "../../src/use-cases/sessions.ts";
import { warmUp } from "../../src/use-cases/warm-up.ts";
import { addressesOf } from "./addresses.ts";
import { afterChanges } from "./after-changes.ts";
import { type Measured, measure, timed } from "./asking.ts";
import { manyDocuments } from "./many-documents.ts";
import { type BenchRow, percentile } from "./measure.ts";
import { putWorkInHand, READERS } from "./work-in-hand.ts";

const DAY = "2026-11-26";
const NOW = Date.UTC(2026, 10, 26, 5);
const LIMIT_IN_MS = 100;

/**
 * How long the server takes for each page that is read, on 20,000 documents, over HTTP (what a person waits for, client
 * included) and in process, warmed up as the server does it by itself; the ceiling is the answer of `/healthz` in the same run.
 */
export async function pages(folder: string): Promise<BenchRow[]> {
  const store = await manyDocuments(folder, DAY);
  await putWorkInHand(store, DAY, NOW);
  const addresses = await addressesOf(store);
  const headers = await headersOf(store);
  const entries = rules.map(({ meta }) => ({ ...meta, readme: readme(meta.id) }));
  const errors: unknown[] = [];
  const app = createApp({
    store,
    rules: entries,
    today: () => DAY,
    version: "bench",
    drafts: openDraftDesk({ store, rules, now: () => Date.now() }),
    onError: (error) => errors.push(error),
    // one reader asks more often than people do
    pageLimits: { search: 1_000_000, upload: 1_000_000, "sign-in": 1_000_000 },
  });
  const outcome = await serve({ app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  const { url } = outcome.serving;
  // what leads elsewhere is no page: following it would measure another one
  const send = (path: string) => fetch(url + path, { headers: headers(path), redirect: "manual" });
  // a connection kept open may have been closed while pages were made in process: asked once more then
  const overHttp = (path: string) => timed(() => send(path).catch(() => send(path)));
  const inProcess = (path: string) =>
    timed(async () => app.request(`http://localhost${path}`, { headers: headers(path) }));
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
    // an index that was kept holds decisions of earlier runs: two of one moment would have everything read anew
    const later = Math.max(NOW, (await store.findings.pulse(0)).last + 1);
    const impact = addresses["/impact ?work="]?.[0] ?? "/impact";
    for (const { name, took, judged } of await afterChanges(store, inProcess, { today: DAY, now: later, impact }))
      rows.push(row(name, took, least, null, judged));
    if (errors.length > 0) throw new AggregateError(errors, "pages failed");
    return rows;
  } finally {
    await outcome.serving.close();
    await store.close();
  }
}

/** Signed in as people are: whoever reviews may not see the pages of administration, nor the other way round. */
async function headersOf(store: Store): Promise<(path: string) => { readonly cookie: string }> {
  const secretOf = async (id: string): Promise<string> => {
    const account = await store.accounts.account(id);
    if (account === null) throw new Error(`no account ${id}`);
    return beginSession(store, account, { agent: "bench", address: "local" }, Date.now());
  };
  const [approver, admin] = [await secretOf(READERS.approver), await secretOf(READERS.admin)];
  const cookieOf = (path: string): string => {
    if (path === "/sign-in") return "";
    return `session=${path.startsWith("/admin") ? admin : approver}`;
  };
  return (path) => ({ cookie: cookieOf(path) });
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

const readme = (rule: string): string =>
  readFileSync(new URL(`../../rules/${rule}/README.md`, import.meta.url), "utf8");
