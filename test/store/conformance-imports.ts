import { describe, expect, it } from "vitest";
import type { MetadataOverride } from "../../src/domain/metadata-override.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Job, Store } from "../../src/store/store.ts";
import { aDocument, aFinding, aLink, anEffect, anEntry, aPeriod, aWork } from "./build.ts";

const TITLE = "Quy định về quản lý đường giao thông nông thôn";
const roads = (width: number) =>
  aDocument(TITLE, [{ heading: "Bề rộng mặt đường", clauses: [`Đường xã rộng ${width} mét.`] }]);
const ours = (): Work => aWork({ symbol: "31/2025/QĐ-UBND" });
const misread = (): Work => aWork({ symbol: "37/2025/QĐ-UBND" });

const override = (work: Work, given: Partial<MetadataOverride> = {}): MetadataOverride => ({
  work: work.id,
  field: "title",
  value: "Tên do người ghi",
  readAs: work.id,
  by: "người dùng máy này",
  at: 5,
  ...given,
});

const aJob = (given: Partial<Job> = {}): Job => ({
  id: "job-a",
  kind: "import",
  state: "queued",
  step: "reading",
  done: 0,
  total: 3,
  current: null,
  cancelRequested: false,
  problem: null,
  by: "người dùng máy này",
  createdAt: 10,
  finishedAt: null,
  ...given,
});

