import type { DocumentType } from "../domain/document-type.ts";
import { type IssuerLevel, type IssuerOrgan, parseIssuer } from "../domain/issuer.ts";
import type { Work } from "../domain/work.ts";
import type { ReferenceRow } from "./rule.ts";

/** A row of `hierarchy`: Điều 4 of the law of its period. */
export interface RankRow extends ReferenceRow {
  readonly rank: string;
  readonly type: DocumentType;
  readonly organ: IssuerOrgan;
  readonly level: IssuerLevel;
}

/**
 * Place of a work in the hierarchy of the rows given; the lower number is the higher text. Null where type and issuer are
 * not in it: an administrative text, a kind that no longer exists, an issuer that was not understood.
 */
export function rankOf(work: Work, rows: readonly RankRow[]): number | null {
  const ofType = rows.filter((row) => row.type === work.type);
  if (work.issuer === null) {
    const ranks = new Set(ofType.map((row) => row.rank));
    return ranks.size === 1 ? Number([...ranks][0]) : null;
  }
  const { organ, level } = parseIssuer(work.issuer);
  // a minister or the head of a body of ministerial rank signs what his body issues
  const row = ofType.find((r) => r.organ === organ && r.level === level);
  return row ? Number(row.rank) : null;
}

/** True where both have a place and the first stands above the second. */
export function isHigher(a: Work, b: Work, rows: readonly RankRow[]): boolean {
  const [x, y] = [rankOf(a, rows), rankOf(b, rows)];
  return x !== null && y !== null && x < y;
}
