import { describe, expect, it } from "vitest";
import type { CitationRole } from "../../src/domain/citation.ts";
import type { Work } from "../../src/domain/work.ts";
import { deriveRelations, type Mention } from "../../src/resolve/derive-relations.ts";
import { effect, work } from "../timeline/made-up.ts";

const SELF = work("07/2025/QĐ-UBND", "2025-08-15", "2025-08-25");
const mention = (to: string, role: CitationRole, more: Partial<Mention> = {}): Mention => ({
  to,
  role,
  within: "art_1",
  span: { start: 0, end: 5 },
  text: `Quyết định số ${to}`,
  eIds: [],
  ...more,
});
const derive = (
  given: Partial<Parameters<typeof deriveRelations>[0]>,
  self: Work = SELF,
): readonly (readonly unknown[])[] =>
  deriveRelations({ work: self, mentions: [], effects: [], detailing: [], ...given }).map((r) => [
    r.kind,
    r.to,
    r.eIds.join(),
    r.since,
  ]);

describe("relations", () => {
  it("many instructions of one day are one relation with their units; whole once one of them means the whole", () => {
    const on = (eId: string | null, from = "2025-08-25") => effect("amend", SELF.id, "T", from, { targetEId: eId });
    expect(derive({ effects: [on("art_1"), on("art_2__cl_3"), on("art_9", "2026-01-01")] })).toEqual([
      ["amends", "T", "art_1,art_2__cl_3", "2025-08-25"],
      ["amends", "T", "art_9", "2026-01-01"],
    ]);
    expect(derive({ effects: [on("art_1"), on(null)] })).toEqual([["amends", "T", "", "2025-08-25"]]);
  });

  it.each([
    ["repeal-document", "repeals"],
    ["replace-document", "replaces"],
    ["suspend", "suspends"],
    ["resume", "resumes"],
    ["extend", "extends"],
    ["correct", "corrects"],
    ["delete-phrase", "amends"],
  ] as const)("%s is %s", (action, kind) => {
    expect(derive({ effects: [effect(action, SELF.id, "T", "2025-08-25")] })[0]?.[0]).toBe(kind);
  });

  it("one that announces what the law has done does not do it", () => {
    const list = { ...SELF, title: "Công bố danh mục văn bản hết hiệu lực năm 2025" };
    expect(derive({ effects: [effect("expire", SELF.id, "T", "2025-07-01")] }, list)[0]?.[0]).toBe("announces");
    const repeals = { ...SELF, title: "Bãi bỏ một số văn bản do Ủy ban nhân dân ban hành" };
    expect(derive({ effects: [effect("expire", SELF.id, "T", "2025-07-01")] }, repeals)[0]?.[0]).toBe("repeals");
  });

  it("what could not be counted says so; its own beginning is no relation", () => {
    const [one, ...rest] = deriveRelations({
      work: SELF,
      mentions: [],
      detailing: [],
      effects: [
        effect("repeal-document", SELF.id, "T", null, { applied: false, whyNot: "chưa rõ" }),
        effect("commence", SELF.id, SELF.id, "2025-08-25"),
      ],
    });
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ kind: "repeals", certain: false, since: null });
  });

  it("căn cứ lines of one law are one relation with the units they name, beside what is done to it", () => {
    const mentions = [
      mention("L", "basis", { eIds: ["art_5__cl_2"], within: null }),
      mention("L", "basis", { within: null }),
      mention("L", "reference"),
    ];
    expect(derive({ mentions })).toEqual([["basis", "L", "art_5__cl_2", "2025-08-15"]]);
  });

  it("parents are detailed or guided, with the units that call for it", () => {
    const parent = (quote: string) => ({
      child: SELF.id,
      parent: "L",
      parentEIds: ["art_5__cl_2"],
      evidence: { work: SELF.id, symbol: SELF.symbol, eId: null, quote, span: null },
    });
    expect(derive({ detailing: [parent("quy định chi tiết khoản 2 Điều 5 Luật Chợ")] })[0]).toEqual([
      "details",
      "L",
      "art_5__cl_2",
      "2025-08-25",
    ]);
    expect(derive({ detailing: [parent("hướng dẫn thi hành khoản 2 Điều 5 Luật Chợ")] })[0]?.[0]).toBe("guides");
  });

  it("a consolidated text names its base and what changed it; a correction what it corrects", () => {
    const text: Work = { ...SELF, type: "van-ban-hop-nhat", title: "Nghị định quy định về chợ" };
    const mentions = [
      mention("BASE", "consolidates", { within: null }),
      mention("AMENDER", "reference", { within: null }),
      mention("OTHER", "reference"),
    ];
    expect(derive({ mentions }, text).map(([kind, to]) => [kind, to])).toEqual([
      ["consolidates", "AMENDER"],
      ["consolidates", "BASE"],
    ]);
    const correction = { ...SELF, title: "Đính chính Quyết định số 05/2025/QĐ-UBND" };
    const named = mention("05", "title", { within: null, text: "Quyết định số 05/2025/QĐ-UBND" });
    const elsewhere = mention("L", "title", { within: null, text: "Luật Chợ" });
    expect(derive({ mentions: [named, elsewhere] }, correction).map(([kind, to]) => [kind, to])).toEqual([
      ["corrects", "05"],
    ]);
  });

  it("an extension that keeps to an old province lets apply on there", () => {
    const quote = "Quyết định số 14/2019/QĐ-UBND tiếp tục được áp dụng trong phạm vi tỉnh An Sơn trước sắp xếp.";
    const evidence = { work: SELF.id, symbol: SELF.symbol, eId: "art_9", quote, span: null };
    const [one] = deriveRelations({
      work: SELF,
      mentions: [],
      detailing: [],
      effects: [effect("extend", SELF.id, "T", "2025-08-25", { evidence })],
    });
    expect(one).toMatchObject({ kind: "applies-in", territory: ["tỉnh An Sơn (trước 01/07/2025)"] });
  });

  describe("applies on in an old province", () => {
    const where = (text: string, cited: string) => {
      const start = text.indexOf(cited);
      const of = deriveRelations({
        work: SELF,
        mentions: [mention(cited, "reference", { span: { start, end: start + cited.length } })],
        effects: [],
        detailing: [],
        text,
      });
      return of.map((r) => [r.kind, r.territory.join()]);
    };
    it("in the sentence itself, and from the lead of a list", () => {
      const own = "2. Quyết định số 14/2019/QĐ-UBND tiếp tục được áp dụng trong phạm vi tỉnh An Sơn trước sắp xếp.";
      expect(where(own, "14/2019/QĐ-UBND")).toEqual([["applies-in", "tỉnh An Sơn (trước 01/07/2025)"]]);
      const list =
        "Các văn bản sau tiếp tục được áp dụng trên địa bàn tỉnh Khê Giang cũ:\n1. Quyết định số 14/2019/QĐ-UBND;\n2. Quyết định số 15/2019/QĐ-UBND.";
      expect(where(list, "15/2019/QĐ-UBND")[0]?.[1]).toContain("Khê Giang");
    });
    it.each([
      "Quyết định số 14/2019/QĐ-UBND được áp dụng trên địa bàn tỉnh An Khê.",
      "Quyết định số 14/2019/QĐ-UBND của tỉnh An Sơn không còn phù hợp trên địa bàn tỉnh An Sơn.",
    ])("not from %s", (text) => {
      expect(where(text, "14/2019/QĐ-UBND")).toEqual([]);
    });
  });
});
