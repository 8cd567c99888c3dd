import type { Facts } from "../domain/facts.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Work } from "../domain/work.ts";
import { workIdOf } from "../resolve/work-id.ts";

/**
 * The work a document is the text of. A document without number keeps its place: it is identified by type, issuer, date
 * and title, and its missing number is one of its problems.
 */
export function describeWork(document: LegalDocument, facts: Facts): Work {
  const { meta } = document;
  const type = meta.type?.value ?? "khac";
  const symbol = meta.symbol?.value ?? null;
  const issuer = meta.issuer?.value ?? null;
  const issuedOn = meta.issuedOn?.value ?? null;
  const title = meta.title?.value ?? null;
  return {
    id: workIdOf({ type, symbol: symbol ?? `không số: ${title ?? document.text.slice(0, 500)}`, issuer, issuedOn }),
    symbol,
    type,
    title,
    issuer,
    issuedOn,
    effectiveOn: facts.commencement.effectiveOn,
    known: "text",
    normative: facts.normative.value,
  };
}
