import { z } from "zod";
import {
  coveredBy,
  liftSuppression,
  REACHES,
  type Reach,
  scopeOf,
  suppressFindings,
} from "../../../src/use-cases/suppress-findings.ts";
import { findingRows } from "../../../src/use-cases/view-finding-row.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { paged, pageOfRows } from "../paging.ts";
import { findingRow, findingRowOf, suppression, suppressionOf } from "../shapes/finding.ts";
import { DONE, done, list, pageOf } from "../shapes/named.ts";
import { byKey } from "./findings.ts";
import { aboutReach, aboutSuppression } from "../../about.ts";

const reach = z
  .enum(REACHES as [Reach, ...Reach[]])
  .describe(
    "document: cả văn bản; issuer: cả cơ quan; field: cả lĩnh vực; issuer-field: cơ quan và lĩnh vực; rule: cả quy tắc. / How far it reaches.",
  );

/** Rows of a preview; the count is of all. */
const ROWS_SHOWN = 40;

export const listSuppressions = operation({
  id: "listSuppressions",
  method: "GET",
  path: "/suppressions",
  permission: "finding:read",
  tag: "findings",
  summary: { vi: "Miễn trừ đang áp dụng", en: "Exemptions that hold" },
  query: z.strictObject({ rule: z.string().max(100).optional(), ...paged }),
  answers: pageOf(suppression),
  async run({ store, query }) {
    const all = (await store.decisions.suppressions()).filter((s) => query.rule === undefined || s.rule === query.rule);
    const page = pageOfRows("suppressions", query, all, (s) => `${String(s.at).padStart(15, "0")} ${s.id}`);
    return "fault" in page ? page : { body: { ...page, rows: page.rows.map(suppressionOf) } };
  },
});

export const previewSuppression = operation({
  id: "previewSuppression",
  method: "GET",
  path: "/findings/{key}/suppression",
  permission: "finding:read",
  tag: "findings",
  summary: {
    vi: "Xem trước: miễn trừ xa tới đâu thì gồm những phát hiện nào",
    en: "Preview: which findings an exemption of some reach would cover",
  },
  params: byKey,
  query: z.strictObject({ reach }),
  answers: z.strictObject({ covered: z.number().int(), rows: list(findingRow) }),
  example: { key: "f-conflict", reach: "document" },
  async run({ store, path, query }) {
    const finding = await store.findings.find(path.key);
    if (finding === null) return apiFault(404, "no-finding", path.key);
    const scope = await scopeOf(store, finding, query.reach);
    if (scope === null) return apiFault(409, "no-scope", query.reach);
    const covered = await coveredBy(store, scope);
    const rows = await findingRows(store, covered.slice(0, ROWS_SHOWN));
    return { body: { covered: covered.length, rows: rows.map(findingRowOf) } };
  },
});

export const suppress = operation({
  id: "suppressFindings",
  method: "POST",
  path: "/findings/{key}/suppression",
  permission: "finding:decide",
  about: ({ store, path, body }) => aboutReach(store, path.key, body.reach),
  tag: "findings",
  makes: 201,
  summary: {
    vi: "Đặt miễn trừ từ một phát hiện: phải có lý do; phát hiện được giữ riêng, không xóa",
    en: "Exempt, starting from one finding: a reason is needed; findings are kept apart, not deleted",
  },
  params: byKey,
  body: z.strictObject({ reach, reason: z.string().max(2000) }),
  answers: z.strictObject({ covered: z.number().int() }),
  sample: { reach: "document", reason: "Văn bản sẽ được thay thế trong tháng này" },
  async run({ store, path, body, by, now }) {
    const finding = await store.findings.find(path.key);
    if (finding === null) return apiFault(404, "no-finding", path.key);
    const scope = await scopeOf(store, finding, body.reach);
    if (scope === null) return apiFault(409, "no-scope", body.reach);
    if (body.reason.trim() === "") return apiFault(400, "reason-missing");
    return {
      body: { covered: await suppressFindings(store, scope, body.reason, by, now) },
      location: `/suppressions?rule=${encodeURIComponent(finding.rule)}`,
    };
  },
});

export const lift = operation({
  id: "liftSuppression",
  method: "DELETE",
  path: "/suppressions/{id}",
  permission: "finding:decide",
  about: ({ store, path }) => aboutSuppression(store, path.id),
  tag: "findings",
  summary: {
    vi: "Bỏ một miễn trừ: phát hiện của nó mở lại",
    en: "Lift an exemption: its findings are open again",
  },
  params: z.object({ id: z.string().min(1).max(100) }),
  answers: done,
  async run({ store, path, by, now }) {
    if (!(await store.decisions.suppressions()).some((s) => s.id === path.id))
      return apiFault(404, "no-suppression", path.id);
    await liftSuppression(store, path.id, by, now);
    return DONE;
  },
});
