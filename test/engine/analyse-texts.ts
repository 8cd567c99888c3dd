import type { EId } from "../../src/domain/e-id.ts";
import { issuerKey } from "../../src/domain/issuer.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { citedBy } from "../../src/engine/neighbours.ts";
import type { CorpusView, Subject } from "../../src/engine/rule.ts";
import { toSubject } from "../../src/engine/to-subject.ts";
import { extractFacts } from "../../src/extract/extract-facts.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { loadCentralRegister } from "../../src/resolve/central-register.ts";
import { createRegister } from "../../src/resolve/register.ts";
import { resolveFacts } from "../../src/resolve/resolve-facts.ts";
import { deriveEffects } from "../../src/timeline/derive-effects.ts";
import { registerEffects } from "../../src/timeline/register-effects.ts";
import { statusOn } from "../../src/timeline/status-on.ts";
import { statusPeriods } from "../../src/timeline/status-periods.ts";
import { workName } from "../../src/timeline/work-name.ts";
import { worksByBody } from "../../src/use-cases/corpus-view.ts";
import { describeWork } from "../../src/use-cases/describe-work.ts";
import { overlapsAmong, twinsAmong } from "../../src/use-cases/overlapping-corpus.ts";

/**
 * The real pipeline from text to subjects and corpus, in memory, with the shipped register of central documents. With
 * `draftOn` the first text is a draft checked on that day, as `use-cases/check-draft.ts` does it.
 */
export function analyseTexts(
  texts: readonly { readonly name: string; readonly text: string }[],
  draftOn: LegalDate | null = null,
): { readonly subjects: readonly Subject[]; readonly corpus: CorpusView } {
  const read = texts.map(({ text }, i) => {
    const document = parseDocument(text);
    const facts = extractFacts(document);
    const work = describeWork(document, facts);
    const draft = draftOn !== null && i === 0;
    return { document, facts, draft, work: draft ? { ...work, issuedOn: work.issuedOn ?? draftOn } : work };
  });
  const central = loadCentralRegister();
  const units = new Map<WorkId, ReadonlySet<EId>>(
    read.map((r) => [r.work.id, new Set(r.document.provisions.map((p) => p.eId))]),
  );
  const attachments = new Map(read.map((r) => [r.work.id, r.document.attachments]));
  const own = new Set(read.map((r) => r.work.id));
  const works = new Map(
    [...central.works.filter((w) => !own.has(w.id)), ...read.map((r) => r.work)].map((w) => [w.id, w]),
  );
  const register = createRegister([...works.values()]);
  const resolved = read.map((r) => {
    const facts = resolveFacts({
      ...r,
      register,
      unitsOf: (id) => units.get(id) ?? null,
      attachmentsOf: (id) => attachments.get(id) ?? null,
    });
    for (const work of facts.cited) if (!works.has(work.id)) works.set(work.id, work);
    return { ...r, resolved: facts };
  });
  const effects = [
    ...registerEffects(central).filter((e) => !own.has(e.source)),
    ...resolved.filter((r) => !r.draft).flatMap((r) => deriveEffects(r)),
  ];
  const only = new Set([
    ...own,
    ...resolved.flatMap((r) =>
      r.resolved.citations.flatMap((c) =>
        c.targets.flatMap((t) => (t.resolution.kind === "work" ? [t.resolution.work] : [])),
      ),
    ),
  ]);
  const detailing = resolved.flatMap((r) => r.resolved.detailing);
  const periods = statusPeriods({ works: [...works.values()], effects, detailing, only });
  const subjects = resolved.map(({ work, document, facts, draft, resolved: { citations, amendments } }) =>
    toSubject({ work, document, facts, citations, amendments, draft }),
  );
  const [first] = resolved;
  const drafted = first?.draft ? deriveEffects(first) : [];
  const bodies = worksByBody([...works.values()]);
  const corpus: CorpusView = {
    work: (id) => works.get(id) ?? null,
    status: (id, day) =>
      statusOn(
        periods.filter((p) => p.work === id),
        day,
      ),
    periods: (id) => periods.filter((p) => p.work === id),
    effectsOn: (id) => effects.filter((e) => e.target === id),
    effectsBy: (id) => [...effects, ...drafted].filter((e) => e.source === id),
    units: (id) => units.get(id) ?? null,
    hasText: (id) => units.has(id),
    subject: (id) => subjects.find((s) => s.work.id === id) ?? null,
    citing: (id) => subjects.flatMap((s) => (s.work.id !== id && citedBy(s).includes(id) ? [s.work.id] : [])).sort(),
    parentsOf: (id) => detailing.filter((d) => d.child === id),
    childrenOf: (id) => detailing.filter((d) => d.parent === id),
    worksOf: (issuer) => bodies.get(issuerKey(issuer)) ?? [],
    nameOf: (id) => workName(works.get(id) ?? null),
    overlaps: (id) => overlaps().get(id) ?? [],
    ...twinsAmong(works, effects, (id) => own.has(id)),
  };
  const overlaps = once(() =>
    overlapsAmong(
      read.map(({ work, document: { text, provisions } }) => ({ work: work.id, text, provisions })),
      corpus.work,
      corpus.territoryOf,
    ),
  );
  return { corpus, subjects };
}

/** Most cases never ask for overlaps. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
