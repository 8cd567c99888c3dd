import { viewRule } from "../../../src/use-cases/view-rules.ts";
import { viewSuppressions } from "../../../src/use-cases/suppress-findings.ts";
import { fault, type Route } from "../../route.ts";
import { RulePage } from "./page.tsx";

export const route: Route = {
  path: "/rules/:id",
  permission: "rule:read",
  async answer(ask) {
    const { store, rules, frame: f, param } = ask;
    const row = await viewRule(store, rules, param("id"));
    if (row === null) return fault(404, "no-rule", param("id"));
    const suppressions = await viewSuppressions(store, row.rule.id);
    const title = f.lang === "vi" ? row.rule.title : row.rule.titleEn;
    return {
      title: `${row.rule.code} ${title}`,
      nav: "rules",
      styles: ["page-rules.css"],
      place: [{ label: f.t.rules.title, href: f.href("/rules") }, { label: row.rule.code }],
      body: (
        <RulePage
          f={f}
          row={row}
          suppressions={suppressions}
          cases={(await row.rule.cases?.()) ?? []}
          token={ask.token()}
        />
      ),
    };
  },
};
