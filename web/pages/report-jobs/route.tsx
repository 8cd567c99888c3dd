import { packageTask, pdfTask, periodicPdfTask } from "../../../src/use-cases/export-report.ts";
import { readAgency } from "../../../src/use-cases/agency.ts";
import { reportChoices } from "../../../src/use-cases/report-choices.ts";
import { madeFile, type ReportDesk, type ReportJob } from "../../../src/use-cases/report-desk.ts";
import { spanName } from "../../../src/use-cases/view-periodic.ts";
import { download } from "../../download.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { periodicAsk } from "../periodic/query.ts";
import { reportAsk } from "../reports/query.ts";
import { ReportJobPage } from "./page.tsx";

const PATH = "/reports/jobs";

/** Begins the making of a long file: `kind` = pdf or package of a list, periodic = PDF of a report; `query` = which one. */
export const start: Route = {
  method: "POST",
  path: PATH,
  permission: "report:read",
  async answer(ask) {
    const { store, frame: f, form, reports, person } = ask;
    if (reports === null) return fault(503, "not-found", PATH);
    const kind = form.get("kind") ?? "";
    const query = new URLSearchParams(form.get("query") ?? "");
    if (kind === "periodic") return startPeriodic(ask, reports, query);
    const list = reportAsk({ ...f, query }, await reportChoices(store, f.on));
    if ("bad" in list) return fault(400, "bad-value", list.bad);
    const badDay = list.badFrom ?? list.badTo ?? list.badPublished;
    if (badDay !== null) return fault(400, "bad-day", badDay);
    const { agency } = await readAgency(store);
    const { chromium } = reports;
    const task =
      kind === "package"
        ? packageTask(store, list, agency)
        : kind === "pdf" && chromium !== null
          ? pdfTask(store, list, agency, chromium)
          : null;
    if (task === null) return fault(400, "bad-value", kind);
    const title = `${f.t.reportJob.of(list.form)}, ${f.date(list.from)} – ${f.date(list.to)}`;
    const id = reports.start({ title, owner: person.id }, task);
    return id === null ? fault(429, "too-many-jobs", "") : goTo(ask, f.href(`${PATH}/${id}`));
  },
};

/** `query`: kind and period of a report of the department. */
function startPeriodic(ask: Ask, reports: ReportDesk, query: URLSearchParams): Answer {
  const { store, frame: f, person } = ask;
  const span = periodicAsk(f, query);
  if (span === null || reports.chromium === null) return fault(400, "bad-value", query.toString());
  const about = span.kind === "campaign" || span.kind === "reform" ? [f.t.periodic.kinds[span.kind]] : [];
  const title = [f.t.periodic.title, ...about, spanName(span)].join(", ");
  const id = reports.start({ title, owner: person.id }, periodicPdfTask(store, span, reports.chromium));
  return id === null ? fault(429, "too-many-jobs", "") : goTo(ask, f.href(`${PATH}/${id}`));
}

export const route: Route = {
  path: `${PATH}/:id`,
  permission: "report:read",
  async answer(ask) {
    const { frame: f } = ask;
    const job = own(ask);
    if (job === null) return fault(404, "not-found", f.path);
    const open = job.state === "waiting" || job.state === "running";
    return {
      title: f.t.reportJob.title,
      nav: "reports",
      place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.reportJob.title }],
      styles: ["page-reports.css"],
      ...(open ? { refresh: 2 } : {}),
      body: <ReportJobPage f={f} job={job} token={ask.token()} />,
    };
  },
};

export const file: Route = {
  path: `${PATH}/:id/file`,
  permission: "report:read",
  async answer(ask) {
    const made = own(ask)?.file ?? null;
    return made === null ? fault(404, "not-found", ask.frame.path) : download(made.name, made.type, madeFile(made));
  },
};

export const cancel: Route = {
  method: "POST",
  path: `${PATH}/:id/cancel`,
  permission: "report:read",
  async answer(ask) {
    const job = own(ask);
    if (job === null) return fault(404, "not-found", ask.frame.path);
    ask.reports?.cancel(job.id);
    return goTo(ask, ask.frame.href(`${PATH}/${job.id}`));
  },
};

/** A file is for the person who asked for it. */
function own({ reports, person, param }: Ask): ReportJob | null {
  const job = reports?.find(param("id")) ?? null;
  return job !== null && job.owner === person.id ? job : null;
}
