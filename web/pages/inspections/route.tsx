import { INSPECTION_STATES } from "../../../src/domain/petition.ts";
import { openInspection } from "../../../src/use-cases/inspect.ts";
import { viewInspections } from "../../../src/use-cases/view-inspections.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { type InspectionAttempt, InspectionNewPage, InspectionsPage } from "./page.tsx";

const STYLES = ["page-handling.css"];

export const route: Route = {
  path: "/inspections",
  permission: "petition:read",
  async answer({ store, frame: f, may }) {
    const asked = f.query.get("state") || null;
    const state = INSPECTION_STATES.find((one) => one === asked) ?? null;
    if (asked !== null && state === null) return fault(400, "bad-value", asked);
    const title = f.t.inspections.title;
    return {
      title,
      nav: "inspections",
      place: [{ label: title }],
      styles: STYLES,
      body: (
        <InspectionsPage
          f={f}
          view={await viewInspections(store, state, f.on)}
          state={state}
          mayWrite={may("inspection:write")}
        />
      ),
    };
  },
};

/** `?work=`, `?petition=`, `?findings=`, `?ground=`: what led here. */
export const fresh: Route = {
  path: "/inspections/new",
  permission: "inspection:write",
  answer: async (ask) => form(ask, null),
};

export const open: Route = {
  method: "POST",
  path: "/inspections/new",
  permission: "inspection:write",
  async answer(ask) {
    const { store, form: fields, by, now, frame: f } = ask;
    const values = Object.fromEntries(fields);
    const done = await openInspection({ store, values, by, now });
    if (done.ok) return goTo(ask, f.href(`/inspections/${done.inspection.id}`, { saved: "opened" }));
    return form(ask, { values, faults: done.faults });
  },
};

function form(ask: Ask, attempt: InspectionAttempt | null): Answer {
  const f = ask.frame;
  const t = f.t.inspections;
  const given = Object.fromEntries(
    ["work", "petition", "findings", "ground"].map((name) => [name, f.query.get(name) ?? ""]),
  );
  return {
    title: t.open,
    nav: "inspections",
    place: [{ label: t.title, href: f.href("/inspections") }, { label: t.open }],
    styles: STYLES,
    status: attempt === null ? undefined : 400,
    body: <InspectionNewPage f={f} attempt={attempt} given={given} token={ask.token()} />,
  };
}
