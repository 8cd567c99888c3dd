import { parseDate } from "../../../src/domain/legal-date.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { type AnswerFault, answerListItem } from "../../../src/use-cases/answer-list-item.ts";
import { dateList } from "../../../src/use-cases/date-list.ts";
import { importList } from "../../../src/use-cases/import-list.ts";
import { viewListImport, viewListImports } from "../../../src/use-cases/view-list-imports.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import type { DateFailed, DateWhy } from "./dates.tsx";
import { ListsPage } from "./list.tsx";
import { ListPage } from "./page.tsx";

const PATH = "/reports/lists";

/** Lists of others that were read in, and the form to read another. */
export const route: Route = {
  path: PATH,
  permission: "report:read",
  answer: (ask) => lists(ask, null),
};

export const upload: Route = {
  method: "POST",
  takes: "files",
  path: PATH,
  permission: "report:write",
  async answer(ask) {
    const { store, frame: f, by, now } = ask;
    if (ask.upload === null) return lists(ask, { code: "nothing-uploaded", ...f.t.lists.nothing, span: null });
    const done = await importList({ store, upload: ask.upload, by, now });
    if (!done.ok) return lists(ask, done.problem);
    return goTo(ask, f.href(`${PATH}/${done.id}`, { done: done.known ? "known" : "read" }));
  },
};

export const one: Route = {
  path: `${PATH}/:id`,
  permission: "report:read",
  answer: (ask) => show(ask, null),
};

/** Which side of a difference is right, and why. */
export const answer: Route = {
  method: "POST",
  path: `${PATH}/:id/answer`,
  permission: "report:write",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const side = form.get("side") ?? "";
    const key = form.get("key") ?? "";
    if (side !== "ours" && side !== "theirs" && side !== "open") return fault(400, "bad-value", side);
    const done = await answerListItem({
      store,
      id: ask.param("id"),
      key,
      side: side === "open" ? null : side,
      reason: form.get("reason") ?? "",
      seen: form.get("seen") ?? "",
      today: f.today,
      by,
      now,
    });
    if (done.ok) return goTo(ask, f.href(`${PATH}/${ask.param("id")}`, { done: "answered" }, `d-${key}`));
    if (done.why === "no-list") return fault(404, "not-found", f.path);
    return show(ask, { key, why: done.why });
  },
};

/** Fields that hold days, by their names in the form. */
const DAYS = ["day", "from", "to"] as const;

/** A person says when it was published, or for which period. */
export const dates: Route = {
  method: "POST",
  path: `${PATH}/:id/dates`,
  permission: "report:write",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const written = DAYS.map((name) => form.get(name)?.trim() ?? "");
    const bad = DAYS.find((_, i) => written[i] !== "" && parseDate(written[i] ?? "") === null);
    if (bad) return show(ask, null, { why: "bad-day", field: bad });
    const [issuedOn, from, to] = written.map(parseDate);
    const done = await dateList({
      store,
      id: ask.param("id"),
      dates: { symbol: form.get("symbol") ?? null, issuedOn: issuedOn ?? null, from: from ?? null, to: to ?? null },
      seen: form.get("seen") ?? "",
      today: f.today,
      by,
      now,
    });
    if (done.ok) return goTo(ask, f.href(`${PATH}/${ask.param("id")}`, { done: "dated" }, "dates"));
    if (done.why === "no-list") return fault(404, "not-found", f.path);
    return show(ask, null, { why: done.why, field: FIELDS[done.why] });
  },
};

const FIELDS: Readonly<Record<DateWhy, DateFailed["field"]>> = {
  "bad-symbol": "symbol",
  "half-period": "from",
  "turned-round": "to",
  "before-its-period": "day",
  "to-come": "day",
  "nothing-said": "day",
  "bad-day": "day",
  "somebody-first": null,
};

async function lists(ask: Ask, problem: Problem | null): Promise<Answer> {
  const { store, frame: f } = ask;
  const rows = await viewListImports(store, f.today);
  return {
    title: f.t.lists.title,
    nav: "reports",
    place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.lists.title }],
    styles: ["page-reports.css"],
    status: problem === null ? undefined : 400,
    body: <ListsPage f={f} rows={rows} problem={problem} mayRead={ask.may("report:write")} token={ask.token()} />,
  };
}

export interface AnswerFailed {
  readonly key: string;
  readonly why: AnswerFault;
}

async function show(ask: Ask, failed: AnswerFailed | null, dateFailed: DateFailed | null = null): Promise<Answer> {
  const { store, frame: f } = ask;
  const view = await viewListImport(store, ask.param("id"), f.today);
  if (view === null) return fault(404, "not-found", f.path);
  return {
    title: view.list.file,
    nav: "reports",
    place: [
      { label: f.t.reports.title, href: f.href("/reports") },
      { label: f.t.lists.title, href: f.href(PATH) },
      { label: view.list.file },
    ],
    styles: ["page-reports.css"],
    status: statusOf((failed ?? dateFailed)?.why),
    body: (
      <ListPage
        f={f}
        view={view}
        failed={failed}
        dateFailed={dateFailed}
        typed={ask.form}
        mayAnswer={ask.may("report:write")}
        token={ask.token()}
      />
    ),
  };
}

const statusOf = (why: AnswerFault | DateWhy | undefined): 400 | 409 | undefined =>
  why === undefined ? undefined : why === "somebody-first" ? 409 : 400;
