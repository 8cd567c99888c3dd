import { addDays, formatDate, type LegalDate } from "../domain/legal-date.ts";
import { STATUS_NAMES, type StatusName } from "../domain/status.ts";
import { dayAt, startOfDay } from "../domain/vietnam-time.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { PartDay } from "../report/forms/part-changes.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";
import { shelfOn } from "./document-shelf.ts";
import { type ImpactGround, impactOf } from "./impact-of.ts";
import { proofsOn } from "./proofs-on.ts";
import { rememberedImports } from "./remembered.ts";
import { bodyOf, type FigureItem, onePerWork } from "./review-figures.ts";
import { targetsOf } from "./view-impact.ts";

/** A document that came into force or was issued within the stretch and changes others. */
export interface NewGround extends FigureItem {
  readonly effectiveOn: LegalDate | null;
  /** Documents it acts on. */
  readonly targets: readonly FigureItem[];
  /** Documents that must be reviewed because of it (Điều 39 NĐ 79/2025); null = more grounds than are looked through. */
  readonly toReview: readonly FigureItem[] | null;
}

/** What happened to the law of the province in a stretch of days, each figure as the list it counts. */
export interface LawFigures {
  readonly issued: readonly FigureItem[];
  readonly ceased: readonly FigureItem[];
  /** Of which a part ended, as mẫu 02 lists them: also those of which another part had ended before. */
  readonly partly: readonly FigureItem[];
  readonly suspended: readonly FigureItem[];
  readonly partlySuspended: readonly FigureItem[];
  /** Ending within the days after. */
  readonly expiring: readonly FigureItem[];
  readonly grounds: readonly NewGround[];
  /** Checked drafts. */
  readonly drafts: number;
  /** Decisions on findings. */
  readonly decisions: number;
  /** Lists and reports published within. */
  readonly published: readonly FigureItem[];
}

/** How far ahead documents that will end are told. */
export const AHEAD_DAYS = 90;
/** Grounds whose impact is computed for one report: the ones that act on most documents. */
const IMPACTS = 12;
const MOST_EXPIRING = 1000;

export async function lawFigures(store: Store, from: LegalDate, to: LegalDate): Promise<LawFigures> {
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  return {
    ...(await lawOf(store, from, to)),
    drafts: await countActs(store, begin, end),
    decisions: (await store.reviewLog.log({ since: begin, before: end, limit: 1 })).total,
    published: (await store.publications.list({ state: "published", limit: 500 }))
      .filter(({ at }) => begin <= at && at < end)
      .map(({ id, title, at }) => ({
        ...NOTHING,
        name: title,
        href: `/reports/published/${id}`,
        note: `chốt ${formatDate(dayAt(at))}`,
      })),
  };
}

/** What people do with lists, drafts and findings changes without the index. */
type LawOfIndex = Omit<LawFigures, "drafts" | "decisions" | "published">;

/** The grounds of a year with the impact of the greatest take two seconds on twenty thousand documents. */
const lawOf = (store: Store, from: LegalDate, to: LegalDate): Promise<LawOfIndex> =>
  rememberedImports(store, `law from ${from} to ${to}`, () => readLaw(store, from, to));

async function readLaw(store: Store, from: LegalDate, to: LegalDate): Promise<LawOfIndex> {
  const shelf = await shelfOn(store, to);
  const local = new Map(
    shelf.documents.flatMap(({ work, facet }) =>
      work.normative !== "no" && facet?.level !== "central" ? [[work.id, work] as const] : [],
    ),
  );
  const expiring = await store.overview.changing(to, addDays(to, AHEAD_DAYS), { is: ["ceased"] }, MOST_EXPIRING);
  return {
    issued: [...local.values()].flatMap((work) =>
      work.issuedOn !== null && from <= work.issuedOn && work.issuedOn <= to
        ? [item(work, `/documents/${work.id}`, work.title ?? "")]
        : [],
    ),
    ...(await changesOfForce(store, shelf, local, from, to)),
    expiring: expiring.flatMap(({ work, day, is }) =>
      local.has(work.id)
        ? [item(work, `/documents/${work.id}?tab=effects`, `${STATUS_NAMES[is]} từ ${formatDate(day)}`)]
        : [],
    ),
    grounds: await newGrounds(
      store,
      shelf.documents.map(({ work }) => work),
      from,
      to,
    ),
  };
}

