import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { LOCAL_PERSON } from "../../src/domain/account.ts";
import { type MendOptions, mendMetadata } from "../../src/use-cases/mend-metadata.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { viewReport } from "../../src/use-cases/view-reports.ts";
import { aDecision, bringIn } from "./place.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
});
afterEach(() => store.close());

const mend = (work: string, values: MendOptions["values"], merge = false) =>
  mendMetadata({ store, work, values, by: LOCAL_PERSON, now: 9, merge });

async function one(...given: Parameters<typeof aDecision>): Promise<string> {
  const [entry] = await bringIn(store, { text: aDecision(...given) });
  return entry?.work ?? "";
}

describe("mending by hand", () => {
  it("wins over the machine, with who and when, and keeps what the machine read", async () => {
    const id = await one();
    const done = await mend(id, { title: "Quy định quản lý đường xã", effectiveOn: "01/10/2025" });
    expect(done).toEqual({ ok: true, work: id, changed: true });
    expect(await store.works.find(id)).toMatchObject({ title: "Quy định quản lý đường xã", effectiveOn: "2025-10-01" });
    expect(await store.overrides.of(id)).toMatchObject([
      { field: "effectiveOn", value: "2025-10-01", by: LOCAL_PERSON, at: 9 },
      { field: "title", value: "Quy định quản lý đường xã" },
    ]);
    const stored = await store.documents.current(id);
    expect(stored?.facts.commencement.effectiveOn).toBe("2025-10-01");
    expect(stored?.asRead?.commencement.effectiveOn).toBe("2025-09-20");
    expect(stored?.asRead?.meta.title?.value).toContain("giao thông nông thôn");
  });

  it("moves the status with the day of effect", async () => {
    const id = await one();
    expect((await store.statuses.on(id, "2025-09-25"))?.status).toBe("in-force");
    await mend(id, { effectiveOn: "2025-10-01" });
    expect((await store.statuses.on(id, "2025-09-25"))?.status).toBe("not-yet-in-force");
    expect((await store.statuses.on(id, "2025-10-01"))?.status).toBe("in-force");
  });

  it("gives the work its right identity, and whoever cites it finds it", async () => {
    const misread = await one({ symbol: "37/2025/QĐ-UBND" });
    const [repealing] = await bringIn(store, {
      text: aDecision({
        symbol: "40/2025/QĐ-UBND",
        day: "2025-11-20",
        title: "Bãi bỏ Quyết định số 31/2025/QĐ-UBND",
        effective: "01 tháng 12 năm 2025",
        more: "\n",
      }).replace(
        /Điều 1\. [\s\S]*?(?=Điều 2\.)/u,
        "Điều 1. Bãi bỏ toàn bộ Quyết định số 31/2025/QĐ-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh An Khê ban hành Quy định về quản lý đường giao thông nông thôn trên địa bàn tỉnh.\n\n",
      ),
    });
    expect((await store.statuses.on(misread, "2026-01-01"))?.status).toBe("in-force");
    const done = await mend(misread, { symbol: "31/2025/qđ-ubnd" });
    if (!done.ok) throw new Error(done.reason);
    expect(done.work).not.toBe(misread);
    expect(await store.works.find(misread)).toBeNull();
    expect(await store.works.find(done.work)).toMatchObject({ symbol: "31/2025/QĐ-UBND", known: "text" });
    expect(await store.documents.current(done.work)).toMatchObject({ version: 1, work: done.work });
    expect((await store.links.to(done.work)).map((l) => l.from)).toContain(repealing?.work);
    expect((await store.statuses.on(done.work, "2026-01-01"))?.status).toBe("ceased");
    expect((await store.search.provisions("bề rộng mặt đường", { limit: 5 })).hits[0]?.work).toBe(done.work);
  });

  it("survives the next import: a corrected file that is misread alike becomes a version of the mended work", async () => {
    const misread = await one({ symbol: "37/2025/QĐ-UBND" });
    const done = await mend(misread, { symbol: "31/2025/QĐ-UBND", title: "Quy định quản lý đường xã" });
    const [entry] = await bringIn(store, { text: aDecision({ symbol: "37/2025/QĐ-UBND", width: 6 }) });
    expect(entry).toMatchObject({ outcome: "new-version", work: done.ok && done.work });
    expect(await store.works.find(entry?.work ?? "")).toMatchObject({
      symbol: "31/2025/QĐ-UBND",
      title: "Quy định quản lý đường xã",
    });
    expect(await store.overrides.of(entry?.work ?? "")).toHaveLength(2);
    const [other] = await bringIn(store, {
      text: "ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ\nSố: 37/2025/QĐ-UBND\nAn Khê, ngày 10 tháng 9 năm 2025\nQUYẾT ĐỊNH\nVề việc khác\nĐiều 1. Chợ\nChợ họp vào sáng thứ bảy.\n",
    });
    expect(other?.work, "another document that really has this number keeps it").toBe(misread);
  });

  it("goes back to the machine's reading when the field is emptied", async () => {
    const id = await one();
    const moved = await mend(id, { symbol: "32/2025/QĐ-UBND" });
    const back = await mend(moved.ok ? moved.work : "", { symbol: "" });
    expect(back).toEqual({ ok: true, work: id, changed: true });
    expect(await store.overrides.of(id)).toEqual([]);
    expect((await store.documents.current(id))?.asRead).toBeUndefined();
    expect(await store.works.find(id)).toMatchObject({ symbol: "31/2025/QĐ-UBND" });
  });

  it("stores nothing for values that are as read, and lets computed values follow", async () => {
    const id = await one({ effective: "ký" });
    const work = await store.works.find(id);
    expect(await mend(id, { symbol: work?.symbol ?? "", title: work?.title ?? "" })).toMatchObject({ changed: false });
    expect(await store.overrides.of(id)).toEqual([]);
  });

  it("files a document in several fields: lists name it in each and count it once", async () => {
    const id = await one();
    const read = (await store.facets.of([id])).get(id)?.fields ?? [];
    expect(read.slice(1)).toEqual([]);
    expect(await mend(id, { fields: "21; 11" })).toEqual({ ok: true, work: id, changed: true });
    expect((await store.facets.of([id])).get(id)?.fields).toEqual(["11", "21"]);
    const form = (field: string | null) =>
      viewReport(store, {
        form: "03",
        from: "2025-01-01",
        to: "2025-12-31",
        scope: { ...ANY_DOCUMENT, field },
        regime: null,
        title: null,
        publishedUntil: null,
      });
    const all = await form(null);
    expect(all.parts.map(({ groups }) => groups.map(({ label, n }) => [label, n]))).toEqual([
      [
        ["I. LĨNH VỰC ĐẤT ĐAI", 1],
        ["II. LĨNH VỰC MÔI TRƯỜNG", 1],
      ],
    ]);
    expect([all.total, all.parts[0]?.total]).toEqual([1, expect.stringMatching(/Tổng số:? 1 văn bản/u)]);
    const one21 = await form("21");
    expect(one21.parts[0]?.groups.map(({ label, n }) => [label, n])).toEqual([["I. LĨNH VỰC MÔI TRƯỜNG", 1]]);
    expect((await form("45")).total).toBe(0);
    // what a person says of the field does not make the rest sure
    expect((await store.works.find(id))?.title).toContain("giao thông nông thôn");
    expect(await mend(id, { fields: "" })).toMatchObject({ changed: true });
    expect((await store.facets.of([id])).get(id)?.fields).toEqual(read);
    expect(await store.overrides.of(id)).toEqual([]);
    expect(await mend(id, { fields: "11, 99" })).toMatchObject({
      ok: false,
      faults: { fields: expect.stringContaining("“99”") },
    });
  });

  it("refuses what is no day, no number and no kind, and says why", async () => {
    const id = await one();
    expect(await mend(id, { issuedOn: "31/06/2026", symbol: "không số", type: "thơ" })).toMatchObject({
      ok: false,
      reason: "bad-value",
      faults: { issuedOn: expect.stringContaining("31/06/2026"), symbol: expect.any(String), type: expect.any(String) },
    });
    expect(await mend("0000000000000000", { title: "a" })).toEqual({ ok: false, reason: "no-document" });
    expect(await store.overrides.of(id)).toEqual([]);
  });

  it("asks before it makes two documents one, and then keeps both texts as versions", async () => {
    const right = await one();
    const misread = await one({ symbol: "37/2025/QĐ-UBND", width: 6 });
    const asked = await mend(misread, { symbol: "31/2025/QĐ-UBND" });
    expect(asked).toMatchObject({ ok: false, reason: "taken", by: { id: right } });
    expect(await store.documents.indexedWorks()).toHaveLength(2);
    expect(await mend(misread, { symbol: "31/2025/QĐ-UBND" }, true)).toMatchObject({ ok: true, work: right });
    expect(await store.documents.indexedWorks()).toEqual([right]);
    expect(await store.documents.versions(right)).toHaveLength(2);
    expect((await store.documents.current(right))?.document.text).toContain("6 mét");
  });
});
