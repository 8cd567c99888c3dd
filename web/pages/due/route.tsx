import { viewCalendar } from "../../../src/use-cases/view-calendar.ts";
import type { Route } from "../../route.ts";
import { DuePage } from "./page.tsx";

export const route: Route = {
  path: "/due",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const title = f.t.due.title;
    return {
      title,
      nav: "home",
      place: [{ label: f.t.home.title, href: f.href("/") }, { label: title }],
      body: <DuePage f={f} view={await viewCalendar(store, f.on)} />,
      styles: ["page-home.css"],
    };
  },
};
