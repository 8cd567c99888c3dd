import type { GraphView } from "../../../src/use-cases/graph-view.ts";
import { layOutGraph } from "../../../src/use-cases/lay-out-graph.ts";
import type { Relation } from "../../../src/use-cases/view-relations.ts";
import { decision, decree } from "./samples.ts";

const related = (id: string, issuedOn: string, roles: Relation["roles"], extra: Partial<Relation> = {}): Relation => ({
  work: { ...decision, id, symbol: `${id}/${issuedOn.slice(0, 4)}/QĐ-UBND`, issuedOn },
  status: "in-force",
  roles,
  details: false,
  times: 1,
  ...extra,
});

export const graph: GraphView = layOutGraph({
  self: { work: decision, status: "partly-ceased" },
  cites: [
    { work: decree, status: "in-force", roles: ["basis"], details: true, times: 3 },
    related("22", "2021-08-09", ["replaces"], { status: "ceased" }),
    related("19", "2022-03-01", ["repeals"], { status: "ceased" }),
    related("30", "2023-05-15", ["reference"]),
  ],
  citedBy: [
    related("06", "2026-03-16", ["amends"]),
    related("11", "2026-06-22", ["amends"], { status: "not-yet-in-force" }),
  ],
});
