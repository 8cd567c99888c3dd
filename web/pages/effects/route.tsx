import { viewEffects } from "../../../src/use-cases/view-effects.ts";
import type { Route } from "../../route.ts";
import { EffectsPage } from "./page.tsx";

/** What waits for a person about effects: without a day, odd, contradicted by a list; and what people have decided. */
export const route: Route = {
  path: "/effects",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const wanted = f.query.get("show") === "all" ? "all" : "undated";
    const title = f.t.deeds.title;
    const place = [
      { label: f.t.home.title, href: f.href("/") },
      { label: f.t.home.gaps, href: f.href("/gaps") },
      { label: title },
    ];
    const view = await viewEffects(store, f.on, wanted);
    return { title, nav: "home", place, body: <EffectsPage f={f} view={view} wanted={wanted} /> };
  },
};
