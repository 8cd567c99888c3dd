import { z } from "zod";
import { HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import { HANDLING_STATES, HANDLING_STEPS } from "../../../src/domain/handling.ts";
import { changeHandling as change } from "../../../src/use-cases/change-handling.ts";
import { HANDLING_SORTS, UNDECIDED, viewHandlings } from "../../../src/use-cases/handling-list.ts";
import { makeHandling as make } from "../../../src/use-cases/make-handling.ts";
import { aboutHandling } from "../../about.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { closeCursor, openCursor, paged } from "../paging.ts";
import { handling, handlingOf } from "../shapes/handling.ts";
import { pageOf } from "../shapes/named.ts";

const byId = z.object({ id: z.string().min(1).max(100) });
const typedDay = z.string().max(40).describe("YYYY-MM-DD hoặc dd/mm/yyyy; rỗng để bỏ. / Empty takes it away.");

export const listHandlings = operation({
  id: "listHandlings",
  method: "GET",
  path: "/handlings",
  permission: "handling:read",
  tag: "handlings",
  day: true,
  summary: {
    vi: "Theo dõi xử lý: văn bản phải xử lý, ai, đến khi nào, tới đâu",
    en: "What is to be handled, by whom, until when, and how far it is",
  },
  query: z.strictObject({
    ...paged,
    state: z.enum(HANDLING_STATES).optional(),
    form: z
      .enum([...HANDLING_FORMS, UNDECIDED])
      .optional()
      .describe("undecided: chưa xác định. / undecided: nobody has decided."),
    due: z.enum(["over", "soon", "later", "none", "closed"]).optional(),
    done: z
      .string()
      .regex(/^\d{4}-\d{2}$/u)
      .optional(),
    import: z.string().max(100).optional(),
    q: z.string().max(200).optional(),
    sort: z.enum(HANDLING_SORTS).default("due"),
  }),
  answers: pageOf(handling),
  example: { due: "over", sort: "due" },
  async run({ store, query, on }) {
    const cursor = openCursor("handlings", query);
    if ("fault" in cursor) return cursor;
    const { state, form, due, done, sort, q = "", limit } = query;
    const chosen = Object.fromEntries(
      Object.entries({ state, form, due, done, import: query.import }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, [value]]],
      ),
    );
    const page = await viewHandlings(store, { chosen, text: q }, { sort, on, after: cursor.key, limit });
    const rows = page.rows.map((row) => handlingOf(row.handling));
    return { body: { rows, total: page.total, next: closeCursor("handlings", query, page.next) } };
  },
});

export const getHandling = operation({
  id: "getHandling",
  method: "GET",
  path: "/handlings/{id}",
  permission: "handling:read",
  tag: "handlings",
  summary: { vi: "Một việc xử lý với các bước và lịch sử", en: "One handling with its steps and its history" },
  params: byId,
  answers: handling,
  example: { id: "h-late" },
  async run({ store, path }) {
    const found = await store.handlings.find(path.id);
    return found === null ? apiFault(404, "no-handling", path.id) : { body: handlingOf(found) };
  },
});

export const makeHandling = operation({
  id: "makeHandling",
  method: "POST",
  path: "/handlings",
  permission: "handling:write",
  tag: "handlings",
  summary: { vi: "Thêm một việc phải xử lý", en: "Add something to be handled" },
  body: z.strictObject({
    work: z
      .string()
      .max(300)
      .default("")
      .describe("Mã hoặc số, ký hiệu; rỗng khi kiến nghị ban hành mới. / Id or number; empty for a new document."),
    form: z.enum(HANDLING_FORMS).nullable().default(null),
    content: z.string().max(4000).default(""),
    unit: z.string().max(200).default(""),
    due: typedDay.default(""),
  }),
  answers: handling,
  makes: 201,
  sample: { work: "w742", form: "amend", due: "2026-12-31" },
  async run({ store, body, by, now }) {
    const made = await make({ store, ...body, form: body.form ?? "", by, now });
    if (!made.ok) return faultsOf(made.faults);
    return { body: handlingOf(made.handling), location: `/handlings/${made.handling.id}` };
  },
});

const changedStep = z.strictObject({
  day: typedDay.optional(),
  number: z.string().max(300).optional(),
  text: z.string().max(4000).optional(),
});

export const changeHandling = operation({
  id: "changeHandling",
  method: "PUT",
  path: "/handlings/{id}",
  permission: "handling:write",
  tag: "handlings",
  summary: { vi: "Cập nhật một việc xử lý", en: "Change a handling" },
  note: {
    vi: "Trường bỏ trống thì giữ nguyên. `version` là bản đã thấy; khác thì bị từ chối với mã 409.",
    en: "Fields left out stay. `version` is the one that was seen; another one is refused with 409.",
  },
  params: byId,
  about: ({ store, path }) => aboutHandling(store, path.id),
  body: z.strictObject({
    version: z.number().int(),
    state: z.enum(HANDLING_STATES).optional(),
    form: z.enum(HANDLING_FORMS).nullable().optional(),
    formText: z.string().max(4000).optional(),
    content: z.string().max(4000).optional(),
    unit: z.string().max(200).optional(),
    officer: z.string().max(4000).optional(),
    due: typedDay.optional(),
    session: z.string().max(4000).optional(),
    result: z.string().max(300).optional(),
    outcome: z.string().max(4000).optional(),
    doneMonth: z.string().max(20).optional(),
    note: z.string().max(4000).optional(),
    steps: z.partialRecord(z.enum(HANDLING_STEPS), changedStep).optional(),
  }),
  answers: handling,
  example: { id: "h-late" },
  sample: { version: 1, officer: "Trần Minh Đức", steps: { appraised: { day: "2026-06-15", number: "88/BC-STP" } } },
  async run({ store, path, body, by, now }) {
    const { version, steps = {}, form, ...plain } = body;
    const values: Record<string, string> = {};
    for (const [field, value] of Object.entries(plain)) if (value !== undefined) values[field] = value;
    if (form !== undefined) values["form"] = form ?? "";
    for (const [step, parts] of Object.entries(steps))
      for (const [part, value] of Object.entries(parts ?? {}))
        if (value !== undefined) values[`step.${step}.${part}`] = value;
    const done = await change({ store, id: path.id, version, values, by, now });
    if (done.ok) return { body: handlingOf(done.handling) };
    if (done.why === "no-handling") return apiFault(404, "no-handling", path.id);
    return done.why === "stale"
      ? apiFault(409, "changed-meanwhile", String(done.current.version))
      : faultsOf(done.faults);
  },
});

/** Each value that cannot be taken, by its field. */
const faultsOf = (faults: Readonly<Record<string, string | undefined>>) =>
  apiFault(400, "bad-fields", Object.keys(faults).join(", "), {
    fields: Object.entries(faults).map(([at, what = ""]) => ({ at: `body.${at}`, what })),
  });
