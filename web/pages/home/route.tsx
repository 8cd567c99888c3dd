import { viewHome } from "../../../src/use-cases/view-home.ts";
import type { Route } from "../../route.ts";
import { HomePage } from "./page.tsx";

export const route: Route = {
  path: "/",
  permission: "document:read",
  async answer({ store, frame: f }) {
    return {
      title: f.t.home.title,
      nav: "home",
      place: [{ label: f.t.home.title }],
      body: <HomePage f={f} view={await viewHome(store, f.on)} />,
    };
  },
};
