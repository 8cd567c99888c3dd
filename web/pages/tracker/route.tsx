import { exportTracker } from "../../../src/use-cases/export-tracker.ts";
import { matchAgain, settleMany } from "../../../src/use-cases/settle-tracker.ts";
import { TRACKER_TABS, viewTracker } from "../../../src/use-cases/view-tracker.ts";
import { fault, goTo, type Route } from "../../route.ts";
import { placeOf } from "../trackers/route.tsx";
import { TrackerPage } from "./page.tsx";

const PATH = "/handling/imports/:id";
const ROWS_A_PAGE = 50;

/** `?tab=`: which rows; `?from=`: the place of the first. */
export const route: Route = {
  path: PATH,
  permission: "handling:read",
  async answer(ask) {
    const { store, frame: f, param } = ask;
    const tab = TRACKER_TABS.find((one) => one === (f.query.get("tab") || "doubtful"));
    if (tab === undefined) return fault(400, "bad-value", f.query.get("tab") ?? "");
    const from = f.query.get("from") ?? "0";
    if (!/^\d{1,6}$/u.test(from)) return fault(400, "bad-value", from);
    const view = await viewTracker(store, param("id"), { tab, offset: Number(from), limit: ROWS_A_PAGE });
    if (view === null) return fault(404, "no-tracker", param("id"));
    return {
      title: view.tracker.body.file,
      nav: "handling",
      place: [...placeOf(ask), { label: view.tracker.body.file }],
      styles: ["page-handling.css"],
      body: (
        <TrackerPage
          f={f}
          view={view}
          tab={tab}
          offset={Number(from)}
          limit={ROWS_A_PAGE}
          token={ask.may("handling:write") ? ask.token() : null}
        />
      ),
    };
  },
};

/** `kind`: sole = accept the only candidate that fits; absent = keep as written what the collection does not hold. */
export const settleAll: Route = {
  method: "POST",
  path: `${PATH}/settle`,
  permission: "handling:write",
  async answer(ask) {
    const { store, form, by, now, frame: f, param } = ask;
    const kind = (["sole", "absent"] as const).find((one) => one === form.get("kind"));
    if (kind === undefined) return fault(400, "bad-value", form.get("kind") ?? "");
    if ((await store.handlings.findImport(param("id"))) === null) return fault(404, "no-tracker", param("id"));
    const settled = await settleMany({ store, importId: param("id"), kind, by, now });
    return goTo(ask, f.href(`/handling/imports/${param("id")}`, { settled }));
  },
};

export const match: Route = {
  method: "POST",
  path: `${PATH}/match`,
  permission: "handling:write",
  async answer(ask) {
    const { store, by, now, frame: f, param } = ask;
    if ((await store.handlings.findImport(param("id"))) === null) return fault(404, "no-tracker", param("id"));
    const again = await matchAgain(store, param("id"), by, now);
    return goTo(ask, f.href(`/handling/imports/${param("id")}`, { again }));
  },
};

export const exported: Route = {
  path: `${PATH}/export`,
  permission: "handling:read",
  async answer({ store, param, frame: f }) {
    const file = await exportTracker(store, param("id"));
    if (file === null) return fault(404, "no-tracker", param("id"));
    return new Response(file.bytes.slice(), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="theo-doi-${f.on}.xlsx"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "Cache-Control": "no-store",
      },
    });
  },
};
