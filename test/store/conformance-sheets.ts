import { describe, expect, it } from "vitest";
import type { Batch, BatchItem } from "../../src/domain/batch.ts";
import type { Consultation, ReviewSheet } from "../../src/domain/review-sheet.ts";
import type { Store } from "../../src/store/store.ts";
import { EMPTY_SHEET } from "../../src/use-cases/open-sheet.ts";

export const aSheet = (id: string, given: Partial<ReviewSheet> = {}): ReviewSheet => ({
  id,
  work: `w-${id}`,
  batch: null,
  unit: null,
  state: "open",
  version: 1,
  body: { ...EMPTY_SHEET, reviewer: "Hà (ha)", reviewerId: "ha" },
  at: 10,
  updatedAt: 10,
  ...given,
});

const aQuestion = (id: string, given: Partial<Consultation> = {}): Consultation => ({
  id,
  sheet: "s1",
  unit: "Sở Tài chính",
  due: null,
  askedAt: 10,
  answeredAt: null,
  version: 1,
  body: {
    unitName: "Sở Tài chính",
    question: "Mức chi còn phù hợp không?",
    askedBy: "Hà (ha)",
    answer: null,
    text: "",
    answeredBy: null,
    letter: null,
    withdrawn: null,
  },
  ...given,
});

export const aBatch = (id: string, given: Partial<Batch> = {}): Batch => ({
  id,
  kind: "theme",
  state: "open",
  due: "2026-12-31",
  version: 1,
  at: 10,
  body: {
    name: "Rà soát văn bản về bến khách",
    purpose: "",
    ground: null,
    order: "",
    query: null,
    unfound: [],
    from: null,
    cutOff: null,
    lead: null,
    by: "Hà (ha)",
    closedBy: null,
    closedAt: null,
  },
  ...given,
});

export const anItem = (work: string, given: Partial<BatchItem> = {}): BatchItem => ({
  batch: "b1",
  work,
  unit: null,
  state: "todo",
  due: null,
  doneAt: null,
  version: 1,
  body: { why: "bộ lọc", person: null, note: "" },
  ...given,
});

