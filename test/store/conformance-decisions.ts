import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/domain/decision.ts";
import type { Store } from "../../src/store/store.ts";
import { aFinding, aWork } from "./build.ts";

const DAY = "2026-01-01";
const decision = (id: string, given: Partial<Decision> = {}): Decision => ({
  id,
  finding: "k1",
  verdict: "dismissed",
  reason: "Không cùng đối tượng",
  until: null,
  by: "Hà",
  at: 10,
  undoneAt: null,
  ...given,
});

/** Decisions on findings and suppressions, alike on every engine. */
export function decisionsBehave(of: () => Store): void {
  describe("decisions", () => {
    const two = async () => {
      const work = aWork({ symbol: "12/2024/QĐ-UBND" });
      await of().works.save([work]);
      const [a, b] = [aFinding(work, { key: "k1", eId: "art_1" }), aFinding(work, { key: "k2", eId: "art_2" })];
      await of().findings.record(DAY, [a, b], 1);
      return { work, a, b };
    };
    const open = async () => (await of().findings.list({ limit: 10 })).rows.map((f) => f.key).sort();

    it("take a finding out of the queue, and give it back when undone", async () => {
      await two();
      expect(await of().decisions.add(decision("d1"), null)).toBe(true);
      expect(await open()).toEqual(["k2"]);
      expect((await of().findings.list({ state: "dismissed", limit: 10 })).rows.map((f) => f.key)).toEqual(["k1"]);
      expect(await of().findings.countsByState()).toEqual({ open: 1, dismissed: 1 });
      expect(await of().decisions.undo("d1", 20)).toBe(true);
      expect(await of().decisions.undo("d1", 21)).toBe(false);
      expect(await open()).toEqual(["k1", "k2"]);
      expect((await of().decisions.of("k1")).map((d) => d.undoneAt)).toEqual([20]);
    });

    it("made on an outdated view are turned away", async () => {
      await two();
      expect(await of().decisions.add(decision("d1"), null)).toBe(true);
      expect(await of().decisions.add(decision("d2", { at: 11 }), null)).toBe(false);
      expect(await of().decisions.add(decision("d3", { at: 12, verdict: "confirmed" }), "d1")).toBe(true);
      expect((await of().decisions.of("k1")).map((d) => d.id)).toEqual(["d1", "d3"]);
      expect((await of().findings.find("k1"))?.verdict).toBe("confirmed");
      expect([...(await of().decisions.byRule()).values()]).toEqual([{ confirmed: 1, dismissed: 0 }]);
    });

    it("survive later runs; where the words changed the new finding says what it reopens", async () => {
      const { work, a, b } = await two();
      await of().decisions.add(decision("d1"), null);
      await of().findings.record(DAY, [a, b], 2);
      expect((await of().findings.find("k1"))?.verdict).toBe("dismissed");
      await of().findings.record(DAY, [aFinding(work, { key: "k9", eId: "art_1" }), b], 3);
      expect(await of().findings.find("k9")).toMatchObject({ reopens: "k1", verdict: null });
      expect(await open()).toEqual(["k2", "k9"]);
      await of().findings.record(DAY, [aFinding(work, { key: "k9", eId: "art_1" }), b], 4);
      expect((await of().findings.find("k9"))?.reopens).toBe("k1");
    });

    it("put off until a day wake on that day", async () => {
      await two();
      await of().decisions.add(decision("d1", { verdict: "later", until: "2026-02-01" }), null);
      expect(await of().decisions.wake("2026-01-31", 50)).toBe(0);
      expect(await open()).toEqual(["k2"]);
      expect(await of().decisions.wake("2026-02-01", 60)).toBe(1);
      expect(await open()).toEqual(["k1", "k2"]);
    });

    it("suppressions set findings apart until they are lifted", async () => {
      await two();
      const given = { issuerKey: null, issuer: null, work: null, field: null, by: "Hà", at: 5, liftedAt: null };
      await of().decisions.suppress({ id: "s1", rule: "sample", reason: "Ngoại lệ", ...given });
      await of().findings.setSuppressed(["k2"], "s1");
      expect(await open()).toEqual(["k1"]);
      expect(await of().findings.countsByState()).toEqual({ open: 1, suppressed: 1 });
      await of().decisions.lift("s1", 9);
      expect(await of().decisions.suppressions()).toEqual([]);
      expect((await of().decisions.suppressions(true))[0]?.liftedAt).toBe(9);
    });
  });
}
