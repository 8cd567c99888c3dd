import { VERDICTS } from "../../../src/domain/decision.ts";
import {
  exportLog,
  LIST_FORMATS,
  type ListFormat,
  type LogAsked,
  PERIODS,
  viewReviewedDocuments,
  viewReviews,
} from "../../../src/use-cases/view-reviews.ts";
import { download } from "../../download.ts";
import { vi } from "../../i18n/vi.ts";
import type { Frame } from "../../frame.ts";
import { fault, type Fault, type Route } from "../../route.ts";
import { ReviewedDocumentsPage, ReviewsPage } from "./page.tsx";

const STYLES = ["page-attention.css"];

/** Where the work of review stands: people, documents, the log of decisions, what waits, what is exempted. */
export const route: Route = {
  path: "/reviews",
  permission: "finding:read",
  async answer({ store, frame: f, now, token }) {
    const asked = askedOf(f);
    if ("fault" in asked) return asked;
    const view = await viewReviews(store, { ...asked, after: f.query.get("after") ?? undefined }, f.today, now);
    const title = f.t.reviews.title;
    return {
      title,
      nav: "reviews",
      place: [{ label: title }],
      styles: STYLES,
      body: <ReviewsPage f={f} view={view} token={token()} />,
    };
  },
};

export const documents: Route = {
  path: "/reviews/documents",
  permission: "finding:read",
  async answer({ store, frame: f }) {
    const t = f.t.reviews;
    const view = await viewReviewedDocuments(store, f.today, f.query.get("after") ?? undefined);
    return {
      title: t.documents,
      nav: "reviews",
      place: [{ label: t.title, href: f.href("/reviews") }, { label: t.documents }],
      styles: STYLES,
      body: <ReviewedDocumentsPage f={f} view={view} />,
    };
  },
};

/** The log as a file: `?format=xlsx|csv` and the filters of the page. */
export const exported: Route = {
  path: "/reviews/log",
  permission: "finding:read",
  async answer({ store, frame: f, now }) {
    const asked = askedOf(f);
    if ("fault" in asked) return asked;
    const format = LIST_FORMATS.find((one) => one === f.query.get("format"));
    if (format === undefined) return fault(400, "bad-value", f.query.get("format") ?? "");
    const bytes = await exportLog(store, asked, now, format, vi.decision.states);
    return download(`nhat-ky-ket-luan-${f.today}.${format}`, MEDIA[format], bytes);
  },
};

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} satisfies Record<ListFormat, string>;

function askedOf(f: Frame): LogAsked | { readonly fault: Fault } {
  const given = (name: string): string | null => f.query.get(name) || null;
  const verdict = VERDICTS.find((one) => one === given("verdict")) ?? null;
  if (verdict === null && given("verdict") !== null) return fault(400, "bad-value", given("verdict") ?? "");
  const period = PERIODS.find((days) => String(days) === given("period")) ?? null;
  if (period === null && given("period") !== null) return fault(400, "bad-value", given("period") ?? "");
  return { by: given("by"), verdict, rule: given("rule"), period };
}
