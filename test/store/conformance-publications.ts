import { describe, expect, it } from "vitest";
import type { ListImport, Publication, PublishedRow } from "../../src/domain/publication.ts";
import type { Store } from "../../src/store/store.ts";

const aPublication = (id: string, given: Partial<Publication> = {}): Publication => ({
  id,
  family: id,
  kind: "list-01",
  version: 1,
  state: "draft",
  from: "2025-01-01",
  on: "2025-12-31",
  work: null,
  sha256: `sha-${id}`,
  at: 10,
  by: "Hà",
  body: `{"shape":1,"title":"Danh mục \\"${id}\\"","rows":3,"models":[]}`,
  ...given,
});

const aRow = (publication: string, ord: number, work: string | null): PublishedRow => ({
  publication,
  ord,
  form: "01",
  part: "A",
  work,
  since: "2025-06-01",
  body: { cells: [String(ord), "Quyết định"], group: "I" },
});

const aList = (id: string, given: Partial<ListImport> = {}): ListImport => ({
  id,
  sha256: `sha-${id}`,
  at: 10,
  by: "Đức",
  body: "{}",
  ...given,
});

/** What leaves the department, alike on every engine. */
export function publicationsBehave(of: () => Store): void {
  describe("publications", () => {
    it("keeps a version with its rows, in their order", async () => {
      const frozen = aPublication("p1");
      await of().publications.add(frozen, [aRow("p1", 2, null), aRow("p1", 1, "w1")]);
      expect(await of().publications.find("p1")).toEqual(frozen);
      expect(await of().publications.find("p2")).toBeNull();
      expect((await of().publications.rows("p1")).map((r) => r.ord)).toEqual([1, 2]);
      expect((await of().publications.rows("p1"))[0]).toEqual(aRow("p1", 1, "w1"));
    });

    it("refuses a second version of the same number", async () => {
      await of().publications.add(aPublication("p1"), []);
      await expect(of().publications.add(aPublication("p2", { family: "p1" }), [])).rejects.toThrow();
      await of().publications.add(aPublication("p3", { family: "p1", version: 2, at: 5 }), []);
      expect((await of().publications.versions("p1")).map((p) => p.id)).toEqual(["p1", "p3"]);
    });

    it("lists the newest first, by kind and state, without bodies", async () => {
      await of().publications.add(aPublication("p1"), []);
      await of().publications.add(aPublication("p2", { at: 30, kind: "month" }), []);
      await of().publications.add(aPublication("p3", { at: 20, state: "published" }), []);
      const ids = async (query: object): Promise<string[]> =>
        (await of().publications.list({ limit: 10, ...query })).map((p) => p.id);
      expect(await ids({})).toEqual(["p2", "p3", "p1"]);
      expect(await ids({ limit: 1 })).toEqual(["p2"]);
      expect(await ids({ kind: "list-01" })).toEqual(["p3", "p1"]);
      expect(await ids({ state: "published" })).toEqual(["p3"]);
      const [first] = await of().publications.list({ limit: 1 });
      expect(first).toMatchObject({ title: 'Danh mục "p2"', rows: 3 });
      expect(first).not.toHaveProperty("body");
    });

    it("lets one of two publish it", async () => {
      await of().publications.add(aPublication("p1"), []);
      const publish = () => of().publications.move("p1", "draft", { state: "published", work: "qd" });
      expect((await Promise.all([publish(), publish()])).sort()).toEqual([false, true]);
      expect(await of().publications.find("p1")).toMatchObject({
        state: "published",
        work: "qd",
        body: aPublication("p1").body,
      });
      expect((await of().publications.publishedBy("qd")).map((p) => p.id)).toEqual(["p1"]);
    });

    it("finds the rows of a document in what stands published, and only there", async () => {
      await of().publications.add(aPublication("p1"), [aRow("p1", 1, "w1"), aRow("p1", 2, "w2")]);
      await of().publications.add(aPublication("p2", { family: "p1", version: 2 }), [aRow("p2", 1, "w1")]);
      expect(await of().publications.placesOf(["w1", "w2"])).toEqual([]);
      await of().publications.move("p1", "draft", { state: "published" });
      const places = async () =>
        (await of().publications.placesOf(["w1", "w2"])).map((p) => [p.publication.id, p.row.work]);
      expect(await places()).toEqual([
        ["p1", "w1"],
        ["p1", "w2"],
      ]);
      await of().publications.move("p1", "published", { state: "corrected" });
      await of().publications.move("p2", "draft", { state: "published" });
      expect(await places()).toEqual([["p2", "w1"]]);
      const { family, on } = aPublication("p2", { family: "p1" });
      expect(await of().publications.standing()).toEqual([{ family, on, form: "01", work: "w1" }]);
    });
  });

  describe("lists of others", () => {
    it("are kept, found by their file, and changed by who saw them last", async () => {
      await of().listImports.add(aList("i1"));
      await of().listImports.add(aList("i2", { at: 20 }));
      expect((await of().listImports.all(10)).map((l) => l.id)).toEqual(["i2", "i1"]);
      expect((await of().listImports.bySha256("sha-i1"))?.id).toBe("i1");
      expect(await of().listImports.bySha256("sha-i9")).toBeNull();
      expect(await of().listImports.change("i1", "{}", '{"a": 1}')).toBe(true);
      expect(await of().listImports.change("i1", "{}", '{"b": 1}')).toBe(false);
      expect((await of().listImports.find("i1"))?.body).toBe('{"a": 1}');
    });
  });

  describe("prose", () => {
    it("is written over only by who saw what stands there", async () => {
      const piece = (text: string) => ({ key: "r/2026-11/a", text, by: "Hà", at: 10 });
      expect(await of().prose.write(piece("một"), 0)).toBe(true);
      expect(await of().prose.write(piece("một khác"), 0)).toBe(false);
      expect(await of().prose.write(piece("hai"), 1)).toBe(true);
      expect(await of().prose.write(piece("hai khác"), 1)).toBe(false);
      const found = await of().prose.of(["r/2026-11/a", "r/2026-11/b"]);
      expect([...found.values()]).toEqual([{ ...piece("hai"), version: 2 }]);
    });
  });
}
