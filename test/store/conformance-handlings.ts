import { describe, expect, it } from "vitest";
import type { Handling, TrackerImport, TrackerRow } from "../../src/domain/handling.ts";
import type { Store } from "../../src/store/store.ts";
import { NEW_HANDLING, NEW_HANDLING_BODY, startHandling } from "../../src/use-cases/start-handling.ts";
import { aWork } from "./build.ts";

export const aHandling = (id: string, given: Partial<Omit<Handling, "body">> & { body?: object } = {}): Handling => ({
  ...NEW_HANDLING,
  id,
  work: "w1",
  at: 10,
  updatedAt: 10,
  ...given,
  body: { ...NEW_HANDLING_BODY, by: "Hà", ...given.body },
});

const anImport = (id: string, at: number): TrackerImport => ({
  id,
  sha256: `hash-${id}`,
  at,
  body: {
    file: "Theo dõi.xlsx",
    sheets: [
      { name: "QĐ", head: [["STT", "Văn bản"]], columns: [null, "document"], labels: ["STT", "Văn bản"], merged: [] },
    ],
    updates: [],
    by: "Hà",
  },
});

const aRow = (row: number, given: Partial<TrackerRow> = {}): TrackerRow => ({
  importId: "i1",
  row,
  state: "matched",
  version: 1,
  ...given,
  body: {
    kind: "document",
    sheet: 0,
    sheetRow: row + 1,
    gone: false,
    cells: [row, "Quyết định số 12/2024/QĐ-UBND"],
    meant: [row, "Quyết định số 12/2024/QĐ-UBND"],
    group: null,
    cited: [{ text: "12/2024/QĐ-UBND", work: "w1", how: "số", candidates: [], settled: null, handling: null }],
    problems: [],
    ...given.body,
  },
});

