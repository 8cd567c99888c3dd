import { viewGaps } from "../../../src/use-cases/view-gaps.ts";
import type { Route } from "../../route.ts";
import { GapsPage } from "./page.tsx";

export const route: Route = {
  path: "/gaps",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const title = f.t.home.gaps;
    const place = [{ label: f.t.home.title, href: f.href("/") }, { label: title }];
    return { title, nav: "home", place, body: <GapsPage f={f} view={await viewGaps(store)} /> };
  },
};
