import type { Unit } from "../domain/account.ts";
import { fold } from "../domain/fold.ts";
import { type IssuerLevel, type IssuerOrgan, parseIssuer } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { covers } from "../domain/policy.ts";
import type { StatusName } from "../domain/status.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { Work } from "../domain/work.ts";
import type { ListedField } from "../report/forms/listed-work.ts";
import { fieldName } from "../resolve/field-names.ts";
import type { ShelvedDocument, Store } from "../store/store.ts";
import { type DocumentQuery, filterDocuments } from "./filter-documents.ts";
import { shelfOn } from "./document-shelf.ts";

/** Local bodies whose documents are listed and published apart from each other. */
export const LISTED_ORGANS = ["hdnd", "ubnd", "chu-tich-ubnd"] as const satisfies readonly IssuerOrgan[];
export type ListedOrgan = (typeof LISTED_ORGANS)[number];

export const ORGAN_NAMES: Readonly<Record<ListedOrgan, string>> = {
  hdnd: "Hội đồng nhân dân",
  ubnd: "Ủy ban nhân dân",
  "chu-tich-ubnd": "Chủ tịch Ủy ban nhân dân",
};

/** Levels whose documents are published apart: who issued them publishes them (Điều 43, Điều 51 NĐ 79/2025/NĐ-CP). */
export const LISTED_LEVELS = ["province", "district", "commune"] as const satisfies readonly IssuerLevel[];
export type ListedLevel = (typeof LISTED_LEVELS)[number];

/** Whose documents a list is about. */
export interface ReportScope {
  /** Words of the issuer's name, marks and case aside; null = any issuer. */
  readonly words: string | null;
  /** Without the documents of central bodies: a local body lists its own. */
  readonly local: boolean;
  /** Only of bodies of one level; null = of all that `local` leaves. */
  readonly level: ListedLevel | null;
  /** Only of these kinds of bodies; empty = of all. */
  readonly organs: readonly ListedOrgan[];
  /** Subject of the Bộ Pháp điển, `1` … `45`. */
  readonly field: string | null;
  /** Key of a unit in which the documents apply. */
  readonly territory: string | null;
  /** A list of documents that somebody keeps under a name. */
  readonly theme: { readonly name: string; readonly documents: DocumentQuery } | null;
  /** Documents that one unit of the province answers for. */
  readonly unit: Pick<Unit, "id" | "name" | "scope"> | null;
}

export const ANY_DOCUMENT: ReportScope = {
  words: null,
  local: false,
  level: null,
  organs: [],
  field: null,
  territory: null,
  theme: null,
  unit: null,
};

/** A document of the scope with what it is on the last day. */
export interface ScopedDocument {
  readonly work: Work;
  readonly status: StatusName;
  readonly since: LegalDate | null;
  readonly reason: string;
  readonly facet: WorkFacet | null;
}

/** Normative documents of the scope as they stand on a day; looked up in memory, whatever the size of the index. */
export async function scopedDocuments(
  store: Store,
  scope: ReportScope,
  on: LegalDate,
): Promise<readonly ScopedDocument[]> {
  const shelf = await shelfOn(store, on);
  const within = scope.theme === null ? null : new Set(filterDocuments(shelf, { ...scope.theme.documents, on }).hits);
  const fits = inScope(scope);
  return shelf.documents.flatMap((document, i) => {
    const { work, facet } = document;
    if (work.normative === "no" || !fits(document) || (within !== null && !within.has(i))) return [];
    // a list of a day that is past knows nothing of what was issued since
    if (work.issuedOn !== null && work.issuedOn > on) return [];
    const status = shelf.statuses[i];
    return [
      {
        work,
        facet,
        status: status?.status ?? "unknown",
        since: status?.since ?? null,
        reason: status?.reason ?? "",
      },
    ];
  });
}

function inScope({
  words,
  local,
  level,
  organs,
  field,
  territory,
  unit,
}: ReportScope): (document: ShelvedDocument) => boolean {
  const asked = words === null ? null : fold(words);
  const bodies = new Map<string, boolean>();
  const fitsBody = (issuer: string): boolean => {
    const known = bodies.get(issuer);
    if (known !== undefined) return known;
    const organ = parseIssuer(issuer).organ;
    const fits =
      (asked === null || fold(issuer).includes(asked)) &&
      (organs.length === 0 || organs.some((each) => each === organ));
    bodies.set(issuer, fits);
    return fits;
  };
  const anyBody = asked === null && organs.length === 0;
  return ({ work, facet }) =>
    (anyBody || (work.issuer !== null && fitsBody(work.issuer))) &&
    !(local && facet?.level === "central") &&
    (level === null || facet?.level === level) &&
    (field === null || (facet?.fields.includes(field) ?? false)) &&
    (territory === null || (facet?.territory.includes(territory) ?? false)) &&
    (unit === null || covers(unit.scope, facet));
}

/** Headings a document stands under: a list of one field has that heading only. */
export const listedFields = (topics: readonly string[], { field }: ReportScope): readonly ListedField[] =>
  topics.filter((topic) => field === null || topic === field).map((topic) => ({ topic, topicName: fieldName(topic) }));

/** "của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê thuộc lĩnh vực Đất đai": what a title says of the scope. */
export function scopeWords(scope: ReportScope, place: string | null, territoryName: string | null): string {
  const bodies = scope.words ?? bodyWords(scope, place);
  return [
    bodies === "" ? null : `của ${bodies}`,
    scope.field === null ? null : `thuộc lĩnh vực ${fieldName(scope.field)}`,
    territoryName === null ? null : `áp dụng trên địa bàn ${territoryName}`,
    scope.unit === null ? null : `thuộc phạm vi rà soát của ${scope.unit.name}`,
    scope.theme === null ? null : `theo chuyên đề ${scope.theme.name}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** Which bodies' documents, and of which level: a title must not give a province what its communes issued. */
function bodyWords({ organs, level, local }: ReportScope, place: string | null): string {
  const named = organs.map((organ) => ORGAN_NAMES[organ]).join(", ");
  if (named === "" && (place === null || (!local && level === null))) return "";
  const bodies = named || `${ORGAN_NAMES.hdnd}, ${ORGAN_NAMES.ubnd}`;
  const of = place ?? "";
  if (level === "district") return `${bodies} cấp huyện (trước sắp xếp) ${of === "" ? "" : `thuộc ${of}`}`.trim();
  if (level === "commune") return `${bodies} cấp xã ${of === "" ? "" : `thuộc ${of}`}`.trim();
  return `${bodies} ${level === null && of !== "" ? `các cấp ${of}` : of}`.trim();
}
