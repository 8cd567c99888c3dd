import { type Choice, settleRow } from "../../../src/use-cases/settle-tracker.ts";
import { viewTrackerRow } from "../../../src/use-cases/view-tracker.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { placeOf } from "../trackers/route.tsx";
import { TrackerRowOnePage } from "./page.tsx";

const PATH = "/handling/imports/:id/rows/:row";

/** `?q=`: a search for another document. */
export const route: Route = {
  path: PATH,
  permission: "handling:read",
  answer: (ask) => show(ask, false),
};

/** `choice`: id of a document, `absent`, `nothing` or `undo`. Leads to the next row that waits. */
export const settle: Route = {
  method: "POST",
  path: PATH,
  permission: "handling:write",
  async answer(ask) {
    const { store, form, by, now, frame: f, param } = ask;
    const chosen = form.get("choice") ?? "";
    const choice: Choice = chosen === "absent" || chosen === "nothing" || chosen === "undo" ? chosen : { work: chosen };
    const row = rowOf(ask);
    const done = await settleRow({
      store,
      importId: param("id"),
      row,
      cited: Number(form.get("cited")),
      version: Number(form.get("version")),
      choice,
      by,
      now,
    });
    if (!done.ok)
      return done.why === "stale"
        ? show(ask, true)
        : done.why === "no-row"
          ? fault(404, "no-tracker", `${param("id")}/${param("row")}`)
          : fault(404, "no-document", chosen);
    const waits = done.row.state === "doubtful" || done.row.state === "unread" || choice === "undo";
    const view = waits ? null : await viewTrackerRow(store, param("id"), row, "");
    const at = `/handling/imports/${param("id")}`;
    if (waits) return goTo(ask, f.href(`${at}/rows/${row}`));
    const next = view?.next ?? view?.previous ?? null;
    return goTo(ask, next === null ? f.href(at, { settled: 1, tab: "settled" }) : f.href(`${at}/rows/${next}`));
  },
};

const rowOf = (ask: Ask): number => (/^\d{1,7}$/u.test(ask.param("row")) ? Number(ask.param("row")) : -1);

async function show(ask: Ask, stale: boolean): Promise<Answer> {
  const { store, frame: f, param } = ask;
  const view = await viewTrackerRow(store, param("id"), rowOf(ask), f.query.get("q") ?? "");
  if (view === null) return fault(404, "no-tracker", `${param("id")}/${param("row")}`);
  const name = f.t.tracker.row(view.sheet, view.row.body.sheetRow);
  return {
    title: name,
    nav: "handling",
    place: [
      ...placeOf(ask),
      { label: view.tracker.body.file, href: f.href(`/handling/imports/${view.tracker.id}`) },
      { label: name },
    ],
    styles: ["page-handling.css"],
    status: stale ? 409 : undefined,
    body: <TrackerRowOnePage f={f} view={view} token={ask.may("handling:write") ? ask.token() : null} stale={stale} />,
  };
}