/** Sheets, opinions and batches, alike on every engine. */
export function sheetsBehave(of: () => Store): void {
  describe("review sheets", () => {
    it("a document has one standing sheet at a time, and as many concluded ones as there were", async () => {
      const { sheets } = of();
      expect(await sheets.open(aSheet("s1", { work: "w" }))).toBe(true);
      expect(await sheets.open(aSheet("s2", { work: "w" }))).toBe(false);
      expect(await sheets.change({ ...aSheet("s1", { work: "w" }), state: "concluded" }, 1)).toBe(true);
      expect(await sheets.standing("w")).toBeNull();
      expect(await sheets.open(aSheet("s2", { work: "w", at: 20 }))).toBe(true);
      expect((await sheets.ofWork("w")).map((s) => s.id)).toEqual(["s2", "s1"]);
      expect([...(await sheets.standingOf(["w", "x"])).values()].map((s) => s.id)).toEqual(["s2"]);
    });

    it("the second of two writers changes nothing", async () => {
      const { sheets } = of();
      const sheet = aSheet("s1");
      await sheets.open(sheet);
      const first = { ...sheet, body: { ...sheet.body, content: "Sửa Điều 5" } };
      expect(await sheets.change(first, 1)).toBe(true);
      expect(await sheets.change({ ...sheet, body: { ...sheet.body, content: "Bãi bỏ" } }, 1)).toBe(false);
      expect(await sheets.find("s1")).toEqual({ ...first, version: 2 });
      expect(await sheets.find("s9")).toBeNull();
    });

    it("are narrowed by state, unit and batch, and paged by their last change", async () => {
      const { sheets } = of();
      await sheets.open(aSheet("s1", { updatedAt: 1, unit: "u1" }));
      await sheets.open(aSheet("s2", { updatedAt: 3, batch: "b1" }));
      await sheets.open(aSheet("s3", { updatedAt: 3, state: "proposed" }));
      const first = await sheets.list({ limit: 2 });
      expect([first.rows.map((s) => s.id), first.total]).toEqual([["s3", "s2"], 3]);
      const second = await sheets.list({ limit: 2, after: first.next ?? "" });
      expect([second.rows.map((s) => s.id), second.next]).toEqual([["s1"], null]);
      expect((await sheets.list({ states: ["proposed"], limit: 9 })).rows.map((s) => s.id)).toEqual(["s3"]);
      expect((await sheets.list({ unit: "u1", limit: 9 })).rows.map((s) => s.id)).toEqual(["s1"]);
      expect((await sheets.list({ unit: "", limit: 9 })).rows.map((s) => s.id)).toEqual(["s3", "s2"]);
      expect((await sheets.list({ batch: "b1", limit: 9 })).rows.map((s) => s.id)).toEqual(["s2"]);
      expect(await sheets.counts()).toEqual({ open: 2, proposed: 1 });
    });

    it("keep questions in their order, and tell which are waited for, the earliest day first", async () => {
      const { sheets } = of();
      await sheets.open(aSheet("s1"));
      await sheets.ask(aQuestion("q1", { askedAt: 1 }));
      await sheets.ask(aQuestion("q2", { askedAt: 2, due: "2026-07-10", unit: "u2" }));
      await sheets.ask(aQuestion("q3", { askedAt: 3, due: "2026-07-01" }));
      expect((await sheets.consultationsOf("s1")).map((q) => q.id)).toEqual(["q1", "q2", "q3"]);
      expect((await sheets.waiting(9)).map((q) => q.id)).toEqual(["q3", "q2", "q1"]);
      expect((await sheets.waiting(9, "u2")).map((q) => q.id)).toEqual(["q2"]);
      const q3 = aQuestion("q3", { askedAt: 3, due: "2026-07-01", answeredAt: 5 });
      expect(await sheets.changeConsultation(q3, 1)).toBe(true);
      expect(await sheets.changeConsultation(q3, 1)).toBe(false);
      expect((await sheets.consultation("q3"))?.version).toBe(2);
      expect((await sheets.waiting(9)).map((q) => q.id)).toEqual(["q2", "q1"]);
      await sheets.change({ ...aSheet("s1"), state: "void" }, 1);
      expect(await sheets.waiting(9)).toEqual([]);
    });
  });

  describe("batches", () => {
    it("keep their items; newcomers are added once", async () => {
      const { batches } = of();
      await batches.add(aBatch("b1"), [anItem("w1"), anItem("w2")]);
      expect(await batches.addItems([anItem("w2", { state: "done" }), anItem("w3")])).toBe(1);
      expect((await batches.itemsOf("b1")).map((i) => [i.work, i.state])).toEqual([
        ["w1", "todo"],
        ["w2", "todo"],
        ["w3", "todo"],
      ]);
      expect(await batches.addItems([])).toBe(0);
    });

    it("open ones stand first; closed ones are no longer followed", async () => {
      const { batches } = of();
      await batches.add(aBatch("b1", { at: 1 }), [anItem("w1")]);
      await batches.add(aBatch("b2", { at: 2, state: "closed" }), [anItem("w1", { batch: "b2" })]);
      expect((await batches.all()).map((b) => b.id)).toEqual(["b1", "b2"]);
      expect((await batches.openItemsOf("w1")).map((i) => i.batch)).toEqual(["b1"]);
      expect(await batches.change({ ...aBatch("b1"), state: "closed" }, 1)).toBe(true);
      expect(await batches.change({ ...aBatch("b1"), state: "open" }, 1)).toBe(false);
      expect((await batches.find("b1"))?.version).toBe(2);
      expect(await batches.openItemsOf("w1")).toEqual([]);
    });

    it("count items by unit and state; one without a day of its own has its batch's", async () => {
      const { batches } = of();
      await batches.add(aBatch("b1"), [
        anItem("w1", { unit: "u1", due: "2026-06-01" }),
        anItem("w2", { unit: "u1" }),
        anItem("w3", { unit: "u1", due: "2026-06-01", state: "done", doneAt: 5 }),
        anItem("w4", { due: "2026-06-01", state: "left-out" }),
      ]);
      const tallies = (on: string) =>
        batches.tallies(on).then((rows) => rows.map(({ unit, state, n, overdue }) => [unit, state, n, overdue]));
      expect((await tallies("2026-07-01")).sort()).toEqual(
        [
          ["u1", "done", 1, 0],
          ["u1", "todo", 2, 1],
          [null, "left-out", 1, 0],
        ].sort(),
      );
      const waiting = (await batches.tallies("2026-07-01")).filter(({ first }) => first !== null);
      expect(waiting.map(({ state, first }) => [state, first])).toEqual([["todo", "2026-06-01"]]);
      expect((await tallies("2027-01-01")).find(([unit, state]) => unit === "u1" && state === "todo")).toEqual([
        "u1",
        "todo",
        2,
        2,
      ]);
    });

    it("the second of two who give a document away changes nothing", async () => {
      const { batches } = of();
      await batches.add(aBatch("b1"), [anItem("w1")]);
      expect(await batches.changeItem(anItem("w1", { unit: "u1" }), 1)).toBe(true);
      expect(await batches.changeItem(anItem("w1", { unit: "u2" }), 1)).toBe(false);
      expect(await batches.item("b1", "w1")).toEqual(anItem("w1", { unit: "u1", version: 2 }));
      expect(await batches.item("b1", "w9")).toBeNull();
      await batches.addItems([anItem("w2"), anItem("w3")]);
      const many = [anItem("w1", { unit: "u3" }), anItem("w2", { unit: "u3", due: "2026-08-01" }), anItem("w9")];
      const changed = await batches.changeItems("b1", many);
      expect(changed).toEqual([anItem("w2", { unit: "u3", due: "2026-08-01", version: 2 })]);
      expect((await batches.itemsOf("b1")).map((i) => [i.work, i.unit, i.version])).toEqual([
        ["w1", "u1", 2],
        ["w2", "u3", 2],
        ["w3", null, 1],
      ]);
    });
  });
}