/** What is followed until it is done, alike on every engine. */
export function handlingsBehave(of: () => Store): void {
  describe("handlings", () => {
    const ids = (found: readonly Handling[]): string[] => found.map((h) => h.id);

    it("are found by id, document, result and import", async () => {
      await of().handlings.add([
        aHandling("a"),
        aHandling("b", { work: "w2", result: "w9", importId: "i1", row: 2, at: 20 }),
        aHandling("c", { work: null, importId: "i1", row: 1, at: 30 }),
      ]);
      expect(await of().handlings.find("a")).toEqual(aHandling("a"));
      expect(await of().handlings.find("nobody")).toBeNull();
      expect(ids(await of().handlings.all())).toEqual(["a", "b", "c"]);
      expect(ids(await of().handlings.ofWorks(["w2", "w1", "w2"]))).toEqual(["a", "b"]);
      expect(ids(await of().handlings.ofResults(["w9"]))).toEqual(["b"]);
      expect(ids(await of().handlings.ofImport("i1"))).toEqual(["c", "b"]);
    });

    it("the first of two writers wins, the second is told", async () => {
      await of().handlings.add([aHandling("a")]);
      const before = await of().handlings.pulse();
      const first = aHandling("a", { version: 2, unit: "Sở Xây dựng", updatedAt: 20 });
      expect(await of().handlings.change(first)).toBe(true);
      expect(await of().handlings.change(aHandling("a", { version: 2, unit: "Sở Y tế" }))).toBe(false);
      expect(await of().handlings.find("a")).toEqual(first);
      expect(await of().handlings.pulse()).not.toBe(before);
    });

    it("are overdue while they are open and their day has passed", async () => {
      await of().handlings.add([
        aHandling("late", { due: "2026-02-01" }),
        aHandling("later", { due: "2026-01-01" }),
        aHandling("today", { due: "2026-03-01" }),
        aHandling("over", { due: "2026-01-01", state: "done" }),
        aHandling("never"),
      ]);
      expect(ids(await of().handlings.overdue("2026-03-01", 10))).toEqual(["later", "late"]);
      expect(ids(await of().handlings.overdue("2026-03-01", 1))).toEqual(["later"]);
    });

    it("take over a row that waits for a conclusion, and only that", async () => {
      await of().handlings.add([aHandling("a", { importId: "i1", row: 1, unit: "Sở Xây dựng" })]);
      const given = { store: of(), work: "w1", form: "replace", content: "Thay thế", draftingUnit: null } as const;
      const taken = await startHandling({ ...given, due: "2026-12-01", sheet: "s1", by: "Hà", now: 40 });
      expect(taken).toMatchObject({ id: "a", unit: "Sở Xây dựng", due: "2026-12-01", version: 2, row: 1 });
      expect(await of().handlings.find("a")).toEqual(taken);
      const second = await startHandling({ ...given, due: null, sheet: "s2", by: "Hà", now: 50 });
      expect(second.id).not.toBe("a");
      expect((await of().audit.list({ limit: 5 })).map((e) => e.action)).toEqual(["handling.make", "handling.change"]);
      const none = await startHandling({ ...given, form: "none", due: null, sheet: "s3", by: "Hà", now: 60 });
      expect(none.state).toBe("none-needed");
    });

    it("go with a document whose number was mended, and so does the row of the tracker", async () => {
      const [from, to] = [aWork({ symbol: "1/2025/QĐ-UBND" }), aWork({ symbol: "2/2025/QĐ-UBND" })];
      await of().works.save([from, to]);
      const cited = [{ text: "1/2025", work: from.id, how: "số", candidates: [], settled: null, handling: null }];
      await of().handlings.addImport(anImport("i1", 1), [aRow(1, { body: { ...aRow(1).body, cited } })]);
      await of().handlings.add([
        aHandling("a", { work: from.id, importId: "i1", row: 1 }),
        aHandling("b", { work: "w1", result: from.id }),
      ]);
      await of().withTransaction(() => of().documents.moveTo(from.id, to.id));
      expect((await of().handlings.find("a"))?.work).toBe(to.id);
      expect((await of().handlings.find("b"))?.result).toBe(to.id);
      expect((await of().handlings.row("i1", 1))?.body.cited[0]?.work).toBe(to.id);
    });
  });

  describe("trackers that were read in", () => {
    it("keep every row in its place", async () => {
      await of().handlings.addImport(anImport("i0", 1), []);
      await of().handlings.addImport(anImport("i1", 2), [aRow(1), aRow(2, { state: "doubtful" })]);
      await of().handlings.addRows([aRow(3, { state: "unread" })]);
      expect((await of().handlings.imports()).map((i) => i.id)).toEqual(["i1", "i0"]);
      expect(await of().handlings.findImport("i1")).toEqual(anImport("i1", 2));
      expect(await of().handlings.findImport("none")).toBeNull();
      expect((await of().handlings.rows("i1")).map((r) => r.row)).toEqual([1, 2, 3]);
      expect((await of().handlings.rows("i1", "doubtful")).map((r) => r.row)).toEqual([2]);
      expect(await of().handlings.row("i1", 2)).toEqual(aRow(2, { state: "doubtful" }));
      expect(await of().handlings.row("i1", 9)).toBeNull();
    });

    it("are noted anew when they come again", async () => {
      await of().handlings.addImport(anImport("i1", 2), []);
      const later = { ...anImport("i1", 2), sha256: "other" };
      await of().handlings.changeImport(later);
      expect(await of().handlings.findImport("i1")).toEqual(later);
    });

    it("a row is settled once", async () => {
      await of().handlings.addImport(anImport("i1", 2), [aRow(1, { state: "doubtful" })]);
      expect(await of().handlings.changeRow(aRow(1, { state: "settled", version: 2 }))).toBe(true);
      expect(await of().handlings.changeRow(aRow(1, { state: "unread", version: 2 }))).toBe(false);
      expect((await of().handlings.row("i1", 1))?.state).toBe("settled");
    });
  });
}
