import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/domain/decision.ts";
import type { Store } from "../../src/store/store.ts";
import { aFinding, aWork } from "./build.ts";

const DAY = "2026-01-01";
const decision = (id: string, finding: string, at: number): Decision => ({
  id,
  finding,
  verdict: "confirmed",
  reason: null,
  until: null,
  by: "Hà",
  at,
  undoneAt: null,
});

/** What the queue is counted by, and decisions on many findings at once, alike on every engine. */
export function queueBehaves(of: () => Store): void {
  describe("the queue", () => {
    const three = async () => {
      const work = aWork({ symbol: "12/2024/QĐ-UBND" });
      await of().works.save([work]);
      await of().findings.record(
        DAY,
        [
          aFinding(work, { key: "k1", eId: "art_1", severity: "low" }),
          aFinding(work, { key: "k2", eId: "art_2", severity: "critical" }),
          aFinding(work, { key: "k3", eId: "art_3", severity: "critical", confidence: 1 }),
        ],
        1,
      );
      return work;
    };

    it("shows faces in the order of the list, live ones only", async () => {
      const work = await three();
      const order = (await of().findings.list({ limit: 9 })).rows.map((f) => f.key);
      expect((await of().findings.faces()).map((face) => face.key)).toEqual(order);
      await of().findings.record(DAY, [aFinding(work, { key: "k2", eId: "art_2" })], 2);
      expect((await of().findings.faces()).map((face) => face.key)).toEqual(["k2"]);
    });

    it("says for the price of a glance what has changed", async () => {
      await three();
      const before = await of().findings.pulse(0);
      expect(await of().findings.pulse(0)).toEqual(before);
      await of().decisions.add(decision("d1", "k1", 50), null);
      const after = await of().findings.pulse(before.last);
      expect(after).toMatchObject({ revision: before.revision, decisions: 1, undone: 0, fresh: 1, last: 50 });
      expect((await of().findings.facesDecidedSince(50)).map((face) => [face.key, face.verdict])).toEqual([
        ["k1", "confirmed"],
      ]);
      await of().decisions.undo("d1", 60);
      expect(await of().findings.pulse(50)).toMatchObject({ fresh: 0, freshlyUndone: 1, undone: 1, last: 60 });
      await of().findings.setSuppressed(["k2"], "s1");
      expect((await of().findings.pulse(0)).revision).not.toBe(before.revision);
      await of().desk.assign({
        id: "a1",
        finding: "k1",
        to: "Đức",
        due: null,
        note: null,
        by: "Hà",
        at: 70,
        endedAt: null,
      });
      expect((await of().findings.pulse(0)).assignments).not.toBe(before.assignments);
      expect(await of().desk.standing()).toEqual([{ finding: "k1", to: "Đức", due: null }]);
    });

    it("finds many by their keys, in the order asked for", async () => {
      await three();
      expect((await of().findings.findAll(["k3", "none", "k1"])).map((f) => f.key)).toEqual(["k3", "k1"]);
    });

    it("decides on many; who was decided meanwhile is left alone and named", async () => {
      await three();
      await of().decisions.add(decision("d1", "k2", 10), null);
      const taken = await of().decisions.addAll(
        ["k1", "k2", "k3"].map((key, i) => decision(`b-1.${i}`, key, 20)),
        new Map(),
      );
      expect(taken).toEqual(["k2"]);
      await of().decisions.add(decision("b-10.0", "k2", 30), "d1");
      expect((await of().decisions.batch("b-1.")).map((d) => d.finding)).toEqual(["k1", "k3"]);
      expect((await of().decisions.of("k2")).map((d) => d.id)).toEqual(["d1", "b-10.0"]);
      expect((await of().findings.decidedSince(15)).map((d) => d.finding).sort()).toEqual(["k1", "k2", "k3"]);
    });
  });
}
