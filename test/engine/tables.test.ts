import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/engine/parse-csv.ts";
import { loadTables, readTable, rowsOn } from "../../src/engine/tables.ts";

describe("parseCsv", () => {
  it("reads quoted commas, doubled quotation marks and line breaks", () => {
    expect(parseCsv('a,b\n"x, ""y""\nz",2\n\n# note, more\n')).toEqual([
      ["a", "b"],
      ['x, "y"\nz', "2"],
    ]);
  });
});

describe("readTable", () => {
  const head = "name,from,to,source,verified\n";
  it("turns empty ends into null and yes into true", () => {
    expect(readTable("t.csv", `${head}x,2025-07-01,,Luật,yes`)).toEqual([
      { name: "x", from: "2025-07-01", to: null, source: "Luật", verified: true },
    ]);
  });
  it("refuses a day the calendar does not have, naming the row", () => {
    expect(() => readTable("t.csv", `${head}x,2025-06-31,,Luật,yes`)).toThrow('t.csv, row 1: "2025-06-31"');
  });
  it("refuses a row with a cell too many", () => {
    expect(() => readTable("t.csv", `${head}x,,,Luật,yes,more`)).toThrow("6 cells");
  });
});

/** The columns that make a row of each table one of its kind. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "promulgation-regimes": ["scope"],
  hierarchy: ["type", "organ", "level"],
  "minimum-days": ["level"],
  "expiry-regimes": ["event"],
  "abolishing-acts": ["deed"],
  precedence: ["ground"],
  provinces: ["old"],
  "central-cities": ["name"],
  ministries: ["old"],
  departments: ["old"],
  "district-bodies": ["term"],
  "review-deadlines": ["what"],
  "report-periods": ["kind"],
  "handling-of-findings": ["rule"],
  holidays: ["day"],
  "former-kinds": ["type", "organ"],
  "competence-bases": ["organ", "which"],
  retroactivity: ["level"],
  synonyms: ["term", "other"],
  "outdated-terms": ["old"],
  "outdated-amounts": ["name", "amount"],
  "levels-without-power": ["level"],
  "ended-bodies": ["old"],
  abbreviations: ["short"],
};

describe("the shipped tables", () => {
  const tables = loadTables();
  it("are all known here", () => expect([...tables.keys()].sort()).toEqual(Object.keys(KEYS).sort()));

  it.each(Object.entries(KEYS))(
    "%s: every row has its key, a source, and no two rows of one key at one time",
    (name, columns) => {
      const rows = tables.get(name) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      const seen = new Map<string, (typeof rows)[number][]>();
      for (const row of rows) {
        const key = columns.map((c) => String(row[c] ?? "")).join(" ");
        expect(key.trim(), `a key in ${name}`).not.toBe("");
        expect(row.source, `${name}: ${key}`).not.toBe("");
        if (row.from !== null && row.to !== null) expect(row.from < row.to, `${name}: ${key}: from < to`).toBe(true);
        for (const other of seen.get(key) ?? []) {
          const apart =
            (row.to !== null && other.from !== null && row.to <= other.from) ||
            (other.to !== null && row.from !== null && other.to <= row.from);
          expect(apart, `${name}: two rows of "${key}" overlap`).toBe(true);
        }
        seen.set(key, [...(seen.get(key) ?? []), row]);
      }
    },
  );

  it("give the minimum of days by the regime of the day", () => {
    const days = (day: string, level: string) =>
      rowsOn(tables, "minimum-days", day).find((r) => r["level"] === level)?.["days"];
    expect([days("2025-03-31", "commune"), days("2025-05-01", "commune"), days("2025-07-01", "commune")]).toEqual([
      "7",
      undefined,
      "10",
    ]);
  });

  it("follow a province through two changes", () => {
    const next = (day: string) => rowsOn(tables, "provinces", day).find((r) => r["old"] === "tỉnh Bình Phước")?.["new"];
    expect([next("2025-06-30"), next("2025-07-01"), next("2026-04-30")]).toEqual([
      undefined,
      "tỉnh Đồng Nai",
      "thành phố Đồng Nai",
    ]);
  });

  it("speak up about a table that is not there", () =>
    expect(() => rowsOn(tables, "no-such", "2026-01-01")).toThrow("no-such"));
});
