import { createHash } from "node:crypto";
import type { WorkId } from "../../src/domain/work.ts";
import type { SourceText } from "../../src/read/source-text.ts";
import type { ImportEntry, Store } from "../../src/store/store.ts";
import { analyseText } from "../../src/use-cases/analyse-file.ts";
import { placeFile } from "../../src/use-cases/place-file.ts";
import { relinkWorks, seedRegister } from "../../src/use-cases/relink-works.ts";

export interface AFile {
  readonly text: string;
  readonly format?: SourceText["format"];
  readonly quality?: SourceText["quality"];
  readonly file?: string;
}

/** Brings texts in as an import does, without child processes: one transaction, then links, effects and statuses. */
export async function bringIn(store: Store, ...files: readonly AFile[]): Promise<readonly ImportEntry[]> {
  await seedRegister(store);
  const changed = new Set<WorkId>();
  const entries: ImportEntry[] = [];
  for (const { text, format = "docx", quality = "docx", file = `van-ban.${format}` } of files) {
    const bytes = new TextEncoder().encode(`${format}\n${text}`);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const analysis = analyseText({ text, format, quality, sha256, bytes: bytes.length }, file);
    const placed = await store.withTransaction(() => placeFile(store, { name: file, bytes, analysis }, 7, changed));
    entries.push(placed.entry);
  }
  await relinkWorks(store, changed);
  return entries;
}

export interface ADecision {
  readonly symbol?: string;
  readonly day?: string;
  readonly province?: string;
  readonly title?: string;
  readonly effective?: string;
  readonly width?: number;
  readonly more?: string;
}

const ROADS = [
  "Đường xã phải có biển báo tại mọi chỗ giao nhau với đường liên xã và đường vào khu dân cư tập trung.",
  "Chủ phương tiện không được đỗ xe trên cầu, cống, ngầm tràn và trong phạm vi mười mét tính từ hai đầu cầu.",
  "Ủy ban nhân dân cấp xã kiểm tra mặt đường, rãnh thoát nước, cọc tiêu sau mỗi đợt mưa lớn và ghi vào sổ theo dõi.",
  "Kinh phí bảo trì được bố trí hằng năm trong dự toán chi thường xuyên và từ các nguồn đóng góp hợp pháp khác.",
  "Sở Xây dựng tổng hợp số liệu, hướng dẫn kỹ thuật và báo cáo kết quả trước ngày 15 tháng 12 của năm đó.",
];

/** A decision of an invented province, long enough that one changed number is a small part of it. */
export function aDecision(given: ADecision = {}): string {
  const province = given.province ?? "An Khê";
  const [y, m, d] = (given.day ?? "2025-09-10").split("-");
  return `ỦY BAN NHÂN DÂN
TỈNH ${province.toUpperCase()}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${given.symbol ?? "31/2025/QĐ-UBND"}
${province}, ngày ${d} tháng ${m} năm ${y}

QUYẾT ĐỊNH
${given.title ?? "Ban hành Quy định về quản lý đường giao thông nông thôn trên địa bàn tỉnh"}

ỦY BAN NHÂN DÂN TỈNH ${province.toUpperCase()}
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Xây dựng;
Ủy ban nhân dân ban hành Quyết định về quản lý đường giao thông nông thôn.

Điều 1. Bề rộng mặt đường
1. Mặt đường xã rộng ít nhất ${given.width ?? 5} mét.
${ROADS.map((line, i) => `${i + 2}. ${line}`).join("\n")}
${given.more ?? ""}
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực thi hành kể từ ngày ${given.effective ?? "20 tháng 9 năm 2025"}.

Điều 3. Tổ chức thực hiện
Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Khê
`;
}
