import { MENDABLE_FIELDS, type MendableField } from "../../../src/domain/metadata-override.ts";
import { allSubjects } from "../../../src/use-cases/fields-of.ts";
import { mendMetadata } from "../../../src/use-cases/mend-metadata.ts";
import { viewMetadata } from "../../../src/use-cases/view-metadata.ts";
import { tickedOf } from "../../components/check-list.tsx";
import { shortName } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { type Attempt, FIELD_BOXES, MetadataPage } from "./page.tsx";
import { aboutWork } from "../../about.ts";

export const route: Route = {
  path: "/documents/:id/metadata",
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  answer: (ask) => show(ask, null),
};

/** The form of that page. What a person typed comes back with its faults; nothing is stored before all is right. */
export const save: Route = {
  method: "POST",
  path: "/documents/:id/metadata",
  permission: "document:mend",
  about: ({ store, param }) => aboutWork(store, param("id")),
  async answer(ask) {
    const { store, form, now, frame: f } = ask;
    const values: Partial<Record<MendableField, string>> = {};
    for (const field of MENDABLE_FIELDS) {
      const given = field === "fields" ? fieldsIn(form) : form.get(field);
      if (given !== undefined) values[field] = given;
    }
    const merge = form.get("merge") === "yes";
    const done = await mendMetadata({ store, work: ask.param("id"), values, by: ask.by, now, merge });
    if (done.ok) {
      if (done.changed) ask.desk?.reviewAgain();
      return goTo(ask, f.href(`/documents/${done.work}/metadata`, { saved: done.changed ? "yes" : "same" }));
    }
    if (done.reason === "no-document") return fault(404, "no-document", ask.param("id"));
    return done.reason === "taken"
      ? show(ask, { values, faults: {}, taken: done.by })
      : show(ask, { values, faults: done.faults, taken: null });
  },
};

/** Boxes of the form, or the codes that a form sent again carries. */
const fieldsIn = (form: ReadonlyMap<string, string>): string | undefined =>
  form.has(FIELD_BOXES) ? tickedOf(form, "fields", allSubjects()).join(",") : form.get("fields");

async function show(ask: Ask, attempt: Attempt | null): Promise<Answer> {
  const { store, frame: f, param } = ask;
  const view = await viewMetadata(store, param("id"));
  if (view === null) return fault(404, "no-document", param("id"));
  const name = shortName(f, view.work);
  return {
    title: `${f.t.metadata.short}: ${name}`,
    nav: "documents",
    place: [
      { label: f.t.documents.title, href: f.href("/documents") },
      { label: <span class="nb-wide">{name}</span>, href: f.href(`/documents/${view.work.id}`) },
      { label: f.t.metadata.short },
    ],
    status: attempt === null ? undefined : attempt.taken === null ? 400 : 409,
    body: <MetadataPage f={f} view={view} attempt={attempt} token={ask.token()} />,
  };
}
