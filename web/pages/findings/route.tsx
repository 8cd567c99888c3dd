import { viewFindings } from "../../../src/use-cases/view-findings.ts";
import type { Route } from "../../route.ts";
import { findingFilters } from "./filters.ts";
import { FindingsPage } from "./page.tsx";

const ROWS_A_PAGE = 50;

export const route: Route = {
  path: "/findings",
  permission: "finding:read",
  async answer({ store, rules, frame: f }) {
    const filters = findingFilters(f);
    if ("fault" in filters) return filters;
    const view = await viewFindings(store, {
      ...filters.query,
      after: f.query.get("after") ?? undefined,
      limit: ROWS_A_PAGE,
    });
    return {
      title: f.t.findings.title,
      nav: "findings",
      place: [{ label: f.t.findings.title }],
      body: <FindingsPage f={f} view={view} rules={rules} filters={filters.params} />,
    };
  },
};
