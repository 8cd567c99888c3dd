import { changeHandling } from "../../../src/use-cases/change-handling.ts";
import { viewHandling } from "../../../src/use-cases/view-handling.ts";
import { aboutHandling } from "../../about.ts";
import { attachedTo } from "../../attached.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { nameOf } from "../handling/rows.tsx";
import type { Attempt } from "./form.tsx";
import { HandlingOnePage } from "./page.tsx";

const PATH = "/handling/:id";

export const route: Route = {
  path: PATH,
  permission: "handling:read",
  answer: (ask) => show(ask, null),
};

/** The form of that page. Whoever saves on an outdated view is shown what the first one made of it; nothing is overwritten. */
export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "handling:write",
  about: ({ store, param }) => aboutHandling(store, param("id")),
  async answer(ask) {
    const { store, form, by, now, param, frame: f } = ask;
    const old = await store.handlings.find(param("id"));
    if (old === null) return fault(404, "no-handling", param("id"));
    const values = valuesOf(form);
    const version = Number(form.get("version"));
    const done = await changeHandling({ store, id: old.id, version, values, by, now });
    if (done.ok) return goTo(ask, f.href(`/handling/${old.id}`, { saved: done.changed ? "yes" : "same" }));
    if (done.why === "no-handling") return fault(404, "no-handling", param("id"));
    return done.why === "stale"
      ? show(ask, { values, faults: {}, several: {} }, 409)
      : show(ask, { values, faults: done.faults, several: done.several }, 400);
  },
};

/** What was sent; a document picked from several that fit stands for what was typed. */
export function valuesOf(form: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (name !== "token" && name !== "version") values[name] = value;
  for (const name of ["work", "result"]) {
    const chosen = values[`${name}.chosen`];
    if (chosen) values[name] = chosen;
  }
  return values;
}

async function show(ask: Ask, attempt: Attempt | null, status?: 400 | 409): Promise<Answer> {
  const { store, frame: f, param } = ask;
  const view = await viewHandling(store, param("id"), f.on);
  if (view === null) return fault(404, "no-handling", param("id"));
  const name = nameOf(f, view);
  const mayWrite = ask.may("handling:write", { unit: view.handling.unit });
  return {
    title: `${f.t.handling.title}: ${name}`,
    nav: "handling",
    place: [{ label: f.t.handling.title, href: f.href("/handling") }, { label: <span class="nb-wide">{name}</span> }],
    styles: ["page-handling.css"],
    status,
    body: (
      <HandlingOnePage
        f={f}
        view={view}
        attempt={attempt}
        stale={status === 409}
        token={mayWrite ? ask.token() : ""}
        mayWrite={mayWrite}
        files={await attachedTo(ask, "handling", view.handling.id, mayWrite)}
      />
    ),
  };
}
