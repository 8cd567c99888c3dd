import { countOf, type ReportCell, type ReportColumn, type ReportModel } from "./form.ts";

/** The model as a file's text. */
export function writeReport(model: ReportModel, format: "json" | "csv" | "html"): string {
  if (format === "json") return `${JSON.stringify(plain(model), null, 1)}\n`;
  if (format === "csv") return csv(model);
  return html(model);
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

/** A cell that a spreadsheet would take for a formula is guarded (SEC-13). */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
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

const escape = (s: string): string =>
  s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function html(model: ReportModel): string {
  const parts = model.parts.map(({ label, text = [], columns, groups, total }) => {
    const head = `<tr>${columns.map((c: ReportColumn) => `<th scope="col">${escape(c.label)}</th>`).join("")}</tr>`;
    const line = (row: readonly ReportCell[]): string => `<tr>${row.map((c) => `<td>${words(c)}</td>`).join("")}</tr>`;
    const body = groups.map(
      (g) =>
        `${g.label === "" ? "" : `<tr><th scope="rowgroup" colspan="${columns.length}">${escape(g.label)}</th></tr>`}${g.rows.map(line).join("")}`,
    );
    const sum = total === null ? "" : `<p>${escape(total.label)}</p>`;
    const table = `<table border="1"><thead>${head}</thead><tbody>${body.join("")}</tbody></table>`;
    const said = text.map((one) => `<p>${escape(one)}</p>`).join("");
    return `${label === "" ? "" : `<h2>${escape(label)}</h2>`}${said}${columns.length === 0 ? "" : table}${sum}`;
  });
  const heading = model.heading === null ? "" : `<p align="right">${escape(model.heading)}</p>`;
  const notes = model.notes.map((note) => `<p>${escape(note)}</p>`).join("");
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escape(model.title)}</title><body>${heading}<h1>${escape(model.kind)}</h1><p><b>${escape(model.title)}</b></p>${parts.join("")}${notes}</body></html>\n`;
}

const words = ({ text }: ReportCell): string => escape(text).replaceAll("\n", "<br>");
