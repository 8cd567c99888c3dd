import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Unit } from "../../src/domain/account.ts";
import { WHOLE_SCOPE } from "../../src/domain/account.ts";
import { lacks, sampleApp, says } from "./app.ts";
import { sendForm } from "./send-form.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeEach(async () => {
  site = await sampleApp();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

const post = (page: string, action: string, fields: Record<string, string> = {}) =>
  sendForm(site, page, action, fields);

/** Follows the forms of a page that makes a batch, as a browser would send them. */
async function made(from: string, given: Record<string, string> = {}): Promise<string> {
  const { text } = await site.get(from);
  const fields = Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="(address|works)" value="([^"]*)"/gu)].map(([, name, value]) => [
      name as string,
      (value as string).replaceAll("&amp;", "&"),
    ]),
  );
  const done = await post(from, "/batches", { ...fields, do: "make", name: "Đợt thử", ...given });
  expect(done.status).toBe(303);
  return done.to.split("?")[0] as string;
}

const itemsOf = async (at: string) => site.store.batches.itemsOf(at.replace("/batches/", ""));

const unit = (id: string, name: string, given: Partial<Unit> = {}): Unit => ({
  id,
  name,
  kind: "department",
  parent: null,
  scope: WHOLE_SCOPE,
  active: true,
  by: "x",
  at: 1,
  version: 1,
  ...given,
});

describe("making a batch", () => {
  test("from the ticked documents of the list, and from all that match its filters", async () => {
    says((await site.get("/documents")).text, 'formaction="/batches/new"');
    const ticked = await made("/batches/new?picked=yes&work=w17&work=w06");
    expect((await itemsOf(ticked)).map((i) => i.work).sort()).toEqual(["w06", "w17"]);
    const all = await made("/batches/new?picked=yes&all=yes&type=quyet-dinh", { name: "Mọi quyết định" });
    const batch = await site.store.batches.find(all.replace("/batches/", ""));
    expect(batch?.body.query).toBe("/documents?type=quyet-dinh");
    expect((await itemsOf(all)).length).toBeGreaterThan(2);
    expect((await site.get("/batches/new?picked=yes")).status).toBe(400);
  });

  test("from an impact list, with the ground of each document in words", async () => {
    says((await site.get("/impact?work=w742")).text, "/batches/new?scope=impact&amp;work=w742");
    const at = await made("/batches/new?scope=impact&work=w742");
    const items = await itemsOf(at);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item.body.why).toContain("742/2024/NĐ-CP");
    expect((await site.store.batches.find(at.replace("/batches/", "")))?.kind).toBe("continuous");
  });

  test("for the period of systematization, with its cut-off", async () => {
    const page = await site.get("/batches/new?scope=systematisation");
    says(page.text, "Hệ thống hóa kỳ 2024–2028");
    says(page.text, 'value="31/12/2028"');
  });

  test("a document whose sheet is open comes in as far as that is", async () => {
    const at = await made("/batches/new?picked=yes&work=w17&work=w06");
    expect(Object.fromEntries((await itemsOf(at)).map((i) => [i.work, i.state]))).toEqual({
      w06: "reviewing",
      w17: "todo",
    });
  });

  test("a pasted list: what is found, what several bear, what nobody bears; nothing is dropped", async () => {
    const twin = {
      ...(await site.store.works.find("w06")),
      id: "w06b",
      issuer: "Ủy ban nhân dân tỉnh An Sơn",
      issuedOn: "2026-05-05",
    };
    await site.store.works.save([twin as NonNullable<Awaited<ReturnType<typeof site.store.works.find>>>]);
    const list = [
      "Quyết định số 17/2025/QĐ-UBND ngày 06/10/2025 của UBND tỉnh An Khê",
      "06/2026/QĐ-UBND",
      "9/2099/QĐ-UBND",
      "dòng không có số",
      "742/2024/NĐ-CP ngày 01/01/2001",
    ].join("\n");
    const looked = await post("/batches/new", "/batches", { list, do: "look" });
    expect(looked.status).toBe(200);
    says(looked.text, "1 văn bản sẽ vào đợt");
    says(looked.text, "2 dòng khớp nhiều văn bản");
    says(looked.text, "2 dòng chưa tìm thấy văn bản");
    const early = await post("/batches/new", "/batches", { list, do: "make", name: "Dán" });
    expect(early.status).toBe(400);
    says(early.text, "Còn dòng khớp nhiều văn bản chưa chọn");
    const done = await post("/batches/new", "/batches", {
      list,
      do: "make",
      name: "Dán",
      "choose:06/2026/QĐ-UBND": "w06b",
      "choose:742/2024/NĐ-CP ngày 01/01/2001": "none",
    });
    expect(done.status).toBe(303);
    const at = done.to.split("?")[0] as string;
    expect((await itemsOf(at)).map((i) => i.work).sort()).toEqual(["w06b", "w17"]);
    const { text } = await site.get(at);
    for (const line of ["9/2099/QĐ-UBND", "dòng không có số", "742/2024/NĐ-CP ngày 01/01/2001"])
      says(text, line.slice(-14));
    says(text, "3 dòng chưa tìm thấy văn bản");
  });

  test("not without a name, nor under one in use, nor with a day that is none; an address of elsewhere is refused", async () => {
    const page = "/batches/new?picked=yes&work=w17";
    const works = { works: "w17", do: "make" };
    expect((await post(page, "/batches", { ...works, name: " " })).status).toBe(400);
    expect((await post(page, "/batches", { ...works, name: "A", due: "31/02/2026" })).status).toBe(400);
    expect((await post(page, "/batches", { ...works, name: "A" })).status).toBe(303);
    expect((await post(page, "/batches", { ...works, name: "A" })).status).toBe(400);
    for (const address of ["//evil.example/documents", "javascript:alert(1)", "/admin"])
      expect((await post(page, "/batches", { address, do: "make", name: "B" })).status).toBe(400);
  });
});

