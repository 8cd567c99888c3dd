import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { HOME, type ImportSite, importSite, post } from "./import-site.ts";
import { lacks, says } from "./app.ts";
import { sampleStore } from "./sample-store.ts";

// reading happens in a child process, which starts slowly on a busy machine
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let site: ImportSite;
beforeAll(async () => {
  site = await importSite({ store: await sampleStore() });
});
afterAll(async () => {
  await site.close();
  await site.store.close();
});

const HEAD = [
  "TT",
  "Tên loại, số, ký hiệu, trích yếu",
  "Cơ quan soạn thảo",
  "Hình thức xử lý",
  "Thẩm định STP",
  "Ghi chú",
];

async function workbook(rows: readonly (readonly (string | number | null)[])[], head = HEAD): Promise<File> {
  const write = writeExcelFile as (sheets: unknown) => { toBuffer(): Promise<Buffer> };
  const data = [head, ...rows].map((row) => row.map((value) => (value === null ? null : { value })));
  const bytes = await write([{ sheet: "Quyết định", data }]).toBuffer();
  return new File([new Uint8Array(bytes)], "theo-doi.xlsx");
}

const page = async (path: string) => {
  const response = await site.app.request(HOME + path);
  return { status: response.status, text: await response.text() };
};
const upload = async (file: File): Promise<Response> => post(site, "/handling/imports", [["files", file]]);

describe("a tracker that comes in", () => {
  test("is shown before anything is stored, then stored, settled by a person and given back", async () => {
    const rows = [
      ["I", "LĨNH VỰC GIAO THÔNG", null, null, null, null],
      [
        1,
        "QĐ 17/2025/QĐ.UBND ngày 06102025 của UBND tỉnh An Khê",
        "Sở Xây dựng",
        "Thay thế",
        "12/BC-STP ngày 05/01/2026",
        "",
      ],
      [2, "Quyết định số 6/2026", "nt", "", null, "=1+1"],
      [3, "Các văn bản khác", "Sở Y tế", "", null, ""],
    ];
    const sent = await upload(await workbook(rows));
    expect(sent.status).toBe(303);
    const at = sent.headers.get("location") ?? "";
    const shown = await page(at);
    says(shown.text, "3 dòng nêu 3 văn bản; 1 dòng khác");
    says(shown.text, "Thẩm định");
    expect((await site.store.handlings.imports()).map((one) => one.id)).toEqual(["t1"]);
    expect(site.left()).toEqual([]);

    const stored = await post(site, at, [["into", "new"]]);
    const tracker = (stored.headers.get("location") ?? "").split("?")[0] ?? "";
    says((await page(stored.headers.get("location") ?? "")).text, "Đã lưu 4 dòng, mở 3 việc theo dõi.");
    // this row, and one of the same document that was followed already
    says((await page(stored.headers.get("location") ?? "")).text, "2 việc có kết quả khác kế hoạch");
    says((await page(`${tracker}?tab=matched`)).text, "17/2025/QĐ-UBND");
    expect((await page(at)).status).toBe(404);

    const row = `${tracker}/rows/3`;
    says((await page(row)).text, "hiểu là “Sở Xây dựng”");
    const chosen = await post(site, row, [
      ["version", "1"],
      ["cited", "0"],
      ["choice", "w06"],
    ]);
    expect(chosen.headers.get("location")).toBe(`${tracker}/rows/4`);
    const second = await post(site, row, [
      ["version", "1"],
      ["cited", "0"],
      ["choice", "absent"],
    ]);
    expect(second.status).toBe(409);
    says(await second.text(), "vừa được người khác chọn");
    const done = await post(site, `${tracker}/rows/4`, [
      ["version", "1"],
      ["cited", "0"],
      ["choice", "nothing"],
    ]);
    expect(done.headers.get("location")).toContain("tab=settled");
    const file = await site.app.request(`${HOME}${tracker}/export`);
    expect(file.headers.get("content-disposition")).toContain("theo-doi.xlsx");

    // the same tracker in a later state is offered as such
    const changed = rows.map((one) => [...one]);
    (changed[1] as unknown[])[2] = "Sở Tư pháp";
    const later = await upload(await workbook(changed));
    const offered = await page(later.headers.get("location") ?? "");
    const id = tracker.split("/").at(-1) ?? "";
    says(offered.text, `value="${id}"`);
    const updated = await post(site, later.headers.get("location") ?? "", [["into", id]]);
    says((await page(updated.headers.get("location") ?? "")).text, "Đã cập nhật: 2 dòng đổi, 0 việc mới");
    const cases = await site.store.handlings.ofImport(id);
    expect(cases.map((one) => [one.work, one.unit, one.state])).toEqual([
      // the collection holds a decision that amended what was to be replaced
      ["w17", "Sở Tư pháp", "contradicted"],
      // “nt” means what stands above it now
      ["w06", "Sở Tư pháp", "open"],
      [null, "Sở Y tế", "cancelled"],
    ]);
    expect((await site.store.audit.list({ action: "tracker.settle", limit: 9 })).length).toBe(2);
  });

  test("that is none is turned away with what to do, and its file is removed", async () => {
    const none = await upload(await workbook([["a", "b"]], ["Tên", "Tuổi"]));
    expect(none.status).toBe(400);
    says(await none.text(), "Thêm dòng tiêu đề cột rồi nạp lại.");
    const text = await upload(new File(["STT;Văn bản"], "theo-doi.xlsx"));
    expect(text.status).toBe(400);
    expect(site.left()).toEqual([]);
  });

  test("with a mark of secrecy stays outside", async () => {
    const secret = await upload(await workbook([["MẬT"], [1, "12/2021/QĐ-UBND"]]));
    expect(secret.status).toBe(400);
    says(await secret.text(), "có dấu độ mật");
  });
});

describe("rows that wait", () => {
  test("stand by what is missing, and many are settled at once", async () => {
    const shown = (await page("/handling/imports/t1")).text;
    says(shown, "Nhận ứng viên duy nhất không trái thông tin cho 1 văn bản");
    lacks(shown, "<b>Các văn bản khác</b>");
    const done = await post(
      site,
      "/handling/imports/t1?tab=absent",
      [["kind", "absent"]],
      "/handling/imports/t1/settle",
    );
    expect(done.headers.get("location")).toBe("/handling/imports/t1?settled=1");
    expect((await site.store.handlings.row("t1", 3))?.state).toBe("settled");
  });
});
