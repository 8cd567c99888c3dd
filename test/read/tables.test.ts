import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TextTable } from "../../src/domain/text-table.ts";
import { createChildPool } from "../../src/read/child-pool.ts";
import { readBytes } from "../../src/read/read-file.ts";
import type { SourceText } from "../../src/read/source-text.ts";
import type { Analysis } from "../../src/use-cases/analyse-file.ts";
import {
  AFTER,
  BEFORE,
  docxWithTable,
  EXPECTED,
  gridOf,
  htmlWithTable,
  odtWithTable,
  rtfWithTable,
} from "./fee-table.ts";
import { line, pdfFile, text } from "./pdf-file.ts";
import { rtfFile } from "./rtf-file.ts";
import { paragraph, wordFile } from "./word-file.ts";

async function read(bytes: Uint8Array, name: string): Promise<SourceText> {
  const outcome = await readBytes(bytes, name);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.source;
}

const tablesOf = async (bytes: Uint8Array, name: string): Promise<readonly (readonly (readonly string[])[])[]> => {
  const source = await read(bytes, name);
  return (source.tables ?? []).map((table) => gridOf(source.text, table));
};

const inOrder = ({ span, rows }: TextTable): boolean => {
  let at = span.start;
  return rows
    .flatMap((row) => row.cells)
    .every((cell) => {
      const fits = cell.span.start >= at && cell.span.end >= cell.span.start && cell.span.end <= span.end;
      at = cell.span.end;
      return fits;
    });
};

