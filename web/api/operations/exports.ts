import { PROVISION_KINDS } from "../../../src/domain/provision.ts";
import { z } from "zod";
import {
  akomaNtosoFile,
  type ExportedLine,
  type ExportedTable,
  exportDocument,
} from "../../../src/use-cases/export-document.ts";
import { exportRelations } from "../../../src/use-cases/export-relations.ts";
import { apiFault } from "../fault.ts";
import { fileOperation, operation } from "../operation.ts";
import { effect, effectOf } from "../shapes/effect.ts";
import { day, eId, list, named, span, workId } from "../shapes/named.ts";
import { statusName, work, workOf, worksIn } from "../shapes/work.ts";
import { unitNames } from "../../../src/use-cases/view-unit-names.ts";
import { byId } from "./documents.ts";
import { fileName } from "./impact.ts";

const wording = z
  .enum(["day", "issued"])
  .default("day")
  .describe("day: tại ngày được hỏi; issued: khi ban hành. / day: on the day; issued: as issued.");

const AKN = "application/akn+xml";

export const exportAkomaNtoso = fileOperation({
  id: "exportAkomaNtoso",
  method: "GET",
  path: "/documents/{id}/akn",
  permission: "document:read",
  tag: "exports",
  day: true,
  summary: {
    vi: "Văn bản theo Akoma Ntoso 3.0 (XML), tại một ngày hoặc khi ban hành",
    en: "The document in Akoma Ntoso 3.0 (XML), on a day or as issued",
  },
  note: {
    vi: "eId như ở mọi nơi khác; điều khoản đã bãi bỏ mang status=removed, đang ngưng mang temporarilyRemoved; dẫn chiếu đã rõ là ref.",
    en: "eIds as everywhere else; repealed units have status=removed, suspended ones temporarilyRemoved; citations that were found are ref.",
  },
  params: byId,
  query: z.strictObject({ wording }),
  files: [AKN],
  example: { id: "w17", wording: "day" },
  async run({ store, path, query, on, today }) {
    const document = await exportDocument(store, path.id, on, query.wording, today);
    if (document === null) return apiFault(404, "no-text", path.id);
    const name = `${fileName("akn", document.work)}-${document.on ?? "ban-hanh"}.xml`;
    return { file: { bytes: akomaNtosoFile(document), type: `${AKN}; charset=utf-8`, name } };
  },
});

const line = named(
  "ExportedLine",
  z.strictObject({
    text: z.string(),
    is: z.enum(["text", "number", "title", "basis", "proposal", "enacting", "signer"]),
    quoted: z.boolean().describe("Lời văn mới của văn bản khác, trong ngoặc kép. / New wording of another document."),
    refs: list(
      z.strictObject({
        start: z.number().int(),
        end: z.number().int(),
        work: workId,
        eIds: list(eId),
      }),
    ).describe("Dẫn chiếu đã rõ; start, end tính trong text. / Citations that were found, as offsets into text."),
    cell: z
      .strictObject({
        table: z.number().int(),
        row: z.number().int(),
        cell: z.number().int(),
        header: z.boolean(),
        colSpan: z.number().int(),
        rowSpan: z.number().int(),
      })
      .nullable()
      .describe(
        "Ô của bảng mà dòng đứng trong: bảng thứ mấy của đơn vị, hàng, ô (từ 0). / The cell of a table the line stands in: table of the unit, row, cell (from 0).",
      ),
  }),
);

const unit = named(
  "ExportedUnit",
  z.strictObject({
    eId,
    parent: eId.nullable(),
    kind: z.enum([...PROVISION_KINDS, "tail"]),
    number: z.string(),
    heading: z.string().nullable(),
    lines: list(line),
    state: z.enum(["amended", "inserted", "repealed", "suspended", "phrase-changed", "pending"]).nullable(),
    since: day.nullable(),
    span: span.nullable(),
  }),
);

/** Lines of one part; its tables are numbered from 0. */
function linesOf(written: readonly ExportedLine[]): z.input<typeof line>[] {
  const tables = [...new Set(written.flatMap((l) => l.cell?.table ?? []))];
  return written.map((l) => ({ ...lineOf(l), cell: cellOf(l, tables) }));
}

