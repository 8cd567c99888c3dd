import type { WorkId } from "../../../src/domain/work.ts";
import { citingAlike } from "../../../src/use-cases/citing-alike.ts";
import { mendAlike, type MendCitation, mendCitation } from "../../../src/use-cases/mend-citation.ts";
import { viewCitationToMend } from "../../../src/use-cases/view-unclear-citations.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { ALSO, CitationTargetPage } from "./page.tsx";
import { aboutWork } from "../../about.ts";

const PATH = "/attention/citations/:id";

/** One number or name that one document cites: what it may mean, and forms to say so. */
export const route: Route = {
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  async answer(ask) {
    const { store, frame: f, param, token } = ask;
    const key = f.query.get("key") ?? "";
    const view = await viewCitationToMend(store, param("id"), key, f.query.get("q") ?? "");
    if (view === null) return fault(404, "no-document", key || param("id"));
    const alike = await citingAlike(store, param("id"), key, mayMend(ask));
    const title = f.t.fix.title;
    return {
      title,
      nav: "attention",
      place: [{ label: f.t.attention.title, href: f.href("/attention") }, { label: title }],
      styles: ["page-attention.css"],
      body: <CitationTargetPage f={f} view={view} token={token()} alike={alike} />,
    };
  },
};

const mayMend =
  ({ store, may }: Ask) =>
  async (work: WorkId): Promise<boolean> => {
    const about = await aboutWork(store, work);
    return about !== null && may("document:mend", about);
  };

/** `target`: a document, `none` (no document is named) or `undo`; with `also …` other documents that cite alike get the same. */
export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  async answer(ask) {
    const { store, form, now, frame: f, param } = ask;
    const [key, chosen] = [form.get("key") ?? "", form.get("target") ?? ""];
    const target = chosen === "none" ? null : chosen === "undo" ? "undo" : { work: chosen };
    const also = [...form.keys()].flatMap((name) => (name.startsWith(ALSO) ? [name.slice(ALSO.length)] : []));
    if (also.length > 0) return mendOthers(ask, { key, target, also });
    const done = await mendCitation({ store, work: param("id"), key, target, by: ask.by, now });
    if (!done.ok) return fault(404, "no-document", done.reason === "no-target" ? chosen : key || param("id"));
    ask.desk?.reviewAgain();
    const alike = target === "undo" ? null : await citingAlike(store, param("id"), key, mayMend(ask));
    return goTo(
      ask,
      alike !== null && alike.total > 0
        ? f.href(`/attention/citations/${param("id")}`, { key, saved: "citation" })
        : f.href("/attention/settled", { saved: "citation" }),
    );
  },
};

/** Only documents the person may mend and that cite alike: the form may be older than what it speaks of. */
async function mendOthers(
  ask: Ask,
  { key, target, also }: Pick<MendCitation, "key" | "target"> & { readonly also: readonly WorkId[] },
): Promise<Answer> {
  const { store, by, now, frame: f } = ask;
  const works: WorkId[] = [];
  for (const work of also) if (await mayMend(ask)(work)) works.push(work);
  await mendAlike({ store, works, key, target, by, now });
  ask.desk?.reviewAgain();
  return goTo(ask, f.href("/attention/settled", { saved: "citation" }));
}
