import type { DocumentMeta, Stated } from "../domain/legal-document.ts";
import type { Work } from "../domain/work.ts";

/** Below this a reading is shown to a person before anybody rests on it. */
const SURE_ENOUGH = 0.75;

/** Why a person should look at what was read of a document's identity, as Vietnamese sentences; empty when nothing is doubtful. */
export function reasonsToLook(work: Pick<Work, "symbol" | "issuer" | "issuedOn">, meta: DocumentMeta): string[] {
  const reasons: string[] = [];
  const check = (value: string | null, read: Stated<unknown> | null, missing: string, unsure: string): void => {
    if (value === null) reasons.push(missing);
    else if ((read?.confidence ?? 1) < SURE_ENOUGH) reasons.push(`${unsure}: “${value}”.`);
  };
  check(work.symbol, meta.symbol, "Không thấy số, ký hiệu.", "Số, ký hiệu đọc chưa chắc");
  check(work.issuedOn, meta.issuedOn, "Không thấy ngày ban hành.", "Ngày ban hành đọc chưa chắc");
  check(work.issuer, meta.issuer, "Không thấy cơ quan ban hành.", "Cơ quan ban hành đọc chưa chắc");
  return reasons;
}
