import { describe, expect, it } from "vitest";
import type { NamedWork } from "../../src/domain/citation.ts";
import type { Work } from "../../src/domain/work.ts";
import { loadCentralRegister } from "../../src/resolve/central-register.ts";
import { createRegister } from "../../src/resolve/register.ts";
import { workIdOf } from "../../src/resolve/work-id.ts";

const named = (n: Partial<NamedWork>): NamedWork => ({
  symbol: null,
  type: null,
  name: null,
  issuedOn: null,
  year: null,
  issuer: null,
  self: false,
  ...n,
});
const central = loadCentralRegister();

const local = (symbol: string, issuer: string, issuedOn: string | null, known: Work["known"] = "text"): Work => {
  const type = symbol.includes("NQ") ? "nghi-quyet" : "quyet-dinh";
  return {
    id: workIdOf({ type, symbol, issuer, issuedOn }),
    symbol,
    type,
    title: null,
    issuer,
    issuedOn,
    effectiveOn: issuedOn,
    known,
    normative: "yes",
  };
};
const AN_KHE = "Ủy ban nhân dân tỉnh An Khê";
const works = [
  local("12/2020/QĐ-UBND", "Ủy ban nhân dân tỉnh An Sơn", "2020-04-10"),
  local("12/2020/QĐ-UBND", "Ủy ban nhân dân tỉnh Khê Giang", "2020-07-02"),
  local("12/2020/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Tĩnh", "2020-09-02"),
  local("30/2021/QĐ-UBND", "Ủy ban nhân dân tỉnh An Sơn", "2021-08-11"),
  local("05/2025/NQ-HĐND", "Hội đồng nhân dân tỉnh An Khê", "2025-08-20"),
];
const register = createRegister([...central.works, ...works]);

function found(n: Partial<NamedWork>, on: string | null, issuer: string | null = AN_KHE): string {
  const r = register.find(named(n), { on, issuer });
  if (r.kind !== "work") return r.kind;
  const work = register.work(r.work) as Work;
  return `${work.symbol} ${work.issuedOn}`;
}

describe("names of laws at the citing day", () => {
  it("takes the day in the citation", () => {
    expect(found({ name: "Luật Tổ chức chính quyền địa phương", issuedOn: "2015-06-19" }, "2020-01-01")).toBe(
      "77/2015/QH13 2015-06-19",
    );
  });
  it("takes the version in force on the citing day for a bare name", () => {
    const name = "Luật Tổ chức chính quyền địa phương";
    expect(found({ name }, "2020-01-01")).toMatch(/^77\/2015\/QH13/u);
    expect(found({ name }, "2025-04-15")).toMatch(/^65\/2025\/QH15/u);
    expect(found({ name }, "2025-12-01")).toMatch(/^72\/2025\/QH15/u);
    expect(found({ name: "Luật Đất đai" }, "2015-01-01")).toMatch(/^45\/2013\/QH13/u);
    expect(found({ name: "Luật Đất đai" }, "2024-09-01")).toMatch(/^31\/2024\/QH15/u);
  });
  it("takes the year, written apart or in the name", () => {
    expect(found({ name: "Luật Đất đai", year: 2013 }, "2024-09-01")).toMatch(/^45\/2013/u);
    expect(found({ name: "Luật Đất đai năm 2013" }, "2024-09-01")).toMatch(/^45\/2013/u);
  });
  it("forgives abbreviations, (sửa đổi), tone placement, the wrong kind word and one slip of the pen", () => {
    expect(found({ name: "Luật Ban hành văn bản QPPL (sửa đổi)" }, "2018-01-01")).toMatch(/^80\/2015/u);
    expect(found({ name: "Luật Dân sự" }, "2018-01-01")).toMatch(/^91\/2015/u);
    expect(found({ name: "Luật Tổ chức chính quyền điạ phưong" }, "2018-01-01")).toMatch(/^77\/2015/u);
  });
  it("does not take a version from after the citing day, nor a name nobody bears", () => {
    expect(found({ name: "Luật Đất đai" }, "1999-01-01")).toBe("unresolved");
    expect(found({ name: "Luật Gió và mây trời" }, "2020-01-01")).toBe("unresolved");
  });
  it("shows several as ambiguous when there is no day to decide by", () => {
    expect(found({ name: "Luật Đất đai" }, null)).toBe("ambiguous");
  });
  it("corrects a misprinted number by name and day only", () => {
    expect(found({ symbol: "67/2014/QH14", name: "Luật Đầu tư", issuedOn: "2014-11-26" }, "2020-01-01")).toMatch(
      /^67\/2014\/QH13/u,
    );
    expect(found({ symbol: "67/2014/QH14" }, "2020-01-01")).toBe("unresolved");
  });
});

describe("local symbols", () => {
  it("tells provinces apart by day and by issuer", () => {
    expect(found({ symbol: "12/2020/QĐ-UBND", issuedOn: "2020-07-02" }, "2026-01-01")).toBe(
      "12/2020/QĐ-UBND 2020-07-02",
    );
    expect(found({ symbol: "12/2020/QĐ-UBND", issuer: "UBND tỉnh An Sơn" }, "2026-01-01")).toBe(
      "12/2020/QĐ-UBND 2020-04-10",
    );
  });
  it("shows two predecessors as ambiguous, and never reaches into a stranger's province", () => {
    expect(found({ symbol: "12/2020/QĐ-UBND" }, "2026-01-01")).toBe("ambiguous");
    expect(found({ symbol: "12/2020/QĐ-UBND", issuedOn: "2020-09-02" }, "2026-01-01")).toBe("unresolved");
    expect(found({ symbol: "12/2020/QĐ-UBND" }, "2026-01-01", "Ủy ban nhân dân tỉnh Hà Tĩnh")).toBe(
      "12/2020/QĐ-UBND 2020-09-02",
    );
  });
  it("forgives a swapped day and month of the same issuer, and nothing wilder", () => {
    expect(found({ symbol: "30/2021/QĐ-UBND", issuedOn: "2021-11-08" }, "2026-01-01")).toBe(
      "30/2021/QĐ-UBND 2021-08-11",
    );
    expect(found({ symbol: "30/2021/QĐ-UBND", issuedOn: "2021-03-19" }, "2026-01-01")).toBe("unresolved");
  });
  it("does not see documents issued after the citing day", () => {
    expect(found({ symbol: "05/2025/NQ-HĐND" }, "2025-07-15")).toBe("unresolved");
    expect(found({ symbol: "05/2025/NQ-HĐND" }, "2025-09-15")).toBe("05/2025/NQ-HĐND 2025-08-20");
  });
});

describe("the shipped register", () => {
  it("has one work a central symbol and keeps every succession's two ends", () => {
    const ids = new Set(central.works.map((w) => w.id));
    expect(ids.size).toBe(central.works.length);
    for (const s of central.successions) expect(ids.has(s.old) && ids.has(s.new)).toBe(true);
  });
  it("gives laws their full name", () => {
    expect(central.works.find((w) => w.symbol === "59/2020/QH14")?.title).toBe("Luật Doanh nghiệp");
  });
});
