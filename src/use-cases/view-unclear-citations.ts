import type { TargetOverride } from "../domain/target-override.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { worksOf } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** A citation whose document is not known or not certain, in its sentence. `mark` counts in `text`. */
export interface UnclearCitation {
  readonly link: StoredLink;
  readonly text: string;
  readonly mark: { readonly start: number; readonly end: number };
  readonly candidates: readonly Work[];
  /** Mentions of the same number or name in the same document, this one counted. */
  readonly times: number;
}

/** One number or name in one document, with what a person may say it is. */
export interface CitationToMend {
  readonly work: Work;
  readonly key: string;
  /** As the text writes it. */
  readonly cited: string;
  readonly mention: UnclearCitation | null;
  readonly override: TargetOverride | null;
  /** What a person or the machine takes it for; null where nobody knows. */
  readonly target: Work | null;
  readonly found: readonly Work[];
  readonly names: UnitNames;
}

/** Documents found for one search. */
const FOUND_SHOWN = 20;
const BEFORE = 160;
const AFTER = 120;

/** Rows one by one with their sentences; mentions of one number or name in one document are one row. */
export async function unclearCitations(
  store: Store,
  links: readonly StoredLink[],
): Promise<readonly UnclearCitation[]> {
  const groups = new Map<string, StoredLink[]>();
  for (const link of links) {
    const id = `${link.from}|${link.key ?? `${link.citation}.${link.target}`}`;
    groups.set(id, [...(groups.get(id) ?? []), link]);
  }
  const firsts = [...groups.values()].flatMap(([first]) => first ?? []);
  const counts = [...groups.values()].map((group) => group.length);
  return (await inTheirSentences(store, firsts)).map((row, i) => ({ ...row, times: counts[i] ?? 1 }));
}

/** Each of these citations in its sentence, in the order given. */
export async function inTheirSentences(
  store: Store,
  links: readonly StoredLink[],
): Promise<readonly UnclearCitation[]> {
  const texts = await store.worklists.texts(links.map((link) => link.from));
  const works = await worksOf(
    store,
    links.flatMap(({ resolution }) => (resolution.kind === "ambiguous" ? resolution.candidates : [])),
  );
  return links.map((link) => ({
    link,
    ...sentenceAt(texts.get(link.from) ?? "", link),
    candidates:
      link.resolution.kind === "ambiguous" ? link.resolution.candidates.flatMap((id) => works.get(id) ?? []) : [],
    times: 1,
  }));
}

/** The line's words around a citation, not more than a few lines of a page. */
function sentenceAt(text: string, link: StoredLink): Pick<UnclearCitation, "text" | "mark"> {
  if (text.slice(link.start, link.end) === "") return { text: link.text, mark: { start: 0, end: link.text.length } };
  const line = text.lastIndexOf("\n", link.start - 1) + 1;
  const end = text.indexOf("\n", link.end);
  const from = line >= link.start - BEFORE ? line : text.indexOf(" ", link.start - BEFORE) + 1;
  const lineEnd = end < 0 ? text.length : end;
  const to = lineEnd <= link.end + AFTER ? lineEnd : text.lastIndexOf(" ", link.end + AFTER);
  const [start, stop] = [Math.min(from, link.start), Math.max(to, link.end)];
  return {
    text: `${start > line ? "… " : ""}${text.slice(start, stop)}${stop < lineEnd ? " …" : ""}`,
    mark: {
      start: link.start - start + (start > line ? 2 : 0),
      end: link.end - start + (start > line ? 2 : 0),
    },
  };
}

/** Null when that document cites nothing by this number or name. */
export async function viewCitationToMend(
  store: Store,
  id: WorkId,
  key: string,
  search: string,
): Promise<CitationToMend | null> {
  const [work, links, overrides] = await Promise.all([
    store.works.find(id),
    store.links.from(id),
    store.overrides.targets(),
  ]);
  const override = overrides.find((o) => o.work === id && o.key === key) ?? null;
  const mentions = links.filter((l) => l.key === key);
  const [mention] = await unclearCitations(store, mentions);
  const cited = override?.text ?? mention?.link.text;
  if (work === null || cited === undefined) return null;
  const resolution = mention?.link.resolution;
  const query = search.trim();
  const byNumber = query === "" ? [] : await store.works.bySymbol(query);
  const byWords = query === "" ? [] : await store.search.works(query, { limit: FOUND_SHOWN });
  const found = new Map([...byNumber, ...byWords].map((w) => [w.id, w]));
  return {
    work,
    key,
    cited,
    mention: mention ?? null,
    override,
    target: resolution?.kind === "work" ? await store.works.find(resolution.work) : null,
    found: [...found.values()].slice(0, FOUND_SHOWN),
    names: await unitNames(store, [id]),
  };
}
