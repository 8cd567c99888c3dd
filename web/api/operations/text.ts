import { z } from "zod";
import { consolidatedText, type RefusedChange } from "../../../src/use-cases/consolidated-text.ts";
import { type ConsolidatedFormat, exportConsolidated } from "../../../src/use-cases/export-consolidated.ts";
import { textOnDay } from "../../../src/use-cases/text-on-day.ts";
import { apiFault } from "../fault.ts";
import { fileOperation, operation } from "../operation.ts";
import { day, eId, list, named, workId } from "../shapes/named.ts";
import { work, workOf, workOrNull } from "../shapes/work.ts";
import { byId } from "./documents.ts";
import { fileName } from "./impact.ts";

const unit = named(
  "TextUnit",
  z.strictObject({
    eId: eId.nullable(),
    parent: eId.nullable(),
    number: z.string().describe("“Điều 5.”, “2.”, “đ)”; trống khi không có số. / Empty where it has none."),
    heading: z.string().nullable(),
    words: z.string(),
  }),
);

export const getText = operation({
  id: "getText",
  method: "GET",
  path: "/documents/{id}/text",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Lời văn từng điều khoản, tại một ngày hoặc khi ban hành (wording=issued)",
    en: "The text unit by unit, on a day or as issued (wording=issued)",
  },
  params: byId,
  query: z.strictObject({ wording: z.enum(["day", "issued"]).default("day") }),
  answers: z.strictObject({
    work,
    on: day.nullable(),
    refused: z.number().int().describe("Số thay đổi chưa đưa được vào lời văn. / Changes that are not in the words."),
    days: list(day).describe("Những ngày lời văn thay đổi. / Days on which the words changed."),
    repealed: list(eId),
    units: list(unit),
  }),
  example: { id: "w17", wording: "day" },
  async run({ store, path, query, on }) {
    const found = await store.works.find(path.id);
    if (found === null) return apiFault(404, "no-document", path.id);
    const wanted = query.wording === "issued" ? null : on;
    const text = await textOnDay(store, found, wanted);
    if (text === null) return apiFault(404, "no-text", path.id);
    return {
      body: {
        work: workOf(found),
        on: wanted,
        refused: text.refused,
        days: text.days,
        repealed: [...text.repealed.keys()],
        units: text.units.map((u) => ({
          eId: u.eId,
          parent: u.parent,
          number: u.number,
          heading: u.heading,
          words: u.words,
        })),
      },
    };
  },
});

const note = named(
  "ChangeNote",
  z.strictObject({
    by: z.string().nullable(),
    work: workId,
    byEId: eId.nullable(),
    from: day.nullable(),
    says: z.string(),
    oldText: z.string().nullable(),
    quote: z.string(),
  }),
);

const refused = named(
  "RefusedChange",
  z.strictObject({
    by: z.string().nullable(),
    work: workId,
    byEId: eId.nullable(),
    from: day.nullable(),
    target: eId.nullable(),
    targetName: z.string(),
    action: z.string(),
    why: z.string(),
    todo: z.string(),
    quote: z.string(),
  }),
);

const refusedOf = (r: RefusedChange): z.input<typeof refused> => ({
  by: r.by,
  work: r.work,
  byEId: r.byEId,
  from: r.from,
  target: r.target,
  targetName: r.targetName,
  action: r.action,
  why: r.why,
  todo: r.todo,
  quote: r.quote,
});

type Note = Parameters<typeof noteOf>[0];
const noteOf = (n: {
  by: string | null;
  work: string;
  byEId: string | null;
  from: string | null;
  says: string;
  oldText: string | null;
  quote: string;
}): z.input<typeof note> => ({
  by: n.by,
  work: n.work,
  byEId: n.byEId,
  from: n.from,
  says: n.says,
  oldText: n.oldText,
  quote: n.quote,
});

