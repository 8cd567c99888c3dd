import { REPORT_FORMATS } from "../../../src/use-cases/view-reports.ts";
import { reportFile } from "../../../src/use-cases/export-report.ts";
import { type PeriodicReport, periodicReport, writeReportProse } from "../../../src/use-cases/view-periodic.ts";
import { download } from "../../download.ts";
import { asPage } from "../reports/route.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { BehindPage } from "./behind.tsx";
import { PeriodicPage } from "./page.tsx";
import { periodicAsk } from "./query.ts";

const PATH = "/reports/periodic";

/** The department's reports: `?kind=month&period=2026-11`. */
export const route: Route = {
  path: PATH,
  permission: "report:read",
  answer: (ask) => show(ask, null),
};

/** What people write into a part of it. */
export const prose: Route = {
  method: "POST",
  path: `${PATH}/prose`,
  permission: "report:write",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const span = periodicAsk(f, f.query);
    if (span === null) return fault(400, "bad-value", f.query.toString());
    const key = form.get("key") ?? "";
    const report = await periodicReport(store, span);
    const section = report.sections.find((one) => one.prose?.key === key);
    if (section === undefined) return fault(400, "bad-value", key);
    const text = form.get("text") ?? "";
    const seen = Number(form.get("seen")) || 0;
    if (!(await writeReportProse({ store, key, text, seen, by, now }))) return show(ask, { key, text });
    return goTo(ask, f.href(PATH, { kind: span.kind, period: span.key, done: "written" }, `s-${section.key}`));
  },
};

/** The list behind one of its numbers. */
export const behind: Route = {
  path: `${PATH}/behind`,
  permission: "report:read",
  async answer({ store, frame: f }) {
    const span = periodicAsk(f, f.query);
    if (span === null) return fault(400, "bad-value", f.query.toString());
    const report = await periodicReport(store, span);
    const list = report.book.lists.get(f.query.get("figure") ?? "");
    if (list === undefined) return fault(404, "not-found", f.query.get("figure") ?? "");
    return {
      title: list.title,
      nav: "reports",
      place: [
        { label: f.t.reports.title, href: f.href("/reports") },
        { label: f.t.periodic.title, href: f.href(PATH, { kind: span.kind, period: span.key }) },
        { label: list.title },
      ],
      styles: ["page-reports.css"],
      body: <BehindPage f={f} report={report} list={list} />,
    };
  },
};

export const file: Route = {
  path: `${PATH}/file`,
  permission: "report:read",
  async answer({ store, frame: f }) {
    const span = periodicAsk(f, f.query);
    const format = REPORT_FORMATS.find((each) => each === f.query.get("format"));
    if (span === null || format === undefined) return fault(400, "bad-value", f.query.toString());
    const { model } = await periodicReport(store, span);
    const made = download(`bao-cao-${span.kind}-${span.key}.${format}`, MEDIA[format], reportFile(model, format));
    return format === "html" ? asPage(made) : made;
  },
};

const MEDIA = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const satisfies Record<(typeof REPORT_FORMATS)[number], string>;

/** What somebody wrote when another had written already. */
export interface Clash {
  readonly key: string;
  readonly text: string;
}

async function show(ask: Ask, clash: Clash | null): Promise<Answer> {
  const { store, frame: f } = ask;
  const span = periodicAsk(f, f.query);
  if (span === null) return fault(400, "bad-value", f.query.toString());
  const report: PeriodicReport = await periodicReport(store, span);
  return {
    title: report.title,
    nav: "reports",
    place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.periodic.title }],
    styles: ["page-reports.css"],
    status: clash === null ? undefined : 409,
    body: (
      <PeriodicPage
        f={f}
        report={report}
        clash={clash}
        mayWrite={ask.may("report:write")}
        pdf={(ask.reports?.chromium ?? null) !== null}
        token={ask.token()}
      />
    ),
  };
}
