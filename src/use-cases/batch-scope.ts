import { parseIssuer } from "../domain/issuer.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { shelvedOn } from "./document-shelf.ts";
import { impactOf, type ImpactRow } from "./impact-of.ts";
import { ofFormerBody } from "./old-bodies-campaign.ts";
import { readPasted } from "./pasted-list.ts";
import { reviewDeadline } from "./review-deadlines.ts";
import { type DocumentQuery, matchingDocuments } from "./view-documents.ts";

/** Which documents a batch is about, as it was asked for. */
export type BatchScope =
  /** A list narrowed by filters; `said` names them in Vietnamese. */
  | { readonly kind: "documents"; readonly query: DocumentQuery; readonly said: string }
  /** What has to be reviewed because of one document (Điều 39 NĐ 79/2025). */
  | { readonly kind: "impact"; readonly work: WorkId }
  /** Documents of provinces and districts that are no more. */
  | { readonly kind: "campaign" }
  /** Local documents of a period and those that were in force when it began (Điều 51 NĐ 79/2025). */
  | { readonly kind: "systematisation"; readonly from: LegalDate; readonly cutOff: LegalDate }
  | { readonly kind: "ticked"; readonly works: readonly WorkId[] }
  /** `chosen`: for a number that several documents bear, the one that is meant; null = none of them. */
  | { readonly kind: "pasted"; readonly text: string; readonly chosen: ReadonlyMap<string, WorkId | null> };

/** A document that would be in the batch, and why. */
export interface Candidate {
  readonly work: Work;
  readonly status: StatusName | null;
  readonly why: string;
}

export interface ScopeView {
  readonly candidates: readonly Candidate[];
  /** Numbers of a pasted list that several documents bear and nobody has chosen between. */
  readonly several: readonly { readonly line: string; readonly symbol: string; readonly candidates: readonly Work[] }[];
  readonly unfound: readonly string[];
  /** Lines of a pasted list beyond what is read. */
  readonly left: number;
}

const GROUNDS: Readonly<Record<ImpactRow["ground"], string>> = {
  1: "bị tác động trực tiếp",
  2: "có căn cứ ban hành bị tác động",
  3: "dẫn chiếu văn bản bị tác động",
  4: "cùng nội dung điều chỉnh",
};

/** The documents of a scope on a day; what cannot be told is handed back to be chosen or looked for. */
export async function viewScope(store: Store, scope: BatchScope, on: LegalDate): Promise<ScopeView> {
  if (scope.kind === "pasted") return pasted(store, scope, on);
  const found = await worksOfScope(store, scope, on);
  const statuses = await store.statuses.namesOn(
    found.map(({ work }) => work.id),
    on,
  );
  const candidates = found.map((one) => ({ ...one, status: statuses.get(one.work.id) ?? null }));
  return { candidates, several: [], unfound: [], left: 0 };
}

type Found = Omit<Candidate, "status">;

async function worksOfScope(
  store: Store,
  scope: Exclude<BatchScope, { kind: "pasted" }>,
  on: LegalDate,
): Promise<readonly Found[]> {
  switch (scope.kind) {
    case "documents": {
      const why = scope.said === "" ? "toàn bộ kho" : `theo bộ lọc: ${scope.said}`;
      return (await matchingDocuments(store, scope.query)).map(({ work }) => ({ work, why }));
    }
    case "impact":
      return impacted(store, scope.work, on);
    case "campaign":
      return campaign(store, on);
    case "systematisation":
      return systematised(store, scope);
    case "ticked": {
      const works = await store.works.findAll(scope.works);
      return scope.works
        .flatMap((id) => works.get(id) ?? [])
        .map((work) => ({ work, why: "được chọn trong danh sách" }));
    }
  }
}

/** Each document once, with every ground it stands on; what has ended already needs no review. */
async function impacted(store: Store, id: WorkId, on: LegalDate): Promise<readonly Found[]> {
  const act = await store.works.find(id);
  if (act === null) return [];
  const rows = await impactOf(store, act, on);
  const ended = await store.statuses.namesOn(
    rows.map((row) => row.work.id),
    on,
  );
  const grounds = new Map<WorkId, { work: Work; said: Set<string> }>();
  for (const { work, ground } of rows) {
    if (ended.get(work.id) === "ceased") continue;
    const own = grounds.get(work.id) ?? { work, said: new Set<string>() };
    own.said.add(GROUNDS[ground]);
    grounds.set(work.id, own);
  }
  return [...grounds.values()].map(({ work, said }) => ({ work, why: `${[...said].join("; ")} (${workName(act)})` }));
}

async function campaign(store: Store, on: LegalDate): Promise<readonly Found[]> {
  const { documents, statuses } = await shelvedOn(store, on);
  const deadline = reviewDeadline("former-province-documents", on);
  const why = `văn bản của tỉnh, huyện cũ${deadline === null ? "" : `, phải xử lý trước ${formatDate(deadline.day)}`}`;
  return documents.flatMap(({ work, facet }, i) =>
    ofFormerBody(facet, work.normative, on) && statuses[i]?.status !== "ceased" ? [{ work, why }] : [],
  );
}

/** In force when the period began, also in part, or issued in it, also not yet in force; issued no later than the cut-off. */
async function systematised(
  store: Store,
  { from, cutOff }: Extract<BatchScope, { kind: "systematisation" }>,
): Promise<readonly Found[]> {
  const { documents, statuses } = await shelvedOn(store, from);
  return documents.flatMap(({ work, facet }, i): Found[] => {
    const level = facet?.level ?? parseIssuer(work.issuer ?? "").level;
    if (work.normative === "no" || level === "central" || level === "unknown") return [];
    if (work.issuedOn !== null && work.issuedOn > cutOff) return [];
    if (work.issuedOn !== null && work.issuedOn >= from) return [{ work, why: "ban hành trong kỳ hệ thống hóa" }];
    return statuses[i]?.status === "ceased" ? [] : [{ work, why: "còn hiệu lực khi bắt đầu kỳ hệ thống hóa" }];
  });
}

async function pasted(
  store: Store,
  { text, chosen }: Extract<BatchScope, { kind: "pasted" }>,
  on: LegalDate,
): Promise<ScopeView> {
  const list = await readPasted(store, text);
  const found = new Map(list.works.map(({ work, line }) => [work.id, { work, why: `trong danh sách: ${line}` }]));
  const several: ScopeView["several"][number][] = [];
  const unfound = [...list.unfound];
  for (const doubt of list.several) {
    const choice = chosen.get(doubt.line);
    const meant = doubt.candidates.find((work) => work.id === choice);
    if (meant !== undefined) found.set(meant.id, { work: meant, why: `trong danh sách: ${doubt.line}` });
    else if (choice === null) unfound.push(doubt.line);
    else several.push(doubt);
  }
  const statuses = await store.statuses.namesOn(found.keys(), on);
  return {
    candidates: [...found.values()].map((one) => ({ ...one, status: statuses.get(one.work.id) ?? null })),
    several,
    unfound,
    left: list.left,
  };
}
