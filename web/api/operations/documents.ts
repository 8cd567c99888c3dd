import { z } from "zod";
import { viewCitationCard } from "../../../src/use-cases/view-citation-card.ts";
import { type DocumentHead, viewDocumentHead } from "../../../src/use-cases/view-document.ts";
import {
  DOCUMENT_SORTS,
  type DocumentQuery,
  type DocumentRow,
  FACETS,
  viewDocuments,
} from "../../../src/use-cases/view-documents.ts";
import { NORM_KINDS, viewNorms } from "../../../src/use-cases/view-norms.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { closeCursor, openCursor, paged, pageOfRows } from "../paging.ts";
import { effect, effectOf } from "../shapes/effect.ts";
import { day, eId, list, named, pageOf, workId } from "../shapes/named.ts";
import { normOf, normUnit } from "../shapes/norm.ts";
import {
  documentType,
  periodOf,
  statusName,
  statusPeriod,
  unitStatus,
  unitStatusOf,
  work,
  workOf,
  yesNoUnsure,
} from "../shapes/work.ts";

export const byId = z.object({ id: workId });

const several = (of: z.ZodType<string>, means: string) => list(of).optional().describe(means);
const word = z.string().min(1).max(200);

const row = named(
  "DocumentRow",
  z.strictObject({
    work,
    status: statusName,
    since: day.nullable(),
    reason: z.string(),
    findings: z.number().int(),
    quality: z.string().describe("docx, doc, html, text, pdf, ocr"),
    level: z.string().nullable(),
    body: z.string().nullable().describe("Cơ quan giữa hai lần sắp xếp. / The body between two reorganisations."),
    bodyName: z.string().nullable(),
    fields: list(z.string()).describe("Chủ đề pháp điển, 1 … 45, chính đứng trước. / Subjects of the codification."),
    fieldName: z.string().nullable(),
    territory: list(z.string()),
  }),
);

const rowOf = (r: DocumentRow): z.input<typeof row> => ({
  work: workOf(r.work),
  status: r.status,
  since: r.since,
  reason: r.reason,
  findings: r.findings,
  quality: r.quality,
  level: r.facet?.level ?? null,
  body: r.facet?.body ?? null,
  bodyName: r.facet?.bodyName ?? null,
  fields: r.facet?.fields ?? [],
  fieldName: r.fieldName,
  territory: r.facet?.territoryNames ?? [],
});

const facetValue = z.strictObject({ value: z.string(), name: z.string().nullable(), n: z.number().int() });

export const listDocuments = operation({
  id: "listDocuments",
  method: "GET",
  path: "/documents",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Danh sách văn bản, lọc và phân trang, với tình trạng hiệu lực tại một ngày",
    en: "List documents, filtered and paged, with their status on a day",
  },
  note: {
    vi: "Tham số lọc gửi được nhiều lần: một trong các giá trị của cùng tham số, và đủ mọi tham số. facets=yes trả thêm số văn bản theo từng giá trị lọc.",
    en: "Filters may come several times: any value of one filter, and all filters. facets=yes adds how many documents each value gives.",
  },
  query: z.strictObject({
    q: word.optional().describe("Từ ngữ của số hoặc tên, có hay không có dấu. / Words of number or title."),
    status: several(statusName, "Tình trạng tại ngày. / Status on the day."),
    type: several(documentType, "Loại văn bản. / Kind of document."),
    level: several(z.enum(["central", "province", "district", "commune", "unknown"]), "Cấp. / Level."),
    body: several(word, "Cơ quan, theo mã của facets. / Body, by its key in facets."),
    field: several(word, "Chủ đề pháp điển. / Subject."),
    territory: several(word, "Địa bàn, theo mã của facets. / Territory, by its key in facets."),
    year: several(z.string().regex(/^(?:\d{4}|unfiled)$/u), "Năm ban hành. / Year of issue."),
    quality: several(z.enum(["docx", "doc", "html", "text", "pdf", "ocr"]), "Chất lượng lời văn. / Text quality."),
    normative: several(yesNoUnsure, "Có quy phạm pháp luật. / Lays down norms."),
    findings: several(z.enum(["yes", "no"]), "Có phát hiện đang mở. / Has open findings."),
    issuer: word.optional().describe("Tên cơ quan, mọi thời kỳ. / A body by its name, whatever its life."),
    from: z.coerce.number().int().min(1900).max(2200).optional().describe("Từ năm. / First year."),
    to: z.coerce.number().int().min(1900).max(2200).optional().describe("Đến năm. / Last year."),
    sort: z.enum(DOCUMENT_SORTS).default("issued"),
    facets: z.enum(["yes", "no"]).default("no"),
    ...paged,
  }),
  answers: z.strictObject({
    ...pageOf(row).shape,
    facets: z.record(z.string(), list(facetValue)).nullable(),
  }),
  example: { status: "in-force", limit: "5" },
  async run({ store, on, query }) {
    const cursor = openCursor("documents", query);
    if ("fault" in cursor) return cursor;
    const { q, issuer, from, to, sort, limit } = query;
    const chosen = Object.fromEntries(FACETS.flatMap((name) => (query[name]?.length ? [[name, query[name]]] : [])));
    const asked: DocumentQuery = { on, chosen, issuer, text: q, from, to, sort };
    const view = await viewDocuments(store, asked, { after: cursor.key, limit });
    return {
      body: {
        rows: view.rows.map(rowOf),
        total: view.total,
        next: closeCursor("documents", query, view.next),
        facets: query.facets === "yes" ? view.facets : null,
      },
    };
  },
});

