import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/domain/decision.ts";
import type { Store } from "../../src/store/store.ts";
import { aFinding, aWork } from "./build.ts";

const [a, b] = [aWork({ symbol: "1/2026/QĐ-UBND" }), aWork({ symbol: "2/2026/QĐ-UBND" })] as const;

/** Where the work of review stands, counted alike on every engine. */
export function reviewsBehave(of: () => Store): void {
  const start = async () => {
    await of().works.save([a, b]);
    await of().findings.record(
      "2026-01-01",
      [
        aFinding(a, { key: "k1", eId: "art_1", rule: "r1" }),
        aFinding(a, { key: "k2", eId: "art_2", rule: "r2" }),
        aFinding(a, { key: "k3", eId: "art_3", rule: "r2" }),
        aFinding(b, { key: "k4", rule: "r1" }),
      ],
      1,
    );
  };
  const decide = async (id: string, finding: string, given: Partial<Decision>, after: string | null = null) =>
    of().decisions.add(
      { id, finding, verdict: "confirmed", reason: null, until: null, by: "Hà", at: 10, undoneAt: null, ...given },
      after,
    );

  describe("the log of decisions", () => {
    it("is newest first, paged, narrowed, and keeps what was undone", async () => {
      await start();
      await decide("d1", "k1", { at: 10 });
      await decide("d2", "k2", { at: 20, by: "Đức", verdict: "dismissed", reason: "vì" });
      await decide("d3", "k4", { at: 20, by: "Đức" });
      await of().decisions.undo("d3", 30);
      const first = await of().reviewLog.log({ limit: 2 });
      expect([first.total, first.rows.map((d) => d.id)]).toEqual([3, ["d3", "d2"]]);
      expect(first.rows[0]).toMatchObject({ undoneAt: 30, rule: "r1", work: b.id, code: "B01" });
      expect((await of().reviewLog.log({ limit: 2, after: first.next ?? "" })).rows.map((d) => d.id)).toEqual(["d1"]);
      const ids = async (query: object) => (await of().reviewLog.log({ limit: 9, ...query })).rows.map((d) => d.id);
      expect(await ids({ by: "Hà" })).toEqual(["d1"]);
      expect(await ids({ verdict: "dismissed" })).toEqual(["d2"]);
      expect(await ids({ rule: "r1" })).toEqual(["d3", "d1"]);
      expect(await ids({ since: 20 })).toEqual(["d3", "d2"]);
      expect(await ids({ before: 20 })).toEqual(["d1"]);
      expect(await of().reviewLog.choices()).toEqual({ people: ["Hà", "Đức"], rules: ["r1", "r2"] });
    });
  });

  describe("where review stands", () => {
    it("tells what waits for whom, what is late and what was decided", async () => {
      await start();
      const assign = (id: string, finding: string, to: string, due: string | null) =>
        of().desk.assign({ id, finding, to, due, note: null, by: "Hà", at: 5, endedAt: null });
      await assign("a1", "k1", "Đức", "2026-01-10");
      await assign("a2", "k2", "Đức", "2026-02-10");
      await assign("a3", "k4", "Hà", null);
      await decide("d1", "k3", { by: "Lan", at: 100 });
      await decide("d2", "k4", { by: "Lan", at: 50 });
      const loads = await of().reviewLog.workloads("2026-01-20", 60);
      expect([...loads].sort((x, y) => (x.name < y.name ? -1 : 1))).toEqual([
        { name: "Lan", open: 0, overdue: 0, decided: 1 },
        { name: "Đức", open: 2, overdue: 1, decided: 0 },
      ]);
    });

    it("lists what is put off by its day and what others are asked about, while that counts", async () => {
      await start();
      await decide("d1", "k1", { verdict: "later", until: "2026-03-01" });
      await decide("d2", "k2", { verdict: "later", until: "2026-02-01" });
      await decide("d3", "k3", { verdict: "later", until: "2026-01-15" });
      await decide("d4", "k3", { verdict: "opinion", at: 20 }, "d3");
      const later = await of().reviewLog.waiting("later", 9);
      expect([later.total, later.rows.map((d) => d.id)]).toEqual([2, ["d2", "d1"]]);
      expect((await of().reviewLog.waiting("opinion", 9)).rows.map((d) => d.finding)).toEqual(["k3"]);
      await of().decisions.undo("d4", 30);
      expect((await of().reviewLog.waiting("later", 9)).rows.map((d) => d.id)).toEqual(["d3", "d2", "d1"]);
    });
  });
}