/** What every engine must do alike with several files of one text, hand-made values, moves and jobs. */
export function importsBehave(of: () => Store): void {
  const put = (work: Work, document = roads(5), given = {}): Promise<string> =>
    of().withTransaction(async () => {
      await of().works.save([work]);
      return of().documents.add(anEntry(work, document, given));
    });
  const beside = async (work: Work, sha256: string): Promise<void> => {
    const original = new TextEncoder().encode(sha256);
    const row = { sha256, work: work.id, file: `${sha256}.pdf`, format: "pdf", quality: "pdf", importedAt: 9 };
    await of().documents.addManifestation({ ...row, original });
  };

  describe("several files of one text", () => {
    it("are known by their bytes; none is a version", async () => {
      const work = ours();
      const id = await put(work);
      await beside(work, "aa");
      await beside(work, "aa");
      expect(await of().documents.manifestations(work.id)).toMatchObject([{ sha256: "aa", work: work.id }]);
      expect(await of().documents.hasHash("aa")).toEqual({ work: work.id, id });
      expect(await of().documents.original("aa")).not.toBeNull();
      expect(await of().documents.versions(work.id)).toHaveLength(1);
    });

    it("a better one takes the place of the current text, under the same version", async () => {
      const work = ours();
      const id = await put(work, roads(5), { format: "pdf", quality: "pdf" });
      const before = (await of().documents.current(work.id))?.sha256 ?? "";
      const entry = anEntry(work, roads(6), { format: "docx", quality: "docx" });
      expect(await of().documents.replaceWithBetter(entry)).toBe(id);
      expect(await of().documents.current(work.id)).toMatchObject({ id, version: 1, format: "docx" });
      expect(await of().documents.manifestations(work.id)).toMatchObject([{ sha256: before, format: "pdf" }]);
      expect((await of().documents.provision(work.id, "art_1__cl_1"))?.text).toContain("6 mét");
      expect((await of().search.provisions('"rộng 6 mét"', { limit: 5 })).total).toBe(1);
      expect((await of().search.provisions('"rộng 5 mét"', { limit: 5 })).hits).toEqual([]);
    });
  });

  describe("hand-made values", () => {
    it("stand in the document that is read, beside what the machine said", async () => {
      const work = ours();
      await put(work);
      await of().overrides.replace(work.id, [
        override(work),
        override(work, { field: "effectiveOn", value: "2026-01-01" }),
      ]);
      const stored = await of().documents.current(work.id);
      expect(stored?.document.meta.title?.value).toBe("Tên do người ghi");
      expect(stored?.facts.commencement).toMatchObject({ effectiveOn: "2026-01-01", how: "fixed" });
      expect(stored?.asRead?.meta.title?.value).toBe(TITLE);
      expect(await of().overrides.mendedFrom(work.id)).toBe(work.id);
      await put(work, roads(7));
      expect((await of().documents.current(work.id))?.document.meta.title?.value).toBe("Tên do người ghi");
      await of().overrides.replace(work.id, []);
      expect((await of().documents.current(work.id))?.asRead).toBeUndefined();
      expect(await of().overrides.mendedFrom(work.id)).toBeNull();
    });
  });

  describe("targets set by hand", () => {
    it("are one a number or name in each citing document, and are taken back", async () => {
      const work = ours();
      await of().works.save([work]);
      const said = { work: work.id, key: "k", text: "Luật Bến bãi", target: null, by: "x", at: 3 };
      await of().overrides.setTarget(said);
      await of().overrides.setTarget({ ...said, target: "w-other", at: 4 });
      await of().overrides.setTarget({ ...said, key: "j" });
      expect(await of().overrides.targets()).toEqual([
        { ...said, key: "j" },
        { ...said, target: "w-other", at: 4 },
      ]);
      await of().overrides.dropTarget(work.id, "k");
      expect((await of().overrides.targets()).map((o) => o.key)).toEqual(["j"]);
    });
  });

  describe("a work that gets another identity", () => {
    it("takes versions, files, values and findings along, and is forgotten under the old one", async () => {
      const [from, to, citing] = [misread(), ours(), aWork({ symbol: "40/2025/QĐ-UBND" })];
      await put(from, roads(5));
      await put(from, roads(6));
      await beside(from, "bb");
      await of().works.save([citing]);
      await of().withTransaction(async () => {
        await of().links.replace(from.id, [aLink(from, {})]);
        await of().effects.replaceFrom(from.id, [anEffect(from, citing)]);
        await of().statuses.replace([from.id], [aPeriod(from, {})]);
        await of().overrides.replace(from.id, [override(from, { readAs: from.id })]);
        const said = { key: "k", text: "t", by: "x", at: 3 };
        await of().overrides.setTarget({ ...said, work: from.id, target: null });
        await of().overrides.setTarget({ ...said, work: citing.id, target: from.id });
        await of().findings.record("2026-01-01", [aFinding(from, { key: "k" })], 1);
        await of().works.save([to]);
        await of().documents.moveTo(from.id, to.id);
      });
      expect(await of().works.find(from.id)).toBeNull();
      expect(await of().documents.indexedWorks()).toEqual([to.id]);
      expect((await of().documents.versions(to.id)).map((v) => [v.id, v.version])).toEqual([
        [`${to.id}-v1`, 1],
        [`${to.id}-v2`, 2],
      ]);
      expect((await of().documents.current(to.id))?.document.text).toContain("6 mét");
      expect((await of().documents.provision(to.id, "art_1__cl_1"))?.text).toContain("6 mét");
      expect((await of().search.provisions('"rộng 6 mét"', { limit: 5 })).hits[0]?.work).toBe(to.id);
      expect(await of().documents.manifestations(to.id)).toHaveLength(1);
      expect(await of().overrides.of(to.id)).toMatchObject([{ field: "title", readAs: from.id }]);
      expect(
        (await of().overrides.targets()).map((o) => [o.work, o.target]).sort((a) => (a[1] === null ? -1 : 1)),
      ).toEqual([
        [to.id, null],
        [citing.id, to.id],
      ]);
      expect(await of().findings.find("k")).toMatchObject({ work: to.id, gone: true });
      expect([await of().links.from(from.id), await of().effects.from(from.id)]).toEqual([[], []]);
      expect(await of().statuses.periods(from.id)).toEqual([]);
    });

    it("joins the versions of a work that is there already", async () => {
      await put(ours(), roads(5));
      await put(misread(), roads(6));
      await of().documents.moveTo(misread().id, ours().id);
      expect((await of().documents.versions(ours().id)).map((v) => v.version)).toEqual([1, 2]);
      expect((await of().documents.current(ours().id))?.document.text).toContain("6 mét");
      expect((await of().search.provisions('"rộng 5 mét"', { limit: 5 })).hits).toEqual([]);
      await put(misread(), roads(8));
      expect(await of().documents.indexedWorks()).toHaveLength(2);
    });
  });

  describe("jobs", () => {
    it("are kept, listed newest first, changed, and marked when the program ended", async () => {
      await of().jobs.add(aJob());
      await of().jobs.add(aJob({ id: "job-b", createdAt: 20 }));
      await of().jobs.add(aJob({ id: "job-c", createdAt: 15, state: "done", finishedAt: 16 }));
      await of().jobs.update("job-b", { state: "running", done: 2, current: "a.docx", cancelRequested: true });
      expect((await of().jobs.latest(9)).map((j) => j.id)).toEqual(["job-b", "job-c", "job-a"]);
      expect(await of().jobs.find("job-b")).toMatchObject({ done: 2, cancelRequested: true, current: "a.docx" });
      expect(await of().jobs.interruptAll(99)).toBe(2);
      expect((await of().jobs.latest(9)).map((j) => j.state)).toEqual(["interrupted", "done", "interrupted"]);
      expect(await of().jobs.find("job-b")).toMatchObject({ done: 2, finishedAt: 99, current: null });
      expect(await of().jobs.find("none")).toBeNull();
    });

    it("know their files, those that need a person first", async () => {
      const entry = { file: "a.txt", sha256: null, outcome: "imported", work: null, reason: null, at: 1 } as const;
      await of().imports.record([entry, { ...entry, file: "b.txt", outcome: "needs-look" }], "job-a");
      await of().imports.record([{ ...entry, file: "c.txt", outcome: "refused", reason: "Tệp rỗng." }], "job-a");
      await of().imports.record([{ ...entry, file: "d.txt" }]);
      const files = async (query: object) =>
        (await of().imports.ofJob("job-a", { offset: 0, limit: 9, ...query })).map((e) => e.file);
      expect(await files({})).toEqual(["c.txt", "b.txt", "a.txt"]);
      expect(await files({ outcomes: ["imported", "needs-look"] })).toEqual(["b.txt", "a.txt"]);
      expect(await files({ offset: 1, limit: 1 })).toEqual(["b.txt"]);
      expect(await of().imports.countsOfJob("job-a")).toEqual({ imported: 1, "needs-look": 1, refused: 1 });
      expect(await of().imports.latest(1)).toEqual([{ ...entry, file: "d.txt" }]);
    });
  });
}
