import type { CitationRole } from "../domain/citation.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store, StoredLink } from "../store/store.ts";
import { worksOf } from "./view-finding-row.ts";
import { unitNames } from "./view-unit-names.ts";

/** One other document, and how often and as what it is met. */
export interface Relation {
  readonly work: Work;
  readonly status: StatusName | null;
  readonly roles: readonly CitationRole[];
  /** The one that cites details the other: quy định chi tiết, hướng dẫn. */
  readonly details: boolean;
  readonly times: number;
}

export interface RelationsView {
  readonly cites: readonly Relation[];
  readonly citedBy: readonly Relation[];
  /** Citations whose document is not known, one row a mention. */
  readonly lost: readonly {
    readonly link: StoredLink;
    /** Where it stands: the unit by its name, or null for the head. */
    readonly unit: string | null;
    readonly candidates: readonly Work[];
  }[];
}

/** What a document cites, who cites it, and what could not be found. */
export async function viewRelations(store: Store, id: WorkId, on: LegalDate): Promise<RelationsView> {
  const [from, to, detailing] = await Promise.all([store.links.from(id), store.links.to(id), store.relations.of(id)]);
  const parents = new Set(detailing.parents.map((d) => d.parent));
  const children = new Set(detailing.children.map((d) => d.child));
  const targets = from.flatMap((link) =>
    link.resolution.kind === "work" ? [{ other: link.resolution.work, role: link.role }] : [],
  );
  const names = await unitNames(store, [id]);
  const lost = [];
  for (const link of from) {
    if (link.resolution.kind === "work") continue;
    lost.push({
      link,
      unit: link.within === null ? null : names.of(id, link.within),
      candidates:
        link.resolution.kind === "ambiguous" ? [...(await worksOf(store, link.resolution.candidates)).values()] : [],
    });
  }
  return {
    cites: await gather(store, id, targets, parents, on),
    citedBy: await gather(
      store,
      id,
      to.map((link) => ({ other: link.from, role: link.role })),
      children,
      on,
    ),
    lost,
  };
}

async function gather(
  store: Store,
  self: WorkId,
  met: readonly { readonly other: WorkId; readonly role: CitationRole }[],
  detailing: ReadonlySet<WorkId>,
  on: LegalDate,
): Promise<readonly Relation[]> {
  const works = await worksOf(
    store,
    met.map((m) => m.other).filter((id) => id !== self),
  );
  const relations: Relation[] = [];
  for (const work of works.values()) {
    const mine = met.filter((m) => m.other === work.id);
    relations.push({
      work,
      status: (await store.statuses.on(work.id, on))?.status ?? null,
      roles: [...new Set(mine.map((m) => m.role))],
      details: detailing.has(work.id),
      times: mine.length,
    });
  }
  return relations.sort((a, b) => b.times - a.times);
}
