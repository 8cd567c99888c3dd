import { describe, expect, it } from "vitest";
import type { Work } from "../../src/domain/work.ts";
import type { Store } from "../../src/store/store.ts";
import { aDocument, aWork } from "./build.ts";

type Put = (work: Work, document?: ReturnType<typeof aDocument>, given?: object) => Promise<string>;

/** What narrowed search, symbols and near spellings must do alike on every engine. */
export function narrowedSearchBehaves(of: () => Store, put: Put): void {
  describe("narrowed search", () => {
    const decision = aWork({ symbol: "17/2025/QĐ-UBND", title: "Về bến khách ngang sông", issuedOn: "2025-10-06" });
    const older = aWork({ symbol: "017/2019/QĐ-UBND", title: "Về bến đò", issuedOn: "2019-02-01" });
    const decree = aWork({
      symbol: "17/2024/NĐ-CP",
      title: "Về vận tải",
      type: "nghi-dinh",
      issuer: "Chính phủ",
      issuedOn: "2024-03-01",
    });
    const clauses = (...texts: string[]) => aDocument("Văn bản thử", [{ heading: "Nội dung", clauses: texts }]);
    const fill = async (): Promise<void> => {
      await put(decision, clauses("Chủ bến hóa giải tranh chấp.", "Chủ bến nộp hồ sơ.", "Bến có hoa hai bên."));
      await put(older, clauses("Chủ bến nộp hồ sơ và hồ sơ khác của chủ bến.", "Không đốt hoả lò."));
      await put(decree, clauses("Phương tiện có phao."));
    };
    const ranked = async (query: string, narrowing: Parameters<Store["search"]["ranked"]>[1] = {}) =>
      (await of().search.ranked(query, narrowing)).hits.map(
        (hit) => `${hit.work === decision.id ? "new" : "old"} ${hit.eId}`,
      );

    it("keeps to the works asked for, and counts only these", async () => {
      await fill();
      expect((await of().search.ranked("chủ bến", {})).total).toBe(3);
      expect(await ranked("chủ bến", { within: new Set([older.id]) })).toEqual(["old art_1__cl_1"]);
      expect((await of().search.ranked("chủ bến", { within: new Set([older.id]) })).total).toBe(1);
      expect(await ranked("chủ bến", { within: new Set() })).toEqual([]);
    });

    it("puts the works that come first before better matches of others", async () => {
      await fill();
      expect((await ranked('"chủ bến" hồ sơ'))[0]).toBe("old art_1__cl_1");
      const first = new Set([decision.id]);
      expect(await ranked('"chủ bến" hồ sơ', { first })).toEqual(["new art_1__cl_2", "old art_1__cl_1"]);
    });

    it("tells hoa, hóa and hoả apart when the accents are typed, and finds all three when not", async () => {
      await fill();
      expect((await ranked("hoa")).length).toBe(3);
      expect((await ranked("hóa"))[0]).toBe("new art_1__cl_1");
      expect((await ranked("hoá"))[0]).toBe("new art_1__cl_1");
      expect((await ranked("hỏa"))[0]).toBe("old art_1__cl_2");
    });

    it("shows why a passage was found", async () => {
      await fill();
      const [hit] = (await of().search.ranked("hoa", { within: new Set([older.id]) })).hits;
      const shown = (await of().search.excerpts("hoa", [hit?.id as number])).get(hit?.id as number);
      expect(shown?.marks.map(({ start, end }) => shown.snippet.slice(start, end))).toEqual(["hoả"]);
    });

    it("cuts the right stretch of a text with rare characters before it", async () => {
      await put(decision, clauses("Ký hiệu 𠀀𠀁𠀂𠀃 đặt trước.", "Chủ bến treo biển báo."));
      const [hit] = (await of().search.provisions("treo biển", { limit: 1 })).hits;
      expect(hit?.snippet).toContain("Chủ bến treo biển báo.");
      expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(["treo", "biển"]);
    });

    it.each([
      ["17/2025/qdubnd", "exact", [decision.id]],
      ["17–2025–QĐ–UBND", "exact", [decision.id]],
      ["17/QĐ-UBND", "exact", [decision.id, older.id]],
      ["１７/２０２５/QĐ-UBND", "exact", [decision.id]],
      ["QĐ 17/2025", "begun", [decision.id]],
      ["17/20", "begun", [decision.id, decree.id, older.id]],
      ["17/2025/q", "begun", [decision.id]],
      ["nđ17", "begun", [decree.id]],
      ["Nghị định số 17/2024", "begun", [decree.id]],
      ["nghị định 17/2024 về vận tải", "begun", [decree.id]],
      ["khoản 2 Điều 5 17/2025/QĐ-UBND", "exact", [decision.id]],
      ["17", "begun", [decision.id, decree.id, older.id]],
      ["điều 17", "begun", []],
      ["năm 2025", "begun", []],
    ] as const)("reads %s as a symbol", async (query, how, works) => {
      await fill();
      const found = await of().search.bySymbol(query);
      expect(found[how].map((work) => work.id)).toEqual(works);
      if (how === "begun") expect(found.exact).toEqual([]);
    });

    it("offers near spellings that find something, spelled as the texts do", async () => {
      await fill();
      for (const [typed, meant] of [
        ["phuowng tieenj", "phương tiện"],
        ["chubến", "chủ bến"],
        ["phaoo", "phao"],
        ["trnah chấp", "tranh chấp"],
      ] as const)
        expect(await of().search.spellings(typed), typed).toContain(meant);
      expect(await of().search.spellings("qwxz vbnm")).toEqual([]);
      expect(await of().search.spellings("")).toEqual([]);
    });
  });
}
