import { parseDate } from "../../../src/domain/legal-date.ts";
import { type Decided, type Decision, decideEffect } from "../../../src/use-cases/decide-effect.ts";
import { viewEffect } from "../../../src/use-cases/view-effect.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { EffectPage } from "./page.tsx";
import { aboutEffect } from "../../about.ts";

const PATH = "/effects/:source/:key";

/** One effect: its words, what the machine and people make of it, and forms to date it, reject it or take that back. */
export const route: Route = {
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutEffect(store, param("source"), param("key")),
  answer: (ask) => show(ask, null),
};

/** `what`: `date`, `reject` or `undo`. */
export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutEffect(store, param("source"), param("key")),
  async answer(ask) {
    const { store, form, now, frame: f, param } = ask;
    const done = await decideEffect({
      store,
      source: param("source"),
      key: param("key"),
      decision: decisionOf(form),
      why: form.get("why") ?? "",
      by: ask.by,
      now,
    });
    if (!done.ok) return done.reason === "no-effect" ? fault(404, "no-document", param("key")) : show(ask, done);
    ask.desk?.reviewAgain();
    return goTo(ask, f.href("/attention/settled", { saved: "effect" }));
  },
};

function decisionOf(form: ReadonlyMap<string, string>): Decision {
  const what = form.get("what");
  if (what === "reject" || what === "undo") return { kind: what };
  const last = (form.get("last") ?? "").trim();
  // a day that cannot be read stays as it was typed, and is refused
  const day = (written: string): string => parseDate(written) ?? written;
  return { kind: "date", from: day(form.get("from") ?? ""), lastDay: last === "" ? null : day(last) };
}

async function show(ask: Ask, refused: Extract<Decided, { ok: false }> | null): Promise<Answer> {
  const { store, frame: f, param, token, form } = ask;
  const view = await viewEffect(store, param("source"), param("key"));
  if (view === null) return fault(404, "no-document", param("key"));
  const title = f.t.deeds.one;
  return {
    title,
    nav: "home",
    place: [
      { label: f.t.home.title, href: f.href("/") },
      { label: f.t.attention.title, href: f.href("/attention", {}, "effects") },
      { label: title },
    ],
    body: <EffectPage f={f} view={view} token={token()} refused={refused?.reason ?? null} typed={form} />,
    ...(refused ? { status: 400 as const } : {}),
  };
}