const head = named(
  "Document",
  z.strictObject({
    work,
    titleOnDay: z.string().nullable().describe("Tên tại ngày, khi đã được sửa. / Its title on the day, where changed."),
    status: statusPeriod.nullable().describe("Tại ngày được hỏi, với căn cứ. / On the day asked for, with its proof."),
    periods: list(statusPeriod),
    file: z.strictObject({ name: z.string(), format: z.string(), quality: z.string(), sha256: z.string() }).nullable(),
    findings: z.number().int(),
    relations: z.number().int(),
    effectsOn: z.number().int(),
    effectsBy: z.number().int(),
    fields: z.strictObject({
      topics: list(z.string()).describe("Chủ đề pháp điển, chính đứng trước. / Subjects, the main one first."),
      byHand: z.boolean(),
      read: list(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          topic: z.string(),
          topicName: z.string(),
          confidence: z.number(),
          why: z.string(),
        }),
      ),
    }),
    territory: list(z.string()),
    successor: z.string().nullable().describe("Cơ quan nay giữ thẩm quyền. / Who holds the issuer's powers now."),
  }),
);

/** The document's head, or the fault that it is not there; an id from before a mending names the new one. */
export async function headOr404(ask: {
  store: Parameters<typeof viewDocumentHead>[0];
  on: string;
  path: { id: string };
}): Promise<DocumentHead | { fault: ReturnType<typeof apiFault>["fault"] }> {
  const found = await viewDocumentHead(ask.store, ask.path.id, ask.on);
  if (found !== null) return found;
  const moved = await ask.store.overrides.mendedFrom(ask.path.id);
  return moved === null ? apiFault(404, "no-document", ask.path.id) : apiFault(404, "document-moved", moved);
}

export const getDocument = operation({
  id: "getDocument",
  method: "GET",
  path: "/documents/{id}",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Một văn bản: thuộc tính, tình trạng hiệu lực tại ngày và căn cứ",
    en: "One document: its metadata, its status on a day and the proof of it",
  },
  params: byId,
  answers: head,
  example: { id: "w17" },
  async run(ask) {
    const view = await headOr404(ask);
    if ("fault" in view) return view;
    const name = (unit: string): string => view.names.of(view.work.id, unit);
    const { fields } = view.about;
    return {
      body: {
        work: workOf(view.work),
        titleOnDay: view.title?.text ?? null,
        status: view.period === null ? null : periodOf(view.period, name),
        periods: view.periods.map((p) => periodOf(p, name)),
        file:
          view.file === null
            ? null
            : {
                name: view.file.file,
                format: view.file.format,
                quality: view.file.quality,
                sha256: view.file.sha256,
              },
        findings: view.findingsTotal,
        relations: view.relations,
        effectsOn: view.effectsOn.length,
        effectsBy: view.effectsBy.length,
        fields: { topics: fields.topics, byHand: fields.byHand !== null, read: fields.read },
        territory: view.about.territory.map((t) => t.name),
        successor: view.about.successor,
      },
    };
  },
});

