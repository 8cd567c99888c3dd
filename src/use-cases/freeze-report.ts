import { createHash, randomUUID } from "node:crypto";
import type { AuditAction } from "../domain/audit.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Publication } from "../domain/publication.ts";
import { dayAt, timeAt } from "../domain/vietnam-time.ts";
import type { ReportModel } from "../report/form.ts";
import {
  type Correction,
  differenceOf,
  differs,
  type FrozenReport,
  frozenText,
  headLabel,
  publishedRows,
  readFrozen,
} from "../report/frozen-report.ts";
import type { Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";

/** A list or report as it is now, before it is frozen. */
export interface LivingReport {
  readonly kind: string;
  readonly title: string;
  /** Where it is shown, with its parameters. */
  readonly path: string;
  readonly from: LegalDate | null;
  readonly on: LegalDate;
  readonly models: readonly ReportModel[];
}

/** Longest reason of a correction, in characters. */
export const LONGEST_REASON = 2000;
/** A title stands whole at the beginning of the record. */
const LONGEST_TITLE = 600;

/** Freezes it as the first version of a publication of its own. */
export async function freezeReport(store: Store, living: LivingReport, by: string, now: number): Promise<Publication> {
  return store.withTransaction(() => keep({ store, living, by, now, action: "report.freeze" }));
}

export type CorrectionFault =
  | "no-publication"
  | "not-published"
  | "reason-missing"
  | "nothing-changed"
  | "version-open";

/**
 * A new version of a published list, computed as it is now, with what changed against the version that stands (đính chính,
 * NĐ 79/2025/NĐ-CP Điều 51). The version that stands goes on standing until the new one is published.
 */
export async function correctReport(input: {
  readonly store: Store;
  readonly id: string;
  readonly living: LivingReport;
  readonly reason: string;
  readonly by: string;
  readonly now: number;
}): Promise<
  { readonly ok: true; readonly publication: Publication } | { readonly ok: false; readonly why: CorrectionFault }
> {
  const { store, id, living, by, now } = input;
  const reason = input.reason.normalize("NFC").trim().slice(0, LONGEST_REASON);
  if (reason === "") return { ok: false, why: "reason-missing" };
  return store.withTransaction(async () => {
    const standing = await store.publications.find(id);
    if (standing === null) return { ok: false, why: "no-publication" };
    if (standing.state !== "published") return { ok: false, why: "not-published" };
    const versions = await store.publications.versions(standing.family);
    if (versions.some((v) => v.state === "draft")) return { ok: false, why: "version-open" };
    const difference = differenceOf(readFrozen(standing.body).models, living.models);
    if (!differs(difference)) return { ok: false, why: "nothing-changed" };
    const correction = { version: standing.version, reason, ...difference };
    const over = { family: standing.family, version: (versions.at(-1)?.version ?? 0) + 1 };
    const publication = await keep({ store, living, by, now, action: "report.correct", over, correction });
    return { ok: true, publication };
  });
}

async function keep(input: {
  readonly store: Store;
  readonly living: LivingReport;
  readonly by: string;
  readonly now: number;
  readonly action: AuditAction;
  readonly over?: Pick<Publication, "family" | "version">;
  readonly correction?: Correction;
}): Promise<Publication> {
  const { store, living, by, now, action, correction = null } = input;
  const id = randomUUID();
  const head = await store.audit.head();
  const reviews = await store.findings.reviews();
  const models = living.models.map((model) => stamped(model, head && headLabel(head), now));
  const rows = publishedRows(id, models);
  const frozen: FrozenReport = {
    shape: 1,
    title: living.title.slice(0, LONGEST_TITLE),
    rows: rows.length,
    kind: living.kind,
    path: living.path,
    from: living.from,
    on: living.on,
    knownAt: now,
    rules: reviews[0]?.rules ?? null,
    revision: await indexRevision(store),
    head,
    models,
    correction,
  };
  const body = frozenText(frozen);
  const publication: Publication = {
    id,
    ...(input.over ?? { family: id, version: 1 }),
    kind: living.kind,
    state: "draft",
    from: living.from,
    on: living.on,
    work: null,
    sha256: sha256Of(body),
    at: now,
    by,
    body,
  };
  await store.publications.add(publication, rows);
  const { version, sha256 } = publication;
  const detail = { title: living.title, on: living.on, version, rows: rows.length, sha256 };
  await store.audit.append({ at: now, by, action, subject: id, detail });
  return publication;
}

/** Says on every sheet by what it can be proven. */
const stamped = (model: ReportModel, head: string | null, now: number): ReportModel => ({
  ...model,
  head,
  notes: [
    ...model.notes,
    `Số liệu tính đến hết ngày ${formatDate(model.on)}, theo dữ liệu có lúc ${timeAt(now)} ngày ${formatDate(dayAt(now))}.${
      head === null ? "" : ` Nhật ký kiểm toán: mục số ${head}.`
    }`,
  ],
});

/** Hex. */
export const sha256Of = (body: string): string => createHash("sha256").update(body).digest("hex");
