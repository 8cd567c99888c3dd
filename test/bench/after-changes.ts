import type { Store } from "../../src/store/store.ts";
import { decideFinding } from "../../src/use-cases/decide-finding.ts";
import { nextRevision } from "../../src/use-cases/index-revision.ts";
import { warmUp } from "../../src/use-cases/warm-up.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import { type Ask, type Measured, measured, type Took } from "./asking.ts";

const DECISIONS = 20;
const IMPORTS = 5;

export interface AfterChange {
  readonly name: string;
  readonly took: Measured;
  /** Judged by the limit of pages; what only the first visitor meets before the warm-up is done is told, not judged. */
  readonly judged: boolean;
}

/**
 * What the one pays who comes first after a change: pages that keep figures make them anew then. After an import the server
 * warms them up by itself, one after another; who comes before that is over waits.
 */
export async function afterChanges(
  store: Store,
  ask: Ask,
  { today, now, impact }: { readonly today: LegalDate; readonly now: number; readonly impact: string },
): Promise<readonly AfterChange[]> {
  const told: AfterChange[] = [];
  const keys = (await store.findings.list({ limit: 200 })).rows.map((finding) => finding.key);
  for (const path of ["/", "/findings", "/reviews", "/rules", "/documents", "/due"]) {
    const took: Took[] = [];
    for (let i = 0; i < DECISIONS; i++) {
      const finding = keys.pop();
      if (finding === undefined) throw new Error("too few findings");
      const at = now + told.length * 1_000 + i;
      const decision = { verdict: "confirmed", reason: null, until: null, after: null, by: "bench" } as const;
      await decideFinding({ store, finding, now: at, ...decision });
      took.push(await ask(path));
    }
    told.push({ name: `${path}, first after a decision`, took: measured(took), judged: true });
  }
  const changed = () => store.withTransaction(() => nextRevision(store));
  for (const path of ["/", "/documents", "/findings", "/search?q=trach+nhiem", impact]) {
    const [before, after]: [Took[], Took[]] = [[], []];
    for (let i = 0; i < IMPORTS; i++) {
      await changed();
      before.push(await ask(path));
      await warmUp(store, { today, now, signal: new AbortController().signal });
      after.push(await ask(path));
    }
    const page = path.split("?")[0] ?? path;
    told.push({ name: `${page}, first after an import, before the warm-up`, took: measured(before), judged: false });
    told.push({ name: `${page}, first after an import, after the warm-up`, took: measured(after), judged: true });
  }
  return told;
}
