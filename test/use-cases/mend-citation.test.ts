import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store, StoredLink } from "../../src/store/store.ts";
import { mendCitation, type MendCitation } from "../../src/use-cases/mend-citation.ts";
import { LOCAL_PERSON } from "../../src/domain/account.ts";
import { mendMetadata } from "../../src/use-cases/mend-metadata.ts";
import { viewAttentionList, viewSettled } from "../../src/use-cases/view-attention.ts";
import { viewCitationToMend } from "../../src/use-cases/view-unclear-citations.ts";
import { aDecision, bringIn } from "./place.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
});
afterEach(() => store.close());

/** A law that does not exist: nobody can know which one is meant. */
const CITES = "Điều 9. Việc khác\nViệc khai thác thực hiện theo quy định của Luật Bến bãi sông nước.\n";
const KEY = "name:luật bến bãi sông nước";

const citing = async (): Promise<string> => {
  const [entry] = await bringIn(store, { text: aDecision({ more: CITES }) });
  return entry?.work ?? "";
};
const other = async (): Promise<string> => {
  const [entry] = await bringIn(store, {
    text: aDecision({ symbol: "88/2024/QĐ-UBND", day: "2024-02-01", title: "Ban hành Quy định quản lý chợ" }),
  });
  return entry?.work ?? "";
};
const mend = (work: string, target: MendCitation["target"], key = KEY) =>
  mendCitation({ store, work, key, target, by: LOCAL_PERSON, now: 9 });
const unclear = async () =>
  (await viewAttentionList(store, "2026-11-26", "unresolved", {})).list.rows.flatMap((row) =>
    row.of === "citation" ? [row.citation] : [],
  );
const linkOf = async (work: string): Promise<StoredLink | undefined> =>
  (await store.links.from(work)).find((l) => l.key === KEY);

describe("saying by hand what a citation means", () => {
  it("starts from the worklist, with the sentence", async () => {
    const work = await citing();
    const row = (await unclear()).find((r) => r.link.from === work && r.link.key === KEY);
    expect(row?.link.resolution.kind).toBe("unresolved");
    expect(row?.text).toContain("Việc khai thác thực hiện theo quy định của");
    expect(row?.text.slice(row.mark.start, row.mark.end)).toBe(row?.link.text);
  });

  it("wins, with who and when, and leaves the worklist", async () => {
    const [work, target] = [await citing(), await other()];
    expect(await mend(work, { work: target })).toEqual({ ok: true });
    expect((await linkOf(work))?.resolution).toMatchObject({ kind: "work", work: target });
    expect((await store.links.to(target)).map((l) => l.from)).toContain(work);
    expect((await unclear()).some((r) => r.link.key === KEY)).toBe(false);
    expect((await viewSettled(store)).citations).toMatchObject([{ work, key: KEY, target, by: LOCAL_PERSON, at: 9 }]);
  });

  it("survives the next version of the citing document", async () => {
    const [work, target] = [await citing(), await other()];
    await mend(work, { work: target });
    const [entry] = await bringIn(store, { text: aDecision({ more: CITES, width: 7 }) });
    expect(entry).toMatchObject({ outcome: "new-version", work });
    expect((await linkOf(work))?.resolution).toMatchObject({ kind: "work", work: target });
  });

  it("follows the target and the citing document when their metadata are mended", async () => {
    const [work, target] = [await citing(), await other()];
    await mend(work, { work: target });
    const moved = await mendMetadata({ store, work: target, values: { symbol: "89/2024/QĐ-UBND" }, by: "x", now: 10 });
    const renamed = await mendMetadata({ store, work, values: { symbol: "32/2025/QĐ-UBND" }, by: "x", now: 11 });
    if (!moved.ok || !renamed.ok) throw new Error("not mended");
    expect(moved.work).not.toBe(target);
    expect((await linkOf(renamed.work))?.resolution).toMatchObject({ kind: "work", work: moved.work });
  });

  it("no document at all: no citation any more; undone, it is back as it was", async () => {
    const work = await citing();
    const before = await linkOf(work);
    const { unresolved } = await store.links.counts();
    await mend(work, null);
    expect(await linkOf(work)).toBeUndefined();
    expect((await store.links.counts()).unresolved).toBe(unresolved - 1);
    expect((await viewCitationToMend(store, work, KEY, ""))?.override?.target).toBeNull();
    await mend(work, "undo");
    expect(await linkOf(work)).toEqual(before);
    expect((await viewSettled(store)).citations).toEqual([]);
  });

  it("finds documents by number and by words", async () => {
    const [work, target] = [await citing(), await other()];
    for (const query of ["88/2024", "quan ly cho"])
      expect((await viewCitationToMend(store, work, KEY, query))?.found.map((w) => w.id)).toContain(target);
  });

  it("refuses what is not cited and what is not known", async () => {
    const work = await citing();
    expect(await mend(work, null, "name:khong co")).toEqual({ ok: false, reason: "no-citation" });
    expect(await mend(work, { work: "none" })).toEqual({ ok: false, reason: "no-target" });
    expect(await viewCitationToMend(store, work, "name:khong co", "")).toBeNull();
    expect(await store.overrides.targets()).toEqual([]);
  });

  it("also of words with neither number nor name, each unit for itself, over the next version", async () => {
    const more =
      "Điều 9. Việc khác\n1. Việc thu phí thực hiện theo Thông tư liên tịch số 01.\n2. Bãi bỏ khoản 4 Điều 4 văn bản nêu trên.\n";
    const [entry] = await bringIn(store, { text: aDecision({ more }) });
    const [work, target] = [entry?.work ?? "", await other()];
    const nameless = async () => (await store.links.from(work)).filter((l) => l.key?.startsWith("words:"));
    const [first] = await nameless();
    if (!first?.key) throw new Error("nothing nameless");
    expect((await unclear()).map((r) => r.link.key)).toContain(first.key);
    expect((await viewCitationToMend(store, work, first.key, ""))?.cited).toBe(first.text);
    expect(await mend(work, { work: target }, first.key)).toEqual({ ok: true });
    expect((await nameless()).find((l) => l.key === first.key)?.resolution).toMatchObject({
      kind: "work",
      work: target,
    });
    await bringIn(store, { text: aDecision({ more, width: 7 }) });
    expect((await nameless()).find((l) => l.key === first.key)?.resolution).toMatchObject({
      kind: "work",
      work: target,
    });
  });
});
