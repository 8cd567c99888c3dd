import {
  AGENCY_FIELDS,
  type Agency,
  agencyFaults,
  NO_AGENCY,
  readAgency,
  saveAgency,
} from "../../../src/use-cases/agency.ts";
import { type Answer, type Ask, goTo, type Route } from "../../route.ts";
import { AgencyPage } from "./page.tsx";

const PATH = "/reports/agency";

/** How the province and its bodies are called in lists and papers. */
export const route: Route = {
  path: PATH,
  permission: "report:read",
  async answer(ask) {
    const { version, agency } = await readAgency(ask.store);
    return show(ask, agency, version, {});
  },
};

export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "report:write",
  async answer(ask) {
    const { store, form, by, now, frame: f } = ask;
    const sent = Object.fromEntries(
      AGENCY_FIELDS.map((name) => [name, form.get(name)?.normalize("NFC").trim() ?? ""]),
    ) as unknown as Agency;
    const agency = { ...NO_AGENCY, ...sent };
    const seen = Number(form.get("version"));
    const faults = Object.fromEntries(agencyFaults(agency).map(({ field, why }) => [field, f.t.agency.faults[why]]));
    if (Object.keys(faults).length > 0) return show(ask, agency, seen, faults, 400);
    if (await saveAgency(store, agency, seen, by, now)) return goTo(ask, f.href(PATH, { saved: "1" }));
    // somebody was first: what they wrote stands, what was typed here is shown to be written again
    const standing = await readAgency(store);
    return show(ask, agency, standing.version, {}, 409, standing.agency);
  },
};

function show(
  ask: Ask,
  agency: Agency,
  version: number,
  faults: Readonly<Partial<Record<keyof Agency, string>>>,
  status?: 400 | 409,
  standing?: Agency,
): Answer {
  const { frame: f } = ask;
  return {
    title: f.t.agency.title,
    nav: "reports",
    place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.agency.title }],
    styles: ["page-reports.css"],
    ...(status ? { status } : {}),
    body: (
      <AgencyPage
        f={f}
        agency={agency}
        version={version}
        faults={faults}
        standing={standing ?? null}
        mayWrite={ask.may("report:write")}
        token={ask.token()}
      />
    ),
  };
}
