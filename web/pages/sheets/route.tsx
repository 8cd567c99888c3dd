import { SHEET_STATES } from "../../../src/domain/review-sheet.ts";
import { openSheet } from "../../../src/use-cases/open-sheet.ts";
import { viewSheets } from "../../../src/use-cases/view-sheets.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { SheetsPage } from "./page.tsx";

const ROWS = 50;

export const route: Route = {
  path: "/sheets",
  permission: "sheet:read",
  async answer({ store, frame: f, person }) {
    const asked = f.query.get("state");
    const state = SHEET_STATES.find((one) => one === asked) ?? null;
    if (asked && state === null) return fault(400, "bad-value", asked);
    const unit = f.query.get("unit");
    const view = await viewSheets(
      store,
      {
        state,
        unit: unit === "none" ? "" : unit || null,
        batch: f.query.get("batch") || null,
        mine: f.query.get("mine") === "yes" ? person.id : null,
        ...(f.query.get("after") ? { after: f.query.get("after") as string } : {}),
        limit: ROWS,
      },
      f.today,
    );
    return {
      title: f.t.sheets.title,
      nav: "sheets",
      place: [{ label: f.t.sheets.title }],
      styles: ["page-sheet.css"],
      body: <SheetsPage f={f} view={view} />,
    };
  },
};

/** Opens a sheet for `work`, in `batch` where one is named; where one stands already, that one is gone on with. */
export const open: Route = {
  method: "POST",
  path: "/sheets",
  permission: "sheet:write",
  async answer(ask) {
    const { store, frame: f, form, person, may, by, now } = ask;
    const work = form.get("work") ?? "";
    const batch = form.get("batch") || null;
    const item = batch === null ? null : await store.batches.item(batch, work);
    if (batch !== null && item === null) return fault(404, "no-batch", batch);
    const given = item?.unit ?? null;
    const facet = (await store.facets.of([work])).get(work) ?? null;
    if (!may("sheet:write", { facet, unit: given })) return fault(403, "not-yours", f.t.sheets.open);
    const unit = given ?? person.unit?.id ?? null;
    const done = await openSheet({ store, work, batch, unit, on: f.today, person, by, now });
    if (done.ok) return goTo(ask, f.href(`/sheets/${done.sheet.id}`, { done: "opened" }));
    return done.why === "no-document" ? fault(404, "no-document", work) : goTo(ask, f.href(`/sheets/${done.sheet.id}`));
  },
};
