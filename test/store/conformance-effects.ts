import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import type { HandEffect } from "../../src/domain/hand-effect.ts";
import type { Store } from "../../src/store/store.ts";
import { anEffect, aWork } from "./build.ts";

const old = aWork({ symbol: "31/2025/QĐ-UBND" });
const act = aWork({ symbol: "44/2025/QĐ-UBND" });
const waiting = anEffect(act, old, { from: null, applied: false, whyNot: "chưa xác định được ngày áp dụng" });

const decision = (given: Partial<HandEffect> = {}): Omit<HandEffect, "seq"> => ({
  key: waiting.id,
  kind: "date",
  source: act.id,
  target: old.id,
  effect: waiting,
  from: "2026-03-01",
  until: null,
  why: "Luật được thông qua",
  by: "người dùng máy này",
  at: 5,
  ...given,
});

const statement = (given: Partial<Effect> = {}): Effect => ({
  ...anEffect(old, old, { id: "s1", action: "unknown", applied: false, from: null, whyNot: "danh mục ghi" }),
  listed: { list: "danh-muc.xlsx", sheet: "1", row: 2, words: "Còn hiệu lực", status: "in-force" },
  ...given,
});

/** What every engine must do alike with effects that people decide about, and with what lists say. */
export function effectsBehave(of: () => Store): void {
  describe("effects decided by hand", () => {
    it("are read with the decision laid over, from either side, and every decision is kept", async () => {
      await of().works.save([old, act]);
      await of().effects.replaceFrom(act.id, [waiting]);
      expect(await of().effects.counts()).toEqual({ applied: 0, notApplied: 1 });
      const first = await of().effects.decide(decision());
      await of().effects.decide(decision({ from: "2026-04-01", at: 6 }));
      for (const read of [await of().effects.on(old.id), await of().effects.from(act.id), await of().effects.all()])
        expect(read).toMatchObject([
          { id: waiting.id, applied: true, from: "2026-04-01", byHand: { kind: "date", at: 6 } },
        ]);
      expect(await of().effects.counts()).toEqual({ applied: 1, notApplied: 0 });
      await of().effects.decide(decision({ kind: "undo", from: null, at: 7 }));
      expect(await of().effects.on(old.id)).toEqual([waiting]);
      expect((await of().effects.history(waiting.id)).map((d) => [d.seq, d.kind])).toEqual([
        [first.seq, "date"],
        [first.seq + 1, "date"],
        [first.seq + 2, "undo"],
      ]);
    });

    it("outlive what is computed, and are there where nothing was", async () => {
      await of().works.save([old, act]);
      await of().effects.replaceFrom(act.id, [waiting]);
      await of().effects.decide(decision());
      await of().effects.decide(decision({ key: "added", kind: "add", effect: anEffect(act, old) }));
      await of().effects.replaceFrom(act.id, [waiting]);
      expect((await of().effects.on(old.id)).map((e) => [e.id, e.origin, e.applied])).toEqual([
        [waiting.id, "text", true],
        ["added", "hand", true],
      ]);
      expect(await of().effects.byHand()).toHaveLength(2);
    });

    it("follow a document that gets another identity, and keep works alive that nobody else names", async () => {
      const now = aWork({ symbol: "45/2025/QĐ-UBND" });
      await of().works.save([{ ...old, known: "cited" }, act, now]);
      await of().effects.decide(decision({ key: "added", kind: "add", effect: anEffect(act, old) }));
      expect(await of().works.dropUncited()).toEqual([]);
      await of().documents.moveTo(act.id, now.id);
      expect(await of().effects.from(now.id)).toMatchObject([{ id: "added", source: now.id, target: old.id }]);
      expect(await of().effects.from(act.id)).toEqual([]);
    });
  });

  describe("the moment an effect was recorded", () => {
    it("is that of its first computation", async () => {
      await of().works.save([old, act]);
      await of().effects.replaceFrom(act.id, [waiting], 100);
      const other = anEffect(act, old, { id: "other" });
      await of().effects.replaceFrom(act.id, [waiting, other], 200);
      expect((await of().effects.from(act.id)).map((e) => [e.id, e.recordedAt])).toEqual([
        [waiting.id, 100],
        ["other", 200],
      ]);
    });
  });

  describe("what lists say", () => {
    it("stands beside the effects, is counted nowhere, and is replaced by the same row read again", async () => {
      await of().works.save([old, act]);
      await of().effects.replaceFrom(act.id, [anEffect(act, old)]);
      await of().effects.saveListed([statement()], 3);
      await of().effects.saveListed([statement({ whyNot: "nói khác" }), statement({ id: "s2" })], 4);
      expect((await of().effects.on(old.id)).map((e) => [e.id, e.whyNot])).toEqual([
        [anEffect(act, old).id, null],
        ["s1", "nói khác"],
        ["s2", "danh mục ghi"],
      ]);
      expect(await of().effects.counts()).toEqual({ applied: 1, notApplied: 0 });
      expect((await of().effects.listed([old.id])).map((e) => e.id)).toEqual(["s1", "s2"]);
      expect(await of().effects.listed([act.id])).toEqual([]);
      expect(await of().effects.listed()).toEqual(await of().effects.listed([old.id]));
    });
  });
}
