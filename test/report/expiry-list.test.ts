import { describe, expect, it } from "vitest";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import {
  type ListedField,
  type ListedWork,
  type ListForm,
  officialList,
  toReport,
} from "../../src/report/expiry-list.ts";

const printed = (form: ListForm, works: readonly ListedWork[]) =>
  toReport(officialList(form, works, { from: "2026-01-01", to: "2026-12-31" }));

const LAND: ListedField = { topic: "11", topicName: "Đất đai" };
const ROADS: ListedField = { topic: "14", topicName: "Giao thông, vận tải" };
const CULTURE: ListedField = { topic: "41", topicName: "Văn hóa, thể thao, du lịch" };

function listed(
  symbol: string,
  issuedOn: string,
  field: ListedField | null,
  status: StatusPeriod["status"] = "in-force",
  issuer = symbol.includes("HĐND") ? "Hội đồng nhân dân tỉnh An Khê" : "Ủy ban nhân dân tỉnh An Khê",
): ListedWork {
  const work: Work = {
    id: symbol,
    symbol,
    type: symbol.includes("NQ-") ? "nghi-quyet" : symbol.includes("CT-") ? "chi-thi" : "quyet-dinh",
    title: `Văn bản ${symbol}`,
    issuer,
    issuedOn,
    effectiveOn: issuedOn,
    known: "text",
    normative: "yes",
  };
  const period = {
    work: symbol,
    status,
    since: issuedOn,
    until: null,
    reason: "Được thay thế",
    because: [],
    units: [],
  };
  return { work, period: period as unknown as StatusPeriod, field };
}

const groups = (works: readonly ListedWork[]) =>
  (printed("03", works).parts[0]?.groups ?? []).map((g) => [
    g.label,
    ...g.rows.map((r) => `${r[0]?.text} ${r[2]?.text}`),
  ]);

describe("form 03", () => {
  it("groups by field in the order of the codification, the unclear ones last, and counts anew in each", () => {
    const works = [
      listed("7/2026/QĐ-UBND", "2026-03-01", null),
      listed("5/2026/QĐ-UBND", "2026-02-01", ROADS),
      listed("6/2026/QĐ-UBND", "2026-02-02", CULTURE, "not-yet-in-force"),
      listed("3/2026/QĐ-UBND", "2026-01-03", LAND),
      listed("4/2026/NQ-HĐND", "2026-01-04", LAND, "partly-ceased"),
      listed("8/2026/QĐ-UBND", "2026-01-05", LAND, "ceased"),
    ];
    expect(groups(works)).toEqual([
      ["I. LĨNH VỰC ĐẤT ĐAI", "1 4/2026/NQ-HĐND ngày 04/01/2026", "2 3/2026/QĐ-UBND ngày 03/01/2026"],
      ["II. LĨNH VỰC GIAO THÔNG, VẬN TẢI", "1 5/2026/QĐ-UBND ngày 01/02/2026"],
      ["III. LĨNH VỰC VĂN HÓA, THỂ THAO, DU LỊCH", "1 6/2026/QĐ-UBND ngày 02/02/2026"],
      ["IV. CHƯA PHÂN LĨNH VỰC", "1 7/2026/QĐ-UBND ngày 01/03/2026"],
    ]);
    expect(printed("03", works).parts[0]?.total?.n).toBe(5);
  });

  it("keeps one group while no field is known, and its heading when there is nothing to list", () => {
    expect(groups([listed("1/2026/QĐ-UBND", "2026-01-01", null)])).toEqual([
      ["CHƯA PHÂN LĨNH VỰC", "1 1/2026/QĐ-UBND ngày 01/01/2026"],
    ]);
    expect(groups([])).toEqual([["CHƯA PHÂN LĨNH VỰC"]]);
  });

  it("numbers forty-five fields in Roman figures", () => {
    const works = Array.from({ length: 45 }, (_, i) =>
      listed(`${i}/2026/QĐ-UBND`, "2026-01-01", { topic: String(i + 1), topicName: "x" }),
    );
    const labels = groups(works).map(([label]) => label?.split(".")[0]);
    expect([labels[3], labels[8], labels[13], labels[39], labels[44]]).toEqual(["IV", "IX", "XIV", "XL", "XLV"]);
  });
});

describe("order inside a group (Điều 52)", () => {
  it("goes by legal force, then day, then number as a number", () => {
    const chairman = "Chủ tịch Ủy ban nhân dân tỉnh An Khê";
    const works = [
      listed("2/2015/CT-UBND", "2015-01-01", LAND),
      listed("10/2024/QĐ-UBND", "2024-05-05", LAND),
      listed("9/2024/QĐ-UBND", "2024-05-05", LAND),
      listed("1/2025/QĐ-CTUBND", "2025-08-01", LAND, "in-force", chairman),
      listed("50/2023/QĐ-UBND", "2023-05-05", LAND),
      listed("1/2026/NQ-HĐND", "2026-01-01", LAND, "in-force", "Hội đồng nhân dân xã Phú Lâm"),
      listed("30/2026/NQ-HĐND", "2026-04-01", LAND),
    ];
    const symbols = groups(works)[0]
      ?.slice(1)
      .map((row) => row.split(" ")[1]);
    expect(symbols).toEqual([
      "30/2026/NQ-HĐND",
      "50/2023/QĐ-UBND",
      "9/2024/QĐ-UBND",
      "10/2024/QĐ-UBND",
      "1/2025/QĐ-CTUBND",
      "2/2015/CT-UBND",
      "1/2026/NQ-HĐND",
    ]);
  });

  it("holds for form 01 as well", () => {
    const works = [
      listed("9/2026/QĐ-UBND", "2026-03-01", LAND, "ceased"),
      listed("8/2026/NQ-HĐND", "2026-04-01", LAND, "ceased"),
    ];
    const rows = printed("01", works).parts[0]?.groups[0]?.rows;
    expect(rows?.map((r) => r[2]?.text)).toEqual(["8/2026/NQ-HĐND ngày 01/04/2026", "9/2026/QĐ-UBND ngày 01/03/2026"]);
  });
});
