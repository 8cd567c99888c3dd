import type { Facts } from "../domain/facts.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { readAmendments } from "./amendments.ts";
import { readCitations } from "./citations.ts";
import { readCommencement } from "./commencement.ts";
import { readInstructions } from "./read-instructions.ts";
import { readMentions } from "./mentions.ts";
import { judgeNormative } from "./normative.ts";

/**
 * Document → facts as written: citations, amendments, commencement, and whether it lays down norms. Everything that can be
 * settled inside the document is (frames, "Điều này", short forms, numbers given in the căn cứ); nothing is looked up
 * elsewhere. Total: never throws. Spans are offsets into `document.text`.
 */
export function extractFacts(document: LegalDocument): Facts {
  const mentions = readMentions(document);
  const instructions = readInstructions(document, mentions);
  const citations = readCitations(document, mentions, instructions);
  const commencement = readCommencement(document, mentions, instructions);
  const amendments = readAmendments(document, mentions, instructions);
  return {
    citations,
    amendments: amendments.amendments,
    commencement,
    normative: judgeNormative(document),
    problems: amendments.problems,
  };
}
