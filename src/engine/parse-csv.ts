/**
 * Comma-separated text (RFC 4180) as rows of cells. A quoted cell may hold commas, line breaks and doubled quotation marks:
 *
 *     name,source
 *     "Sở Lao động, Thương binh","NQ ""176"""
 *
 * Lines that are empty or begin with `#` are left out. Total: an unclosed quotation runs to the end.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = (): void => {
    row.push(cell);
    cell = "";
    if (row.length > 1 || (row[0] !== "" && !(row[0] as string).startsWith("#"))) rows.push(row);
    row = [];
  };
  const source = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\n") endRow();
    else cell += c;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows.filter((cells) => !(cells[0] as string).startsWith("#"));
}