describe("working a batch off", () => {
  const at = "/batches/b-ferries";

  test("documents go to the unit that answers for them; where none or several do, a person has to say", async () => {
    const facet = { level: "province", body: "b", bodyName: "B", territory: [], territoryNames: [] } as const;
    await site.store.facets.save([
      { ...facet, work: "w17", fields: ["24"] },
      { ...facet, work: "w06", fields: ["9"] },
    ]);
    await site.store.accounts.addUnit(unit("u-build", "Sở Xây dựng", { scope: { ...WHOLE_SCOPE, fields: ["24"] } }));
    await site.store.accounts.addUnit(unit("u-law", "Sở Tư pháp"));
    const preview = await site.get(`${at}/items?do=scope`);
    says(preview.text, "Sở Xây dựng");
    says(preview.text, "không đơn vị nào phụ trách");
    const picks = /name="given:u-build" value="([^"]+)"/u.exec(preview.text)?.[1] ?? "";
    const done = await post(`${at}/items?do=scope`, `${at}/items`, { do: "scope", "given:u-build": picks });
    expect(done.to).toContain("assigned=1");
    expect((await site.store.batches.item("b-ferries", "w17"))?.unit).toBe("u-build");
    // the same preview sent again: somebody was first
    const again = await post(at, `${at}/items`, { do: "scope", "given:u-build": picks });
    expect(again.to).toContain("assigned=0");
    expect(again.to).toContain("taken=1");
  });

  test("picked ones are given to a unit, a person and a day of their own, after a preview", async () => {
    const page = `${at}/items?do=assign&pick=w17&pick=w06&to=S%E1%BB%9F+Y+t%E1%BA%BF&person=H%C3%A0&due=01/07/2026`;
    const preview = await site.get(page);
    says(preview.text, "Giao 2 văn bản");
    expect((await site.store.batches.item("b-ferries", "w17"))?.unit).toBeNull();
    const picks = /name="picks" value="([^"]+)"/u.exec(preview.text)?.[1] ?? "";
    const fields = { do: "assign", picks, to: "Sở Y tế", person: "Hà", due: "01/07/2026" };
    expect((await post(page, `${at}/items`, fields)).to).toContain("assigned=2");
    expect(await site.store.batches.item("b-ferries", "w17")).toMatchObject({
      unit: "Sở Y tế",
      due: "2026-07-01",
      body: { person: { id: null, signature: "Hà" } },
    });
    for (const [query, words] of [
      ["do=assign&to=x", "Chưa chọn văn bản nào"],
      ["do=assign&pick=w17", "Chưa nói giao gì"],
      ["do=assign&pick=w17&due=99/99/2026", "không phải là một ngày"],
      ["do=leave-out&pick=w17", "Chưa ghi lý do"],
    ] as const) {
      const back = await site.get(`${at}/items?${query}`);
      expect(back.status).toBe(200);
      says(back.text, words);
    }
  });

  test("an item follows its sheet; the batch closes only when nothing waits", async () => {
    const early = await post(at, at, { seen: "1", do: "close" });
    expect(early.status).toBe(400);
    says(early.text, "Còn 2 văn bản chưa xong");
    const opened = await post(at, "/sheets", { work: "w17", batch: "b-ferries" });
    const sheet = opened.to.split("?")[0] as string;
    const state = async (work: string) => (await site.store.batches.item("b-ferries", work))?.state;
    expect(await state("w17")).toBe("reviewing");
    await post(sheet, sheet, { seen: "1", do: "propose", form: "none", formReason: "Đã xem" });
    expect(await state("w17")).toBe("proposed");
    await post(sheet, `${sheet}/act`, { seen: "2", do: "conclude" });
    expect(await state("w17")).toBe("done");
    await post(sheet, `${sheet}/act`, { seen: "3", do: "reopen", reason: "Xem lại" });
    expect(await state("w17")).toBe("reviewing");
    await post(sheet, `${sheet}/act`, { seen: "4", do: "void", reason: "Thôi" });
    expect(await state("w17")).toBe("todo");
    const picks = async (work: string) => `${work}.${(await site.store.batches.item("b-ferries", work))?.version}`;
    for (const work of ["w17", "w06"])
      await post(at, `${at}/items`, { do: "leave-out", picks: await picks(work), reason: "Để đợt sau" });
    expect([await state("w17"), await state("w06")]).toEqual(["left-out", "left-out"]);
    await post(at, `${at}/items`, { do: "put-back", picks: await picks("w06") });
    expect(await state("w06")).toBe("reviewing");
    await post(at, `${at}/items`, { do: "leave-out", picks: await picks("w06"), reason: "Để đợt sau" });
    expect((await post(at, at, { seen: "1", do: "close" })).to).toContain("done=closedNow");
    says((await site.get("/batches")).text, "đã kết thúc");
    expect((await post(at, at, { seen: "1", do: "reopen" })).status).toBe(409);
    expect((await post(at, at, { seen: "2", do: "reopen" })).status).toBe(303);
  });

  test("newcomers to the scope are shown and added, what has left it stays and is named", async () => {
    const own = await made("/batches/new?scope=documents&type=nghi-dinh");
    const batch = await site.store.batches.find(own.replace("/batches/", ""));
    if (batch === null) throw new Error("no batch");
    const wider = { ...batch, body: { ...batch.body, query: "/documents?type=quyet-dinh" } };
    await site.store.batches.change(wider, batch.version);
    const page = await site.get(`${own}/refresh`);
    says(page.text, "1 văn bản trong đợt không còn thuộc phạm vi");
    const fresh = Number(/Thêm (\d+) văn bản/u.exec(page.text)?.[1]);
    expect(fresh).toBeGreaterThan(1);
    const done = await post(`${own}/refresh`, `${own}/refresh`, {});
    expect(done.to).toContain(`added=${fresh}`);
    expect((await itemsOf(own)).length).toBe(fresh + 1);
    says((await site.get(`${own}/refresh`)).text, "Danh sách không có gì mới");
  });

  test("late ones are marked, on the page, in the list of batches, on the home page and in the file", async () => {
    says((await site.get(at)).text, "quá hạn");
    says((await site.get("/batches")).text, "2 quá hạn");
    says((await site.get("/")).text, "Đợt “Rà soát văn bản về bến khách ngang sông”: còn 2 văn bản");
    says((await site.get("/due")).text, 'id="batches"');
    const csv = (await site.get(`${at}/list?format=csv`)).text;
    says(csv, "17/2025/QĐ-UBND");
    says(csv, "quá hạn");
    says(csv, "chưa tìm thấy trong kho");
    lacks((await site.get(`${at}/list?format=csv&state=done`)).text, "17/2025/QĐ-UBND");
    expect((await site.get(`${at}/list?format=pdf`)).status).toBe(400);
    expect((await site.get("/batches/none")).status).toBe(404);
  });
});
