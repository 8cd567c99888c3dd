import type { ReportModel } from "./form.ts";

/** The model as a file's text. DOCX and XLSX come with the official forms. */
export function writeReport(model: ReportModel, format: "json" | "csv" | "html"): string {
  if (format === "json") return `${JSON.stringify(model, null, 1)}\n`;
  if (format === "csv") return csv(model);
  return html(model);
}

/** A cell that a spreadsheet would take for a formula is guarded (SEC-13). */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(model: ReportModel): string {
  const lines: string[] = [];
  for (const part of model.parts) {
    lines.push(csvCell(part.label), part.columns.map(csvCell).join(","));
    for (const group of part.groups)
      lines.push(csvCell(group.label), ...group.rows.map((row) => row.map(csvCell).join(",")));
    lines.push(csvCell(`Tổng số: ${part.total} văn bản`));
  }
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

const escape = (s: string): string =>
  s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function html(model: ReportModel): string {
  const parts = model.parts.map((part) => {
    const head = `<tr>${part.columns.map((c) => `<th scope="col">${escape(c)}</th>`).join("")}</tr>`;
    const body = part.groups
      .map(
        (g) =>
          `<tr><th scope="rowgroup" colspan="${part.columns.length}">${escape(g.label)}</th></tr>${g.rows.map((r) => `<tr>${r.map((c) => `<td>${escape(c)}</td>`).join("")}</tr>`).join("")}`,
      )
      .join("");
    return `<h2>${escape(part.label)}</h2><table border="1"><thead>${head}</thead><tbody>${body}</tbody></table><p>Tổng số: ${part.total} văn bản</p>`;
  });
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escape(model.title)}</title><body><p align="right">Mẫu số ${model.form}</p><h1>DANH MỤC</h1><p><b>${escape(model.title)}</b></p>${parts.join("")}</body></html>\n`;
}
