import type { NamedWork } from "../domain/citation.ts";
import { issuerKey } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { symbolKey } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";

/** How a citation was resolved that follows another text's dated one. */
export const DATED_ELSEWHERE =
  "theo số, ký hiệu và cơ quan; ngày ban hành do văn bản khác nêu; chưa có toàn văn trong kho";

/**
 * The one work with this symbol and issuer that some text names with its day, for a text that names it without. Two days are
 * two documents: then nobody can say which is meant, and the mention without a day stays by itself.
 */
export function datedTwin(
  stub: Work,
  named: Pick<NamedWork, "year">,
  dated: readonly Work[],
  frame: { readonly on: LegalDate | null },
): Work | null {
  const twins = dated.filter(
    (w) =>
      w.issuedOn !== null &&
      w.type === stub.type &&
      w.symbol !== null &&
      stub.symbol !== null &&
      symbolKey(w.symbol) === symbolKey(stub.symbol) &&
      issuerKey(w.issuer ?? "") === issuerKey(stub.issuer ?? "") &&
      (frame.on === null || w.issuedOn <= frame.on),
  );
  const twin = twins[0];
  if (twins.length !== 1 || !twin?.issuedOn) return null;
  return named.year === null || twin.issuedOn.startsWith(`${named.year}-`) ? twin : null;
}
