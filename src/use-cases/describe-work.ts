import type { Facts } from "../domain/facts.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { type DocumentType, isCitedByName, typeName } from "../domain/document-type.ts";
import { fold } from "../domain/fold.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import { workIdOf } from "../resolve/work-id.ts";
import { commencementDay } from "../timeline/derive-effects.ts";

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
  const id = workIdOf({
    type,
    symbol: symbol ?? `không số: ${title ?? document.text.slice(0, 500)}`,
    issuer,
    issuedOn,
  });
  return {
    id,
    symbol,
    type,
    title: title !== null && isCitedByName(type) ? lawTitle(id, type, title) : title,
    issuer,
    issuedOn,
    effectiveOn: commencementDay(facts.commencement, { issuedOn }),
    known: "text",
    normative: facts.normative.value,
  };
}

/** A law prints its name in capitals and without its kind ("KHOÁNG SẢN"); people cite "Luật Khoáng sản". */
function lawTitle(id: WorkId, type: DocumentType, printed: string): string {
  const registered = loadCentralRegister().entries.get(id)?.title;
  if (registered) return registered;
  const words = printed === printed.toLocaleUpperCase("vi") ? sentenceCase(printed) : printed;
  return fold(words).startsWith(fold(typeName(type))) ? words : `${typeName(type)} ${words}`;
}

const sentenceCase = (capitals: string): string =>
  (capitals.slice(0, 1) + capitals.slice(1).toLocaleLowerCase("vi"))
    .replace(/việt nam/gu, "Việt Nam")
    .replace(/tổ quốc/gu, "Tổ quốc");
