import { changePetition } from "../../../src/use-cases/record-petition.ts";
import { viewPetition } from "../../../src/use-cases/view-petitions.ts";
import { attachedTo } from "../../attached.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import type { Attempt } from "../petitions/page.tsx";
import { PetitionPage } from "./page.tsx";

const PATH = "/petitions/:id";

export const route: Route = {
  path: PATH,
  permission: "petition:read",
  answer: (ask) => show(ask, null),
};

export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "petition:write",
  async answer(ask) {
    const { store, form, by, now, param, frame: f } = ask;
    const values = Object.fromEntries(form);
    const version = Number(form.get("version"));
    const done = await changePetition({ store, id: param("id"), version, values, by, now });
    if (done.ok) return goTo(ask, f.href(`/petitions/${param("id")}`, { saved: done.changed ? "yes" : "same" }));
    if (done.why === "no-petition") return fault(404, "no-petition", param("id"));
    return show(ask, { values, faults: done.why === "faults" ? done.faults : {} }, done.why === "stale" ? 409 : 400);
  },
};

async function show(ask: Ask, attempt: Attempt | null, status?: 400 | 409): Promise<Answer> {
  const { store, frame: f, param, may } = ask;
  const view = await viewPetition(store, param("id"));
  if (view === null) return fault(404, "no-petition", param("id"));
  const mayWrite = may("petition:write");
  const t = f.t.petitions;
  return {
    title: `${t.title}: ${view.petition.body.from}`,
    nav: "petitions",
    place: [{ label: t.title, href: f.href("/petitions") }, { label: view.petition.body.from }],
    styles: ["page-handling.css"],
    status,
    body: (
      <PetitionPage
        f={f}
        view={view}
        attempt={attempt}
        stale={status === 409}
        token={mayWrite ? ask.token() : null}
        files={await attachedTo(ask, "petition", view.petition.id, mayWrite)}
        mayInspect={may("inspection:write")}
        maySheet={may("sheet:write")}
      />
    ),
  };
}