const consolidatedUnit = z.strictObject({
  eId,
  kind: z.string(),
  num: z.string().nullable(),
  heading: z.string().nullable(),
  text: z.string(),
  state: z.enum(["original", "amended", "inserted", "repealed"]),
  notes: list(note),
});

export const getConsolidated = operation({
  id: "getConsolidated",
  method: "GET",
  path: "/documents/{id}/consolidated",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Lời văn hợp nhất tại một ngày, mỗi thay đổi có điều khoản đã làm ra nó; thay đổi chưa đưa được vào nêu riêng",
    en: "The consolidated text on a day, each change with the clause that made it; refused changes apart",
  },
  params: byId,
  answers: z.strictObject({
    work,
    on: day,
    complete: z.boolean(),
    title: z.string(),
    titleNotes: list(note),
    amenders: list(z.strictObject({ work: work.nullable(), symbol: z.string().nullable(), from: day })),
    preamble: list(z.string()),
    preambleNotes: list(note),
    units: list(consolidatedUnit),
    refused: list(refused),
    idle: list(refused).describe("Điều khoản sửa đổi đã hết hiệu lực trước ngày của nó. / Its clause never acted."),
  }),
  example: { id: "w17" },
  async run({ store, path, on }) {
    const text = await consolidatedText(store, path.id, on);
    if (text === null) return apiFault(404, "no-text", path.id);
    const notes = (all: readonly Note[]): z.input<typeof note>[] => all.map(noteOf);
    return {
      body: {
        work: workOf(text.work),
        on: text.on,
        complete: text.complete,
        title: text.title.text,
        titleNotes: notes(text.title.notes),
        amenders: text.amenders.map((a) => ({ work: workOrNull(a.work), symbol: a.symbol, from: a.from })),
        preamble: text.preamble,
        preambleNotes: notes(text.preambleNotes),
        units: text.units.map((u) => ({
          eId: u.eId,
          kind: u.kind,
          num: u.num,
          heading: u.heading,
          text: u.text,
          state: u.state,
          notes: notes(u.notes),
        })),
        refused: text.refused.map(refusedOf),
        idle: text.idle.map(refusedOf),
      },
    };
  },
});

const MEDIA = {
  md: "text/markdown; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} satisfies Record<ConsolidatedFormat, string>;

export const exportConsolidatedText = fileOperation({
  id: "exportConsolidated",
  method: "GET",
  path: "/documents/{id}/consolidated/file",
  permission: "document:read",
  tag: "exports",
  day: true,
  summary: { vi: "Lời văn hợp nhất thành tệp Word hoặc Markdown", en: "The consolidated text as Word or Markdown" },
  params: byId,
  query: z.strictObject({ format: z.enum(["docx", "md"]).default("docx") }),
  files: Object.values(MEDIA),
  example: { id: "w17", format: "md" },
  async run({ store, path, query, on }) {
    const text = await consolidatedText(store, path.id, on);
    if (text === null) return apiFault(404, "no-text", path.id);
    const bytes = await exportConsolidated(text, query.format);
    const name = `${fileName("hop-nhat", text.work)}-${text.on}.${query.format}`;
    return { file: { bytes, type: MEDIA[query.format], name } };
  },
});

export const getOriginal = fileOperation({
  id: "getOriginal",
  method: "GET",
  path: "/originals/{sha256}",
  permission: "original:read",
  tag: "exports",
  summary: { vi: "Tệp gốc theo mã băm SHA-256", en: "The original file by its SHA-256" },
  params: z.object({ sha256: z.string().regex(/^[0-9a-fA-F]{64}$/u) }),
  files: ["application/octet-stream"],
  async run({ store, path }) {
    const sha256 = path.sha256.toLowerCase();
    const bytes = await store.documents.original(sha256);
    if (bytes === null) return apiFault(404, "no-original", sha256);
    return { file: { bytes, type: "application/octet-stream", name: sha256 } };
  },
});
