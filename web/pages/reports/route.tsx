import { readAgency } from "../../../src/use-cases/agency.ts";
import { reportChoices } from "../../../src/use-cases/report-choices.ts";
import { exportReport, PRINT_STYLE_HASH } from "../../../src/use-cases/export-report.ts";
import { REPORT_FORMATS, type ReportFormat, viewReport } from "../../../src/use-cases/view-reports.ts";
import { download } from "../../download.ts";
import { type Ask, fault, type Route } from "../../route.ts";
import { ReportsPage } from "./page.tsx";
import { type ReportAsk, reportAsk } from "./query.ts";

/** `/reports?form=01&from=&to=&scope=&bodies=`: one official list, on the page and as a file. */
export const route: Route = {
  path: "/reports",
  permission: "document:read",
  async answer({ store, frame: f, reports, token }) {
    const choices = await reportChoices(store, f.on);
    const ask = reportAsk(f, choices);
    if ("bad" in ask) return fault(400, "bad-value", ask.bad);
    const { agency } = await readAgency(store);
    const view = isSound(ask) ? await viewReport(store, ask, agency) : null;
    return {
      title: f.t.reports.title,
      nav: "reports",
      place: [{ label: f.t.reports.title }],
      body: (
        <ReportsPage
          f={f}
          ask={ask}
          choices={choices}
          view={view}
          made={{ desk: reports !== null, pdf: (reports?.chromium ?? null) !== null }}
          token={token()}
        />
      ),
      styles: ["page-reports.css"],
    };
  },
};

const isSound = (ask: ReportAsk): boolean =>
  ask.badFrom === null && ask.badTo === null && ask.badPublished === null && !ask.reversed;

/** The list that an address asks for, or the fault to answer with. */
export async function soundAsk({ store, frame: f }: Pick<Ask, "store" | "frame">) {
  const ask = reportAsk(f, await reportChoices(store, f.on));
  if ("bad" in ask) return fault(400, "bad-value", ask.bad);
  const badDay = ask.badFrom ?? ask.badTo ?? ask.badPublished;
  if (badDay !== null) return fault(400, "bad-day", badDay);
  if (ask.reversed) return fault(400, "bad-value", `${f.date(ask.from)} – ${f.date(ask.to)}`);
  return { ask, agency: (await readAgency(store)).agency };
}

/** The same list as a file: `&format=docx|xlsx|csv|html|json`. */
export const exported: Route = {
  path: "/reports/list",
  permission: "document:read",
  async answer(asked) {
    const sound = await soundAsk(asked);
    if ("fault" in sound) return sound;
    const { ask, agency } = sound;
    const wanted = asked.frame.query.get("format");
    const format = REPORT_FORMATS.find((each) => each === wanted);
    if (!format) return fault(400, "bad-value", wanted ?? "");
    const bytes = await exportReport(asked.store, ask, format, agency);
    const file = download(`danh-muc-mau-${ask.form}-${ask.from}-${ask.to}.${format}`, MEDIA[format], bytes);
    return format === "html" ? asPage(file) : file;
  },
};

/** Opened, not saved: to be printed, and its links lead on. It brings one style sheet and nothing else. */
export function asPage(file: Response): Response {
  file.headers.set(
    "Content-Disposition",
    (file.headers.get("Content-Disposition") ?? "").replace("attachment", "inline"),
  );
  file.headers.set(
    "Content-Security-Policy",
    `default-src 'none'; style-src '${PRINT_STYLE_HASH}'; frame-ancestors 'none'`,
  );
  return file;
}

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MEDIA = {
  docx: WORD,
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
} satisfies Record<ReportFormat, string>;
