import { noteInspection } from "../../../src/use-cases/inspect.ts";
import { viewInspection } from "../../../src/use-cases/view-inspections.ts";
import { attachedTo } from "../../attached.ts";
import { shortName } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import type { InspectionAttempt } from "../inspections/page.tsx";
import { InspectionPage } from "./page.tsx";

const PATH = "/inspections/:id";

export const route: Route = {
  path: PATH,
  permission: "petition:read",
  answer: (ask) => show(ask, null),
};

/** `event`: what has happened, with its day; `undo` takes the last entry back. */
export const note: Route = {
  method: "POST",
  path: PATH,
  permission: "inspection:write",
  async answer(ask) {
    const { store, form, by, now, param, frame: f } = ask;
    const values = Object.fromEntries(form);
    const done = await noteInspection({
      store,
      id: param("id"),
      version: Number(form.get("version")),
      values,
      by,
      now,
    });
    if (done.ok) return goTo(ask, f.href(`/inspections/${param("id")}`, { saved: "yes" }));
    if (done.why === "no-inspection") return fault(404, "no-inspection", param("id"));
    return show(ask, { values, faults: done.why === "faults" ? done.faults : {} }, done.why === "stale" ? 409 : 400);
  },
};

async function show(ask: Ask, attempt: InspectionAttempt | null, status?: 400 | 409): Promise<Answer> {
  const { store, frame: f, param, may } = ask;
  const view = await viewInspection(store, param("id"), f.on);
  if (view === null) return fault(404, "no-inspection", param("id"));
  const mayWrite = may("inspection:write");
  const name = view.work === null ? view.inspection.work : shortName(f, view.work);
  return {
    title: `${f.t.inspections.title}: ${name}`,
    nav: "inspections",
    place: [
      { label: f.t.inspections.title, href: f.href("/inspections") },
      { label: <span class="nb-wide">{name}</span> },
    ],
    styles: ["page-handling.css"],
    status,
    body: (
      <InspectionPage
        f={f}
        view={view}
        attempt={attempt}
        stale={status === 409}
        token={mayWrite ? ask.token() : null}
        files={await attachedTo(ask, "inspection", view.inspection.id, mayWrite)}
        maySheet={may("sheet:write")}
      />
    ),
  };
}
