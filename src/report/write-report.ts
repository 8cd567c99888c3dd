import { countOf, type ReportModel } from "./form.ts";
import { reportHtml } from "./report-html.ts";

/** The model as a file's text. */
export function writeReport(model: ReportModel, format: "json" | "csv" | "html"): string {
  if (format === "json") return `${JSON.stringify(plain(model), null, 1)}\n`;
  if (format === "csv") return csv(model);
  return reportHtml(model);
}

/** For programs: words only, totals as numbers. */
const plain = ({ form, heading, kind, title, parts, on, head, notes }: ReportModel) => ({
  form,
  heading,
  kind,
  title,
  parts: parts.map((part) => ({
    label: part.label,
    ...(part.text ? { text: part.text } : {}),
    columns: part.columns.map((column) => column.label),
    groups: part.groups.map(({ label, rows }) => ({ label, rows: rows.map((row) => row.map((cell) => cell.text)) })),
    total: countOf(part),
  })),
  notes,
  on,
  head,
});

/** "+3", "-2": a number alone computes nothing. */
const NUMBER = /^[+-]?\d{1,15}$/u;

/** A cell that a spreadsheet would take for a formula is guarded (SEC-13). */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(model: ReportModel): string {
  const lines: string[] = [];
  for (const part of model.parts) {
    if (part.label !== "") lines.push(csvCell(part.label));
    lines.push(...(part.text ?? []).map(csvCell));
    if (part.columns.length > 0) lines.push(part.columns.map(({ label }) => csvCell(label)).join(","));
    for (const { label, rows } of part.groups) {
      if (label !== "") lines.push(csvCell(label));
      for (const row of rows) lines.push(row.map(({ text }) => csvCell(text)).join(","));
    }
    if (part.total) lines.push(csvCell(part.total.label));
  }
  lines.push(...model.notes.map(csvCell));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
