import type { Effect } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import { formatDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { ENDING } from "./timeline.ts";
import { type Dated, isDated, weighEffect } from "./weigh-effect.ts";
import { workName } from "./work-name.ts";

/** Something in the effects that the law knows no answer to, or that a slip made so. Statuses are computed all the same. */
export interface Oddity {
  /**
   * cycle = documents end each other in a circle; replaced-twice = two documents replace the same one; before-issue = a document
   * begins before its own day of issue; not-counted = what a clause says has no effect, or a doubtful one.
   */
  readonly kind: "cycle" | "replaced-twice" | "before-issue" | "not-counted";
  readonly works: readonly WorkId[];
  readonly effects: readonly Effect[];
  /** Vietnamese sentence: what, and what to look at. */
  readonly says: string;
}

/** In a fixed order whatever the order of import: by kind, then by works. */
export function findOddities(works: readonly Work[], effects: readonly Effect[]): readonly Oddity[] {
  const byId = new Map(works.map((w) => [w.id, w]));
  const on = groupBy(effects, (e) => e.target);
  const view = { work: (id: WorkId) => byId.get(id) ?? null, effectsOn: (id: WorkId) => on.get(id) ?? [] };
  const dated = effects.filter(isDated).filter((e) => e.reach === undefined);
  const name = (id: WorkId): string => workName(view.work(id));
  const found = [
    ...circles(dated.filter(endsWhole)).map((ids) => circle(ids, dated, name)),
    ...replacedTwice(dated, name),
    ...dated.flatMap((e) => beforeIssue(e, view.work(e.target), name)),
    ...dated.flatMap((e) => notCounted(e, view, name)),
  ];
  const key = (o: Oddity): string => `${o.kind}|${o.works.join()}|${o.effects.map((e) => e.id).join()}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const endsWhole = (e: Dated): boolean => ENDING.has(e.action) && e.targetEId === null && e.source !== e.target;

function circle(ids: readonly WorkId[], dated: readonly Dated[], name: (id: WorkId) => string): Oddity {
  const members = new Set(ids);
  return {
    kind: "cycle",
    works: ids,
    effects: dated.filter((e) => endsWhole(e) && members.has(e.source) && members.has(e.target)).sort(byIdOf),
    says: `Các văn bản thay thế, bãi bỏ lẫn nhau theo vòng: ${ids.map(name).join("; ")}. Kiểm tra số, ký hiệu và ngày trong điều khoản thi hành`,
  };
}

const byIdOf = (a: Effect, b: Effect): number => (a.id < b.id ? -1 : 1);

/** Groups of works each of which ends another of the group, directly or through others. */
function circles(ends: readonly Dated[]): readonly (readonly WorkId[])[] {
  const next = new Map(
    [...groupBy(ends, (e) => e.source)].map(([id, own]) => [id, [...new Set(own.map((e) => e.target))]]),
  );
  const reaches = (from: WorkId): ReadonlySet<WorkId> => {
    const seen = new Set<WorkId>();
    const pending = [...(next.get(from) ?? [])];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      pending.push(...(next.get(id) ?? []));
    }
    return seen;
  };
  // only works that both end and are ended can lie on a circle: few, so that walking from each costs little
  const ended = new Set(ends.map((e) => e.target));
  const candidates = [...next.keys()].filter((id) => ended.has(id)).sort();
  const reach = new Map(candidates.map((id) => [id, reaches(id)]));
  const done = new Set<WorkId>();
  const groups: WorkId[][] = [];
  for (const id of candidates) {
    if (done.has(id) || !reach.get(id)?.has(id)) continue;
    const group = candidates.filter((other) => reach.get(id)?.has(other) && reach.get(other)?.has(id));
    for (const member of group) done.add(member);
    groups.push(group);
  }
  return groups;
}

function replacedTwice(dated: readonly Dated[], name: (id: WorkId) => string): readonly Oddity[] {
  const replacing = dated.filter(
    (e) => e.action === "replace-document" && e.targetEId === null && e.territory === undefined,
  );
  return [...groupBy(replacing, (e) => e.target)].flatMap(([target, own]): Oddity[] => {
    const sources = [...new Set(own.map((e) => e.source))].sort();
    // one law that is split into two on one day is replaced by both, and nothing is odd about that
    if (sources.length < 2 || new Set(own.map((e) => e.from)).size < 2) return [];
    return [
      {
        kind: "replaced-twice",
        works: [target, ...sources],
        effects: [...own].sort(byIdOf),
        says: `${name(target)} được thay thế bởi nhiều văn bản: ${sources.map(name).join("; ")}. Ngày sớm nhất được tính`,
      },
    ];
  });
}

function beforeIssue(e: Dated, work: Work | null, name: (id: WorkId) => string): readonly Oddity[] {
  if (e.action !== "commence" || e.source !== e.target || !work?.issuedOn || e.from >= work.issuedOn) return [];
  const says = `${name(e.target)} có hiệu lực từ ngày ${formatDate(e.from)}, trước ngày ban hành ${formatDate(work.issuedOn)}. Kiểm tra ngày, hoặc căn cứ của hiệu lực trở về trước`;
  return [{ kind: "before-issue", works: [e.target], effects: [e], says }];
}

function notCounted(
  e: Dated,
  view: Parameters<typeof weighEffect>[2],
  name: (id: WorkId) => string,
): readonly Oddity[] {
  const target = view.work(e.target);
  const weight = target ? weighEffect(e, target, view) : null;
  // slips of the shipped register are ours to mend, not an official's
  if (weight === null || weight.kind === "counts" || e.origin === "register") return [];
  const verdict = weight.kind === "doubt" ? "cần xác định" : "không được tính";
  const says = `Chỉ dẫn của ${name(e.source)} đối với ${name(e.target)} ${verdict}: ${weight.why}`;
  return [{ kind: "not-counted", works: [e.target, e.source], effects: [e], says }];
}
