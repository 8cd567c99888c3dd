import { attentionFilters } from "../../../src/use-cases/attention-filters.ts";
import { contradictedHandlings } from "../../../src/use-cases/handling-list.ts";
import {
  ATTENTION_KINDS,
  type AttentionKind,
  viewAttention,
  viewAttentionList,
  viewSettled,
} from "../../../src/use-cases/view-attention.ts";
import { fault, type Route } from "../../route.ts";
import { AttentionListPage } from "./list-page.tsx";
import { AttentionPage } from "./page.tsx";
import { SettledPage } from "./settled-page.tsx";

const STYLES = ["page-attention.css"];

/** Everything the tool knows that it does not know. */
export const route: Route = {
  path: "/attention",
  permission: "document:read",
  async answer({ store, frame: f, may }) {
    const title = f.t.attention.title;
    const contradicted = may("handling:read") ? await contradictedHandlings(store, f.on) : [];
    const body = <AttentionPage f={f} view={await viewAttention(store, f.on)} contradicted={contradicted} />;
    return { title, nav: "attention", place: [{ label: title }], styles: STYLES, body };
  },
};

/** What people have settled by hand. */
export const settled: Route = {
  path: "/attention/settled",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const t = f.t.attention;
    return {
      title: t.settledTitle,
      nav: "attention",
      place: [{ label: t.title, href: f.href("/attention") }, { label: t.settledTitle }],
      styles: STYLES,
      body: <SettledPage f={f} view={await viewSettled(store)} />,
    };
  },
};

/** All of one kind. `?body=&field=` narrow it; `?name=` shows each document that cites so. */
export const list: Route = {
  path: "/attention/:kind",
  permission: "document:read",
  async answer({ store, frame: f, param }) {
    const kind = param("kind");
    if (!isKind(kind)) return fault(404, "not-found", f.path);
    const asked = (name: string): string | undefined => f.query.get(name) || undefined;
    const query = { body: asked("body"), field: asked("field"), name: asked("name"), after: asked("after") };
    const view = await viewAttentionList(store, f.on, kind, query);
    const t = f.t.attention;
    const title = t.kinds[kind].title;
    return {
      title,
      nav: "attention",
      place: [{ label: t.title, href: f.href("/attention") }, { label: title }],
      styles: STYLES,
      body: <AttentionListPage f={f} view={view} filters={await attentionFilters(store, query.body ?? null)} />,
    };
  },
};

const isKind = (kind: string): kind is AttentionKind => (ATTENTION_KINDS as readonly string[]).includes(kind);
