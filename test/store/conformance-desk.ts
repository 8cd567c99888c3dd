import { describe, expect, it } from "vitest";
import type { ApiToken } from "../../src/domain/api-token.ts";
import type { Assignment, Note } from "../../src/domain/desk.ts";
import type { WorkFacet } from "../../src/domain/work-facet.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Store } from "../../src/store/store.ts";
import { aFinding, aWork } from "./build.ts";

const assignment = (id: string, given: Partial<Assignment> = {}): Assignment => ({
  id,
  finding: "k1",
  to: "Hà",
  due: null,
  note: null,
  by: "Đức",
  at: 10,
  endedAt: null,
  ...given,
});

const note = (id: string, given: Partial<Note> = {}): Note => ({
  id,
  finding: "k1",
  text: "Đã hỏi Sở Xây dựng",
  by: "Hà",
  at: 10,
  removedAt: null,
  ...given,
});

const token = (id: string, given: Partial<ApiToken> = {}): ApiToken => ({
  id,
  name: "Cổng thông tin",
  scope: "read",
  hash: `hash-${id}`,
  by: "Hà",
  at: 10,
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  account: null,
  ...given,
});

/** What people keep on their desk, alike on every engine. */
export function deskBehaves(of: () => Store, put: (work: Work) => Promise<string>): void {
  describe("filing", () => {
    const facet = (work: Work, given: Partial<WorkFacet> = {}): WorkFacet => ({
      work: work.id,
      level: "province",
      body: "ubnd:an khe@2025-07-01",
      bodyName: "Ủy ban nhân dân tỉnh An Khê",
      fields: ["24", "11"],
      territory: ["an khe@2025-07-01"],
      territoryNames: ["tỉnh An Khê"],
      ...given,
    });

    it("knows which texts have not been filed; filing again replaces", async () => {
      const [a, b] = [aWork({ symbol: "1/2026/QĐ-UBND" }), aWork({ symbol: "2/2026/QĐ-UBND" })];
      await put(a);
      await put(b);
      await of().works.save([aWork({ symbol: "3/2026/QĐ-UBND", known: "cited" })]);
      expect(await of().facets.missing()).toEqual([a.id, b.id].sort());
      await of().facets.save([facet(a)]);
      await of().facets.save([facet(a, { fields: [], territory: [], territoryNames: [] })]);
      expect(await of().facets.missing()).toEqual([b.id]);
      expect((await of().facets.of([a.id, b.id])).get(a.id)).toEqual(
        facet(a, { fields: [], territory: [], territoryNames: [] }),
      );
      expect(await of().facets.all()).toHaveLength(1);
    });
  });

  describe("assignments", () => {
    const two = async () => {
      const work = aWork({ symbol: "12/2024/QĐ-UBND" });
      await of().works.save([work]);
      await of().findings.record(
        "2026-01-01",
        [aFinding(work, { key: "k1", eId: "art_1" }), aFinding(work, { key: "k2", eId: "art_2" })],
        1,
      );
    };

    it("the last one stands, the one before it is ended and kept", async () => {
      await two();
      await of().desk.assign(assignment("a1"));
      await of().desk.assign(assignment("a2", { to: "Đức", at: 20 }));
      expect((await of().desk.standing()).map((a) => a.to)).toEqual(["Đức"]);
      expect((await of().desk.assignmentsOf("k1")).map((a) => a.endedAt)).toEqual([20, null]);
      expect(await of().desk.unassign("k1", 30)).toBe(true);
      expect(await of().desk.unassign("k1", 31)).toBe(false);
      expect(await of().desk.standing()).toEqual([]);
    });

    it("are counted and called overdue while their finding waits for a decision", async () => {
      await two();
      await of().desk.assign(assignment("a1", { due: "2026-03-01" }));
      await of().desk.assign(assignment("a2", { finding: "k2", to: "Đức", due: "2026-02-01" }));
      await of().desk.assign(assignment("a3", { finding: "gone", due: "2026-02-01" }));
      expect((await of().desk.overdue("2026-03-02", 10)).map((a) => a.id)).toEqual(["a2", "a1"]);
      expect((await of().desk.overdue("2026-03-01", 10)).map((a) => a.id)).toEqual(["a2"]);
      const done = { id: "d1", finding: "k2", verdict: "confirmed", reason: null, until: null, by: "Đức" } as const;
      await of().decisions.add({ ...done, at: 40, undoneAt: null }, null);
      expect((await of().desk.overdue("2026-03-02", 10)).map((a) => a.id)).toEqual(["a1"]);
    });
  });

  describe("notes and saved views", () => {
    it("notes stand until they are removed", async () => {
      await of().desk.addNote(note("n1"));
      await of().desk.addNote(note("n2", { at: 20 }));
      await of().desk.addNote(note("n3", { finding: "k2" }));
      expect((await of().desk.notesOf("k1")).map((n) => n.id)).toEqual(["n1", "n2"]);
      expect(await of().desk.removeNote("n1", 30)).toBe(true);
      expect(await of().desk.removeNote("n1", 31)).toBe(false);
      expect((await of().desk.notesOf("k1")).map((n) => n.id)).toEqual(["n2"]);
    });

    it("views belong to a page; saving under the same id replaces", async () => {
      const view = { id: "v1", page: "findings", name: "Việc của tôi", query: "group=basis", by: "Hà", at: 1 } as const;
      await of().desk.saveView(view);
      await of().desk.saveView({ ...view, id: "v2", page: "documents", at: 2 });
      await of().desk.saveView({ ...view, query: "group=reference", at: 3 });
      expect((await of().desk.views("findings")).map((v) => v.query)).toEqual(["group=reference"]);
      await of().desk.dropView("v1");
      expect(await of().desk.views("findings")).toEqual([]);
      expect(await of().desk.views("documents")).toHaveLength(1);
    });
  });

  describe("keys of programs", () => {
    it("are found by their hash, remember their last use and are revoked once", async () => {
      await of().tokens.add(token("t1"));
      await of().tokens.add(token("t2", { at: 20 }));
      expect((await of().tokens.all()).map((t) => t.id)).toEqual(["t2", "t1"]);
      await of().tokens.used("t1", 50);
      expect(await of().tokens.byHash("hash-t1")).toEqual(token("t1", { lastUsedAt: 50 }));
      expect(await of().tokens.byHash("hash-x")).toBeNull();
      expect(await of().tokens.revoke("t1", 60)).toBe(true);
      expect(await of().tokens.revoke("t1", 61)).toBe(false);
      expect((await of().tokens.byHash("hash-t1"))?.revokedAt).toBe(60);
    });
  });
}
