import { z } from "zod";
import { MENDABLE_FIELDS, type MendableField } from "../../../src/domain/metadata-override.ts";
import { mendMetadata } from "../../../src/use-cases/mend-metadata.ts";
import { viewMetadata } from "../../../src/use-cases/view-metadata.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { list, moment, named, workId } from "../shapes/named.ts";
import { work, workOf } from "../shapes/work.ts";
import { byId } from "./documents.ts";
import { aboutWork } from "../../about.ts";

const field = named(
  "MetadataField",
  z.strictObject({
    field: z.enum(MENDABLE_FIELDS),
    value: z.string().nullable(),
    read: z.string().nullable().describe("Máy đọc được. / As the machine read it."),
    confidence: z.number().nullable(),
    evidence: z
      .strictObject({
        text: z.string(),
        marks: list(z.strictObject({ start: z.number().int(), end: z.number().int() })),
      })
      .nullable(),
    why: list(z.string()),
    byHand: z.strictObject({ value: z.string(), by: z.string(), at: moment }).nullable(),
  }),
);

export const getMetadata = operation({
  id: "getMetadata",
  method: "GET",
  path: "/documents/{id}/metadata",
  permission: "document:read",
  tag: "documents",
  summary: {
    vi: "Thuộc tính: giá trị đang dùng, máy đọc được gì, từ lời văn nào, ai đã sửa; các tệp của văn bản",
    en: "Metadata: the values in use, what the machine read from which words, who mended them; the files",
  },
  params: byId,
  answers: z.strictObject({
    work,
    fields: list(field),
    files: list(z.strictObject({ file: z.string(), format: z.string(), sha256: z.string(), reading: z.boolean() })),
  }),
  example: { id: "w17" },
  async run({ store, path }) {
    const view = await viewMetadata(store, path.id);
    if (view === null) return apiFault(404, "no-text", path.id);
    return {
      body: {
        work: workOf(view.work),
        fields: view.fields.map((f) => ({
          field: f.field,
          value: f.value,
          read: f.read,
          confidence: f.confidence,
          evidence: f.evidence === null ? null : { text: f.evidence.text, marks: f.evidence.marks },
          why: f.why,
          byHand: f.override === null ? null : { value: f.override.value, by: f.override.by, at: f.override.at },
        })),
        files: view.files.map((f) => ({ file: f.file, format: f.format, sha256: f.sha256, reading: f.reading })),
      },
    };
  },
});

export const saveMetadata = operation({
  id: "mendMetadata",
  method: "PUT",
  path: "/documents/{id}/metadata",
  permission: "document:mend",
  about: ({ store, path }) => aboutWork(store, path.id),
  tag: "documents",
  summary: {
    vi: "Sửa thuộc tính: trường để trống trở về máy đọc, trường không gửi giữ nguyên; mã văn bản có thể đổi",
    en: "Mend metadata: an empty field goes back to the machine's reading, one left out stays; the id may change",
  },
  params: byId,
  body: z.strictObject({
    ...(Object.fromEntries(MENDABLE_FIELDS.map((f) => [f, z.string().max(2000).optional()])) as Record<
      MendableField,
      z.ZodOptional<z.ZodString>
    >),
    merge: z.boolean().default(false).describe("Đã có văn bản như vậy: nhập thành bản mới của nó. / Merge into it."),
  }),
  answers: z.strictObject({ id: workId, changed: z.boolean() }),
  sample: { effectiveOn: "20/10/2025" },
  async run({ store, path, body, desk, by, now }) {
    const { merge, ...values } = body;
    const done = await mendMetadata({ store, work: path.id, values, by, now, merge });
    if (done.ok) {
      if (done.changed) desk?.reviewAgain();
      return { body: { id: done.work, changed: done.changed }, location: `/documents/${done.work}` };
    }
    if (done.reason === "no-document") return apiFault(404, "no-text", path.id);
    if (done.reason === "taken") return apiFault(409, "document-taken", done.by.symbol ?? done.by.id);
    const fields = Object.entries(done.faults).map(([at, what]) => ({ at: `body.${at}`, what }));
    return apiFault(400, "bad-fields", fields.map((f) => f.at).join(", "), { fields });
  },
});
