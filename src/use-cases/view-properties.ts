import type { LegalDate } from "../domain/legal-date.ts";
import type { Stated } from "../domain/legal-document.ts";
import { type IssuerLevel, parseIssuer } from "../domain/issuer.ts";
import type { Work } from "../domain/work.ts";
import { type Incarnation, incarnationOf } from "../resolve/incarnation.ts";
import { type TerritoryUnit, territoryOf } from "../resolve/territory.ts";
import type { Manifestation, Store, StoredDocument } from "../store/store.ts";
import { fieldsOf } from "./fields-of.ts";
import { type Evidence, evidenceAt, type FieldView, filedView, viewMetadata } from "./view-metadata.ts";

/** What the foot says and nobody mends: value, the words it was read from, how sure the machine is (0…1). */
export interface StatedView {
  readonly name: "signer" | "signerOffice" | "place" | "adoptedOn";
  readonly value: string;
  readonly evidence: Evidence | null;
  readonly confidence: number;
}

export type VersionView = Pick<StoredDocument, "version" | "file" | "format" | "quality" | "sha256" | "importedAt"> & {
  readonly current: boolean;
};

/** Everything known about a document as a whole, each with where it is known from. */
export interface PropertiesView {
  readonly work: Work;
  /** What a person may mend; empty where the text is not in the collection. */
  readonly fields: readonly FieldView[];
  /** Where a work without text is filed; null where `fields` says it. */
  readonly filed: FieldView | null;
  readonly stated: readonly StatedView[];
  readonly level: IssuerLevel | null;
  readonly incarnation: Incarnation | null;
  readonly territory: readonly TerritoryUnit[];
  /** Newest first. */
  readonly versions: readonly VersionView[];
  /** Other files with the words of the version that is read. */
  readonly others: readonly Manifestation[];
}

export async function viewProperties(store: Store, work: Work, on: LegalDate): Promise<PropertiesView> {
  const [metadata, stored, versions, others] = await Promise.all([
    viewMetadata(store, work.id),
    store.documents.current(work.id),
    store.documents.versions(work.id),
    store.documents.manifestations(work.id),
  ]);
  return {
    work,
    fields: metadata?.fields ?? [],
    filed: metadata === null ? filedView(await fieldsOf(store, work)) : null,
    stated: stored === null ? [] : statedIn(stored),
    level: work.issuer === null ? null : parseIssuer(work.issuer).level,
    incarnation: work.issuer === null ? null : incarnationOf(work.issuer, work.issuedOn ?? on),
    territory: territoryOf(null, work.issuer, work.issuedOn),
    versions: [...versions].sort((a, b) => b.version - a.version).map((v) => ({ ...v, current: v.id === stored?.id })),
    others,
  };
}

const STATED = ["signer", "signerOffice", "place", "adoptedOn"] as const;

function statedIn({ document }: StoredDocument): readonly StatedView[] {
  return STATED.flatMap((name) => {
    const stated: Stated<string> | null = document.meta[name] ?? null;
    if (stated === null) return [];
    const { value, span, confidence } = stated;
    return [{ name, value, confidence, evidence: span === null ? null : evidenceAt(document, span) }];
  });
}
