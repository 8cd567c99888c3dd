import type { EId } from "../../src/domain/e-id.ts";
import type { WorkId } from "../../src/domain/work.ts";
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
import { describeWork } from "../../src/use-cases/describe-work.ts";

/** The real pipeline from text to subjects and corpus, in memory, with the shipped register of central documents. */
export function analyseTexts(texts: readonly { readonly name: string; readonly text: string }[]): {
  readonly subjects: readonly Subject[];
  readonly corpus: CorpusView;
} {
  const read = texts.map(({ text }) => {
    const document = parseDocument(text);
    const facts = extractFacts(document);
    return { document, facts, work: describeWork(document, facts) };
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
    ...resolved.flatMap((r) => deriveEffects(r)),
  ];
  const only = new Set([
    ...own,
    ...resolved.flatMap((r) =>
      r.resolved.citations.flatMap((c) =>
        c.targets.flatMap((t) => (t.resolution.kind === "work" ? [t.resolution.work] : [])),
      ),
    ),
  ]);
  const periods = statusPeriods({
    works: [...works.values()],
    effects,
    detailing: resolved.flatMap((r) => r.resolved.detailing),
    only,
  });
  const corpus: CorpusView = {
    work: (id) => works.get(id) ?? null,
    status: (id, day) =>
      statusOn(
        periods.filter((p) => p.work === id),
        day,
      ),
    periods: (id) => periods.filter((p) => p.work === id),
    effectsOn: (id) => effects.filter((e) => e.target === id),
    effectsBy: (id) => effects.filter((e) => e.source === id),
    units: (id) => units.get(id) ?? null,
    nameOf: (id) => workName(works.get(id) ?? null),
  };
  return {
    corpus,
    subjects: resolved.map((r) =>
      toSubject({
        work: r.work,
        document: r.document,
        facts: r.facts,
        citations: r.resolved.citations,
        amendments: r.resolved.amendments,
      }),
    ),
  };
}
