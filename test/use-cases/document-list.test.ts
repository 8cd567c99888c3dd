import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { openStore } from "../../src/store/open.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";

const folder = mkdtempSync(join(tmpdir(), "rasoat-list-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("keeps a spreadsheet's documents as works without text, and their status as a statement that is not counted", async () => {
  const rows = [
    ["STT", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Tình trạng"],
    ["1", "Quyết định số 44/2017/QĐ-UBND", "05/6/2017", "UBND tỉnh An Sơn", "Quy định giá nước sạch", "Hết hiệu lực"],
    ["2", "không rõ số", "12/7/2018", "UBND tỉnh An Sơn", "Về việc khác", ""],
  ];
  const path = join(folder, "danh-muc.xlsx");
  await writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String }))) as never).toFile(path);
  const store = await openStore(":memory:");
  const summary = await indexPaths({ store, paths: [path], parsers: 1, now: 0 });
  expect(summary).toMatchObject({ documents: 0, refused: [] });
  expect(summary.needsLook[0]?.reason).toContain("Danh mục: 1 văn bản");
  const [work] = await store.works.bySymbol("44/2017/QĐ-UBND");
  expect(work).toMatchObject({ known: "listed", issuedOn: "2017-06-05", title: "Quy định giá nước sạch" });
  const period = await store.statuses.on(work?.id ?? "", "2026-11-26");
  expect(period?.status).toBe("unknown");
  const [said] = await store.effects.on(work?.id ?? "");
  expect(said).toMatchObject({ applied: false });
  expect(said?.whyNot).toContain("dòng 2 ghi: Hết hiệu lực");
});
