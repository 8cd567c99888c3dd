import { issuerKey } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import { type RankRow, rankOf } from "./rank.ts";

/** Which of two differing texts is applied, by which clause of the law on documents of the day. */
export interface Prevailing {
  readonly which: "first" | "second" | "unknown";
  /** `khoản 3 Điều 58 Luật số 64/2025/QH15`; null where no clause decides. */
  readonly clause: string | null;
  /** Vietnamese sentence. */
  readonly why: string;
}

/** The day Luật 64/2025/QH15 took effect; before it Luật 80/2015/QH13 held. */
const NEW_LAW: LegalDate = "2025-04-01";

/**
 * Rank first, then, between texts of one issuer, the later day of issue. Nothing in the statute decides between two issuers
 * of one rank, nor gives way to a special rule: then nobody but a person can say. Điều 58(3), (4) Luật 64/2025/QH15; before
 * 01/4/2025 Điều 156(2), (3) Luật 80/2015/QH13. `rows` are those of table `hierarchy` that hold on `day`.
 */
export function prevails(first: Work, second: Work, rows: readonly RankRow[], day: LegalDate): Prevailing {
  const clause = (byRank: boolean): string =>
    day >= NEW_LAW
      ? `khoản ${byRank ? 3 : 4} Điều 58 Luật số 64/2025/QH15`
      : `khoản ${byRank ? 2 : 3} Điều 156 Luật số 80/2015/QH13`;
  const [a, b] = [rankOf(first, rows), rankOf(second, rows)];
  if (a !== null && b !== null && a !== b)
    return {
      which: a < b ? "first" : "second",
      clause: clause(true),
      why: `Áp dụng văn bản có hiệu lực pháp lý cao hơn (${clause(true)}).`,
    };
  const oneIssuer =
    first.issuer !== null && second.issuer !== null && issuerKey(first.issuer) === issuerKey(second.issuer);
  if (a !== null && b !== null && oneIssuer && first.issuedOn && second.issuedOn && first.issuedOn !== second.issuedOn)
    return {
      which: first.issuedOn > second.issuedOn ? "first" : "second",
      clause: clause(false),
      why: `Cùng một cơ quan ban hành: áp dụng văn bản ban hành sau (${clause(false)}).`,
    };
  return {
    which: "unknown",
    clause: null,
    why: "Không tự xác định được văn bản được áp dụng: hai văn bản ngang cấp của hai cơ quan, hoặc thiếu cơ quan, ngày ban hành; cần hỏi cơ quan có thẩm quyền.",
  };
}
