import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { firstDifference, isSameText, textSimilarity } from "../../src/compare/same-text.ts";
import { aDecision, bringIn } from "./place.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
});
afterEach(() => store.close());

const pdf = (text: string) => ({ text, format: "pdf" as never, quality: "pdf" as const });
const works = () => store.documents.indexedWorks();

describe("one document in two files", () => {
  it("is one work: the better file is read, the other kept", async () => {
    const [word, scanned] = await bringIn(store, { text: aDecision() }, pdf(aDecision().replace(/\n/gu, "\n\n")));
    expect(word).toMatchObject({ outcome: "imported", reason: null });
    expect(scanned).toMatchObject({ outcome: "other-format", work: word?.work });
    const id = word?.work ?? "";
    expect(await works()).toEqual([id]);
    expect(await store.documents.versions(id)).toHaveLength(1);
    expect(await store.documents.current(id)).toMatchObject({ version: 1, format: "docx" });
    expect(await store.documents.manifestations(id)).toMatchObject([{ format: "pdf", sha256: scanned?.sha256 }]);
    expect(await store.documents.original(scanned?.sha256 ?? "")).not.toBeNull();
  });

  it("is read from the better one also when that comes later, without a new version", async () => {
    const [first, better] = await bringIn(store, pdf(aDecision()), { text: aDecision() });
    const id = first?.work ?? "";
    expect(better).toMatchObject({ outcome: "other-format", work: id });
    expect(await store.documents.current(id)).toMatchObject({ version: 1, format: "docx", sha256: better?.sha256 });
    expect(await store.documents.manifestations(id)).toMatchObject([{ format: "pdf", sha256: first?.sha256 }]);
    expect((await store.search.provisions("bề rộng mặt đường", { limit: 9 })).hits.length).toBeGreaterThan(0);
  });

  it("is known again by the bytes of either file", async () => {
    await bringIn(store, { text: aDecision() }, pdf(aDecision()));
    const again = await bringIn(store, { text: aDecision() }, pdf(aDecision()));
    expect(again.map((e) => e.outcome)).toEqual(["unchanged", "unchanged"]);
    expect(await works()).toHaveLength(1);
  });

  it("names every difference of the copy: a correction must not pass for one", async () => {
    const [, copy] = await bringIn(store, { text: aDecision() }, pdf(aDecision({ width: 6 })));
    expect(copy?.outcome).toBe("other-format");
    expect(copy?.reason).toContain("ít nhất 5 mét");
    expect(copy?.reason).toContain("ít nhất 6 mét");
  });

  it("is found although one of them does not say when it was issued", async () => {
    const headless = aDecision().replace(/ngày 10 tháng 09 năm/u, "ngày tháng năm");
    const entries = await bringIn(store, { text: aDecision() }, pdf(headless));
    expect(entries[1]).toMatchObject({ outcome: "other-format", work: entries[0]?.work });
    expect(await works()).toHaveLength(1);
    await store.close();
    store = await openStore(":memory:");
    const [poor, rich] = await bringIn(store, pdf(headless), { text: aDecision() });
    expect(poor?.outcome).toBe("needs-look");
    expect(rich).toMatchObject({ outcome: "other-format", work: entries[0]?.work });
    expect(await works()).toEqual([rich?.work]);
  });
});

describe("not the same document", () => {
  it("a corrected file of the same format makes a new version and keeps the old one", async () => {
    const [first, second] = await bringIn(store, { text: aDecision() }, { text: aDecision({ width: 6 }) });
    const id = first?.work ?? "";
    expect(second).toMatchObject({ outcome: "new-version", work: id });
    const versions = await store.documents.versions(id);
    expect(versions.map((v) => v.version)).toEqual([1, 2]);
    expect(await store.documents.original(versions[0]?.sha256 ?? "")).not.toBeNull();
    expect((await store.documents.current(id))?.document.text).toContain("6 mét");
    expect(await store.documents.manifestations(id)).toEqual([]);
  });

  it("the same number from two provinces stays two works", async () => {
    const [ours, theirs] = await bringIn(store, { text: aDecision() }, { text: aDecision({ province: "An Sơn" }) });
    expect([ours?.outcome, theirs?.outcome]).toEqual(["imported", "imported"]);
    expect(await works()).toHaveLength(2);
  });

  it("another format with other words is a new version that asks for a look", async () => {
    const more =
      "7. Đường ngõ xóm do nhân dân tự quản lý theo quy ước của thôn, bản, tổ dân phố và được hỗ trợ xi măng.\n";
    const [, other] = await bringIn(store, { text: aDecision() }, pdf(aDecision({ width: 9, more })));
    expect(other?.outcome).toBe("needs-look");
    expect(other?.reason).toContain("DOCX");
  });

  it("a text without number and day is imported and says what to look at", async () => {
    const text = aDecision()
      .replace(/Số: .*\n/u, "")
      .replace(/An Khê, ngày .*\n/u, "");
    const [entry] = await bringIn(store, { text });
    expect(entry).toMatchObject({ outcome: "needs-look" });
    expect(entry?.reason).toContain("Không thấy số, ký hiệu.");
    expect(entry?.reason).toContain("Không thấy ngày ban hành.");
    expect(await works()).toEqual([entry?.work]);
  });
});

describe("similar texts", () => {
  it("are measured word by word, accents and line breaks aside", () => {
    expect(textSimilarity("Đường xã\nrộng 5 mét", "DUONG XA RONG 5 MET.")).toBe(1);
    expect(textSimilarity("một hai ba bốn", "năm sáu bảy tám")).toBe(0);
    expect(textSimilarity("", "")).toBe(1);
    expect(textSimilarity(aDecision(), aDecision({ width: 6 }))).toBeGreaterThan(0.98);
    expect(isSameText("rộng  5\nmét", "rộng 5 mét")).toBe(true);
    expect(isSameText("rộng 5 mét", "rộng 6 mét")).toBe(false);
    expect(firstDifference("đường xã rộng 5 mét", "đường xã rộng 6 mét")).toMatchObject({
      a: expect.stringContaining("5"),
    });
    expect(firstDifference("rộng 5 mét", "Rộng 5 mét.")).toBeNull();
  });
});
