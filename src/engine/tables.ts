import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isLegalDate, type LegalDate } from "../domain/legal-date.ts";
import { parseCsv } from "./parse-csv.ts";
import type { ReferenceRow } from "./rule.ts";

/** A row as it stands in a table of `rules/reference/`: the four fixed columns, all others as written. */
export type TableRow = ReferenceRow & Readonly<Record<string, unknown>>;

/** The reference tables by name (file name without `.csv`). */
export type Tables = ReadonlyMap<string, readonly TableRow[]>;

const SHIPPED = fileURLToPath(new URL("../../rules/reference/", import.meta.url));

/** Reads every `.csv` of the folder once. A row that breaks the form stops the start: the tables are part of the program. */
export function loadTables(folder: string = SHIPPED): Tables {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".csv"))
    .sort();
  return new Map(files.map((file) => [file.slice(0, -4), readTable(file, readFileSync(join(folder, file), "utf8"))]));
}

/** Rows that hold on a day: from ≤ day < to. An open end holds for ever. */
export function rowsOn(tables: Tables, name: string, day: LegalDate): readonly TableRow[] {
  const rows = tables.get(name);
  if (!rows) throw new Error(`No reference table "${name}". There are: ${[...tables.keys()].join(", ")}`);
  return rows.filter((row) => (row.from === null || row.from <= day) && (row.to === null || day < row.to));
}

/** One table from its text. The header names the columns; `from`, `to`, `source`, `verified` must be among them. */
export function readTable(file: string, text: string): readonly TableRow[] {
  const [header, ...lines] = parseCsv(text);
  if (!header) throw new Error(`${file}: no header row`);
  for (const column of ["from", "to", "source", "verified"])
    if (!header.includes(column)) throw new Error(`${file}: no column "${column}"`);
  return lines.map((cells, i) => {
    const place = `${file}, row ${i + 1}`;
    if (cells.length !== header.length)
      throw new Error(`${place}: ${cells.length} cells, the header has ${header.length}`);
    const values = Object.fromEntries(
      header.map((column, c) => [column, (cells[c] as string).normalize("NFC").trim()]),
    );
    const date = (column: string): LegalDate | null => {
      const value = values[column] as string;
      if (value !== "" && !isLegalDate(value))
        throw new Error(`${place}: "${value}" in column "${column}" is no day (YYYY-MM-DD)`);
      return value === "" ? null : value;
    };
    const verified = values["verified"];
    if (verified !== "yes" && verified !== "no") throw new Error(`${place}: column "verified" takes yes or no`);
    return {
      ...values,
      from: date("from"),
      to: date("to"),
      source: values["source"] as string,
      verified: verified === "yes",
    };
  });
}