/** What mẫu 01 and 02 tell of the stretch in their part A, counted as they count it. */
async function changesOfForce(
  store: Store,
  shelf: Awaited<ReturnType<typeof shelfOn>>,
  local: ReadonlyMap<WorkId, Work>,
  from: LegalDate,
  to: LegalDate,
): Promise<Pick<LawFigures, "ceased" | "partly" | "suspended" | "partlySuspended">> {
  const begun = await store.statuses.begun(["ceased", "suspended", "partly-suspended"], from, to);
  const ended = new Set(
    shelf.documents.flatMap(({ work }, i) => (shelf.statuses[i]?.status === "ceased" ? [work.id] : [])),
  );
  const { parts: partsOf } = await proofsOn(store, to);
  const of = (...statuses: readonly StatusName[]): readonly FigureItem[] => {
    // a suspension of what has ended since is told by its end
    const told = begun.filter(
      ({ work, status }) => statuses.includes(status) && (status === "ceased" || !ended.has(work)),
    );
    const once = new Map(told.map((period) => [period.work, period]));
    return [...once.values()].flatMap(({ work: id, reason, since }) => {
      const work = local.get(id);
      const note = [since === null ? "" : `từ ${formatDate(since)}`, reason].filter(Boolean).join("; ");
      return work ? [item(work, `/documents/${id}?tab=effects`, note)] : [];
    });
  };
  const parts = (kind: PartDay["kind"]): readonly FigureItem[] =>
    [...local].flatMap(([id, work]) => {
      const all = partsOf.get(id) ?? [];
      const days = all.filter((part) => part.kind === kind && from <= part.day && part.day <= to).map(({ day }) => day);
      if (days.length === 0) return [];
      const note = `một phần ${PART_WORDS[kind]} từ ${[...new Set(days)].sort().map(formatDate).join(", ")}`;
      return [item(work, `/documents/${id}?tab=effects`, note)];
    });
  return {
    ceased: of("ceased"),
    partly: parts("ceased"),
    suspended: of("suspended"),
    partlySuspended: onePerWork([...of("partly-suspended"), ...parts("suspended")]),
  };
}

const PART_WORDS: Readonly<Record<PartDay["kind"], string>> = {
  ceased: "hết hiệu lực",
  suspended: "tạm ngưng hiệu lực",
};

const NOTHING = { work: null, body: "other", unit: "", ground: null, form: null } as const;

const item = (work: Work, href: string, note: string): FigureItem => ({
  ...NOTHING,
  work,
  name: workName(work),
  href,
  note,
  body: bodyOf(work),
});

/** Issued or in force since within the stretch, acting on others: the new grounds of Điều 37. */
async function newGrounds(
  store: Store,
  works: readonly Work[],
  from: LegalDate,
  to: LegalDate,
): Promise<readonly NewGround[]> {
  const within = (day: LegalDate | null): boolean => day !== null && from <= day && day <= to;
  const fresh = works.filter((work) => within(work.effectiveOn) || within(work.issuedOn));
  const grounds: NewGround[] = [];
  for (const work of fresh) {
    const targets = await targetsOf(store, work.id);
    if (targets.length > 0)
      grounds.push({
        ...item(work, `/impact?work=${work.id}`, work.title ?? ""),
        effectiveOn: work.effectiveOn,
        targets: targetItems(targets, await store.works.findAll(targets)),
        toReview: null,
      });
  }
  grounds.sort((a, b) => b.targets.length - a.targets.length);
  return Promise.all(
    grounds.map(async (ground, i) =>
      i < IMPACTS && ground.work !== null
        ? { ...ground, toReview: await toReviewBecauseOf(store, ground.work, to) }
        : ground,
    ),
  );
}

/** What only bears on the same matter is for a person to see, and is not counted. */
async function toReviewBecauseOf(store: Store, work: Work, on: LegalDate): Promise<readonly FigureItem[]> {
  const rows = (await impactOf(store, work, on)).filter(({ ground }) => ground !== 4);
  return onePerWork(rows.map((row) => item(row.work, `/documents/${row.work.id}`, WHY[row.ground])));
}

/** Khoản 1 to 4 of Điều 39. */
const WHY: Readonly<Record<ImpactGround, string>> = {
  1: "bị tác động trực tiếp",
  2: "có căn cứ ban hành hoặc nội dung quy định chi tiết là văn bản bị tác động",
  3: "dẫn chiếu văn bản bị tác động",
  4: "có quy định cùng nội dung",
};

const targetItems = (ids: readonly WorkId[], works: ReadonlyMap<WorkId, Work>): readonly FigureItem[] =>
  ids.map((id) => {
    const work = works.get(id);
    const href = `/documents/${id}`;
    return work ? item(work, href, work.title ?? "") : { ...NOTHING, name: "…", href, note: "" };
  });

/** Drafts are forgotten, that they were checked is not. */
async function countActs(store: Store, from: number, to: number): Promise<number> {
  let n = 0;
  let before: number | undefined;
  for (;;) {
    const some = await store.audit.list({ action: "draft.check", from, to, before, limit: 200 });
    n += some.length;
    if (some.length < 200) return n;
    before = some.at(-1)?.seq;
  }
}
