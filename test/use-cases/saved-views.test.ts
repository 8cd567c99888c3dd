import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { MOST_VIEWS_A_PAGE, saveView, savedViews, viewQuery } from "../../src/use-cases/saved-views.ts";

describe("lists under a name", () => {
  test("filters are compared in one order and without what belongs to a moment", () => {
    expect(viewQuery("?state=later&field=11&on=2026-01-01&after=x&n=50&did=1&to=k&lang=en")).toBe(
      "field=11&state=later",
    );
    expect(viewQuery("type=b&type=a&rule=")).toBe("type=a&type=b");
  });

  test("a name needs letters, is not too long, and takes new filters when it is used again", async () => {
    const store = await openStore(":memory:");
    const save = (name: string, query: string) => saveView(store, { page: "findings", name, query }, "Lê Thu Hà", 1);
    expect(await save("  ", "rule=x")).toEqual({ ok: false, why: "name-missing" });
    expect(await save("đ".repeat(61), "rule=x")).toEqual({ ok: false, why: "name-too-long" });
    expect((await save("Đất đai", "field=11")).ok).toBe(true);
    expect((await save(" đất  ĐAI ", "field=12")).ok).toBe(true);
    expect((await store.desk.views("findings")).map((v) => v.query)).toEqual(["field=12"]);
    for (let i = 1; i < MOST_VIEWS_A_PAGE; i++) await save(`Danh sách ${i}`, "");
    expect(await save("Thêm nữa", "rule=x")).toEqual({ ok: false, why: "too-many" });
    await store.close();
  });

  test("stand in Vietnamese order, each with its count", async () => {
    const store = await openStore(":memory:");
    for (const [at, name] of ["Đất đai", "Dân số", "Bến"].entries())
      await saveView(store, { page: "documents", name, query: `field=${at}` }, "Lê Thu Hà", at);
    const rows = await savedViews(store, "documents", (query) => Number(query.get("field")));
    expect(rows.map((row) => [row.view.name, row.n])).toEqual([
      ["Bến", 2],
      ["Dân số", 1],
      ["Đất đai", 0],
    ]);
    await store.close();
  });
});
