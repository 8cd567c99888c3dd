import { applyBulk, NO_DAY, previewBulk } from "../../../src/use-cases/bulk-handlings.ts";
import { unitChoices } from "../../../src/use-cases/view-handling.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { HandlingBulkPage } from "./page.tsx";

/** The ticked handlings and what they would become; nothing is stored before the form below is sent. */
export const route: Route = {
  path: "/handling/bulk",
  permission: "handling:write",
  async answer(ask) {
    const { store, frame: f } = ask;
    const due = f.query.get("clear") === NO_DAY ? NO_DAY : (f.query.get("due") ?? "");
    const values = { unit: f.query.get("unit") ?? "", due };
    const plan = await previewBulk(store, f.query.getAll("pick"), values, f.on);
    const t = f.t.handling;
    return {
      title: t.bulk.title,
      nav: "handling",
      place: [{ label: t.title, href: f.href("/handling") }, { label: t.bulk.title }],
      styles: ["page-handling.css"],
      status: plan.badDay ? 400 : undefined,
      body: <HandlingBulkPage f={f} plan={plan} values={values} units={await unitChoices(store)} token={ask.token()} />,
    };
  },
};

/** `rows`: id and version of each, as they were shown. */
export const apply: Route = {
  method: "POST",
  path: "/handling/bulk",
  permission: "handling:write",
  async answer(ask) {
    const { store, form, by, now, frame: f } = ask;
    const asked = (form.get("rows") ?? "").split(" ").flatMap((pair) => {
      const [id, version] = pair.split(":");
      return id && version ? [{ id, version: Number(version) }] : [];
    });
    for (const { id } of asked) {
      const handling = await store.handlings.find(id);
      if (handling !== null && !ask.may("handling:write", { unit: handling.unit }))
        return fault(403, "handling-not-yours", id);
    }
    const values = { unit: form.get("unit") ?? "", due: form.get("due") ?? "" };
    const done = await applyBulk({ store, rows: asked, values, by, now });
    return goTo(ask, f.href("/handling", { changed: done.changed, stale: done.stale || null }));
  },
};
