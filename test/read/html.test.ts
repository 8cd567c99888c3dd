import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";
import { windows1258 } from "./windows-1258.ts";

async function textOf(html: string): Promise<string> {
  const outcome = await readBytes(new TextEncoder().encode(html), "trang.html");
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.source.text;
}

describe("HTML", () => {
  it("gives blocks as paragraphs, br as line ends, cells apart, entities decoded, links by their words", async () => {
    const text = await textOf(
      `<div><table><tr><td>HỘI ĐỒNG NHÂN DÂN<br>TỈNH AN KHÊ</td><td><b>CỘNG HÒA XÃ HỘI</b> <b>CHỦ NGHĨA VIỆT NAM</b></td></tr></table>
       <p>Căn cứ <a href="javascript:alert(1)">Nghị định số 742/2024/N&#272;-CP</a>&nbsp;ng&agrave;y
       05 tháng 3;</p><h3>Điều 1.</h3>diện tích 5 m<sup>2</sup><sup><a href="#c1">[1]</a></sup> trở lên</div>`,
    );
    expect(text).toBe(
      "HỘI ĐỒNG NHÂN DÂN\nTỈNH AN KHÊ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nCăn cứ Nghị định số 742/2024/NĐ-CP ngày 05 tháng 3;\n\nĐiều 1.\n\ndiện tích 5 m2 trở lên",
    );
  });

  it("prints the numbers of lists, but not where the items carry their own", async () => {
    expect(
      await textOf(
        "<body><ol start=3><li>Nội dung của mục thứ ba</li><li><p>Nội dung của mục thứ tư</p></li></ol></body>",
      ),
    ).toBe("3. Nội dung của mục thứ ba\n\n4. Nội dung của mục thứ tư");
    expect(
      await textOf("<body><ol type=a><li>Nội dung của điểm đầu</li><li>Nội dung của điểm sau</li></ol></body>"),
    ).toBe("a) Nội dung của điểm đầu\n\nb) Nội dung của điểm sau");
    expect(await textOf("<body><ol><li>1. Nội dung của mục đã có số sẵn</li></ol></body>")).toBe(
      "1. Nội dung của mục đã có số sẵn",
    );
  });

  it("takes the document out of a portal's page and leaves nothing of the document behind", async () => {
    const text =
      await textOf(`<!DOCTYPE html><html><head><title>Cổng văn bản</title><script>var a="Điều 9."</script><style>p{}</style></head><body>
      <header><h1>CỔNG THÔNG TIN ĐIỆN TỬ TỈNH AN KHÊ</h1></header><nav><ul><li><a>Trang chủ</a></li></ul></nav>
      <div class="breadcrumb">Văn bản &gt; Quyết định</div>
      <form><div id="noi-dung"><p>Tình trạng: Còn hiệu lực</p><p>Tải về</p>
      <div class="header"><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 12/2025/QĐ-UBND</p></div>
      <p style="display: none">mồi nhử ẩn</p><div hidden>ẩn nữa</div>
      <p>Điều 1. Quyết định này quy định về quản lý bến thuyền trên địa bàn tỉnh An Khê và các xã ven sông.</p>
      <p>Điều 2. Hiệu lực thi hành. Quyết định này có hiệu lực từ ngày 01 tháng 8 năm 2025.</p>
      <table><tr><td>Nơi nhận:<br>- Như Điều 3;</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</td></tr></table></div></form>
      <div class="vb-cung-co-quan"><a>Quyết định về lễ hội</a></div>
      <footer>Bản quyền thuộc về Cổng thông tin</footer></body></html>`);
    expect(text.startsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/2025/QĐ-UBND\n\nĐiều 1.")).toBe(true);
    expect(text.endsWith("Nơi nhận:\n- Như Điều 3;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")).toBe(true);
    for (const chrome of [
      "Trang chủ",
      "Còn hiệu lực",
      "Tải về",
      "mồi nhử",
      "ẩn nữa",
      "Bản quyền",
      "lễ hội",
      "Điều 9",
      "Cổng văn bản",
    ]) {
      expect(text).not.toContain(chrome);
    }
  });

  it("keeps a head or a signature that lies beside the main part", async () => {
    const text = await textOf(
      `<body><div><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></div><div><p>Điều 1. ${"Nội dung dài của điều này. ".repeat(50)}</p></div><div><p>Nơi nhận: Như trên</p></div></body>`,
    );
    expect(text).toContain("CỘNG HÒA");
    expect(text).toContain("Nơi nhận");
  });

  it("does not take a line of the law for a portal's label", async () => {
    const law = "Nghị quyết này còn hiệu lực đến hết ngày 31 tháng 12 năm 2026.";
    const annex = await textOf(
      `<body><p>Toàn văn | Thuộc tính</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Phụ lục môn học</p><table><tr><td>Lịch sử</td><td>Đạt</td></tr></table></body>`,
    );
    expect(annex).toBe("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nPhụ lục môn học\n\nLịch sử\n\nĐạt");
    expect(await textOf(`<body><p>${law}</p><p>Hết hiệu lực một phần</p></body>`)).toBe(law);
  });

  it("reads the page's declared code page, and refuses a page nested beyond reason instead of crashing", async () => {
    const page = `<html><meta charset="windows-1258"><body><p>Điều 1. Các cơ quan và nhân dân được hưởng chế độ của tỉnh</p></body></html>`;
    const outcome = await readBytes(windows1258(page), "cu.html");
    expect(outcome.ok && outcome.source.text.normalize("NFC")).toBe(
      "Điều 1. Các cơ quan và nhân dân được hưởng chế độ của tỉnh",
    );
    const deep = await readBytes(
      Buffer.from(`<html><body>${"<div>".repeat(60_000)}chữ nằm rất sâu trong trang của kẻ phá hoại</body></html>`),
      "sau.html",
    );
    expect(deep.ok ? deep.source.text : deep.problem.code).toMatch(/^(?:broken-html|chữ nằm rất sâu.*)$/u);
  });

  it("leaves hostile markup as nothing but words", async () => {
    const text = await textOf(
      `<body><p>Điều 1. Nội dung của điều khoản <img src=x onerror="alert(1)"><svg onload=alert(2)><script>alert(3)</script></svg></p><iframe srcdoc="<p>x</p>"></iframe>&lt;script&gt;</body>`,
    );
    expect(text).toBe("Điều 1. Nội dung của điều khoản\n\n<script>");
  });
});
