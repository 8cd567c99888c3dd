import type { Citation, CitationRole, CitedTarget, NamedWork } from "../domain/citation.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Frame } from "./frame.ts";
import type { Mentions } from "./mentions.ts";
import type { Instructions } from "./read-instructions.ts";
import type { Reference } from "./reference.ts";
import { inZones } from "./title-zones.ts";
import type { VerbValue } from "./token.ts";

/** Mentions with their frames applied: who is meant, which units, and what for. */
export function readCitations(document: LegalDocument, mentions: Mentions, instructions: Instructions): Citation[] {
  const roles = objectRoles(instructions);
  const out: Citation[] = [];
  mentions.references.forEach((r, index) => {
    const { frame, quoted, within } = instructions.frameOf(index);
    const eIds = instructions.eIdsOf(index);
    const { symbol, type, name, issuedOn, year, issuer, self } = workOf(document, mentions, r, frame, quoted, eIds);
    const target: CitedTarget = { symbol, type, name, issuedOn, year, issuer, self, eIds };
    out.push({
      span: r.span,
      text: document.text.slice(r.span.start, r.span.end),
      role: roleOf(document, mentions, r, roles.get(index), quoted),
      kind: r.document !== null && !r.document.isThis && !r.document.bare ? "absolute" : "relative",
      within,
      quoted,
      targets: [target],
    });
  });
  return out;
}

/** The document meant, in the frame of the place where it is named. */
export function workOf(
  document: LegalDocument,
  mentions: Mentions,
  r: Reference,
  frame: Frame,
  quoted: boolean,
  eIds: readonly EId[],
): NamedWork {
  if (r.document === null) return frame.work;
  if (r.document.bare) return frame.work;
  if (!r.document.isThis) return mentions.toWork(r.document);
  if (!quoted) return thisOutside(mentions, r);
  // the drafter of new wording may mean the amending act itself: its own articles are cited, the attached text has no such ones
  if (frame.prefix !== null && r.document.type !== null && eIds.length > 0 && eIds.every((e) => hasUnit(document, e)))
    return mentions.self;
  if (
    r.document.type !== null &&
    frame.work.type !== null &&
    r.document.type !== frame.work.type &&
    r.document.type === mentions.self.type
  )
    return mentions.self;
  return frame.work;
}

/** "Luật này" in a decree means the law named before it. */
function thisOutside(mentions: Mentions, r: Reference): NamedWork {
  const { type, word } = r.document as NonNullable<Reference["document"]>;
  const own = mentions.self.type;
  if (
    type === null ||
    type === "khac" ||
    own === null ||
    own === "khac" ||
    type === own ||
    word.toLowerCase() === "văn bản"
  )
    return mentions.self;
  if (!["luat", "bo-luat", "phap-lenh", "nghi-dinh", "thong-tu"].includes(type)) return mentions.self;
  for (let k = mentions.references.indexOf(r) - 1; k >= 0; k--) {
    const o = mentions.references[k] as Reference;
    if (r.span.start - o.span.end > 1500) break;
    if (o.document && !o.document.isThis && o.document.type === type) return mentions.toWork(o.document);
  }
  return mentions.self;
}

const hasUnit = (document: LegalDocument, eId: EId): boolean => document.provisions.some((p) => p.eId === eId);

/** What is done to the objects of instructions. */
function objectRoles(instructions: Instructions): ReadonlyMap<number, CitationRole> {
  const roles = new Map<number, CitationRole>();
  for (const { instruction } of instructions.units)
    for (const [index, verb] of instruction.objects) roles.set(index, ROLE_OF[verb] ?? "amends");
  return roles;
}

const ROLE_OF: Readonly<Partial<Record<VerbValue, CitationRole>>> = {
  amend: "amends",
  insert: "amends",
  correct: "amends",
  repeal: "repeals",
  delete: "repeals",
  replace: "replaces",
  expire: "expires",
  suspend: "suspends",
  extend: "reference",
  resume: "reference",
};

/** Papers of the procedure are no legal basis even where they stand in a căn cứ line. */
const PAPER = /^(?:tờ trình|báo cáo|công văn|thông báo|văn bản|biên bản|kết luận|công điện)/iu;

function roleOf(
  document: LegalDocument,
  mentions: Mentions,
  r: Reference,
  object: CitationRole | undefined,
  quoted: boolean,
): CitationRole {
  const at = r.span.start;
  if (within(document.meta.title?.span, at) || within(document.enacting, at)) {
    return document.meta.type?.value === "van-ban-hop-nhat"
      ? "consolidates"
      : r.document?.isThis
        ? "reference"
        : "title";
  }
  if (inZones(mentions.zones, at)) return r.document !== null && !r.document.isThis ? "title" : "reference";
  const line = document.basis.find((b) => within(b.span, at));
  if (line)
    return line.kind === "basis" && r.document !== null && !r.document.isThis && !PAPER.test(r.document.word)
      ? "basis"
      : "reference";
  if (object && !quoted) return object === "replaces" && (r.paths.length > 0 || r.attached) ? "amends" : object;
  return "reference";
}

const within = (span: { readonly start: number; readonly end: number } | null | undefined, at: number): boolean =>
  !!span && span.start <= at && at < span.end;
