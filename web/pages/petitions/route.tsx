import { PETITION_STATES } from "../../../src/domain/petition.ts";
import { recordPetition } from "../../../src/use-cases/record-petition.ts";
import { viewPetitions } from "../../../src/use-cases/view-petitions.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { type Attempt, PetitionNewPage, PetitionsPage } from "./page.tsx";

const STYLES = ["page-handling.css"];
const KINDS = ["review", "inspection"] as const;

export const route: Route = {
  path: "/petitions",
  permission: "petition:read",
  async answer({ store, frame: f, may }) {
    const [state, kind] = [f.query.get("state") || null, f.query.get("kind") || null];
    const asked = {
      state: PETITION_STATES.find((one) => one === state) ?? null,
      kind: KINDS.find((one) => one === kind) ?? null,
    };
    if (state !== null && asked.state === null) return fault(400, "bad-value", state);
    if (kind !== null && asked.kind === null) return fault(400, "bad-value", kind);
    const view = await viewPetitions(store, asked);
    const title = f.t.petitions.title;
    return {
      title,
      nav: "petitions",
      place: [{ label: title }],
      styles: STYLES,
      body: <PetitionsPage f={f} view={view} asked={asked} mayWrite={may("petition:write")} />,
    };
  },
};

export const fresh: Route = {
  path: "/petitions/new",
  permission: "petition:write",
  answer: async (ask) => form(ask, null),
};

export const record: Route = {
  method: "POST",
  path: "/petitions/new",
  permission: "petition:write",
  async answer(ask) {
    const { store, form: fields, by, now, frame: f } = ask;
    const values = Object.fromEntries(fields);
    const done = await recordPetition({ store, values, by, now });
    if (done.ok) return goTo(ask, f.href(`/petitions/${done.petition.id}`, { saved: "made" }));
    return form(ask, { values, faults: done.why === "faults" ? done.faults : {} });
  },
};

function form(ask: Ask, attempt: Attempt | null): Answer {
  const f = ask.frame;
  const t = f.t.petitions;
  return {
    title: t.add,
    nav: "petitions",
    place: [{ label: t.title, href: f.href("/petitions") }, { label: t.add }],
    styles: STYLES,
    status: attempt === null ? undefined : 400,
    body: <PetitionNewPage f={f} attempt={attempt} token={ask.token()} />,
  };
}
