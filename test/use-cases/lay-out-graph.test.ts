import { describe, expect, test } from "vitest";
import type { Work } from "../../src/domain/work.ts";
import { GRAPH_NODE } from "../../src/use-cases/graph-view.ts";
import { layOutGraph, lineOf, NEIGHBOURS_DRAWN } from "../../src/use-cases/lay-out-graph.ts";
import type { Relation } from "../../src/use-cases/view-relations.ts";

const work = (id: string, type: Work["type"], issuer: string, issuedOn: string | null): Work => ({
  id,
  type,
  issuer,
  issuedOn,
  symbol: `${id}/2025/QĐ-UBND`,
  title: null,
  effectiveOn: null,
  known: "text",
  normative: "yes",
});
const decision = (id: string, day: string | null): Work => work(id, "quyet-dinh", "Ủy ban nhân dân tỉnh An Khê", day);
const relation = (of: Work, roles: Relation["roles"] = ["reference"], details = false): Relation => ({
  work: of,
  status: "in-force",
  roles,
  details,
  times: 1,
});

const SELF = { work: decision("17", "2025-10-06"), status: "in-force" as const };
const DECREE = work("742", "nghi-dinh", "Chính phủ", "2024-05-09");

describe("a document among its relations", () => {
  test("higher force stands above, later days stand to the right", () => {
    const { nodes } = layOutGraph({
      self: SELF,
      cites: [relation(DECREE, ["basis"]), relation(decision("22", "2021-08-09"), ["replaces"])],
      citedBy: [relation(decision("06", "2026-03-16"), ["amends"])],
    });
    const at = (id: string) => nodes.find((n) => n.work.id === id) as (typeof nodes)[number];
    expect(at("742").y).toBeLessThan(at("17").y);
    expect(at("22").y).toBe(at("06").y);
    expect([at("22").x, at("742").x, at("17").x, at("06").x]).toEqual(
      [at("22").x, at("742").x, at("17").x, at("06").x].sort((a, b) => a - b),
    );
  });

  test("a pair gets its strongest line, and edges point at what is acted on", () => {
    expect(lineOf(relation(DECREE, ["reference", "repeals", "amends"]))).toBe("repeals");
    expect(lineOf(relation(DECREE, ["basis"], true))).toBe("details");
    expect(lineOf(relation(DECREE, ["title"]))).toBe("cites");
    const { edges } = layOutGraph({
      self: SELF,
      cites: [relation(DECREE, ["basis"])],
      citedBy: [relation(decision("06", "2026-03-16"), ["amends"])],
    });
    expect(edges.map((e) => [e.from, e.line, e.to])).toEqual(
      expect.arrayContaining([
        ["17", "basis", "742"],
        ["06", "amends", "17"],
      ]),
    );
  });

  test("boxes never overlap and stay inside, also when all were issued on one day or on none", () => {
    for (const dayOf of [
      () => "2025-01-01",
      () => null,
      (i: number) => `2025-0${(i % 9) + 1}-01`,
      (i: number) => `2025-01-${String((i % 28) + 1).padStart(2, "0")}`,
    ]) {
      const cites = Array.from({ length: 38 }, (_, i) => relation(decision(`n${i}`, dayOf(i))));
      const { nodes, width, height } = layOutGraph({ self: SELF, cites, citedBy: [] });
      expect(nodes).toHaveLength(39);
      for (const [i, a] of nodes.entries()) {
        expect(a.x >= 0 && a.x + GRAPH_NODE.width <= width && a.y + GRAPH_NODE.height <= height).toBe(true);
        for (const b of nodes.slice(i + 1))
          expect(Math.abs(a.x - b.x) >= GRAPH_NODE.width || Math.abs(a.y - b.y) >= GRAPH_NODE.height).toBe(true);
      }
    }
  });

  test("too many are cut, the strongest kept, and the rest counted", () => {
    const cites = Array.from({ length: 60 }, (_, i) => relation(decision(`n${i}`, "2025-01-01")));
    const last = relation(decision("last", "2026-01-01"), ["repeals"]);
    const { nodes, leftOut } = layOutGraph({ self: SELF, cites: [...cites, last], citedBy: [] });
    expect(nodes).toHaveLength(NEIGHBOURS_DRAWN + 1);
    expect(nodes.map((n) => n.work.id)).toContain("last");
    expect(leftOut).toBe(21);
  });

  test("who cites and is cited is one box with two lines", () => {
    const other = decision("06", "2026-03-16");
    const { nodes, edges } = layOutGraph({ self: SELF, cites: [relation(other)], citedBy: [relation(other)] });
    expect(nodes).toHaveLength(2);
    expect(new Set(edges.map((e) => e.path)).size).toBe(2);
  });
});
