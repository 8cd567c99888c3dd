import { mendCitation } from "../../../src/use-cases/mend-citation.ts";
import { viewCitationToMend } from "../../../src/use-cases/view-unclear-citations.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { CitationTargetPage } from "./page.tsx";
import { aboutWork } from "../../about.ts";

const PATH = "/attention/citations/:id";

/** One number or name that one document cites: what it may mean, and forms to say so. */
export const route: Route = {
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  async answer({ store, frame: f, param, token }) {
    const key = f.query.get("key") ?? "";
    const view = await viewCitationToMend(store, param("id"), key, f.query.get("q") ?? "");
    if (view === null) return fault(404, "no-document", key || param("id"));
    const title = f.t.fix.title;
    return {
      title,
      nav: "attention",
      place: [{ label: f.t.attention.title, href: f.href("/attention") }, { label: title }],
      body: <CitationTargetPage f={f} view={view} token={token()} />,
    };
  },
};

/** `target`: a document, `none` (no document is named) or `undo`. */
export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  async answer(ask) {
    const { store, form, now, frame: f, param } = ask;
    const [key, chosen] = [form.get("key") ?? "", form.get("target") ?? ""];
    const target = chosen === "none" ? null : chosen === "undo" ? "undo" : { work: chosen };
    const done = await mendCitation({ store, work: param("id"), key, target, by: ask.by, now });
    if (!done.ok) return fault(404, "no-document", done.reason === "no-target" ? chosen : key || param("id"));
    ask.desk?.reviewAgain();
    return goTo(ask, f.href("/attention/settled", { saved: "citation" }));
  },
};
