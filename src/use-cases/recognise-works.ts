import { createHash } from "node:crypto";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import { resolveFacts } from "../resolve/resolve-facts.ts";
import type { Store } from "../store/store.ts";
import { analyseText } from "./analyse-file.ts";
import { loadCorpus } from "./corpus-view.ts";
import { describeWork } from "./describe-work.ts";

/** The documents a letter speaks of: those that are certain, and the words of those that are not. */
export interface RecognisedWorks {
  readonly works: readonly WorkId[];
  readonly unfound: readonly string[];
}

/** More documents than this are no letter. */
const MOST_WORKS = 60;

/** Reads the citations of a text as those of a document of that day, and looks them up. Stores nothing. */
export async function recogniseWorks(store: Store, text: string, day: LegalDate): Promise<RecognisedWorks> {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const source = { text, format: "txt", quality: "text", sha256, bytes: Buffer.byteLength(text) } as const;
  const analysis = analyseText(source, "kiến nghị");
  if (!analysis.ok) return { works: [], unfound: [] };
  const { document, facts } = analysis;
  const work = { ...describeWork(document, facts), issuedOn: day };
  const { known, fetchUnits } = await loadCorpus(store, "asked");
  const resolve = () => resolveFacts({ work, document, facts, ...known });
  const first = resolve();
  const resolved = (await fetchUnits()) ? resolve() : first;
  const works = new Set<WorkId>();
  const unfound = new Set<string>();
  for (const citation of resolved.citations)
    for (const { resolution } of citation.targets) {
      if (resolution.kind === "work" && (await store.works.find(resolution.work)) !== null) works.add(resolution.work);
      else unfound.add(citation.text.replace(/\s+/gu, " ").trim());
    }
  return { works: [...works].slice(0, MOST_WORKS), unfound: [...unfound].slice(0, MOST_WORKS) };
}
