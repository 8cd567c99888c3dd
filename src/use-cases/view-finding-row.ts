import type { RuleGroup, Severity } from "../domain/finding.ts";
import type { EId } from "../domain/e-id.ts";
import type { Work } from "../domain/work.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { unitNames } from "./view-unit-names.ts";

/** A finding as lists show it: what, how grave, where. */
export interface FindingRow {
  readonly key: string;
  readonly message: string;
  readonly code: string;
  readonly rule: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly maturity: "stable" | "trial";
  readonly confidence: number;
  readonly eId: EId | null;
  /** The unit by its name: `khoản 1 Điều 5 Quy định kèm theo`. */
  readonly unit: string | null;
  /** null when the document is no longer known. */
  readonly work: Work | null;
}

/** Rows for lists; each document is looked up once. */
export async function findingRows(store: Store, findings: readonly StoredFinding[]): Promise<readonly FindingRow[]> {
  const works = await worksOf(
    store,
    findings.map((f) => f.work),
  );
  const names = await unitNames(
    store,
    findings.filter((f) => f.eId?.startsWith("att_")).map((f) => f.work),
  );
  return findings.map((f) => ({
    key: f.key,
    message: f.message,
    code: f.code,
    rule: f.rule,
    group: f.group,
    severity: f.severity,
    maturity: f.maturity,
    confidence: f.confidence,
    eId: f.eId,
    unit: f.eId === null ? null : names.of(f.work, f.eId),
    work: works.get(f.work) ?? null,
  }));
}

/** The works behind some ids; unknown ids are left out. */
export const worksOf = (store: Store, ids: Iterable<string>): Promise<ReadonlyMap<string, Work>> =>
  store.works.findAll(ids);