function cellOf({ cell: place }: ExportedLine, tables: readonly ExportedTable[]): z.input<typeof line>["cell"] {
  if (place === undefined) return null;
  const { rows } = place.table;
  const row = rows.findIndex(({ cells }) => cells.some((c) => c.cell === place.cell));
  const cells = rows[row]?.cells ?? [];
  const cell = cells.findIndex((c) => c.cell === place.cell);
  const { colSpan = 1, rowSpan = 1 } = cells[cell] ?? {};
  return { table: tables.indexOf(place.table), row, cell, header: rows[row]?.header === true, colSpan, rowSpan };
}

function lineOf(written: ExportedLine): Omit<z.input<typeof line>, "cell"> {
  let at = 0;
  const refs = written.runs.flatMap(({ text, ref }) => {
    const start = at;
    at += text.length;
    return ref === null ? [] : [{ start, end: at, work: ref.work, eIds: ref.eIds }];
  });
  return { text: written.runs.map((r) => r.text).join(""), is: written.is, quoted: written.quoted, refs };
}

export const exportJson = operation({
  id: "exportDocument",
  method: "GET",
  path: "/documents/{id}/export",
  permission: "document:read",
  tag: "exports",
  day: true,
  summary: {
    vi: "Toàn bộ văn bản theo JSON: phần đầu, căn cứ, điều khoản theo thứ tự với cha của nó, phần ký, tác động, dẫn chiếu",
    en: "The whole document as JSON: head, legal bases, units in order with their parents, foot, effects, citations",
  },
  note: {
    vi: "tail là lời văn đứng ngoài các đơn vị con. span tính trong lời văn đã chuẩn hóa, null khi lời văn là của một ngày.",
    en: "tail is text outside all children. span counts in the normalised text, null where the words are those of a day.",
  },
  params: byId,
  query: z.strictObject({ wording }),
  answers: z.strictObject({
    work,
    on: day.nullable(),
    made: day,
    title: z.string().nullable(),
    signer: z.string().nullable(),
    complete: z.boolean(),
    status: z.strictObject({ name: statusName, since: day.nullable(), reason: z.string() }).nullable(),
    head: list(line),
    preamble: list(line),
    units: list(unit),
    foot: list(line),
    effectsOn: list(effect),
    effectsBy: list(effect),
    works: list(work),
  }),
  example: { id: "w17", wording: "issued" },
  async run({ store, path, query, on, today }) {
    const d = await exportDocument(store, path.id, on, query.wording, today);
    if (d === null) return apiFault(404, "no-text", path.id);
    const works = new Map([...d.works, [d.work.id, d.work]]);
    const by = { works, names: await unitNames(store, works.keys()) };
    return {
      body: {
        work: workOf(d.work),
        on: d.on,
        made: d.made,
        title: d.title,
        signer: d.signer,
        complete: d.complete,
        status: d.status,
        head: linesOf(d.head),
        preamble: linesOf(d.preamble),
        units: d.units.map((u) => ({
          eId: u.eId,
          parent: u.parent,
          kind: u.kind,
          number: u.number,
          heading: u.heading,
          lines: linesOf(u.lines),
          state: u.state,
          since: u.since,
          span: u.span,
        })),
        foot: linesOf(d.foot),
        effectsOn: d.effectsOn.map((e) => effectOf(e, by)),
        effectsBy: d.effectsBy.map((e) => effectOf(e, by)),
        works: worksIn(d.works),
      },
    };
  },
});

const JSON_LD = "application/ld+json";

export const exportJsonLd = fileOperation({
  id: "exportRelations",
  method: "GET",
  path: "/documents/{id}/relations/jsonld",
  permission: "document:read",
  tag: "exports",
  day: true,
  summary: {
    vi: "Quan hệ của văn bản theo JSON-LD với từ vựng ELI",
    en: "The document's relations as JSON-LD in the terms of ELI",
  },
  note: {
    vi: "eli:amends, eli:repeals, eli:based_on, eli:cites, eli:consolidates …; loại quan hệ chính xác, ngày, lời văn làm căn cứ ở nút rasoat:Relation.",
    en: "eli:amends, eli:repeals, eli:based_on, eli:cites, eli:consolidates …; the exact kind, days and proof stand in nodes rasoat:Relation.",
  },
  params: byId,
  files: [JSON_LD],
  example: { id: "w17" },
  async run({ store, path, on }) {
    const found = await store.works.find(path.id);
    if (found === null) return apiFault(404, "no-document", path.id);
    const bytes = await exportRelations(store, found, on);
    return { file: { bytes, type: JSON_LD, name: `${fileName("quan-he", found)}.jsonld` } };
  },
});
