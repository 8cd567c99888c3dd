import { paragraph, wordFile } from "../read/word-file.ts";

const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells
    .map(
      (c) =>
        `<w:tc>${c
          .split("\n")
          .map((l) => paragraph(l))
          .join("")}</w:tc>`,
    )
    .join("")}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

/** A decision of the sample province with fees in a table; head and signature stand in tables too, as Word files have them. */
export const FEE_DECISION = wordFile(
  [
    table(
      row("ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
      row("Số: 41/2026/QĐ-UBND", "An Khê, ngày 12 tháng 5 năm 2026"),
    ),
    ...[
      "QUYẾT ĐỊNH",
      "Quy định mức thu phí trông giữ phương tiện qua bến khách ngang sông trên địa bàn tỉnh An Khê",
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
      "Theo đề nghị của Giám đốc Sở Tài chính;",
      "Ủy ban nhân dân ban hành Quyết định quy định mức thu phí trông giữ phương tiện qua bến khách ngang sông trên địa bàn tỉnh An Khê.",
      "Điều 1. Mức thu",
      "1. Mức thu tại bến do xã quản lý như sau:",
    ].map((l) => paragraph(l)),
    table(
      row("Số TT", "Loại phương tiện", "Mức thu (đồng)", "Đơn vị tính", "Ghi chú"),
      row("1", "Xe đạp", "2.000", "đồng/lượt", "Không thu học sinh"),
      row("2", "Xe máy, gồm:\n- Xe hai bánh;\n- Xe ba bánh, theo khoản 2 Điều này", "5.000", "đồng/lượt", ""),
      row("3", "Ô tô chở người đến chín chỗ, xe bán tải có chở hàng", "25.000", "đồng/lượt", "Kể cả hàng trên xe"),
    ),
    ...[
      "2. Mức thu đã gồm thuế giá trị gia tăng.",
      "Điều 2. Hiệu lực thi hành",
      "Quyết định này có hiệu lực thi hành từ ngày 01 tháng 6 năm 2026.",
    ].map((l) => paragraph(l)),
    table(row("Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Hoàng Nam")),
  ].join(""),
);

/** Changes words in a cell of that table. */
export const FEE_AMENDER = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ

Số: 52/2026/QĐ-UBND

An Khê, ngày 20 tháng 8 năm 2026

QUYẾT ĐỊNH

Sửa đổi, bổ sung một số điều của Quyết định số 41/2026/QĐ-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh An Khê

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;

Ủy ban nhân dân ban hành Quyết định sửa đổi, bổ sung một số điều của Quyết định số 41/2026/QĐ-UBND.

Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 41/2026/QĐ-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh An Khê

1. Thay thế cụm từ “xe bán tải có chở hàng” bằng cụm từ “xe bán tải” tại khoản 1 Điều 1.

Điều 2. Hiệu lực thi hành

Quyết định này có hiệu lực thi hành từ ngày 01 tháng 9 năm 2026.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Hoàng Nam
`;
