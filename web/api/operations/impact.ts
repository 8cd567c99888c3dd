import { z } from "zod";
import { exportImpact, type ImpactFormat } from "../../../src/use-cases/export-impact.ts";
import type { ImpactRow } from "../../../src/use-cases/impact-of.ts";
import { recentActs, viewImpact } from "../../../src/use-cases/view-impact.ts";
import { apiFault } from "../fault.ts";
import { fileOperation, operation } from "../operation.ts";
import { paged, pageOfRows } from "../paging.ts";
import { effectAction } from "../shapes/effect.ts";
import { eId, list, moment, named, pageOf, workId } from "../shapes/named.ts";
import { quote, statusName, work, workOf } from "../shapes/work.ts";
import { byId } from "./documents.ts";

export const impactRow = named(
  "ImpactRow",
  z.strictObject({
    ground: z
      .number()
      .int()
      .describe(
        "Điều 39 NĐ 79/2025: 1 bị tác động; 2 căn cứ hoặc quy định chi tiết; 3 dẫn chiếu; 4 cùng nội dung. / Ground of Article 39: 1 acted on, 2 rests on it, 3 cites it, 4 same matter.",
      ),
    work,
    status: statusName.nullable(),
    eIds: list(eId),
    units: list(z.string()),
    actions: list(effectAction),
    through: workId.nullable(),
    reach: z.enum(["whole", "changed-part", "other-part"]).nullable(),
    because: list(quote),
  }),
);

type Shown = ImpactRow & { readonly status: z.input<typeof statusName> | null };

export const impactRowOf = (r: Shown, units: readonly string[]): z.input<typeof impactRow> => ({
  ground: r.ground,
  work: workOf(r.work),
  status: r.status,
  eIds: r.eIds,
  units,
  actions: r.actions,
  through: r.through,
  reach: r.reach,
  because: r.because.map((b) => ({ work: b.work, symbol: b.symbol, eId: b.eId, quote: b.quote, span: b.span })),
});

export const listActs = operation({
  id: "listActs",
  method: "GET",
  path: "/impact",
  permission: "document:read",
  tag: "impact",
  summary: {
    vi: "Văn bản mới nhập làm thay đổi văn bản khác, mới nhất trước (tối đa 40)",
    en: "Documents imported lately that change others, newest first (40 at most)",
  },
  answers: z.strictObject({
    rows: list(z.strictObject({ work, targets: z.number().int(), importedAt: moment.nullable() })),
  }),
  async run({ store }) {
    const acts = await recentActs(store);
    return { body: { rows: acts.map((a) => ({ ...a, work: workOf(a.work) })) } };
  },
});

export const getImpact = operation({
  id: "getImpact",
  method: "GET",
  path: "/documents/{id}/impact",
  permission: "document:read",
  tag: "impact",
  day: true,
  summary: {
    vi: "Văn bản phải rà soát vì một văn bản, theo bốn trường hợp của Điều 39 NĐ 79/2025",
    en: "Documents to review because of one, on the four grounds of Article 39 of Decree 79/2025",
  },
  params: byId,
  query: z.strictObject({ ...paged }),
  answers: pageOf(impactRow),
  example: { id: "w06" },
  async run({ store, path, query, on }) {
    const found = await store.works.find(path.id);
    if (found === null) return apiFault(404, "no-document", path.id);
    const view = await viewImpact(store, found, on);
    const page = pageOfRows(
      `impact:${path.id}`,
      query,
      view.rows,
      (r) => `${r.ground} ${r.work.id} ${r.through ?? ""}`,
    );
    if ("fault" in page) return page;
    const rows = page.rows.map((r) =>
      impactRowOf(
        r,
        r.units.map((u) => u.name),
      ),
    );
    return { body: { ...page, rows } };
  },
});

const MEDIA = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} satisfies Partial<Record<ImpactFormat, string>>;

export const exportImpactList = fileOperation({
  id: "exportImpact",
  method: "GET",
  path: "/documents/{id}/impact/file",
  permission: "document:read",
  tag: "impact",
  day: true,
  summary: { vi: "Danh sách đó thành tệp CSV, XLSX", en: "The same list as a CSV or XLSX file" },
  params: byId,
  query: z.strictObject({ format: z.enum(["csv", "xlsx"]).default("csv") }),
  files: Object.values(MEDIA),
  example: { id: "w06", format: "csv" },
  async run({ store, path, query, on }) {
    const found = await store.works.find(path.id);
    if (found === null) return apiFault(404, "no-document", path.id);
    const bytes = await exportImpact(store, found, on, query.format);
    return { file: { bytes, type: MEDIA[query.format], name: `${fileName("tac-dong", found)}.${query.format}` } };
  },
});

/** `tac-dong-17_2025_Q_-UBND`: letters, digits, dots and hyphens only. */
export const fileName = (kind: string, { symbol, id }: { symbol: string | null; id: string }): string =>
  `${kind}-${(symbol ?? id).replace(/[^A-Za-z0-9.-]+/gu, "_")}`;
