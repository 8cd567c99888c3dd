import { newFindingRows, viewNews } from "../../../src/use-cases/view-news.ts";
import { fault, type Route } from "../../route.ts";
import { NewsPage } from "./page.tsx";

/** `?since=` milliseconds since 1970; without it, since the last visit. */
export const route: Route = {
  path: "/news",
  permission: "finding:read",
  async answer({ store, frame: f, now, lastVisit }) {
    const asked = f.query.get("since")?.trim() || null;
    if (asked !== null && !/^\d{1,14}$/u.test(asked)) return fault(400, "bad-value", asked);
    const view = await viewNews(store, asked === null ? lastVisit : Number(asked), now, "whole");
    const title = view.firstVisit ? f.t.news.all : f.t.news.title;
    return {
      title: f.t.news.title,
      nav: "home",
      place: [{ label: f.t.home.title, href: f.href("/") }, { label: title }],
      body: (
        <NewsPage
          f={f}
          news={view}
          added={await newFindingRows(store, view.since, false)}
          reopened={await newFindingRows(store, view.since, true)}
        />
      ),
      styles: ["page-home.css"],
    };
  },
};