describe("a table of a file", () => {
  const files = [
    ["muc-thu.docx", docxWithTable()],
    ["muc-thu.odt", odtWithTable()],
    ["muc-thu.rtf", rtfWithTable()],
    ["muc-thu.html", htmlWithTable()],
  ] as const;
  for (const [name, bytes] of files)
    it(`is known by its rows, cells and head in ${name}, its text one paragraph a cell as before`, async () => {
      const source = await read(bytes, name);
      expect(source.tables).toHaveLength(1);
      const [table] = source.tables as readonly [TextTable];
      expect(gridOf(source.text, table)).toEqual(EXPECTED);
      expect(table.rows.map((row) => row.header)).toEqual([true, true, false, false, false]);
      expect(inOrder(table)).toBe(true);
      const paragraphs = source.text.split("\n\n");
      expect([paragraphs[0], paragraphs.at(-1)]).toEqual([BEFORE, AFTER]);
      expect(paragraphs.slice(1, -1)).toEqual(
        EXPECTED.flat().flatMap((words) => {
          const said = words.replace(/ [←↓]\d.*$/u, "");
          return said === "" ? [] : said.split("\n");
        }),
      );
    });

  it("is found in a .doc by the marks of its cells and the widths of its rows", async () => {
    const grids = await tablesOf(readFileSync(new URL("./fixtures/muc-thu-phi.doc", import.meta.url)), "muc-thu.doc");
    expect(grids[1]).toEqual([
      ["Số TT", "Loại phương tiện", "Đơn vị tính", "Mức thu (đồng)"],
      ["1", "Xe đạp", "đồng/lượt", "2.000"],
      ["2", "Xe máy, gồm:\n- Xe máy hai bánh;\n- Xe máy ba bánh", "đồng/lượt", "5.000"],
      ["3", "Ô tô chở người đến chín chỗ, xe bán tải có chở hàng qua bến", "đồng/lượt", "25.000"],
    ]);
    expect(grids[3]?.slice(0, 4)).toEqual([
      ["STT ↓2", "Nội dung thu ↓2", "Mức thu (đồng/lượt) ←2", "Ghi chú ↓2"],
      ["Ban ngày", "Ban đêm"],
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      ["I", "Bến Cầu Đá ←4"],
    ]);
    expect(grids[3]?.[5]?.at(-1)).toBe("Theo khoản 2 Điều 1 Quyết định này ↓2");
  });

  it("is found in Markdown with its bars, where a rule stands below its head", async () => {
    const markdown =
      "Mức thu:\n\n| Số TT | Loại xe | Mức thu |\n|---|---|---:|\n| 1 | Xe \\| đạp |  |\n| 2 | Ô tô | 25.000\n\nHết.\n\n| không | có vạch |\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n";
    const source = await read(Buffer.from(markdown), "muc-thu.md");
    expect(source.text).toBe(markdown);
    expect(source.tables?.map((t) => gridOf(source.text, t))).toEqual([
      [
        ["Số TT", "Loại xe", "Mức thu"],
        ["1", "Xe \\| đạp", ""],
        ["2", "Ô tô", "25.000"],
      ],
      [["a", "b"]],
    ]);
    expect(source.tables?.[0]?.rows.map((row) => row.header)).toEqual([true, false, false]);
  });

  it("is found in the drawn lines of a PDF, goes on over the end of the page, and keeps merged fields as one", async () => {
    const [x0, x1, x2, x3] = [85, 130, 380, 538];
    const frame = (top: number, below: readonly number[]) => [
      ...[top, ...below].map((y) => line(x0, y, x3, y)),
      ...[x0, x1, x2, x3].map((x) => line(x, top, x, below.at(-1) ?? top)),
    ];
    const first = [
      ...frame(160, [130, 100]),
      text(90, 142, "STT"),
      text(200, 142, "Loại phương tiện"),
      text(400, 142, "Mức thu"),
      text(90, 112, "1"),
      text(135, 112, "Xe đạp"),
      text(400, 112, "2.000"),
      text(85, 700, "Điều 2. Mức thu tại bến khách ngang sông do xã quản lý như sau:"),
    ];
    const second = [
      ...[760, 730, 700].map((y) => line(x0, y, x3, y)),
      ...[x0, x3].map((x) => line(x, 760, x, 700)),
      ...[x1, x2].map((x) => line(x, 760, x, 730)),
      text(90, 742, "2"),
      text(135, 742, "Ô tô"),
      text(400, 742, "25.000"),
      text(90, 712, "Mức thu đã gồm thuế."),
      text(85, 600, "Điều 3. Quyết định này có hiệu lực thi hành từ ngày ký."),
    ];
    expect(await tablesOf(await pdfFile([first, second]), "muc-thu.pdf")).toEqual([
      [
        ["STT", "Loại phương tiện", "Mức thu"],
        ["1", "Xe đạp", "2.000"],
        ["2", "Ô tô", "25.000"],
        ["Mức thu đã gồm thuế. ←3"],
      ],
    ]);
  });

  it("passes from the child process that reads it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rasoat-tables-"));
    const path = join(folder, "muc-thu.docx");
    await writeFile(path, docxWithTable());
    const pool = createChildPool({
      script: new URL("../../src/use-cases/analyse-file.child.ts", import.meta.url),
      size: 1,
    });
    try {
      const answer = await pool.run<Analysis>({ path, name: "muc-thu.docx" });
      if (!("source" in answer)) throw new Error("not read");
      expect(gridOf(answer.source.text, answer.source.tables?.[0])).toEqual(EXPECTED);
      expect(gridOf(answer.document.text, answer.document.tables?.[0])).toEqual(EXPECTED);
    } finally {
      await pool.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe("what is no certain table", () => {
  it("is the inner one of two: its words stand in a cell of the outer", async () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph("trong a")}</w:tc><w:tc>${paragraph("trong b")}</w:tc></w:tr></w:tbl>`;
    const row = (a: string, b: string): string => `<w:tr><w:tc>${a}</w:tc><w:tc>${b}</w:tc></w:tr>`;
    const body = `<w:tbl>${row(paragraph("một"), paragraph("hai"))}${row(`${inner}${paragraph("sau")}`, paragraph("bốn"))}</w:tbl>`;
    expect(await tablesOf(wordFile(body), "long.docx")).toEqual([
      [
        ["một", "hai"],
        ["trong a\ntrong b\nsau", "bốn"],
      ],
    ]);
  });

  it("is one whose cell runs on into the next, as after a tracked deletion of its end", async () => {
    const gone = "<w:rPr><w:del w:id='1'/></w:rPr>";
    const row = (a: string, b: string): string => `<w:tr><w:tc>${a}</w:tc><w:tc>${b}</w:tc></w:tr>`;
    const body = `<w:tbl>${row(paragraph("Xe đạp ", gone), paragraph("hai nghìn đồng một lượt"))}${row(paragraph("Xe máy"), paragraph("năm nghìn đồng"))}</w:tbl>`;
    const source = await read(wordFile(body), "xoa.docx");
    expect(source.text).toBe("Xe đạp hai nghìn đồng một lượt\n\nXe máy\n\nnăm nghìn đồng");
    expect(source.tables).toEqual([]);
    expect(source.notes?.map((n) => n.what)).toContain(
      "Tệp “xoa.docx” có 1 bảng được trình bày thành từng dòng, không thành bảng.",
    );
  });

  it("is an RTF row that has not as many cells as it announced", async () => {
    const rows =
      "\\trowd\\cellx1000\\cellx2000\\pard\\intbl Xe dap va xe tho so\\cell hai nghin\\cell\\row\\trowd\\cellx1000\\cellx2000\\pard\\intbl Xe may\\cell\\row\\pard Het phan nay\\par";
    const source = await read(rtfFile(rows), "lech.rtf");
    expect(source.text).toBe("Xe dap va xe tho so\n\nhai nghin\n\nXe may\n\nHet phan nay");
    expect(source.tables).toEqual([]);
    expect(source.notes?.map((n) => n.code)).toEqual(["table-as-lines"]);
  });
});
