import {
  coveredBy,
  liftSuppression,
  REACHES,
  type Reach,
  scopeOf,
  suppressFindings,
} from "../../../src/use-cases/suppress-findings.ts";
import { findingRows } from "../../../src/use-cases/view-finding-row.ts";
import { words } from "../../components/words.tsx";
import { type Answer, type Ask, fault, goTo, type Route } from "../../route.ts";
import { SuppressPage } from "./page.tsx";
import { aboutFinding, aboutReach, aboutSuppression } from "../../about.ts";

const ROWS_SHOWN = 40;

/** `?reach=` shows what would be exempted before anything is stored. */
export const route: Route = {
  path: "/findings/:key/suppress",
  permission: "finding:decide",
  about: ({ store, param }) => aboutFinding(store, param("key")),
  answer: (ask) => show(ask, false),
};

export const apply: Route = {
  method: "POST",
  path: "/findings/:key/suppress",
  permission: "finding:decide",
  about: ({ store, param, form }) => aboutReach(store, param("key"), form.get("reach") ?? ""),
  async answer(ask) {
    const { store, param, form, now, frame: f } = ask;
    const finding = await store.findings.find(param("key"));
    if (finding === null) return fault(404, "no-finding", param("key"));
    const reach = REACHES.find((r) => r === form.get("reach"));
    if (reach === undefined) return fault(400, "bad-value", form.get("reach") ?? "");
    const scope = await scopeOf(store, finding, reach);
    const reason = form.get("reason")?.trim() ?? "";
    if (scope === null || reason === "") return show(ask, true);
    const n = await suppressFindings(store, scope, reason, ask.by, now);
    return goTo(ask, f.href(`/rules/${finding.rule}`, { exempted: n }));
  },
};

export const lift: Route = {
  method: "POST",
  path: "/suppressions/:id/lift",
  permission: "finding:decide",
  about: ({ store, param }) => aboutSuppression(store, param("id")),
  async answer(ask) {
    await liftSuppression(ask.store, ask.param("id"), ask.by, ask.now);
    const from = ask.form.get("from") === "reviews" ? "/reviews" : `/rules/${ask.form.get("rule") ?? ""}`;
    return goTo(ask, ask.frame.href(from, { lifted: "yes" }));
  },
};

async function show(ask: Ask, reasonMissing: boolean): Promise<Answer> {
  const { store, param, frame: f, form } = ask;
  const finding = await store.findings.find(param("key"));
  if (finding === null) return fault(404, "no-finding", param("key"));
  const asked = form.get("reach") ?? f.query.get("reach");
  const reach: Reach | null = asked === null ? null : (REACHES.find((r) => r === asked) ?? null);
  if (asked !== null && reach === null) return fault(400, "bad-value", asked);
  const scope = reach === null ? null : await scopeOf(store, finding, reach);
  const covered = scope === null ? [] : await coveredBy(store, scope);
  const last = (await store.decisions.of(finding.key)).findLast((d) => d.undoneAt === null);
  return {
    title: f.t.decision.suppress.title,
    nav: "findings",
    status: reasonMissing ? 400 : undefined,
    place: [
      { label: f.t.findings.title, href: f.href("/findings") },
      { label: words(finding.code), href: f.href(`/findings/${finding.key}`) },
      { label: f.t.decision.suppress.title },
    ],
    body: (
      <SuppressPage
        f={f}
        finding={finding}
        reach={reach}
        possible={scope !== null}
        covered={covered.length}
        rows={await findingRows(store, covered.slice(0, ROWS_SHOWN))}
        reason={form.get("reason") ?? f.query.get("reason") ?? last?.reason ?? ""}
        reasonMissing={reasonMissing}
        token={ask.token()}
      />
    ),
  };
}
