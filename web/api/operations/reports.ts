import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { readAgency } from "../../../src/use-cases/agency.ts";
import { ANY_DOCUMENT, LISTED_LEVELS } from "../../../src/use-cases/report-scope.ts";
import { FORM_KEYS, type ReportRow, viewReport } from "../../../src/use-cases/view-reports.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { day, list, named } from "../shapes/named.ts";
import { statusName, work, workOf } from "../shapes/work.ts";

const reportRow = named(
  "ReportRow",
  z.strictObject({
    cells: list(z.string()).describe("Các ô như mẫu in, số thứ tự trước. / As the form prints them."),
    work: work.nullable().describe("null: văn bản mới được kiến nghị. / null: a new document is recommended."),
    status: statusName.nullable(),
    since: day.nullable(),
    reason: z.string(),
  }),
);

export const getReport = operation({
  id: "getReport",
  method: "GET",
  path: "/reports/{form}",
  permission: "document:read",
  tag: "reports",
  day: true,
  summary: {
    vi: "Một danh mục phải công bố theo mẫu 01 đến 05: phần, cột, nhóm, từng dòng (200 dòng đầu) và căn cứ",
    en: "One official list by form 01 to 05: parts, columns, groups, rows (the first 200) and what proves them",
  },
  note: {
    vi: "Không gửi from, to thì kỳ là năm của ngày `on`. Danh mục dài hơn 3.000 dòng chỉ được đếm (counted). Cả danh mục thành tệp: trang Báo cáo.",
    en: "Without from and to the period is the year of `on`. A list longer than 3,000 rows is only counted (counted). The whole list as a file: page Reports.",
  },
  params: z.object({ form: z.enum(FORM_KEYS) }),
  query: z.strictObject({
    from: z.string().max(40).optional(),
    to: z.string().max(40).optional(),
    scope: z.string().trim().max(200).optional().describe("Lời trong tên cơ quan ban hành. / Words of the issuer."),
    bodies: z
      .enum(["local", ...LISTED_LEVELS, "all"])
      .default("local")
      .describe(
        "local: mọi cấp trong tỉnh; province, district, commune: một cấp; all: cả cơ quan trung ương. / local: every level of the province; province, district, commune: one level; all: central bodies too.",
      ),
  }),
  answers: z.strictObject({
    form: z.enum(FORM_KEYS),
    from: day,
    to: day,
    title: z.string(),
    heading: z.string().nullable(),
    parts: list(
      z.strictObject({
        label: z.string(),
        columns: list(z.string()),
        groups: list(z.strictObject({ label: z.string(), n: z.number().int(), rows: list(reportRow) })),
        total: z.number().int(),
      }),
    ),
    total: z.number().int(),
    shown: z.number().int(),
    inferred: z.number().int().describe("Dòng suy từ luật, chưa có công bố. / Implied by law, not announced."),
    unknown: z.number().int().describe("Văn bản chưa rõ hiệu lực ngày cuối. / Status on the last day not known."),
    unclear: list(z.strictObject({ id: z.string().nullable(), name: z.string(), works: z.number().int() })).describe(
      "Danh mục chưa rõ ngày công bố, chưa dùng để bỏ văn bản khỏi phần B. / Lists of unknown day, which leave nothing out of part B.",
    ),
    counted: list(z.strictObject({ status: statusName, n: z.number().int() })).nullable(),
  }),
  example: { form: "01" },
  async run({ store, path, query, on }) {
    const year = on.slice(0, 4);
    const from = parseDate(query.from ?? `${year}-01-01`);
    const to = parseDate(query.to ?? `${year}-12-31`);
    if (from === null) return apiFault(400, "bad-day", query.from);
    if (to === null) return apiFault(400, "bad-day", query.to);
    if (from > to) return apiFault(400, "bad-value", `${from} – ${to}`);
    const { form } = path;
    const scope = {
      ...ANY_DOCUMENT,
      words: query.scope || null,
      local: query.bodies !== "all",
      level: LISTED_LEVELS.find((level) => level === query.bodies) ?? null,
    };
    const asked = { form, from, to, scope, regime: null, title: null, publishedUntil: null };
    const view = await viewReport(store, asked, (await readAgency(store)).agency);
    return {
      body: {
        form,
        from,
        to,
        title: view.title,
        heading: view.heading,
        parts: view.parts.map((part) => ({
          label: part.label,
          columns: part.columns.map((column) => column.label),
          groups: part.groups.map(({ label, n, rows }) => ({ label, n, rows: rows.map(rowOf) })),
          total: part.n,
        })),
        total: view.total,
        shown: view.shown,
        inferred: view.inferred,
        unknown: view.unknown.n,
        unclear: view.unclear,
        counted: view.counted === null ? null : view.counted.map(([status, n]) => ({ status, n })),
      },
    };
  },
});

const rowOf = ({ cells, work: of, period }: ReportRow) => ({
  cells: cells.map((cell) => cell.text),
  work: of === null ? null : workOf(of),
  status: period?.status ?? null,
  since: period?.since ?? null,
  reason: period?.reason ?? "",
});
