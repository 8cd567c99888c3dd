import type { Span } from "../domain/span.ts";
import type { WorkId } from "../domain/work.ts";
import { wordDifferences } from "../compare/word-differences.ts";
import type { Store, StoredDocument, StoredLink } from "../store/store.ts";
import type { ConsolidatedProvision } from "../timeline/timeline.ts";
import type { Stretch, TextLink } from "./view-text.ts";

/** Documents whose citations are looked up for the words they put here. */
const MOST_SOURCES = 30;

export interface CitationsOnDay {
  /** Citations in a unit's new words, as places in `all`. */
  in(unit: ConsolidatedProvision, text: string, issued: Stretch | null): readonly TextLink[];
  /** The document's own citations, then those met in new words. Grows while `in` is asked. */
  readonly all: readonly StoredLink[];
}

/**
 * Citations in words that an amending document put into another: they were found in the amending document, where the words
 * stand quoted. Where it is not at hand, or only a phrase was changed, citations in words that did not change are kept.
 */
export async function citationsOnDay(
  store: Store,
  issued: Pick<StoredDocument, "document">,
  own: readonly StoredLink[],
  changed: readonly ConsolidatedProvision[],
): Promise<CitationsOnDay> {
  const sources = new Map<WorkId, Source>();
  for (const work of [...new Set(changed.flatMap((u) => u.by?.work ?? []))].slice(0, MOST_SOURCES)) {
    const stored = await store.documents.current(work);
    if (stored !== null) sources.set(work, { text: stored.document.text, links: await store.links.from(work) });
  }
  const all = [...own];
  return {
    all,
    in(unit, text, stretch) {
      const source = unit.by === null ? undefined : sources.get(unit.by.work);
      const quoted = source === undefined ? [] : quotedLinks(source, text);
      if (quoted.length > 0)
        return quoted.map(({ span, link }) => {
          // named in the amending document's own units: here it stands elsewhere
          all.push({ ...link, within: null });
          return { span, link: all.length - 1 };
        });
      return stretch === null ? [] : keptLinks(issued.document.text, stretch.span, text, own);
    },
  };
}

interface Source {
  readonly text: string;
  readonly links: readonly StoredLink[];
}

/** Each line is sought by itself: a quotation may break its lines otherwise than the text it goes into. */
function quotedLinks({ text, links }: Source, words: string): { readonly span: Span; readonly link: StoredLink }[] {
  const found: { span: Span; link: StoredLink }[] = [];
  let near = 0;
  let at = 0;
  for (const line of words.split("\n")) {
    const here = at;
    at += line.length + 1;
    const start = line.trim() === "" ? -1 : later(text, line, near);
    if (start < 0) continue;
    near = start + line.length;
    for (const link of links)
      if (link.start >= start && link.end <= start + line.length)
        found.push({ span: { start: here + link.start - start, end: here + link.end - start }, link });
  }
  return found;
}

const later = (text: string, line: string, near: number): number => {
  const after = text.indexOf(line, near);
  return after < 0 && near > 0 ? text.indexOf(line) : after;
};

/** Citations whose words stand unchanged in the new wording. */
function keptLinks(text: string, span: Span, words: string, own: readonly StoredLink[]): readonly TextLink[] {
  const links = own.flatMap((l, link) => (l.start >= span.start && l.end <= span.end ? [{ l, link }] : []));
  if (links.length === 0) return [];
  const kept: TextLink[] = [];
  let left = span.start;
  let right = 0;
  for (const part of wordDifferences(text.slice(span.start, span.end), words) ?? []) {
    if (part.same && part.left === part.right)
      for (const { l, link } of links)
        if (l.start >= left && l.end <= left + part.left.length)
          kept.push({ span: { start: right + l.start - left, end: right + l.end - left }, link });
    left += part.left.length;
    right += part.right.length;
  }
  return kept;
}
