import type { Verdict } from "../../../src/domain/decision.ts";
import { parseDate } from "../../../src/domain/legal-date.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { decideFinding } from "../../../src/use-cases/decide-finding.ts";
import { askSecondReader, mayBeAsked } from "../../../src/use-cases/second-reader.ts";
import { viewFinding } from "../../../src/use-cases/view-findings.ts";
import { shortName, words } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { findingFilters } from "../findings/filters.ts";
import type { DecideProps } from "./decide.tsx";
import { FindingPage } from "./page.tsx";

export const route: Route = {
  path: "/findings/:key",
  permission: "finding:read",
  answer: async (ask) => show(ask, null, null),
};

/** A decision; leads on to the next finding of the queue, with the way back. */
export const decide: Route = {
  method: "POST",
  path: "/findings/:key/decide",
  permission: "finding:decide",
  async answer(ask) {
    const { store, frame: f, param, form, now } = ask;
    const filters = findingFilters(f);
    if ("fault" in filters) return filters;
    const verdict = form.get("to") ?? "";
    if (!VERDICTS.has(verdict)) return fault(400, "bad-value", verdict);
    // the queue is read before the decision takes this finding out of it
    const view = await viewFinding(store, param("key"), filters.query, f.on);
    if (view === null) return fault(404, "no-finding", param("key"));
    const [why, note] = [form.get("why")?.trim() ?? "", form.get("note")?.trim() ?? ""];
    const done = await decideFinding({
      store,
      finding: param("key"),
      verdict: verdict as Verdict,
      reason: [why, note].filter(Boolean).join(": ") || null,
      until: parseDate(form.get("until") ?? ""),
      after: form.get("after") || null,
      by: ask.by,
      now,
    });
    if (!done.ok) return done.why === "no-finding" ? fault(404, "no-finding", param("key")) : show(ask, done.why, null);
    const next = view.queue[view.place + 1] ?? view.queue.find((row) => row.key !== view.finding.key);
    return goTo(
      ask,
      f.href(`/findings/${next?.key ?? param("key")}`, { ...filters.params, did: done.decision.id, to: param("key") }),
    );
  },
};

const VERDICTS: ReadonlySet<string> = new Set<Verdict>(["confirmed", "dismissed", "later", "opinion"]);

export const undo: Route = {
  method: "POST",
  path: "/findings/:key/undo",
  permission: "finding:decide",
  async answer(ask) {
    const { store, param, form, now, frame: f } = ask;
    await store.decisions.undo(form.get("id") ?? "", now);
    return goTo(ask, f.href(`/findings/${param("key")}`, { undone: "yes" }));
  },
};

/** Asks the second reader; its opinion is shown beside the evidence and decides nothing. */
export const askOpinion: Route = {
  method: "POST",
  path: "/findings/:key/opinion",
  permission: "finding:decide",
  async answer(ask) {
    const finding = await ask.store.findings.find(ask.param("key"));
    if (finding === null) return fault(404, "no-finding", ask.param("key"));
    if (ask.reader === null) return fault(404, "not-found", "");
    const asked = await askSecondReader(ask.store, ask.reader, finding, ask.by, ask.now);
    return asked.ok ? goTo(ask, ask.frame.href(`/findings/${finding.key}`)) : show(ask, null, asked.problem);
  },
};

async function show(ask: Ask, why: DecideProps["fault"], askFault: Problem | null): Promise<Answer> {
  const { store, rules, frame: f, param, form } = ask;
  const filters = findingFilters(f);
  if ("fault" in filters) return filters;
  const view = await viewFinding(store, param("key"), filters.query, f.on);
  if (view === null) return fault(404, "no-finding", param("key"));
  const rule = rules.find((r) => r.id === view.finding.rule) ?? null;
  const before = f.query.get("to");
  const made = before === null ? [] : await store.decisions.of(before);
  const decision = made.find((d) => d.id === f.query.get("did") && d.undoneAt === null) ?? null;
  const props: DecideProps = {
    token: ask.token(),
    fault: why,
    typed: { why: form.get("why") ?? "", note: form.get("note") ?? "", until: form.get("until") ?? "" },
    done: decision === null || before === null ? null : { finding: before, decision },
    undone: f.query.get("undone") === "yes",
    mayAsk: ask.reader !== null && mayBeAsked(view.finding),
    askFault,
  };
  return {
    title: view.finding.message,
    nav: "findings",
    bare: true,
    status: why === null ? undefined : why === "taken" ? 409 : 400,
    body: <FindingPage f={f} view={view} rule={rule} filters={filters.params} decide={props} />,
    place: [
      { label: f.t.findings.title, href: f.href("/findings", filters.params) },
      { label: words(view.work === null ? view.finding.code : `${view.finding.code}, ${shortName(f, view.work)}`) },
    ],
  };
}
