import { viewFinding } from "../../../src/use-cases/view-findings.ts";
import { shortName, words } from "../../components/words.tsx";
import { fault, type Route } from "../../route.ts";
import { findingFilters } from "../findings/filters.ts";
import { FindingPage } from "./page.tsx";

export const route: Route = {
  path: "/findings/:key",
  permission: "finding:read",
  async answer({ store, rules, frame: f, param }) {
    const filters = findingFilters(f);
    if ("fault" in filters) return filters;
    const view = await viewFinding(store, param("key"), filters.query, f.on);
    if (view === null) return fault(404, "no-finding", param("key"));
    const rule = rules.find((r) => r.id === view.finding.rule) ?? null;
    return {
      title: view.finding.message,
      nav: "findings",
      bare: true,
      body: <FindingPage f={f} view={view} rule={rule} filters={filters.params} />,
      place: [
        { label: f.t.findings.title, href: f.href("/findings", filters.params) },
        { label: words(view.work === null ? view.finding.code : `${view.finding.code}, ${shortName(f, view.work)}`) },
      ],
    };
  },
};
