import { parseDate } from "../../../src/domain/legal-date.ts";
import { type CorrectionFault, correctReport, freezeReport } from "../../../src/use-cases/freeze-report.ts";
import { countList } from "../../../src/use-cases/living-list.ts";
import { type PublishFault, publishReport } from "../../../src/use-cases/publish-report.ts";
import {
  differenceOf,
  FROZEN_FORMATS,
  type FrozenFormat,
  fileStem,
  frozenArchive,
  frozenFile,
  provePublication,
  viewPublication,
  viewPublications,
} from "../../../src/use-cases/view-publications.ts";
import { download } from "../../download.ts";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { FreezePage } from "./freeze.tsx";
import { PublishedPage } from "./list.tsx";
import { freezeAsk, livingAt } from "./living.ts";
import { PublicationPage } from "./page.tsx";

const PATH = "/reports/published";

/** What was frozen, signed, corrected. */
export const route: Route = {
  path: PATH,
  permission: "report:read",
  async answer({ store, frame: f }) {
    return {
      title: f.t.published.title,
      nav: "reports",
      place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.published.title }],
      styles: ["page-reports.css"],
      body: <PublishedPage f={f} rows={await viewPublications(store)} />,
    };
  },
};

/** Looked at once more before it is frozen: `?form=01&with=02&from=&to=`. */
export const freezing: Route = {
  path: "/reports/freeze",
  permission: "report:write",
  async answer(ask) {
    const { store, frame: f } = ask;
    const asked = await freezeAsk(store, f, f.query);
    if (asked === null) return fault(400, "bad-value", f.query.toString());
    const living = await countList(store, asked.ask, asked.forms, asked.path);
    return {
      title: f.t.published.freeze,
      nav: "reports",
      place: [{ label: f.t.reports.title, href: f.href("/reports") }, { label: f.t.published.freeze }],
      styles: ["page-reports.css"],
      body: <FreezePage f={f} living={living} forms={asked.forms} form={asked.ask.form} token={ask.token()} />,
    };
  },
};

export const freeze: Route = {
  method: "POST",
  path: "/reports/freeze",
  permission: "report:write",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const living = await livingAt(store, f, form.get("path") ?? "");
    if (living === null) return fault(400, "bad-value", form.get("path") ?? "");
    const title = form.get("title")?.normalize("NFC").trim() || living.title;
    const { id } = await freezeReport(store, { ...living, title }, by, now);
    return goTo(ask, f.href(`${PATH}/${id}`, { done: "frozen" }));
  },
};

export const one: Route = {
  path: `${PATH}/:id`,
  permission: "report:read",
  answer: (ask) => show(ask, {}),
};

/** It was signed and published: by which document. */
export const publish: Route = {
  method: "POST",
  path: `${PATH}/:id/publish`,
  permission: "report:publish",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const issuedOn = parseDate(form.get("day")?.trim() ?? "");
    if (issuedOn === null) return show(ask, { publishFault: "bad-day" });
    const deciding = { symbol: form.get("symbol") ?? "", issuer: form.get("issuer") ?? "", issuedOn };
    const done = await publishReport({ store, id: ask.param("id"), deciding, by, now });
    if (done.ok) return goTo(ask, f.href(`${PATH}/${ask.param("id")}`, { done: "published" }));
    if (done.why === "no-publication") return fault(404, "not-found", f.path);
    return show(ask, { publishFault: done.why });
  },
};

/** Đính chính: a new version by what is computed now. */
export const correct: Route = {
  method: "POST",
  path: `${PATH}/:id/correct`,
  permission: "report:publish",
  async answer(ask) {
    const { store, frame: f, form, by, now } = ask;
    const view = await viewPublication(store, ask.param("id"));
    if (view === null) return fault(404, "not-found", f.path);
    const living = await livingAt(store, f, view.frozen.path);
    if (living === null) return show(ask, { correctFault: "no-living" });
    const titled = { ...living, title: view.frozen.title };
    const reason = form.get("reason") ?? "";
    const done = await correctReport({ store, id: view.publication.id, living: titled, reason, by, now });
    if (done.ok) return goTo(ask, f.href(`${PATH}/${done.publication.id}`, { done: "corrected" }));
    return show(ask, { correctFault: done.why });
  },
};

/** One of its tables as a file, or all in one archive: `?model=0&format=xlsx`, `?format=zip`. */
export const file: Route = {
  path: `${PATH}/:id/file`,
  permission: "report:read",
  async answer({ store, frame: f, param }) {
    const view = await viewPublication(store, param("id"));
    if (view === null) return fault(404, "not-found", f.path);
    const { frozen, publication } = view;
    const asked = f.query.get("format") ?? "";
    const stem = `danh-muc-${frozen.on}-ban-${publication.version}`;
    if (asked === "zip") return download(`${stem}.zip`, "application/zip", frozenArchive(frozen, publication.body));
    const format = FROZEN_FORMATS.find((each) => each === asked);
    const model = frozen.models[Number(f.query.get("model") ?? "0")];
    if (!format || !model) return fault(400, "bad-value", f.query.toString());
    const bytes = await frozenFile(frozen, model, format);
    return new Response(bytes.slice(), {
      headers: {
        "Content-Type": MEDIA[format],
        "Content-Disposition": `attachment; filename="${fileStem(frozen, model)}-ban-${publication.version}.${format}"`,
        "Cache-Control": "no-store",
      },
    });
  },
};

const MEDIA = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
} satisfies Record<FrozenFormat, string>;

export type PublishWhy = PublishFault | "bad-day";
export type CorrectWhy = CorrectionFault | "no-living";

async function show(
  ask: Ask,
  faults: { readonly publishFault?: PublishWhy; readonly correctFault?: CorrectWhy },
): Promise<Answer> {
  const { store, frame: f, form } = ask;
  const view = await viewPublication(store, ask.param("id"));
  if (view === null) return fault(404, "not-found", f.path);
  const compare = f.query.get("compare") === "now" || faults.correctFault !== undefined;
  const living = compare ? await livingAt(store, f, view.frozen.path) : null;
  const first = faults.publishFault === "not-draft" || faults.correctFault === "version-open";
  return {
    title: view.frozen.title,
    nav: "reports",
    place: [
      { label: f.t.reports.title, href: f.href("/reports") },
      { label: f.t.published.title, href: f.href(PATH) },
      { label: f.t.published.version(view.publication.version) },
    ],
    styles: ["page-reports.css"],
    status: first ? 409 : faults.publishFault || faults.correctFault ? 400 : undefined,
    body: (
      <PublicationPage
        f={f}
        view={view}
        proof={f.query.get("verify") === "yes" ? await provePublication(store, view) : null}
        difference={living && differenceOf(view.frozen.models, living.models)}
        mayPublish={ask.may("report:publish")}
        token={ask.token()}
        typed={form}
        {...faults}
      />
    ),
  };
}
