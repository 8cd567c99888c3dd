import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { shelfOn } from "./document-shelf.ts";
import type { FormerBody } from "./old-bodies-campaign.ts";
import { rememberedFindings } from "./remembered.ts";
import { bodyReader, type FigureItem } from "./review-figures.ts";

/** The documents of one body that is no more, by how far they are handled. */
export interface FormerWorks {
  readonly name: string;
  readonly all: readonly FigureItem[];
  readonly ended: readonly FigureItem[];
  /** Alive, and somebody has confirmed a finding about it. */
  readonly decided: readonly FigureItem[];
  readonly left: readonly FigureItem[];
}

/** Pages of confirmed findings that are read at most. */
const MOST_PAGES = 100;

export async function formerWorks(
  store: Store,
  bodies: readonly FormerBody[],
  on: LegalDate,
): Promise<readonly FormerWorks[]> {
  const shelf = await shelfOn(store, on);
  const confirmed = await rememberedFindings(store, "decided", "confirmed works", () => confirmedWorks(store));
  const bodyOf = bodyReader();
  return bodies.map(({ body, name }) => {
    const all: FigureItem[] = [];
    const lists = { ended: [] as FigureItem[], decided: [] as FigureItem[], left: [] as FigureItem[] };
    shelf.documents.forEach(({ work, facet }, i) => {
      if (facet?.body !== body || work.normative === "no") return;
      const status = shelf.statuses[i];
      const item: FigureItem = {
        work,
        name: workName(work),
        href: `/documents/${work.id}`,
        note: [
          status ? STATUS_NAMES[status.status] : "",
          status?.since ? `từ ${formatDate(status.since)}` : "",
          work.title ?? "",
        ]
          .filter(Boolean)
          .join("; "),
        body: bodyOf(work),
        unit: "",
        ground: null,
        form: null,
      };
      all.push(item);
      lists[status?.status === "ceased" ? "ended" : confirmed.has(work.id) ? "decided" : "left"].push(item);
    });
    return { name, all, ...lists };
  });
}

async function confirmedWorks(store: Store): Promise<ReadonlySet<WorkId>> {
  const works = new Set<WorkId>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { rows, next } = await store.findings.list({ state: "confirmed", limit: 200, after });
    for (const { work } of rows) works.add(work);
    if (next === null) break;
    after = next;
  }
  return works;
}
