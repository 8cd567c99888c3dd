import { z } from "zod";
import { parseDate } from "../../../src/domain/legal-date.ts";
import { PUBLICATION_STATES, type PublicationLine } from "../../../src/domain/publication.ts";
import { publishReport } from "../../../src/use-cases/publish-report.ts";
import {
  type NamedRow,
  provePublication,
  viewPublication,
  viewPublications,
} from "../../../src/use-cases/view-publications.ts";
import { PERIODIC_KINDS, periodicReport, spanOf } from "../../../src/use-cases/view-periodic.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { day, list, moment, named, workId } from "../shapes/named.ts";
import { partOf, reportPart } from "../shapes/report-model.ts";

const publication = named(
  "Publication",
  z.strictObject({
    id: z.string(),
    family: z.string().describe("Mọi bản của một danh mục có chung. / Shared by all versions."),
    kind: z.string().describe("list, report-month … "),
    version: z.number().int(),
    state: z.enum(PUBLICATION_STATES),
    title: z.string(),
    rows: z.number().int(),
    from: day.nullable(),
    on: day,
    work: workId.nullable().describe("Văn bản công bố. / The publishing document."),
    sha256: z.string(),
    at: moment,
    by: z.string(),
  }),
);

const byId = z.object({ id: z.string().min(1).max(100) });

export const listPublications = operation({
  id: "listPublications",
  method: "GET",
  path: "/publications",
  permission: "report:read",
  tag: "reports",
  summary: {
    vi: "Danh mục, báo cáo đã chốt và đã công bố, mới nhất trước (100 bản)",
    en: "Frozen and published lists and reports, the newest first (100)",
  },
  answers: z.strictObject({ rows: list(publication) }),
  async run({ store }) {
    return { body: { rows: (await viewPublications(store)).map(({ publication: line }) => line) } };
  },
});

const namedRow = z.strictObject({ form: z.string(), part: z.string(), work: workId.nullable(), name: z.string() });
const nameOf = ({ form, part, work, name }: NamedRow): z.input<typeof namedRow> => ({ form, part, work, name });

export const getPublication = operation({
  id: "getPublication",
  method: "GET",
  path: "/publications/{id}",
  permission: "report:read",
  tag: "reports",
  summary: {
    vi: "Một bản đã chốt: các bảng, mã băm, đối chiếu với nhật ký, và điều bản đính chính thay đổi",
    en: "One frozen version: its tables, its hash, the check against the audit trail, what a correction changed",
  },
  params: byId,
  answers: z.strictObject({
    ...publication.shape,
    knownAt: moment.describe("Dữ liệu có lúc nào. / What was known by then."),
    proof: z.strictObject({
      whole: z.boolean(),
      computed: z.string(),
      entry: z.number().int().nullable().describe("Mục nhật ký ghi mã băm này. / The audit entry with this hash."),
      headStands: z.boolean(),
    }),
    parts: list(reportPart),
    correction: z
      .strictObject({
        version: z.number().int(),
        reason: z.string(),
        added: list(namedRow),
        removed: list(namedRow),
        changed: list(namedRow),
      })
      .nullable(),
    versions: list(publication),
  }),
  async run({ store, path }) {
    const view = await viewPublication(store, path.id);
    if (view === null) return apiFault(404, "not-found", path.id);
    const { whole, computed, entry, headStands } = await provePublication(store, view);
    const { body: _, ...head } = view.publication;
    const { correction, models, knownAt, title, rows } = view.frozen;
    const line: PublicationLine = { ...head, title, rows };
    return {
      body: {
        ...line,
        knownAt,
        proof: { whole, computed, entry: entry?.agrees ? entry.seq : null, headStands },
        parts: models.flatMap((model) => model.parts.map(partOf)),
        correction: correction && {
          version: correction.version,
          reason: correction.reason,
          added: correction.added.map(nameOf),
          removed: correction.removed.map(nameOf),
          changed: correction.changed.map(({ row }) => nameOf(row)),
        },
        versions: view.versions,
      },
    };
  },
});

export const publishPublication = operation({
  id: "publishPublication",
  method: "POST",
  path: "/publications/{id}/publish",
  permission: "report:publish",
  tag: "reports",
  summary: {
    vi: "Ghi rằng một bản đã chốt được công bố, bằng văn bản nào",
    en: "Note that a frozen version was published, and by which document",
  },
  params: byId,
  body: z.strictObject({
    symbol: z.string().trim().min(1).max(100),
    issuer: z.string().trim().min(1).max(200),
    issuedOn: z.string().max(40),
  }),
  sample: { symbol: "315/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Khê", issuedOn: "2026-01-22" },
  answers: z.strictObject({ work: workId }),
  async run({ store, path, body, by, now }) {
    const issuedOn = parseDate(body.issuedOn);
    if (issuedOn === null) return apiFault(400, "bad-day", body.issuedOn);
    const done = await publishReport({ store, id: path.id, deciding: { ...body, issuedOn }, by, now });
    if (done.ok) return { body: { work: done.work.id } };
    if (done.why === "no-publication") return apiFault(404, "not-found", path.id);
    return apiFault(done.why === "not-draft" ? 409 : 400, "publication-refused", done.why);
  },
});

export const getPeriodicReport = operation({
  id: "getPeriodicReport",
  method: "GET",
  path: "/periodic-reports/{kind}/{period}",
  permission: "report:read",
  tag: "reports",
  summary: {
    vi: "Một báo cáo của Sở: tháng (2026-11), quý (2026-Q4), 6 tháng (2026-H2), năm (2026), tỉnh, huyện cũ, cải cách hành chính",
    en: "One report of the department: month (2026-11), quarter (2026-Q4), half-year (2026-H2), year (2026), campaign, reform",
  },
  params: z.object({ kind: z.enum(PERIODIC_KINDS), period: z.string().min(4).max(7) }),
  answers: z.strictObject({ title: z.string(), from: day, to: day, due: day.nullable(), parts: list(reportPart) }),
  example: { kind: "quarter", period: "2026-Q2" },
  async run({ store, path }) {
    const span = spanOf(path.kind, path.period);
    if (span === null) return apiFault(400, "bad-value", path.period);
    const { title, model } = await periodicReport(store, span);
    return { body: { title, from: span.from, to: span.to, due: span.due, parts: model.parts.map(partOf) } };
  },
});
