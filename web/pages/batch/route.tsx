import { ITEM_STATES } from "../../../src/domain/batch.ts";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { type BatchAct, closeBatch, reopenBatch, writeBatch } from "../../../src/use-cases/change-batch.ts";
import { exportBatch } from "../../../src/use-cases/export-batch.ts";
import { LIST_FORMATS } from "../../../src/use-cases/export-documents.ts";
import { unitTyped } from "../../../src/use-cases/unit-typed.ts";
import { type ItemFilters, viewBatch } from "../../../src/use-cases/view-batch.ts";
import { download } from "../../download.ts";
import type { Frame } from "../../frame.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { type BatchFault, type BatchNotice, BatchPage } from "./page.tsx";

/** What of the batch is shown; null for a state nobody knows. */
export function itemFilters(f: Frame): ItemFilters | null {
  const asked = f.query.get("state");
  const state = ITEM_STATES.find((one) => one === asked) ?? null;
  if (asked && state === null) return null;
  const unit = f.query.get("unit");
  return {
    state,
    unit: unit === "none" ? "" : unit || null,
    overdue: f.query.get("overdue") === "yes",
    page: Number.parseInt(f.query.get("page") ?? "1", 10) || 1,
  };
}

export const route: Route = {
  path: "/batches/:id",
  permission: "batch:read",
  answer: (ask) => showBatch(ask),
};

/** `do`: save name and days, close, reopen. */
export const change: Route = {
  method: "POST",
  path: "/batches/:id",
  permission: "batch:manage",
  async answer(ask) {
    const { store, frame: f, form, param, by, now } = ask;
    const act: BatchAct = { store, id: param("id"), seen: Number(form.get("seen")) || 0, by, now };
    const what = form.get("do") ?? "";
    if (what !== "save" && what !== "close" && what !== "reopen") return fault(400, "bad-value", what);
    const typed = (form.get("due") ?? "").trim();
    const due = typed === "" ? null : parseDate(typed);
    if (what === "save" && typed !== "" && due === null) return showBatch(ask, "bad-due");
    const done =
      what === "close"
        ? await closeBatch(act)
        : what === "reopen"
          ? await reopenBatch(act)
          : await writeBatch(act, {
              name: form.get("name") ?? "",
              purpose: form.get("purpose") ?? "",
              order: form.get("order") ?? "",
              lead: await unitTyped(store, form.get("lead") ?? ""),
              due,
            });
    if (!done.ok) return done.why === "no-batch" ? fault(404, "no-batch", param("id")) : showBatch(ask, done.why);
    const notice = { save: "saved", close: "closedNow", reopen: "reopened" }[what];
    return goTo(ask, f.href(`/batches/${param("id")}`, { done: notice }));
  },
};

/** The batch as a list, narrowed as its page is. */
export const exported: Route = {
  path: "/batches/:id/list",
  permission: "batch:read",
  async answer({ store, frame: f, param }) {
    const format = LIST_FORMATS.find((one) => one === f.query.get("format"));
    if (format === undefined) return fault(400, "bad-value", f.query.get("format") ?? "");
    const filters = itemFilters(f);
    if (filters === null) return fault(400, "bad-value", f.query.get("state") ?? "");
    const bytes = await exportBatch(store, param("id"), f.today, filters, format);
    return bytes === null
      ? fault(404, "no-batch", param("id"))
      : download(`dot-ra-soat-${f.today}.${format}`, MEDIA[format], bytes);
  },
};

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const NOTICES: readonly string[] = ["made", "saved", "closedNow", "reopened"];

export async function showBatch(ask: Ask, why: BatchFault | null = null): Promise<Answer> {
  const { store, frame: f, param, may, form } = ask;
  const filters = itemFilters(f);
  if (filters === null) return fault(400, "bad-value", f.query.get("state") ?? "");
  const view = await viewBatch(store, param("id"), f.today, filters);
  if (view === null) return fault(404, "no-batch", param("id"));
  const t = f.t.batches;
  const done = f.query.get("done") ?? "";
  return {
    title: view.batch.body.name,
    nav: "batches",
    // asked for by a link or a form that only looks: a page that says what is missing, not a fault
    status: why === null || form.size === 0 ? undefined : why === "changed" || why === "bad-state" ? 409 : 400,
    place: [{ label: t.title, href: f.href("/batches") }, { label: view.batch.body.name }],
    styles: ["page-sheet.css", "page-home.css"],
    scripts: ["pick-rows.js"],
    body: (
      <BatchPage
        f={f}
        view={view}
        token={ask.token()}
        manage={may("batch:manage")}
        maySheet={(unit) => may("sheet:write", { unit })}
        fault={why}
        typed={form}
        notice={NOTICES.includes(done) ? (done as BatchNotice) : null}
        counted={{
          assigned: countIn(f, "assigned"),
          taken: countIn(f, "taken"),
          out: countIn(f, "out"),
          back: countIn(f, "back"),
          added: countIn(f, "added"),
        }}
      />
    ),
  };
}

const countIn = (f: Frame, name: string): number | null =>
  f.query.has(name) ? Math.max(0, Number(f.query.get(name)) || 0) : null;
