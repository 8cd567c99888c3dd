import type { Route } from "../../route.ts";
import { PatternsPage } from "./page.tsx";

export const route: Route = {
  path: "/patterns",
  permission: "public",
  async answer({ frame: f }) {
    return {
      title: f.t.nav.patterns,
      nav: "patterns",
      place: [{ label: f.t.nav.patterns }],
      styles: ["page-sheet.css", "page-reports.css"],
      body: <PatternsPage f={f} />,
    };
  },
};
