import { viewRules } from "../../../src/use-cases/view-rules.ts";
import type { Route } from "../../route.ts";
import { RulesPage } from "./page.tsx";

export const route: Route = {
  path: "/rules",
  permission: "rule:read",
  async answer({ store, rules, frame: f }) {
    return {
      title: f.t.rules.title,
      nav: "rules",
      place: [{ label: f.t.rules.title }],
      styles: ["page-rules.css"],
      body: <RulesPage f={f} rows={await viewRules(store, rules)} />,
    };
  },
};
