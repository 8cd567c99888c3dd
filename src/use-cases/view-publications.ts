import type { Publication, PublicationLine } from "../domain/publication.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { FROZEN_FORMATS, type FrozenFormat, fileStem, frozenArchive, frozenFile } from "../report/frozen-files.ts";
import {
  type Correction,
  differenceOf,
  differs,
  type FrozenReport,
  headLabel,
  type NamedRow,
  readFrozen,
} from "../report/frozen-report.ts";
import type { PublishedPlace } from "../store/publications.ts";
import type { Store } from "../store/store.ts";
import { auditEntries } from "./verify-audit.ts";
import { sha256Of } from "./freeze-report.ts";

export type { Correction, FrozenFormat, FrozenReport, NamedRow };
export { differenceOf, differs, FROZEN_FORMATS, fileStem, frozenArchive, frozenFile, headLabel };

export interface PublicationRow {
  readonly publication: PublicationLine;
  /** The document that published it. */
  readonly work: Work | null;
}

/** Lists on one page. */
const SHOWN = 100;

/** What was frozen, the newest first. */
export async function viewPublications(store: Store): Promise<readonly PublicationRow[]> {
  const lines = await store.publications.list({ limit: SHOWN });
  const works = await store.works.findAll(lines.flatMap(({ work }) => work ?? []));
  return lines.map((publication) => ({
    publication,
    work: publication.work === null ? null : (works.get(publication.work) ?? null),
  }));
}

export interface PublicationView {
  readonly publication: Publication;
  readonly frozen: FrozenReport;
  readonly work: Work | null;
  readonly versions: readonly PublicationLine[];
}

export async function viewPublication(store: Store, id: string): Promise<PublicationView | null> {
  const publication = await store.publications.find(id);
  if (publication === null) return null;
  return {
    publication,
    frozen: readFrozen(publication.body),
    work: publication.work === null ? null : await store.works.find(publication.work),
    versions: await store.publications.versions(publication.family),
  };
}

export interface PublicationProof {
  /** The record as it lies here has the hash it was stored with. */
  readonly whole: boolean;
  readonly computed: string;
  /** The entry of the audit trail that tells of the freezing, and whether it names the same hash. */
  readonly entry: { readonly seq: number; readonly agrees: boolean } | null;
  /** The end of the audit trail as it was then still stands in it. */
  readonly headStands: boolean;
}

/** Is it still what was frozen? */
export async function provePublication(
  store: Store,
  { publication, frozen }: PublicationView,
): Promise<PublicationProof> {
  const computed = sha256Of(publication.body);
  let entry: PublicationProof["entry"] = null;
  let headStands = frozen.head === null;
  for await (const one of auditEntries(store)) {
    if (one.seq === frozen.head?.seq) headStands = one.hash === frozen.head.hash;
    if (one.subject === publication.id && (one.action === "report.freeze" || one.action === "report.correct"))
      entry = { seq: one.seq, agrees: one.detail.sha256 === computed };
  }
  return { whole: computed === publication.sha256, computed, entry, headStands };
}

/** Where a document stands in lists that were published, each with the document that published it; and what it published. */
export interface PublishedView {
  readonly places: readonly (PublishedPlace & { readonly by: Work | null })[];
  readonly lists: readonly PublicationLine[];
}

export async function viewPublished(store: Store, work: WorkId): Promise<PublishedView> {
  const places = await store.publications.placesOf([work]);
  const works = await store.works.findAll(places.flatMap(({ publication }) => publication.work ?? []));
  return {
    places: places.map((place) => ({
      ...place,
      by: place.publication.work === null ? null : (works.get(place.publication.work) ?? null),
    })),
    lists: await store.publications.publishedBy(work),
  };
}
