import type { LegalDate } from "../domain/legal-date.ts";
import type { DocumentType } from "../domain/document-type.ts";
import type { IssuerLevel } from "../domain/issuer.ts";
import type { StatusName } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import type { BriefStatus, ShelvedDocument, Store } from "../store/store.ts";
import { shelvedOn } from "./document-shelf.ts";

/** What a search can be narrowed by: an indexed work, what it is filed under, its status on a day. */
export interface FiledWork {
  readonly work: WorkId;
  readonly type: DocumentType;
  readonly year: number | null;
  readonly status: StatusName;
  readonly level: IssuerLevel;
  readonly body: string | null;
  readonly bodyName: string | null;
  readonly fields: readonly string[];
  /** Its words were recognised from pictures of pages. */
  readonly scanned: boolean;
}

export interface FiledWorks {
  readonly works: readonly FiledWork[];
  readonly byId: ReadonlyMap<WorkId, FiledWork>;
  /** Those that are applied on the day, wholly or in part: the same set for every search, so that what is made of it is kept. */
  readonly applied: ReadonlySet<WorkId>;
}

/** Applied on the day, wholly or in part. */
const APPLIED: ReadonlySet<StatusName> = new Set(["in-force", "partly-ceased", "partly-suspended"]);

export const isApplied = (status: StatusName): boolean => APPLIED.has(status);

/** The shelf keeps one list of statuses a day: what was made of it goes with it. */
const kept = new WeakMap<readonly (BriefStatus | null)[], FiledWorks>();

/** Every indexed work as filed, with its status on a day. */
export async function filedOn(store: Store, on: LegalDate): Promise<FiledWorks> {
  const { documents, statuses } = await shelvedOn(store, on);
  let filed = kept.get(statuses);
  if (filed === undefined) {
    const works = documents.map((document, i) => filedWork(document, statuses[i] ?? null));
    const applied = new Set(works.filter((each) => isApplied(each.status)).map((each) => each.work));
    kept.set(statuses, (filed = { works, byId: new Map(works.map((each) => [each.work, each])), applied }));
  }
  return filed;
}

const filedWork = ({ work, year, facet, quality }: ShelvedDocument, status: BriefStatus | null): FiledWork => ({
  work: work.id,
  type: work.type,
  year,
  status: status?.status ?? "unknown",
  level: facet?.level ?? "unknown",
  body: facet?.body ?? null,
  bodyName: facet?.bodyName ?? null,
  fields: facet?.fields ?? [],
  scanned: quality === "ocr",
});
