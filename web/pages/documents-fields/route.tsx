import { allSubjects } from "../../../src/use-cases/fields-of.ts";
import { fileInFields, FILING_WAYS, viewFiling } from "../../../src/use-cases/file-in-fields.ts";
import { tickedOf } from "../../components/check-list.tsx";
import { filtersHeld } from "../../frame.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { chosenBy } from "../documents-chosen/route.ts";
import { DocumentsFieldsPage } from "./page.tsx";

const PATH = "/documents/fields";

/** The ticked documents and the fields they are filed in; nothing is stored before the form below is sent. */
export const route: Route = {
  path: PATH,
  permission: "document:mend",
  answer: (ask) => show(ask),
};

/** `works`: the documents as they were shown. The address keeps the filters of the list, which is gone back to. */
export const save: Route = {
  method: "POST",
  path: PATH,
  permission: "document:mend",
  async answer(ask) {
    const { store, form, by, now, frame: f } = ask;
    const works = (form.get("works") ?? "").split(" ").filter(Boolean);
    const facets = await store.facets.of(works);
    for (const id of works)
      if (!ask.may("document:mend", { facet: facets.get(id) ?? null })) return fault(403, "document-not-yours", id);
    const topics = tickedOf(form, "fields", allSubjects());
    const way = FILING_WAYS.find((one) => one === form.get("way"));
    if (way === undefined) return fault(400, "bad-value", form.get("way") ?? "");
    if (topics.length === 0 && way !== "read") return show(ask, works);
    const filed = await fileInFields({ store, works, topics, way, by, now });
    if (filed > 0) ask.desk?.reviewAgain();
    return goTo(ask, f.href("/documents", { ...filtersHeld(f), filed }));
  },
};

/** `again`: the documents of a form that named no field. */
async function show(ask: Ask, again?: readonly string[]): Promise<Answer> {
  const { store, frame: f } = ask;
  const query = chosenBy(f);
  if ("fault" in query) return query;
  const chosen = again === undefined ? query : { ...query, only: new Set(again) };
  const { work: _, picked: __, all: ___, ...filters } = filtersHeld(f);
  const view = await viewFiling(store, chosen, ({ facet }) => ask.may("document:mend", { facet }));
  const t = f.t.documents;
  return {
    title: t.filing.title,
    nav: "documents",
    place: [{ label: t.title, href: f.href("/documents", filters) }, { label: t.filing.title }],
    styles: ["page-documents.css"],
    status: again === undefined ? undefined : 400,
    body: <DocumentsFieldsPage f={f} view={view} noField={again !== undefined} token={ask.token()} />,
  };
}
