import { describe, expect, it } from "vitest";
import type { WorkFacet } from "../../src/domain/work-facet.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Store } from "../../src/store/store.ts";
import { aFinding, anEffect, aPeriod, aWork } from "./build.ts";

const AN_KHE = "ubnd:an khe@2025-07-01";
const DAY = "2026-06-30";

const facet = (work: Work, given: Partial<WorkFacet> = {}): WorkFacet => ({
  work: work.id,
  level: "province",
  body: AN_KHE,
  bodyName: "Ủy ban nhân dân tỉnh An Khê",
  fields: ["11"],
  territory: [],
  territoryNames: [],
  ...given,
});

/** Figures over everything, alike on every engine. */
export function overviewBehaves(of: () => Store, put: (work: Work) => Promise<string>): void {
  const [a, b, c] = [1, 2, 3].map((k) => aWork({ symbol: `${k}/2026/QĐ-UBND` })) as [Work, Work, Work];
  const three = async (): Promise<void> => {
    for (const work of [a, b, c]) await put(work);
    await of().facets.save([facet(a), facet(b)]);
    await of().statuses.replace(
      [a.id, b.id],
      [
        aPeriod(a, { from: null, to: "2026-07-10", status: "in-force", since: "2025-08-15" }),
        aPeriod(a, { from: "2026-07-10", to: null, status: "ceased", since: "2026-07-10" }),
        aPeriod(b, { from: null, to: "2026-03-01", status: "in-force", since: "2025-08-15" }),
        aPeriod(b, { from: "2026-03-01", to: "2026-05-01", status: "ceased", since: "2026-03-01" }),
        aPeriod(b, { from: "2026-05-01", to: null, status: "ceased", since: "2026-03-01" }),
      ],
    );
  };

  describe("overview of documents", () => {
    it("counts every text once, by what it is filed under; one without a period or a filing is unknown", async () => {
      await three();
      await of().works.save([aWork({ symbol: "9/2026/QĐ-UBND", known: "cited" })]);
      const rows = await of().overview.filings(DAY);
      expect(rows.map((r) => [r.status, r.level, r.body, r.n]).sort()).toEqual([
        ["ceased", "province", AN_KHE, 1],
        ["in-force", "province", AN_KHE, 1],
        ["unknown", "unknown", null, 1],
      ]);
      expect((await of().overview.filings("2026-07-10")).filter((r) => r.status === "ceased")[0]?.n).toBe(2);
    });

    it("counts and lists changes of status after a day and not after another; going on as before is none", async () => {
      await three();
      const change = { day: "2026-07-10", was: "in-force", is: "ceased" } as const;
      expect(await of().overview.changes(DAY, "2026-07-10")).toEqual([{ ...change, n: 1 }]);
      expect(await of().overview.changes(DAY, "2026-07-09")).toEqual([]);
      expect(await of().overview.changes("2026-07-10", "2026-12-31")).toEqual([]);
      expect((await of().overview.changes("2026-02-01", DAY)).map((x) => x.day)).toEqual(["2026-03-01"]);
      expect(await of().overview.changing(DAY, "2026-12-31", { is: ["ceased"] }, 5)).toEqual([{ ...change, work: a }]);
      expect(await of().overview.changing(DAY, "2026-12-31", { was: ["suspended"] }, 5)).toEqual([]);
    });

    it("counts normative documents by status, those whose status began within some days, and local ones alone", async () => {
      await three();
      const year = { from: "2026-01-01", to: "2026-12-31" };
      expect(await of().overview.listedCounts("2026-12-31", { since: year })).toEqual({ ceased: 2 });
      expect(await of().overview.listedCounts(DAY, { since: { from: "2026-03-02", to: DAY } })).toEqual({});
      expect(await of().overview.listedCounts(DAY, {})).toEqual({ ceased: 1, "in-force": 1 });
      await of().facets.save([facet(b, { level: "central" })]);
      expect(await of().overview.listedCounts(DAY, { local: true })).toEqual({ "in-force": 1 });
      await of().works.save([{ ...b, normative: "no" }]);
      expect(await of().overview.listedCounts(DAY, {})).toEqual({ "in-force": 1 });
    });

    it("counts documents about which something was confirmed", async () => {
      await three();
      await of().findings.record(DAY, [aFinding(a, { key: "k1" }), aFinding(a, { key: "k2" })], 1);
      expect(await of().overview.confirmed(DAY)).toEqual([]);
      for (const finding of ["k1", "k2"])
        await of().decisions.add(
          {
            id: `d-${finding}`,
            finding,
            verdict: "confirmed",
            reason: null,
            until: null,
            by: "Hà",
            at: 5,
            undoneAt: null,
          },
          null,
        );
      expect(await of().overview.confirmed(DAY)).toEqual([
        { body: AN_KHE, level: "province", normative: "yes", status: "in-force", n: 1 },
      ]);
    });
  });

  describe("overview of imports", () => {
    const entry = (work: string | null, at: number, outcome: "imported" | "refused" | "unchanged" = "imported") => ({
      file: `${at}.docx`,
      sha256: null,
      outcome,
      work,
      reason: null,
      at,
    });

    it("groups files by the job that brought them and counts outcomes", async () => {
      await of().imports.record([entry(null, 10), entry(null, 20, "refused"), entry(null, 21)], "j1");
      await of().imports.record([entry(null, 30)]);
      expect(await of().overview.imports(20, 5)).toEqual([
        { job: null, at: 30, outcomes: { imported: 1 } },
        { job: "j1", at: 21, outcomes: { imported: 1, refused: 1 } },
      ]);
      expect(await of().overview.imports(20, 1)).toHaveLength(1);
      expect(await of().overview.imports(31, 5)).toEqual([]);
    });

    it("knows which of them act on other documents", async () => {
      await three();
      await of().effects.replaceFrom(a.id, [
        anEffect(a, b, { id: "e1" }),
        anEffect(a, b, { id: "e2", targetEId: "art_1" }),
        anEffect(a, c, { id: "e3" }),
        anEffect(a, a, { id: "e4" }),
      ]);
      await of().effects.replaceFrom(b.id, [anEffect(b, c, { id: "e5" })]);
      await of().imports.record([entry(a.id, 10), entry(b.id, 20), entry(c.id, 30), entry(b.id, 40, "unchanged")]);
      expect(await of().overview.acts(10, 5)).toEqual({
        acts: [
          { work: a.id, targets: 2 },
          { work: b.id, targets: 1 },
        ],
        all: 2,
        targets: 2,
      });
      expect(await of().overview.acts(10, 1)).toMatchObject({ acts: [{ work: a.id }], all: 2, targets: 2 });
      expect(await of().overview.acts(30, 5)).toEqual({ acts: [], all: 0, targets: 0 });
    });
  });

  describe("overview of the queue", () => {
    const decide = (finding: string, verdict: "confirmed" | "later", at: number, until: string | null = null) =>
      of().decisions.add(
        { id: `${finding}-${at}`, finding, verdict, reason: null, until, by: "Hà", at, undoneAt: null },
        null,
      );

    it("says what is new by rule and what comes back", async () => {
      await of().works.save([a]);
      const old = aFinding(a, { key: "k1", eId: "art_1" });
      await of().findings.record(DAY, [old], 100);
      await decide("k1", "confirmed", 150);
      await of().findings.record(
        DAY,
        [aFinding(a, { key: "k2", eId: "art_1" }), aFinding(a, { key: "k3", eId: "art_2" })],
        200,
      );
      const [row, ...rest] = await of().overview.newFindings(200);
      expect(rest).toEqual([]);
      expect(row).toMatchObject({ rule: old.rule, n: 2, reopened: 1 });
      expect(await of().overview.newFindings(201)).toEqual([]);
      expect(await of().overview.arrived(200, true, 9)).toEqual(["k2"]);
      expect(await of().overview.arrived(200, false, 9)).toEqual(["k2", "k3"]);
      await decide("k3", "later", 300, "2026-07-05");
      expect(await of().overview.returning("2026-07-04", 9)).toEqual([]);
      expect(await of().overview.returning("2026-07-05", 9)).toEqual([{ finding: "k3", until: "2026-07-05" }]);
    });

    it("counts in which stretch findings that are gone came and left, and how", async () => {
      await of().works.save([a]);
      const raise = (...keys: string[]) => keys.map((key) => aFinding(a, { key, eId: key }));
      await of().findings.record(DAY, raise("k1", "k2", "k3"), 50);
      await of().findings.record(DAY, raise("k1", "k2", "k4"), 150);
      await decide("k2", "confirmed", 250);
      const told = async () =>
        (await of().overview.goneFlow([100, 200])).map((r) => `${r.came} ${r.left} ${r.how} ${r.n}`);
      expect(await told()).toEqual(["0 0 gone 1"]);
      expect((await of().findings.faces()).map((f) => [f.key, f.decidedAt])).toContainEqual(["k2", 250]);
      await of().findings.record(DAY, raise("k1"), 260);
      expect((await told()).sort()).toEqual(["0 0 gone 1", "0 2 decided 1", "1 1 gone 1"]);
      await of().decisions.undo("k2-250", 270);
      expect((await told()).sort()).toEqual(["0 0 gone 1", "0 1 gone 1", "1 1 gone 1"]);
    });
  });
}
