import { z } from "zod";

/** Shapes that the OpenAPI document names once and refers to. */
const shapes = new Map<string, z.ZodType>();
export const SHAPES: ReadonlyMap<string, z.ZodType> = shapes;

export function named<T extends z.ZodType>(id: string, shape: T): T {
  shapes.set(id, shape);
  return shape;
}

export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** Keys of a table of the domain, as an enumeration. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(table) as [K, ...K[]]);

/** A day as it is sent: `2026-04-01`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .meta({ format: "date" });

/** A moment, milliseconds since 1970. */
export const moment = z.number().int().describe("Mili giây kể từ 01/01/1970 (UTC). / Milliseconds since 1970.");

export const eId = z
  .string()
  .max(300)
  .describe("Định danh điều khoản kiểu Akoma Ntoso, ví dụ art_5__cl_2. / Akoma Ntoso style id of a unit.");

export const workId = z.string().min(1).max(64).describe("Mã văn bản trong kho. / Id of a document in the index.");

export const span = named(
  "Span",
  z
    .strictObject({ start: z.number().int(), end: z.number().int() })
    .describe("[start, end) trong lời văn đã chuẩn hóa. / [start, end) in the normalised text."),
);

/** A page of rows: `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({
    rows: list(row),
    total: z.number().int().describe("Mọi dòng qua bộ lọc. / All rows that pass the filters."),
    next: z.string().nullable().describe("Con trỏ của trang sau; null ở trang cuối. / Cursor of the next page."),
  });

export const done = named("Done", z.strictObject({ ok: z.literal(true) }));

/** The answer of what has nothing else to say. */
export const DONE: { readonly body: z.input<typeof done> } = { body: { ok: true } };
