import type { CitedTarget } from "../domain/citation.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { type Span, toSourceSpan } from "../domain/span.ts";
import type { Work } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import { createRegister } from "../resolve/register.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { ResolvedAmendment, ResolvedCitation, ResolvedTarget } from "../resolve/resolved.ts";
import { amendmentDay, commencementDay } from "../timeline/derive-effects.ts";
import type { AnalysedFile } from "./analyse-files.ts";
import { describeWork } from "./describe-work.ts";

/** Turns one analysed file into the line `extract` prints. Offsets lead into the text as given. */
export type LineMaker = (file: AnalysedFile, withText: boolean) => Record<string, unknown>;

/** Targets given only by name are looked up in the shipped register, at the day the document was issued. */
export function createLineMaker(): LineMaker {
  const central = loadCentralRegister();
  const register = createRegister(central.works);
  const works = new Map(central.works.map((w) => [w.id, w]));
  return (file, withText) => {
    const { analysis } = file;
    if (!analysis.ok)
      return {
        file: file.name,
        ok: false,
        error: [analysis.problem.what, analysis.problem.todo].filter(Boolean).join(" "),
      };
    const { source, document, facts } = analysis;
    const work = describeWork(document, facts);
    const resolved = resolveFacts({ work, document, facts, register, unitsOf: () => null });
    const begin = commencementDay(facts.commencement, work);
    const symbolOf = symbols(works, resolved.cited, work);
    const place = (s: Span): Span => toSourceSpan(document.offsets, s);
    return {
      file: file.name,
      ok: true,
      document: describe(work, document, facts),
      provisions: document.provisions.map((p) => ({
        eId: p.eId,
        kind: p.kind,
        num: p.num,
        heading: p.heading,
        ...place(p.span),
      })),
      citations: resolved.citations.map((c) => citationLine(c, symbolOf, place)),
      amendments: resolved.amendments.map((a) => ({
        ...amendmentLine(a, document, symbolOf, place),
        effectiveOn: amendmentDay(facts.commencement, a, begin),
      })),
      problems: [...document.problems, ...facts.problems].map((p) => ({
        ...(p.span ? place(p.span) : { start: 0, end: 0 }),
        code: p.code,
        what: p.what,
      })),
      ...(withText ? { text: source.text } : {}),
    };
  };
}

function describe(
  work: Work,
  document: LegalDocument,
  facts: Extract<AnalysedFile["analysis"], { ok: true }>["facts"],
): Record<string, unknown> {
  return {
    symbol: work.symbol,
    type: work.type,
    issuer: work.issuer,
    issuedOn: work.issuedOn,
    effectiveOn: facts.commencement.effectiveOn,
    expiresOn: facts.commencement.expiresOn,
    title: document.meta.title?.value ?? null,
    signer: document.meta.signer?.value ?? null,
    normative: work.normative,
  };
}

type SymbolOf = (
  target: CitedTarget | ResolvedTarget | ResolvedAmendment["target"],
  resolution: ResolvedTarget["resolution"],
) => string | null;

const symbols = (register: ReadonlyMap<string, Work>, cited: readonly Work[], self: Work): SymbolOf => {
  const own = new Map(cited.map((w) => [w.id, w]));
  return (target, resolution) => {
    if (target.symbol) return target.symbol;
    if (target.self) return self.symbol;
    return resolution.kind === "work"
      ? ((own.get(resolution.work) ?? register.get(resolution.work))?.symbol ?? null)
      : null;
  };
};

const citationLine = (c: ResolvedCitation, symbolOf: SymbolOf, place: (s: Span) => Span): Record<string, unknown> => ({
  ...place(c.span),
  text: c.text,
  role: c.role,
  targets: c.targets.map((t) => ({ symbol: symbolOf(t, t.resolution), name: t.name, eIds: t.eIds })),
});

const amendmentLine = (
  a: ResolvedAmendment,
  document: LegalDocument,
  symbolOf: SymbolOf,
  place: (s: Span) => Span,
): Record<string, unknown> => ({
  source: a.source,
  action: a.action,
  target: { symbol: symbolOf(a.target, a.resolution), eId: a.target.eId },
  from: a.from,
  to: a.to,
  content: a.content ? document.text.slice(a.content.start, a.content.end) : null,
  ...place(a.span),
});
