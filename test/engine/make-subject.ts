import type { Citation, NamedWork } from "../../src/domain/citation.ts";
import type { Effect } from "../../src/domain/effect.ts";
import type { EId } from "../../src/domain/e-id.ts";
import type { Facts } from "../../src/domain/facts.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import type { Provision } from "../../src/domain/provision.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Resolution, Work } from "../../src/domain/work.ts";
import type { CorpusView, Subject } from "../../src/engine/rule.ts";
import { toSubject } from "../../src/engine/to-subject.ts";
import type { ResolvedCitation } from "../../src/resolve/resolved.ts";

/** A subject made by hand: the engine is tested without parser, extraction and resolution. */
export interface Made {
  readonly text: string;
  /** Units by their first words; a unit runs to the next one. */
  readonly units?: readonly (readonly [eId: EId, opening: string, heading?: string])[];
  readonly work?: Partial<Work>;
  readonly citations?: readonly {
    readonly words: string;
    readonly role?: Citation["role"];
    readonly target?: Partial<NamedWork>;
    readonly work?: string;
    readonly eIds?: readonly EId[];
    readonly missing?: readonly EId[];
  }[];
  readonly commencement?: Partial<Facts["commencement"]>;
}

const NAMED: NamedWork = {
  symbol: null,
  type: null,
  name: null,
  issuedOn: null,
  year: null,
  issuer: null,
  self: false,
};

export function makeWork(part: Partial<Work> = {}): Work {
  return {
    id: "w0",
    symbol: "12/2026/QĐ-UBND",
    type: "quyet-dinh",
    title: null,
    issuer: "Ủy ban nhân dân tỉnh An Khê",
    issuedOn: "2026-02-01",
    effectiveOn: null,
    known: "text",
    normative: "yes",
    ...part,
  };
}

export function makeSubject(made: Made): Subject {
  const { text } = made;
  const starts = (made.units ?? []).map(([, opening]) => text.indexOf(opening));
  const provisions: Provision[] = (made.units ?? []).map(([eId, , heading], i) => {
    const span = { start: starts[i] as number, end: starts[i + 1] ?? text.length };
    return { eId, kind: "article", num: null, heading: heading ?? null, span, own: span, parent: null };
  });
  const citations: ResolvedCitation[] = (made.citations ?? []).map((c) => {
    const start = text.indexOf(c.words);
    const resolution: Resolution = c.work ? { kind: "work", work: c.work, how: "" } : { kind: "unresolved", how: "" };
    const target = { ...NAMED, ...c.target, eIds: c.eIds ?? [], resolution, missing: c.missing ?? [] };
    return {
      span: { start, end: start + c.words.length },
      text: c.words,
      role: c.role ?? "reference",
      kind: "absolute",
      within: null,
      quoted: false,
      targets: [target],
    };
  });
  const none = {
    symbol: null,
    type: null,
    issuer: null,
    place: null,
    issuedOn: null,
    adoptedOn: null,
    title: null,
    signer: null,
    secrecy: null,
  };
  const document: LegalDocument = {
    text,
    offsets: [],
    meta: none,
    preamble: null,
    basis: [],
    enacting: null,
    body: { start: 0, end: text.length },
    signature: null,
    attachments: [],
    provisions,
    quotes: [],
    problems: [],
  };
  const commencement = {
    effectiveOn: null,
    how: "none" as const,
    days: null,
    span: null,
    splits: [],
    expiresOn: null,
    expirySpan: null,
    ...made.commencement,
  };
  const facts: Facts = { citations, amendments: [], commencement, normative: { value: "yes", why: [] }, problems: [] };
  return toSubject({ work: makeWork(made.work), document, facts, citations, amendments: [] });
}

export function makeCorpus(
  known: {
    works?: readonly Work[];
    periods?: readonly StatusPeriod[];
    effects?: readonly Effect[];
    units?: Readonly<Record<string, readonly EId[]>>;
  } = {},
): CorpusView {
  const periods = known.periods ?? [];
  return {
    work: (id) => known.works?.find((w) => w.id === id) ?? null,
    status: (id, day) =>
      periods.find((p) => p.work === id && (p.from === null || p.from <= day) && (p.to === null || day < p.to)) ?? null,
    periods: (id) => periods.filter((p) => p.work === id),
    effectsOn: (id) => (known.effects ?? []).filter((e) => e.target === id),
    effectsBy: (id) => (known.effects ?? []).filter((e) => e.source === id),
    units: (id) => (known.units?.[id] ? new Set(known.units[id]) : null),
    hasText: (id) => known.units?.[id] !== undefined,
    subject: () => null,
    citing: () => [],
    parentsOf: () => [],
    childrenOf: () => [],
    worksOf: () => known.works ?? [],
    overlaps: () => [],
    titleTwins: () => [],
    territoryOf: () => null,
    isOfOldProvince: () => false,
    nameOf: (id) => known.works?.find((w) => w.id === id)?.symbol ?? id,
  };
}

/** A work ceased from a day on, by a clause of another. */
export const ceased = (work: string, since: string, by = "w9"): StatusPeriod => ({
  work,
  from: since,
  to: null,
  status: "ceased",
  since,
  reason: "Bị thay thế.",
  units: [],
  because: [
    {
      work: by,
      symbol: "99/2026/QĐ-UBND",
      eId: "art_3",
      quote: "thay thế",
      span: null,
      rule: "replaced",
      from: since,
      says: "Được thay thế.",
    },
  ],
});
