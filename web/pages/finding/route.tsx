import type { Problem } from "../../../src/domain/problem.ts";
import { assignFinding, unassignFinding } from "../../../src/use-cases/assign-finding.ts";
import { decideFinding, undoDecision } from "../../../src/use-cases/decide-finding.ts";
import { addNote, removeNote } from "../../../src/use-cases/note-finding.ts";
import { askSecondReader } from "../../../src/use-cases/second-reader.ts";
import { nextInQueue, viewTriage } from "../../../src/use-cases/view-findings.ts";
import { shortName, words } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { findingFilters } from "../findings/filters.ts";
import { listsOf, TRIAGE_ASSETS } from "../findings/lists.ts";
import { type DecideProps, JustDone } from "./decide.tsx";
import { FindingDetail } from "./detail.tsx";
import { FindingPage } from "./page.tsx";
import { decidePropsOf } from "./just-done.ts";
import { readDecision } from "./read-decision.ts";
import { aboutFinding } from "../../about.ts";

export const route: Route = {
  path: "/findings/:key",
  permission: "finding:read",
  answer: (ask) => show(ask, {}),
};

/** A decision; leads on to the next finding of the queue, with the way back. */
export const decide: Route = {
  method: "POST",
  path: "/findings/:key/decide",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    const { store, frame: f, param, form, now } = ask;
    const filters = findingFilters(ask);
    if ("fault" in filters) return filters;
    const asked = readDecision(form);
    if (asked === null) return fault(400, "bad-value", form.get("to") ?? "");
    // the queue is read before the decision takes this finding out of it
    const next = await nextInQueue(store, param("key"), filters.ask);
    const done = await decideFinding({
      store,
      finding: param("key"),
      ...asked,
      after: form.get("after") || null,
      by: ask.by,
      now,
    });
    if (!done.ok)
      return done.why === "no-finding" ? fault(404, "no-finding", param("key")) : show(ask, { why: done.why });
    const path = next === null ? "/findings" : `/findings/${next}`;
    return goTo(ask, f.href(path, { ...filters.params, did: done.decision.id, to: param("key") }));
  },
};

export const undo: Route = {
  method: "POST",
  path: "/findings/:key/undo",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    await undoDecision(ask.store, { id: ask.form.get("id") ?? "", finding: ask.param("key") }, ask.by, ask.now);
    return back(ask, "undone");
  },
};

/** Gives the finding to a person or a unit. */
export const assign: Route = {
  method: "POST",
  path: "/findings/:key/assign",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    const { store, form, param, by, now } = ask;
    const typed = { to: form.get("name") ?? "", due: form.get("due") ?? "", note: form.get("note") ?? "" };
    const done = await assignFinding({ store, finding: param("key"), ...typed, by, now });
    if (done.ok) return back(ask, "assigned");
    if (done.why === "no-finding") return fault(404, "no-finding", param("key"));
    return show(ask, { desk: { act: "assign", why: done.why, typed } });
  },
};

export const unassign: Route = {
  method: "POST",
  path: "/findings/:key/unassign",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    await unassignFinding(ask.store, ask.param("key"), ask.by, ask.now);
    return back(ask, "unassigned");
  },
};

export const note: Route = {
  method: "POST",
  path: "/findings/:key/notes",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    const done = await addNote(ask.store, ask.param("key"), ask.form.get("text") ?? "", ask.by, ask.now);
    if (done.ok) return back(ask, "noted");
    if (done.why === "no-finding") return fault(404, "no-finding", ask.param("key"));
    return show(ask, { desk: { act: "note", why: done.why } });
  },
};

export const unnote: Route = {
  method: "POST",
  path: "/findings/:key/notes/:id/remove",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    const done = await removeNote(ask.store, ask.param("key"), ask.param("id"), ask.by, ask.now);
    if (!done.ok && done.why !== "no-finding") return show(ask, { desk: { act: "note", why: done.why } });
    return back(ask, "unnoted");
  },
};

/** Asks the second reader; its opinion is shown beside the evidence and decides nothing. */
export const askOpinion: Route = {
  method: "POST",
  path: "/findings/:key/opinion",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  async answer(ask) {
    const finding = await ask.store.findings.find(ask.param("key"));
    if (finding === null) return fault(404, "no-finding", ask.param("key"));
    if (ask.reader === null) return fault(404, "not-found", "");
    const asked = await askSecondReader(ask.store, ask.reader, finding, ask.by, ask.now);
    return asked.ok ? goTo(ask, ask.frame.href(`/findings/${finding.key}`)) : show(ask, { askFault: asked.problem });
  },
};

/** Back to the finding in its queue, with what was done. */
function back(ask: Ask, said: string): Answer {
  const filters = findingFilters(ask);
  if ("fault" in filters) return filters;
  return goTo(ask, ask.frame.href(`/findings/${ask.param("key")}`, { ...filters.params, said }));
}

interface Faults {
  readonly why?: DecideProps["fault"];
  readonly desk?: DecideProps["desk"];
  readonly askFault?: Problem | null;
}

async function show(ask: Ask, faults: Faults): Promise<Answer> {
  const { store, rules, frame: f, param } = ask;
  const filters = findingFilters(ask);
  if ("fault" in filters) return filters;
  const { params } = filters;
  const view = await viewTriage(store, param("key"), filters.ask, f.on);
  if (view === null) return fault(404, "no-finding", param("key"));
  const { shown, queue } = view;
  const decide = await decidePropsOf(ask, shown, queue.queue, faults);
  const { why = null, desk = null } = faults;
  const detail = (
    <FindingDetail
      f={f}
      view={shown}
      rule={rules.find((r) => r.id === shown.finding.rule) ?? null}
      params={params}
      decide={decide}
      step={{ ...view, total: queue.queue.rows.length }}
      said={<JustDone f={f} decide={decide} params={params} />}
      main
    />
  );
  const pane = { f, view: queue, rules, params, current: shown.finding.key, token: decide.token };
  return {
    title: shown.finding.message,
    nav: "findings",
    bare: true,
    ...TRIAGE_ASSETS,
    status: why === "taken" ? 409 : why !== null || desk !== null ? 400 : undefined,
    body: <FindingPage {...pane} views={await listsOf(ask)} detail={detail} />,
    place: [
      { label: f.t.findings.title, href: f.href("/findings", params) },
      {
        label: words(shown.work === null ? shown.finding.code : `${shown.finding.code}, ${shortName(f, shown.work)}`),
      },
    ],
  };
}
