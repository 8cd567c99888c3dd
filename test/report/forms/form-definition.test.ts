import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isLegalDate } from "../../../src/domain/legal-date.ts";
import { HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import { STATUS_NAMES } from "../../../src/domain/status.ts";
import { CELL_KINDS, FORM_KEYS, formOn, formRegimes, LIST_KINDS } from "../../../src/report/forms/form-definition.ts";

const status = z.enum(Object.keys(STATUS_NAMES) as [string, ...string[]]);
const align = z.enum(["left", "center", "right"]);
const day = z.string().refine(isLegalDate);
const form = z.strictObject({
  key: z.enum(FORM_KEYS),
  heading: z.string().regex(/^Mẫu số 0\d$/u),
  lists: z.enum(LIST_KINDS),
  kind: z.string().min(1),
  title: z.string().min(1),
  orderByField: z.boolean().optional(),
  columns: z
    .array(z.strictObject({ label: z.string().min(1), width: z.number().positive(), align, cell: z.enum(CELL_KINDS) }))
    .refine((columns) => columns.reduce((sum, { width }) => sum + width, 0) === 100, "widths make up 100 percent"),
  parts: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      holds: z.enum(["period", "earlier", "day"]),
      groups: z.array(
        z.strictObject({ label: z.string(), openLabel: z.string().optional(), statuses: z.array(status) }),
      ),
      total: z.strictObject({ label: z.string().includes("{n}"), align }),
    }),
  ),
  remarks: z.partialRecord(status, z.string()).optional(),
  alsoIn: z.string().includes("{fields}").optional(),
  proposals: z.partialRecord(z.enum(HANDLING_FORMS), z.string()).optional(),
  cover: z
    .strictObject({
      body: z.string(),
      title: z.array(z.string()),
      about: z.array(z.string()),
      issued: z.string(),
      dateline: z.string(),
    })
    .optional(),
});
const regime = z.strictObject({
  id: z.string(),
  name: z.string(),
  from: day,
  to: day.nullable(),
  source: z.string().min(1),
  verified: z.boolean(),
  publishedUnder: z.strictObject({ yearly: z.string().min(1), systematization: z.string().min(1) }),
  forms: z.array(form),
});

describe("forms as data", () => {
  test.each(formRegimes().map((each) => [each.id, each] as const))("%s is whole", (_, each) => {
    expect(() => regime.parse(each)).not.toThrow();
  });

  test("one decree follows the other without a gap, and only the last one is open", () => {
    const regimes = formRegimes();
    expect(regimes.map(({ to }) => to)).toEqual([...regimes.slice(1).map(({ from }) => from), null]);
  });

  test("a day before all decrees takes the first, a form a decree does not have the last, and one may be asked for", () => {
    expect(formOn("01", "2010-12-31", null).regime.id).toBe("nd-34-2016");
    expect(formOn("05", "2018-12-31", null).regime.id).toBe("nd-79-2025");
    expect(formOn("04", "2026-12-31", "nd-34-2016").form.heading).toBe("Mẫu số 06");
  });
});
