import { parseIssuer } from "../domain/issuer.ts";
import type { Subject } from "./rule.ts";

/** What rules are shown of one document: its text, its facts with their targets looked up, and where its issuer stands. */
export function toSubject({ work, document, facts, citations, amendments, draft }: Omit<Subject, "issuer">): Subject {
  const { level, organ, place } = parseIssuer(work.issuer ?? document.meta.issuer?.value ?? "");
  const issuer = { level, organ, place };
  return { work, document, facts, citations, amendments, issuer, ...(draft ? { draft } : {}) };
}
