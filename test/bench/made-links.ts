import type { CitedTarget } from "../../src/domain/citation.ts";
import type { Effect } from "../../src/domain/effect.ts";
import type { Work, WorkId } from "../../src/domain/work.ts";
import { extractFacts } from "../../src/extract/extract-facts.ts";
import type { Store, StoredLink } from "../../src/store/store.ts";
import type { IndexInput } from "./index-input.ts";

/** Facts as an import reads them. */
export const withFacts = (input: IndexInput): IndexInput => ({
  ...input,
  entry: { ...input.entry, facts: extractFacts(input.entry.document) },
});

/**
 * Links and effects from the facts of documents, by symbol alone and each document by itself: linking them as an import
 * does takes ten minutes at twenty thousand, and pages only need that there are as many.
 */
export async function tie(target: Store, inputs: readonly IndexInput[]): Promise<void> {
  const stubs = new Map<WorkId, Work>();
  const idOf = (named: Pick<CitedTarget, "symbol" | "name" | "type">): WorkId => {
    const id = `stub ${named.symbol ?? named.name ?? "?"}`;
    if (!stubs.has(id))
      stubs.set(id, { ...STUB, id, symbol: named.symbol, title: named.name, type: named.type ?? "khac" });
    return id;
  };
  const links = inputs.map((input) => linksOf(input, idOf));
  const effects = inputs.map((input) => effectsOf(input, idOf));
  await target.works.save([...stubs.values()]);
  for (const [i, { work }] of inputs.entries()) {
    await target.links.replace(work.id, links[i] ?? []);
    await target.effects.replaceFrom(work.id, effects[i] ?? [], 0);
  }
}

type IdOf = (named: Pick<CitedTarget, "symbol" | "name" | "type">) => WorkId;

const linksOf = ({ work, entry }: IndexInput, idOf: IdOf): StoredLink[] =>
  entry.facts.citations.flatMap((cited, citation) =>
    cited.targets.map((named, i) => ({
      from: work.id,
      citation,
      target: i,
      role: cited.role,
      within: cited.within,
      start: cited.span.start,
      end: cited.span.end,
      text: cited.text,
      key: null,
      resolution: { kind: "work", work: named.self ? work.id : idOf(named), how: "symbol" },
      eIds: named.eIds,
      missing: [],
    })),
  );

const effectsOf = ({ work, entry }: IndexInput, idOf: IdOf): Effect[] =>
  entry.facts.amendments.map((amendment, i) => ({
    id: `${work.id}-${i}`,
    action: amendment.action,
    source: work.id,
    sourceEId: amendment.source,
    target: idOf(amendment.target),
    targetEId: amendment.target.eId,
    from: work.effectiveOn,
    until: null,
    phraseFrom: null,
    phraseTo: null,
    content: null,
    after: null,
    exception: null,
    applied: true,
    whyNot: null,
    evidence: {
      work: work.id,
      symbol: work.symbol,
      eId: amendment.source,
      quote: entry.document.text.slice(amendment.span.start, amendment.span.end),
      span: amendment.span,
    },
    origin: "text",
  }));

const STUB: Omit<Work, "id" | "symbol" | "title" | "type"> = {
  issuer: null,
  issuedOn: null,
  effectiveOn: null,
  known: "cited",
  normative: "yes",
};
