import {
  type DecidedMany,
  decideFindings,
  type MayDecide,
  MOST_AT_ONCE,
  planDecisions,
  undoBatch,
  viewBatch,
} from "../../../src/use-cases/decide-findings.ts";
import { findingQueue } from "../../../src/use-cases/finding-queue.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { readDecision } from "../finding/read-decision.ts";
import { type FindingFilters, findingFilters } from "../findings/filters.ts";
import { BatchPage, PreviewPage } from "./page.tsx";

/** What would be decided: the ticked findings (`pick`), or, with `all` or from a heading, all that the filters hold. */
export const preview: Route = {
  path: "/findings/bulk",
  permission: "finding:decide",
  async answer(ask) {
    const filters = findingFilters(ask);
    return "fault" in filters ? filters : show(ask, filters, await keysOf(ask, filters), null);
  },
};

async function keysOf(ask: Ask, { ask: asked }: FindingFilters): Promise<readonly string[]> {
  const { query } = ask.frame;
  const picked = query.getAll("pick");
  // the button under the queue sends its filters along: without a tick it means nothing, not everything
  if (picked.length > 0 || !query.has("all")) return picked;
  const { rows } = await findingQueue(ask.store, asked.filters, asked.looker, asked.by);
  return rows.map((row) => row.key);
}

/** One decision on all of them. */
export const apply: Route = {
  method: "POST",
  path: "/findings/bulk",
  permission: "finding:decide",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const filters = findingFilters(ask);
    if ("fault" in filters) return filters;
    const asked = readDecision(form);
    if (asked === null) return fault(400, "bad-value", form.get("to") ?? "");
    const keys = (form.get("keys") ?? "").split(" ").filter(Boolean);
    const done = await decideFindings({
      store,
      keys,
      ...asked,
      mayDecide: mayDecide(ask),
      by,
      now,
    });
    if (!done.ok) return show(ask, filters, keys, done.why);
    return goTo(ask, f.href(`/findings/bulk/${done.batch}`, { ...filters.params, skipped: done.skipped || null }));
  },
};

/** What was decided together, with the way back for all of it. */
export const batch: Route = {
  path: "/findings/bulk/:batch",
  permission: "finding:read",
  async answer(ask) {
    const { store, frame: f, param } = ask;
    const filters = findingFilters(ask);
    if ("fault" in filters) return filters;
    const view = await viewBatch(store, param("batch"));
    if (view === null) return fault(404, "no-finding", param("batch"));
    return {
      title: f.t.triage.bulk.batch,
      nav: "findings",
      styles: ["page-triage.css"],
      place: placeOf(ask, filters, f.t.triage.bulk.batch),
      body: (
        <BatchPage
          f={f}
          view={view}
          batch={param("batch")}
          params={filters.params}
          token={ask.token()}
          skipped={Number(f.query.get("skipped")) || 0}
          undone={f.query.has("undone") ? Number(f.query.get("undone")) || 0 : null}
        />
      ),
    };
  },
};

export const undo: Route = {
  method: "POST",
  path: "/findings/bulk/:batch/undo",
  permission: "finding:decide",
  async answer(ask) {
    const filters = findingFilters(ask);
    if ("fault" in filters) return filters;
    const undone = await undoBatch(ask.store, ask.param("batch"), { ...ask, mayDecide: mayDecide(ask) });
    return goTo(ask, ask.frame.href(`/findings/bulk/${ask.param("batch")}`, { ...filters.params, undone }));
  },
};

/** Findings of documents that another unit answers for are left to it. */
const mayDecide =
  (ask: Ask): MayDecide =>
  (facet) =>
    ask.may("finding:decide", { facet });

async function show(
  ask: Ask,
  filters: FindingFilters,
  keys: readonly string[],
  why: Extract<DecidedMany, { ok: false }>["why"] | null,
): Promise<Answer> {
  const { store, frame: f, rules, form } = ask;
  const plan = await planDecisions(store, keys.slice(0, MOST_AT_ONCE * 2), mayDecide(ask));
  return {
    title: f.t.triage.bulk.title,
    nav: "findings",
    styles: ["page-triage.css"],
    scripts: ["act-panels.js"],
    status: why === null ? undefined : 400,
    place: placeOf(ask, filters, f.t.triage.bulk.title),
    body: (
      <PreviewPage
        f={f}
        plan={{ ...plan, left: Math.max(0, keys.length - MOST_AT_ONCE) }}
        rules={rules}
        params={filters.params}
        token={ask.token()}
        fault={why}
        typed={{ why: form.get("why") ?? "", note: form.get("note") ?? "", until: form.get("until") ?? "" }}
      />
    ),
  };
}

const placeOf = ({ frame: f }: Ask, { params }: FindingFilters, label: string) => [
  { label: f.t.findings.title, href: f.href("/findings", params) },
  { label },
];
