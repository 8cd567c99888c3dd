import { issuerKey } from "../domain/issuer.ts";
import type { Work } from "../domain/work.ts";
import { type RankRow, rankOf } from "./rank.ts";
import type { ReferenceRow } from "./rule.ts";

/** Why one of two differing texts is applied. */
export type Ground = "higher-rank" | "later-issued";

/** A row of `precedence`: the clause of the law of its period that lays the ground down. */
export interface PrecedenceRow extends ReferenceRow {
  readonly ground: Ground;
  readonly cited_as: string;
  readonly text: string;
}

/** Which of two differing texts is applied, by which clause of the law on documents of the day. */
export interface Prevailing {
  readonly which: "first" | "second" | "unknown";
  /** Null where no clause decides. */
  readonly ground: Ground | null;
  /** `khoản 3 Điều 58 Luật số 64/2025/QH15`; null with `ground`. */
  readonly clause: string | null;
  /** Vietnamese sentence. */
  readonly why: string;
}

/**
 * Rank first, then, between texts of one issuer, the later day of issue. Nothing in the statute decides between two issuers
 * of one rank, nor gives way to a special rule: then nobody but a person can say. Điều 58(3), (4) Luật 64/2025/QH15; before
 * 01/4/2025 Điều 156(2), (3) Luật 80/2015/QH13. Given are the rows of tables `hierarchy` and `precedence` that hold on the day.
 */
export function prevails(
  first: Work,
  second: Work,
  { ranks, precedence }: { readonly ranks: readonly RankRow[]; readonly precedence: readonly PrecedenceRow[] },
): Prevailing {
  const by = (ground: Ground, firstWins: boolean): Prevailing | null => {
    const row = precedence.find((r) => r.ground === ground);
    if (!row) return null;
    const why = `${row.text} (${row.cited_as}).`;
    return { which: firstWins ? "first" : "second", ground, clause: row.cited_as, why };
  };
  const [a, b] = [rankOf(first, ranks), rankOf(second, ranks)];
  if (a === null || b === null) return UNDECIDED;
  if (a !== b) return by("higher-rank", a < b) ?? UNDECIDED;
  const oneIssuer =
    first.issuer !== null && second.issuer !== null && issuerKey(first.issuer) === issuerKey(second.issuer);
  if (oneIssuer && first.issuedOn && second.issuedOn && first.issuedOn !== second.issuedOn)
    return by("later-issued", first.issuedOn > second.issuedOn) ?? UNDECIDED;
  return UNDECIDED;
}

const UNDECIDED: Prevailing = {
  which: "unknown",
  ground: null,
  clause: null,
  why: "Không tự xác định được văn bản được áp dụng: hai văn bản ngang cấp của hai cơ quan, hoặc thiếu cơ quan, ngày ban hành; cần hỏi cơ quan có thẩm quyền.",
};
