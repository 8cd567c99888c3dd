import type { DocumentType } from "../../src/domain/document-type.ts";
import type { Work } from "../../src/domain/work.ts";
import { workIdOf } from "../../src/resolve/work-id.ts";

/** Works of three provinces, two of which became one: numbers collide, titles repeat from province to province. */
export interface ProvinceWorks {
  /** What the collection holds. */
  readonly works: readonly Work[];
  /** Documents of the same bodies that it does not hold: a table may name them all the same. */
  readonly absent: readonly Work[];
}

const TOPICS = [
  "bảng giá đất trên địa bàn",
  "đơn giá bồi thường cây trồng, vật nuôi khi Nhà nước thu hồi đất trên địa bàn",
  "mật độ chăn nuôi và khu vực không được phép chăn nuôi trên địa bàn",
  "quản lý, sử dụng lòng đường, vỉa hè đô thị trên địa bàn",
  "tiêu chí lựa chọn người đứng đầu bến khách ngang sông trên địa bàn",
  "mức thu phí thẩm định báo cáo đánh giá tác động môi trường trên địa bàn",
  "chính sách hỗ trợ phát triển hợp tác xã nông nghiệp trên địa bàn",
  "phân cấp nguồn thu, nhiệm vụ chi ngân sách các cấp chính quyền",
  "quản lý cây xanh, công viên, mặt nước công cộng trên địa bàn",
  "chế độ hỗ trợ lực lượng bảo vệ an ninh trật tự ở cơ sở trên địa bàn",
  "quản lý chất thải rắn sinh hoạt và nước thải hộ gia đình trên địa bàn",
  "định mức kinh tế kỹ thuật dịch vụ sự nghiệp công lĩnh vực lưu trữ",
  "tiêu chuẩn, định mức xe ô tô chuyên dùng của cơ quan, đơn vị thuộc",
  "phối hợp quản lý khu công nghiệp, cụm công nghiệp trên địa bàn",
  "giá dịch vụ sử dụng đò, phà trên các tuyến đường thủy của",
  "quy chế xét tặng danh hiệu nghệ nhân, làng nghề truyền thống",
  "quản lý hoạt động thông tin đối ngoại và lễ tân của",
  "mức chi đào tạo, bồi dưỡng cán bộ, công chức, viên chức của",
  "điều kiện tách thửa, hợp thửa và diện tích tối thiểu thửa đất ở",
  "quản lý vật liệu nổ, tiền chất thuốc nổ công nghiệp tại",
] as const;

const BODIES: readonly (readonly [issuer: string, place: string, code: string, type: DocumentType])[] = [
  ["Ủy ban nhân dân tỉnh An Khê", "tỉnh An Khê", "QĐ-UBND", "quyet-dinh"],
  ["Hội đồng nhân dân tỉnh An Khê", "tỉnh An Khê", "NQ-HĐND", "nghi-quyet"],
  ["Ủy ban nhân dân tỉnh An Sơn", "tỉnh An Sơn", "QĐ-UBND", "quyet-dinh"],
  ["Hội đồng nhân dân tỉnh An Sơn", "tỉnh An Sơn", "NQ-HĐND", "nghi-quyet"],
  ["Ủy ban nhân dân tỉnh Khê Giang", "tỉnh Khê Giang", "QĐ-UBND", "quyet-dinh"],
  ["Hội đồng nhân dân tỉnh Khê Giang", "tỉnh Khê Giang", "NQ-HĐND", "nghi-quyet"],
];

const two = (n: number): string => String(n).padStart(2, "0");

/** `n` works, every eighth of which is left out of the collection. The same for the same numbers. */
export function provinceWorks(random: () => number, n: number): ProvinceWorks {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [works, absent, ids]: [Work[], Work[], Set<string>] = [[], [], new Set()];
  while (works.length + absent.length < n) {
    const [issuer, place, code, type] = pick(BODIES);
    const year = 2009 + Math.floor(random() * 18);
    // few numbers a year: bodies meet in them
    const number = 1 + Math.floor(random() * 24);
    const issuedOn = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
    const words = `${pick(TOPICS)} ${place}`;
    const old = works[Math.floor(random() * works.length)];
    const amends = random() < 0.15 && old !== undefined && old.type === type && old.issuer === issuer;
    const title = amends
      ? `Sửa đổi, bổ sung một số điều của ${type === "quyet-dinh" ? "Quyết định" : "Nghị quyết"} số ${old.symbol} ngày ${old.issuedOn?.split("-").reverse().join("/")} về ${old.title?.replace(/^.*? về /u, "")}`
      : type === "quyet-dinh" && random() < 0.5
        ? `Ban hành Quy định về ${words}`
        : `Quy định về ${words}${random() < 0.3 ? ` giai đoạn ${year} - ${year + 4}` : ""}`;
    const symbol = `${two(number)}/${year}/${code}`;
    // a body never uses a number twice in a year, save where the merger made two bodies of one name
    const twice = [...works, ...absent].some((w) => w.symbol === symbol && w.issuer === issuer);
    if (twice && !(year === 2025 && issuer.endsWith("An Khê") && random() < 0.8)) continue;
    const work: Work = {
      id: workIdOf({ type, symbol, issuer, issuedOn }),
      symbol,
      type,
      title,
      issuer,
      issuedOn,
      effectiveOn: null,
      known: "listed",
      normative: "yes",
    };
    if (ids.has(work.id)) continue;
    ids.add(work.id);
    if (random() < 0.125) absent.push(work);
    else works.push(work);
  }
  return { works, absent };
}
