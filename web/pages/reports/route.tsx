import { exportReport, REPORT_FORMATS, type ReportFormat, viewReport } from "../../../src/use-cases/view-reports.ts";
import { fault, type Route } from "../../route.ts";
import { ReportsPage } from "./page.tsx";
import { reportAsk } from "./query.ts";

/** `/reports?form=01&from=&to=&scope=&bodies=`: one official list, on the page and as a file. */
export const route: Route = {
  path: "/reports",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const ask = reportAsk(f);
    if (ask === null) return fault(400, "bad-value", f.query.get("form") ?? "");
    const sound = ask.badFrom === null && ask.badTo === null && !ask.reversed;
    return {
      title: f.t.reports.title,
      nav: "reports",
      place: [{ label: f.t.reports.title }],
      body: <ReportsPage f={f} ask={ask} view={sound ? await viewReport(store, ask) : null} />,
      styles: ["page-reports.css"],
    };
  },
};

/** The same list as a file: `&format=xlsx|csv|html|json`. */
export const exported: Route = {
  path: "/reports/list",
  permission: "document:read",
  async answer({ store, frame: f }) {
    const ask = reportAsk(f);
    if (ask === null) return fault(400, "bad-value", f.query.get("form") ?? "");
    const badDay = ask.badFrom ?? ask.badTo;
    if (badDay !== null) return fault(400, "bad-day", badDay);
    if (ask.reversed) return fault(400, "bad-value", `${f.date(ask.from)} – ${f.date(ask.to)}`);
    const format = REPORT_FORMATS.find((each) => each === f.query.get("format"));
    if (!format) return fault(400, "bad-value", f.query.get("format") ?? "");
    const bytes = await exportReport(store, ask, format);
    return new Response(bytes.slice(), {
      headers: {
        "Content-Type": MEDIA[format],
        "Content-Disposition": `attachment; filename="danh-muc-mau-${ask.form}-${ask.from}-${ask.to}.${format}"`,
        "Cache-Control": "no-store",
      },
    });
  },
};

const MEDIA = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
} satisfies Record<ReportFormat, string>;
