import { parseIssuer } from "../domain/issuer.ts";
import type { Subject } from "./rule.ts";

/** What rules are shown of one document: its text, its facts with their targets looked up, and where its issuer stands. */
export function toSubject({ work, document, facts, citations, amendments }: Omit<Subject, "issuer">): Subject {
  const { level, organ, place } = parseIssuer(work.issuer ?? document.meta.issuer?.value ?? "");
  return { work, document, facts, citations, amendments, issuer: { level, organ, place } };
}
