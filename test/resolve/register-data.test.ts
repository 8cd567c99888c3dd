import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isCitedByName } from "../../src/domain/document-type.ts";
import { isLegalDate } from "../../src/domain/legal-date.ts";
import { parseSymbol } from "../../src/domain/symbol.ts";
import { loadCentralRegister, useLocalRegister } from "../../src/resolve/central-register.ts";
import { readLocalRegister } from "../../src/resolve/local-register.ts";
import { clauseEId, readSuccessions, readTable } from "../../src/resolve/register-file.ts";

const rows = readSuccessions();
const register = loadCentralRegister();
const entry = (symbol: string) => register.entries.get(register.find(symbol) ?? "");
const told = (r: (typeof rows)[number]): string => `${r.oldSymbol} → ${r.newSymbol} ${r.from}`;

describe("the shipped successions", () => {
  it("name documents by their symbols, a kind and how certain they are, on real days", () => {
    const wrong = rows.filter(
      (r) =>
        !parseSymbol(r.oldSymbol) ||
        !parseSymbol(r.newSymbol) ||
        !["replace", "amend", "suspend", "extend"].includes(r.kind) ||
        !["verified", "likely", "to-verify"].includes(r.certainty) ||
        (r.from !== null && !isLegalDate(r.from)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it("stand once each, and never lead back to where they began", () => {
    expect(new Set(rows.map((r) => `${told(r)} ${r.kind}`)).size).toBe(rows.length);
    const next = new Map<string, string[]>();
    for (const r of rows.filter((r) => r.kind === "replace"))
      next.set(r.oldSymbol, [...(next.get(r.oldSymbol) ?? []), r.newSymbol]);
    const leadsTo = (from: string, to: string): boolean =>
      (next.get(from) ?? []).some((n) => n === to || leadsTo(n, to));
    expect([...next.keys()].filter((s) => leadsTo(s, s))).toEqual([]);
  });

  it("end a document after it was issued, by one issued later, not before that one was", () => {
    const wrong = rows.filter((r) => {
      const [old, by] = [entry(r.oldSymbol), entry(r.newSymbol)];
      if (r.kind !== "replace" || r.from === null) return false;
      const begun = old?.issuedOn ?? null;
      return begun !== null && (begun >= r.from || (by?.issuedOn != null && by.issuedOn <= begun));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it("are called verified only where their clause is known", () => {
    expect(rows.filter((r) => r.certainty === "verified" && r.clause === null).map(told)).toEqual([]);
  });

  it.each([
    ["đất đai", "45/2013/QH13", "31/2024/QH15"],
    ["chính quyền địa phương", "77/2015/QH13", "65/2025/QH15"],
    ["chính quyền địa phương", "65/2025/QH15", "72/2025/QH15"],
    ["ban hành văn bản", "80/2015/QH13", "64/2025/QH15"],
    ["ngân sách", "83/2015/QH13", "89/2025/QH15"],
    ["đầu tư công", "39/2019/QH14", "58/2024/QH15"],
    ["đầu tư công", "40/2020/NĐ-CP", "85/2025/NĐ-CP"],
    ["đấu thầu", "43/2013/QH13", "22/2023/QH15"],
    ["đấu thầu", "24/2024/NĐ-CP", "214/2025/NĐ-CP"],
    ["nhà ở", "65/2014/QH13", "27/2023/QH15"],
    ["nhà ở", "99/2015/NĐ-CP", "95/2024/NĐ-CP"],
    ["kinh doanh bất động sản", "66/2014/QH13", "29/2023/QH15"],
    ["xây dựng", "50/2014/QH13", "135/2025/QH15"],
    ["môi trường", "55/2014/QH13", "72/2020/QH14"],
    ["bảo hiểm xã hội", "58/2014/QH13", "41/2024/QH15"],
    ["lưu trữ", "01/2011/QH13", "33/2024/QH15"],
    ["cán bộ, công chức", "22/2008/QH12", "80/2025/QH15"],
    ["viên chức", "58/2010/QH12", "129/2025/QH15"],
    ["giao dịch điện tử", "51/2005/QH11", "20/2023/QH15"],
    ["căn cước", "59/2014/QH13", "26/2023/QH15"],
    ["giá đất", "44/2014/NĐ-CP", "71/2024/NĐ-CP"],
    ["bồi thường", "47/2014/NĐ-CP", "88/2024/NĐ-CP"],
    ["một cửa", "61/2018/NĐ-CP", "118/2025/NĐ-CP"],
  ])("%s: %s is followed by %s, on a day", (_, old, by) => {
    const row = rows.find((r) => r.oldSymbol === old && r.newSymbol === by && r.kind === "replace");
    expect(row?.from).toMatch(/^20\d\d-\d\d-\d\d$/u);
    expect(row?.certainty).not.toBe("to-verify");
    for (const symbol of [old, by]) expect(entry(symbol)?.title, symbol).toBeTruthy();
  });

  it.each(["73/2025/QH15", "60/2024/QH15", "71/2025/QH15", "51/2024/QH15", "202/2025/QH15", "151/2025/NĐ-CP"])(
    "knows %s, which took nobody's place",
    (symbol) => {
      expect(register.find(symbol)).not.toBeNull();
    },
  );
});

describe("rows added by hand", () => {
  it("stand once each and name laws by their kind", () => {
    const added = readTable("additions.csv");
    const symbols = added.map((r) => r.symbol).filter(Boolean);
    expect(symbols.filter((s, i) => symbols.indexOf(s) !== i)).toEqual([]);
    const unnamed = added.filter((r) => {
      const known = entry(r.symbol ?? "");
      return known && isCitedByName(known.type) && !/^(?:Luật|Bộ luật|Pháp lệnh)/u.test(known.title ?? "");
    });
    expect(unnamed.map((r) => r.symbol)).toEqual([]);
  });

  it.each([
    ["khoản 2 Điều 23", "art_23__cl_2"],
    ["khoản 3 Điều 76 (văn bản in nhầm số), trừ Điều 75", "art_76__cl_3"],
    ["điểm a khoản 1 Điều 5a", "art_5a__cl_1__point_a"],
    ["Điều 71", "art_71"],
    ["Điều 60 (chuyển tiếp); không nêu", null],
    ["bãi bỏ khoản 1 Điều 7", null],
    ["điều khoản hiệu lực", null],
    ["", null],
  ])("clause %s is unit %s", (clause, eId) => {
    expect(clauseEId(clause)).toBe(eId);
  });
});

describe("a department's own folder", () => {
  afterEach(() => useLocalRegister({ additions: [], successions: [] }));

  it("adds documents and successions; what does not fit is named by its line and left out", () => {
    const folder = mkdtempSync(join(tmpdir(), "register-"));
    writeFileSync(
      join(folder, "additions.csv"),
      "symbol,type,name,issued_on,effective_on,aliases,certainty\n701/2026/NĐ-CP,,Về bến thuyền,2026-01-05,2026-02-01,,verified\nkhông số,,x,,,,likely\n702/2026/NĐ-CP,,x,5/1/2026,,,likely\n",
    );
    writeFileSync(
      join(folder, "successions.csv"),
      "old_symbol,new_symbol,from,kind,exception,clause,certainty\n700/2020/NĐ-CP,701/2026/NĐ-CP,2026-02-01,replace,,khoản 2 Điều 9,verified\n700/2020/NĐ-CP,701/2026/NĐ-CP,2026-02-01,kills,,,verified\n",
    );
    const { faults, ...local } = readLocalRegister(folder);
    expect(faults.map((f) => [f.file, f.line])).toEqual([
      ["additions.csv", 3],
      ["additions.csv", 4],
      ["successions.csv", 3],
    ]);
    const before = register.version;
    useLocalRegister(local);
    const now = loadCentralRegister();
    expect(now.version).not.toBe(before);
    expect(now.entries.get(now.find("701/2026/NĐ-CP") ?? "")).toMatchObject({ title: "Về bến thuyền" });
    const added = now.successions.find((s) => s.new === now.find("701/2026/NĐ-CP"));
    expect(added).toMatchObject({ old: now.find("700/2020/NĐ-CP"), clauseEId: "art_9__cl_2" });
  });

  it("may be empty or not there", () => {
    expect(readLocalRegister(join(tmpdir(), "no-such-folder-of-a-register"))).toEqual({
      additions: [],
      successions: [],
      faults: [],
    });
  });
});
