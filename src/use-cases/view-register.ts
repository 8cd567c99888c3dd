import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import type { Store } from "../store/store.ts";
import { workName } from "../timeline/work-name.ts";

/** What the shipped register says of two works: who took whose place, from which day, by which clause. */
export interface RegisterWord {
  readonly action: Effect["action"];
  /** `by`: the work spoken of is changed by the other; `does`: it changes the other. */
  readonly side: "by" | "does";
  readonly other: Work | null;
  /** `Luật Đất đai số 31/2024/QH15` */
  readonly name: string;
  readonly from: LegalDate | null;
  /** As the register gives it: `khoản 3 Điều 172`. */
  readonly clause: string | null;
  readonly exception: string | null;
}

/** The day the register reaches: the newest document it knows. Null where it knows none. */
export function registerDay(): LegalDate | null {
  newest ??= loadCentralRegister().works.reduce(
    (last, w) => (w.issuedOn !== null && w.issuedOn > last ? w.issuedOn : last),
    "",
  );
  return newest === "" ? null : newest;
}
let newest: string | null = null;

/** What the register says that `others` did to a work, and what the work did to them; without others: who ended it. */
export async function registerWords(
  store: Store,
  work: WorkId,
  others: ReadonlySet<WorkId>,
): Promise<readonly RegisterWord[]> {
  const [on, from] = await Promise.all([store.effects.on(work), store.effects.from(work)]);
  const told = [
    ...on
      .filter((e) => (others.size === 0 ? e.action !== "amend" : others.has(e.source)))
      .map((effect) => ({ effect, side: "by" as const })),
    ...from.filter((e) => others.has(e.target)).map((effect) => ({ effect, side: "does" as const })),
  ].filter(({ effect: e }) => e.origin === "register" && e.applied && e.source !== e.target);
  return Promise.all(
    told.map(async ({ effect, side }) => {
      const other = await store.works.find(side === "by" ? effect.source : effect.target);
      return {
        action: effect.action,
        side,
        other,
        name: workName(other),
        from: effect.from,
        clause: clauseOf(effect),
        exception: effect.exception,
      };
    }),
  );
}

const clauseOf = ({ target, source }: Effect): string | null =>
  loadCentralRegister().successions.find((s) => s.old === target && s.new === source)?.clause ?? null;
