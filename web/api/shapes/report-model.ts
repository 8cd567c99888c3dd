import { z } from "zod";
import type { ReportPart } from "../../../src/use-cases/report-tables.ts";
import { list, named } from "./named.ts";

/** A table of a report as it is printed. */
export const reportPart = named(
  "ReportPart",
  z.strictObject({
    label: z.string(),
    text: list(z.string()),
    columns: list(z.string()),
    groups: list(
      z.strictObject({
        label: z.string(),
        rows: list(
          list(z.strictObject({ text: z.string(), href: z.string().nullable(), number: z.number().nullable() })),
        ),
      }),
    ),
    total: z.string().nullable(),
  }),
);

export const partOf = ({ label, text = [], columns, groups, total }: ReportPart): z.input<typeof reportPart> => ({
  label,
  text,
  columns: columns.map((column) => column.label),
  groups: groups.map((group) => ({
    label: group.label,
    rows: group.rows.map((row) =>
      row.map((cell) => ({ text: cell.text, href: cell.href ?? null, number: cell.number ?? null })),
    ),
  })),
  total: total?.label ?? null,
});
