import { viewHome } from "../../../src/use-cases/view-home.ts";
import { viewMyWork } from "../../../src/use-cases/view-my-work.ts";
import { fault, type Route } from "../../route.ts";
import { FILED_BY, type FiledBy } from "./filed.tsx";
import { HomePage } from "./page.tsx";

/** `?all=body` shows every row of one of the three tables. */
export const route: Route = {
  path: "/",
  permission: "document:read",
  async answer(ask) {
    const { store, frame: f, now, lastVisit, person } = ask;
    const all = f.query.get("all")?.trim() || null;
    if (all !== null && !FILED_BY.includes(all)) return fault(400, "bad-value", all);
    const view = await viewHome(store, { on: f.on, today: f.today, now, lastVisit });
    const mine = await viewMyWork(store, person, f.today);
    return {
      title: f.t.home.title,
      nav: "home",
      place: [{ label: f.t.home.title }],
      body: <HomePage f={f} view={view} mine={mine} token={ask.token()} all={all as FiledBy | null} />,
      styles: ["page-home.css"],
    };
  },
};
