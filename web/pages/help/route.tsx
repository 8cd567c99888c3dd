import { fault, type Route } from "../../route.ts";
import { GUIDE_IDS } from "./guide.ts";
import { GuidePage, guidesOf } from "./guide-page.tsx";
import { HelpPage } from "./page.tsx";

export const route: Route = {
  path: "/help",
  permission: "public",
  async answer({ frame: f }) {
    return {
      title: f.t.help.title,
      nav: "help",
      place: [{ label: f.t.help.title }],
      body: <HelpPage f={f} />,
      styles: ["page-help.css"],
    };
  },
};

export const guide: Route = {
  path: "/help/:guide",
  permission: "public",
  async answer({ frame: f, param }) {
    const id = GUIDE_IDS.find((known) => known === param("guide"));
    if (id === undefined) return fault(404, "not-found", f.path);
    const { title } = guidesOf(f)[id];
    return {
      title,
      nav: "help",
      place: [{ label: f.t.help.title, href: f.href("/help") }, { label: title }],
      body: <GuidePage f={f} id={id} />,
      styles: ["page-help.css"],
    };
  },
};
