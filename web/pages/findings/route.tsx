import { viewFinding, viewFindings } from "../../../src/use-cases/view-findings.ts";
import type { Answer, Ask, Route } from "../../route.ts";
import { JustDone } from "../finding/decide.tsx";
import { FindingDetail } from "../finding/detail.tsx";
import { decidePropsOf, justDone } from "../finding/just-done.ts";
import { type FindingFilters, findingFilters } from "./filters.ts";
import { listsOf, TRIAGE_ASSETS } from "./lists.ts";
import { FindingsPage } from "./page.tsx";

export const route: Route = {
  path: "/findings",
  permission: "finding:read",
  async answer(ask) {
    const filters = findingFilters(ask);
    return "fault" in filters ? filters : show(ask, filters);
  },
};

async function show(ask: Ask, { ask: asked, params }: FindingFilters): Promise<Answer> {
  const { store, rules, frame: f } = ask;
  const view = await viewFindings(store, asked, f.query.get("after") ?? undefined);
  const { rows } = view.queue;
  const current = rows[view.from]?.key ?? null;
  const finding = current === null ? null : await viewFinding(store, current, f.on);
  const decide = finding === null ? null : await decidePropsOf(ask, finding, view.queue);
  const token = ask.token();
  const done = <JustDone f={f} decide={decide ?? { ...(await justDone(ask, view.queue)), token }} params={params} />;
  const shown =
    finding === null || decide === null ? null : (
      <FindingDetail
        f={f}
        view={finding}
        rule={rules.find((r) => r.id === finding.finding.rule) ?? null}
        params={params}
        decide={decide}
        step={{
          place: view.from,
          total: rows.length,
          previous: rows[view.from - 1]?.key ?? null,
          next: rows[view.from + 1]?.key ?? null,
        }}
        said={done}
        main={false}
      />
    );
  const pane = { f, view, rules, params, current, token };
  return {
    title: f.t.findings.title,
    nav: "findings",
    bare: true,
    ...TRIAGE_ASSETS,
    place: [{ label: f.t.findings.title }],
    body: <FindingsPage {...pane} views={await listsOf(ask)} shown={shown} said={done} />,
  };
}