export const listDocumentEffects = operation({
  id: "listDocumentEffects",
  method: "GET",
  path: "/documents/{id}/effects",
  permission: "document:read",
  tag: "documents",
  summary: {
    vi: "Tác động lên văn bản (on) hoặc của văn bản (by): ai làm gì, với điều khoản nào, từ ngày nào, căn cứ ở đâu",
    en: "Effects on a document (on) or by it (by): who does what to which unit, from when, on what words",
  },
  params: byId,
  query: z.strictObject({ direction: z.enum(["on", "by"]).default("on"), ...paged }),
  answers: pageOf(effect),
  example: { id: "w17", direction: "on" },
  async run(ask) {
    const { query, today } = ask;
    const view = await headOr404({ ...ask, on: today });
    if ("fault" in view) return view;
    const effects = query.direction === "on" ? [...view.effectsOn, ...view.begins] : view.effectsBy;
    const by = { works: new Map([...view.works, [view.work.id, view.work]]), names: view.names };
    const page = pageOfRows(`effects:${ask.path.id}`, query, effects, (e) => `${e.from ?? "9999"} ${e.id}`);
    return "fault" in page ? page : { body: { ...page, rows: page.rows.map((e) => effectOf(e, by)) } };
  },
});

const provision = named(
  "Provision",
  z.strictObject({
    work,
    eId,
    name: z.string(),
    status: statusName.nullable(),
    state: unitStatus.nullable(),
    words: z.string().nullable().describe("Những chữ đầu của điều khoản tại ngày được hỏi. / First words on the day."),
    cut: z.boolean(),
    unsure: z.boolean().describe("Có thay đổi chưa đưa được vào lời văn. / Some change is not in the words."),
  }),
);

export const getProvision = operation({
  id: "getProvision",
  method: "GET",
  path: "/documents/{id}/provisions/{eId}",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Một điều khoản tại một ngày: tên, tình trạng, những chữ đầu",
    en: "One provision on a day: its name, state and first words",
  },
  params: z.object({ id: workId, eId }),
  answers: provision,
  example: { id: "w17", eId: "art_2" },
  async run({ store, path, on }) {
    const card = await viewCitationCard(store, path.id, path.eId, on);
    if (card === null) return apiFault(404, "no-document", path.id);
    if (card.missing) return apiFault(404, "no-provision", path.eId);
    return {
      body: {
        work: workOf(card.work),
        eId: path.eId,
        name: card.unit ?? path.eId,
        status: card.period?.status ?? null,
        state: card.unitState === null ? null : unitStatusOf(card.unitState, () => card.unit ?? path.eId),
        words: card.words,
        cut: card.cut,
        unsure: card.unsure,
      },
    };
  },
});

export const listNorms = operation({
  id: "listNorms",
  method: "GET",
  path: "/documents/{id}/norms",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Nội dung quy phạm: ai phải làm gì, trong thời hạn nào, theo điều khoản nào",
    en: "Norms: who must do what, within which time, under which provision",
  },
  params: byId,
  query: z.strictObject({
    kind: z.enum(NORM_KINDS).optional(),
    unit: eId.optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  answers: z.strictObject({
    units: list(normUnit),
    counts: z.record(z.string(), z.number().int()),
    total: z.number().int(),
    found: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    bounded: z.boolean().describe("Văn bản có nhiều hơn số đã đọc. / The document holds more than are read."),
  }),
  example: { id: "w17", kind: "obligation" },
  async run(ask) {
    const view = await headOr404(ask);
    if ("fault" in view) return view;
    const { kind, unit, page } = ask.query;
    const norms = await viewNorms(ask.store, view, ask.on, { kind: kind ?? null, unit: unit ?? null, page });
    if (norms === null) return apiFault(404, "no-text", ask.path.id);
    return {
      body: {
        units: norms.units.map((u) => ({
          eId: u.eId,
          name: u.name,
          changed: u.changed,
          norms: u.norms.map(({ norm }) => normOf(norm)),
        })),
        counts: norms.counts as Record<string, number>,
        total: norms.total,
        found: norms.found,
        page: norms.page,
        pages: norms.pages,
        bounded: norms.bounded,
      },
    };
  },
});
