import type { NamedWork } from "../domain/citation.ts";
import { isCitedByName } from "../domain/document-type.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import { indexNames } from "./law-name.ts";
import { collectOwnReferences, nameKey } from "./own-names.ts";
import type { OwnReferences } from "./own-names.ts";
import { readReferences } from "./read-references.ts";
import type { NamedDocument, Reference } from "./reference.ts";
import { titleZones } from "./title-zones.ts";
import type { Token } from "./token.ts";
import { firstTokenAt, tokenize } from "./tokens.ts";

/** All mentions of a document's text as the grammar reads them, and what the document says about the names it uses. */
export interface Mentions {
  readonly tokens: readonly Token[];
  readonly references: readonly Reference[];
  /** Index of the reference that begins at a token. */
  readonly referenceAt: ReadonlyMap<number, number>;
  readonly zones: readonly Span[];
  /** Ends of the zones by their starts. */
  readonly titleEnds: ReadonlyMap<number, number>;
  readonly own: OwnReferences;
  readonly self: NamedWork;
  /** Does the mention name the citing document by its own number or by "này"? */
  isSelf(reference: Reference): boolean;
  /** The document a mention names, its number filled in where the text gives it elsewhere. */
  toWork(document: NamedDocument): NamedWork;
}

export function readMentions(document: LegalDocument): Mentions {
  const { text } = document;
  const tokens = tokenize(text);
  const names = indexNames(statedNames(document, tokens));
  const from = headEnd(document);
  const references = readReferences(tokens, text, names).filter((r) => r.span.start >= from && !isOwnName(document, r));
  const referenceAt = new Map(references.map((r, i) => [r.first, i]));
  const own = collectOwnReferences(references, tokens, text);
  const self = selfWork(document);
  const selfKey = self.symbol ? symbolKey(self.symbol) : null;
  const isOwn = (d: NamedDocument): boolean =>
    d.isThis || (d.symbol !== null && selfKey !== null && symbolKey(d.symbol) === selfKey && sameDay(d, self));
  const zones = titleZones(tokens, text, references);
  const works = new Map<NamedDocument, NamedWork>();
  return {
    tokens,
    references,
    referenceAt,
    own,
    self,
    zones,
    titleEnds: new Map(zones.map((z) => [z.start, z.end])),
    isSelf: (r) => r.document !== null && isOwn(r.document),
    toWork: (d) => {
      let work = works.get(d);
      if (!work) works.set(d, (work = isOwn(d) ? self : namedWork(d, own)));
      return work;
    },
  };
}

/** "Quốc hội ban hành Luật Cấp nước." names the law that speaks. */
function isOwnName(document: LegalDocument, r: Reference): boolean {
  const { meta, enacting, body } = document;
  const name = r.document?.name;
  if (!name || r.document?.symbol || r.paths.length > 0 || !meta.title || !isCitedByName(meta.type?.value ?? "khac"))
    return false;
  if (r.span.start >= body.start && !(enacting && r.span.start < enacting.end)) return false;
  const bare = (s: string): string => nameKey(s).replace(/^(?:bộ luật|luật|pháp lệnh) /u, "");
  return bare(name) === bare(meta.title.value);
}

/** Two provinces may use one symbol: another day means another document. */
const sameDay = (d: NamedDocument, self: NamedWork): boolean =>
  d.issuedOn === null ||
  self.issuedOn === null ||
  d.issuedOn === self.issuedOn ||
  d.issuedOn.slice(0, 4) === self.issuedOn.slice(0, 4);

function selfWork({ meta }: LegalDocument): NamedWork {
  return {
    symbol: meta.symbol?.value ?? null,
    type: meta.type?.value ?? null,
    name: null,
    issuedOn: meta.issuedOn?.value ?? null,
    year: null,
    issuer: meta.issuer?.value ?? null,
    self: true,
  };
}

/** The head (issuer, motto, number, place and date) names nothing. */
function headEnd({ meta, preamble, body }: LegalDocument): number {
  const first = Math.min(
    meta.title?.span?.start ?? Number.MAX_SAFE_INTEGER,
    preamble?.start ?? Number.MAX_SAFE_INTEGER,
    body.start,
  );
  const number = meta.symbol?.span?.end ?? 0;
  return number <= first ? number : 0;
}

/** Names of laws the căn cứ give with a number. */
function statedNames(document: LegalDocument, all: readonly Token[]): string[] {
  if (!document.preamble) return [];
  const { start, end } = document.preamble;
  const tokens = all.slice(firstTokenAt(all, start), firstTokenAt(all, end));
  return readReferences(tokens, document.text, new Map())
    .map((r) => r.document)
    .filter((d): d is NamedDocument => d !== null && d.name !== null && d.symbol !== null && !/sửa đổi/iu.test(d.name))
    .map((d) => (d.name as string).replace(/^(?:Bộ luật|Luật|Pháp lệnh)\s+/iu, ""));
}

function namedWork(d: NamedDocument, own: OwnReferences): NamedWork {
  const filled =
    d.symbol !== null
      ? d
      : d.ordinal !== null
        ? own.byOrdinal(d)
        : d.name !== null
          ? (own.symbolOf(d) ?? own.byAlias(d.name))
          : null;
  const symbol = filled?.symbol ?? null;
  const bySymbol = symbol ? (parseSymbol(symbol)?.type ?? null) : null;
  const type = d.type !== null && d.type !== "khac" ? d.type : (bySymbol ?? d.type);
  return {
    symbol,
    type,
    name: d.name !== null && isCitedByName(d.type ?? "khac") ? d.name : (filled?.name ?? null),
    issuedOn: d.issuedOn ?? filled?.issuedOn ?? null,
    year: d.year ?? filled?.year ?? null,
    issuer: d.issuer ?? filled?.issuer ?? null,
    self: false,
  };
}
