import { plain } from "../domain/fold.ts";

/** Fields that ministries and departments are named after, old names and new; a body's name is read no further than this. */
const FIELDS =
  "Quốc phòng|Công an|Ngoại giao|Ngoại vụ|Nội vụ|Tư pháp|Kế hoạch và Đầu tư|Kế hoạch - Đầu tư|Tài chính - Kế hoạch|Tài chính|Công [Tt]hương|Công nghiệp|Thương mại|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và PTNT|Nông nghiệp và Môi trường|Giao thông vận tải|Giao thông - Xây dựng|Xây dựng|Tài nguyên và Môi trường|Thông tin và Truyền thông|Lao động\\s?[-–,]\\s?Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Văn hóa - Thông tin|Du lịch|Khoa học và Công nghệ|Giáo dục và Đào tạo|Dân tộc và Tôn giáo|Quy hoạch - Kiến trúc|Quản lý đô thị|Kinh tế và Hạ tầng|Kinh tế, Hạ tầng và Đô thị|Kinh tế|Y tế|Văn hóa - Xã hội|quản lý (?:ngành|chuyên ngành)(?:, lĩnh vực)?|chuyên ngành|chủ quản|liên quan";
const PLACE =
  "(?:(?: các)? (?:cấp )?(?:tỉnh|huyện|xã|thành phố|quận|phường|thị xã|thị trấn|đặc khu)(?:, (?:tỉnh|huyện|xã|thành phố|quận|phường|thị xã|thị trấn|đặc khu)(?![\\p{L}])){0,3}(?: trực thuộc [Tt]rung ương)?| các cấp| cùng cấp| cấp dưới| cấp trên)?";
const UB = "(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)";
const HD = "(?:Hội đồng nhân dân|HĐND)";

/** `Chăn nuôi` of `Chi cục Chăn nuôi và Thú y`: a capital syllable and one small one, if no verb begins there. */
const NAME =
  "\\p{Lu}\\p{L}{0,8}(?: (?!(?:công|quyết|phê|ban|cấp|thẩm|chấp|xác|thu|có|phải|được|chủ|phối|tổ|hướng|kiểm|tiếp|thực|và|trình|do|theo|tỉnh|huyện|xã|trong|xem|gửi|báo)(?![\\p{L}]))\\p{Ll}{1,7}(?![\\p{L}]))?";

/** Bodies that decide, permit, supervise: `Chủ tịch Ủy ban nhân dân cấp tỉnh`, `Sở Công Thương`, `Bộ trưởng Bộ Y tế`, `Hiệu trưởng`. */
const BODY = [
  "Thủ tướng(?: Chính phủ)?",
  "Chính phủ",
  "Ủy ban [Tt]hường vụ Quốc hội",
  "Quốc hội",
  "Chủ tịch nước",
  `(?:Phó )?Chủ tịch ${UB}${PLACE}`,
  `${UB}${PLACE}`,
  `(?:Thường trực )?${HD}${PLACE}`,
  `(?:Bộ trưởng )?Bộ (?:${FIELDS})(?![\\p{L}])`,
  "Bộ trưởng",
  `(?:Phó )?(?:Giám đốc )?[Ss]ở (?:${FIELDS})(?![\\p{L}])`,
  `(?:Trưởng )?[Pp]hòng (?:${FIELDS})(?![\\p{L}])(?: (?:cấp )?(?:huyện|xã)(?![\\p{L}]))?`,
  "(?:Thống đốc|Giám đốc) Ngân hàng Nhà nước(?: Việt Nam)?(?: chi nhánh(?: khu vực| tỉnh)?)?",
  "Thống đốc",
  "Ngân hàng Nhà nước(?: Việt Nam)?",
  "Ban [Qq]uản lý (?:khu|dự án|các khu|rừng|cảng|chợ)(?: \\p{Ll}{1,8}(?![\\p{L}])){0,4}",
  "Ban [Qq]uản lý",
  `(?:Tổng [Cc]ục|Chi [Cc]ục|Cục) trưởng(?: (?:Tổng [Cc]ục|Chi [Cc]ục|[Cc]ục) (?:${FIELDS}|\\p{Lu}\\p{L}{0,12}(?: \\p{L}{1,8}(?![\\p{L}])){0,1})(?![\\p{L}]))?`,
  `(?:Tổng [Cc]ục|Chi [Cc]ục|Cục|Trung tâm|Viện) ${NAME}(?:(?: và|,| -)? ${NAME}){0,3}`,
  "(?:[Hh]iệu trưởng|Hội đồng trường|Hội đồng quản trị|Hội đồng thành viên|Tổng [Gg]iám đốc|Giám đốc Quỹ|Giám đốc)",
  "[Cc]ơ quan (?:đăng ký (?:đầu tư|kinh doanh|hợp tác xã)|quản lý chuyên ngành|có thẩm quyền)",
  "(?:[Tt]hủ trưởng|[Nn]gười đứng đầu) (?:các )?(?:cơ quan|đơn vị|tổ chức)(?: hành chính)?(?: sự nghiệp)?(?: công lập)?",
  "Thanh tra (?:Chính phủ|tỉnh|[Ss]ở|[Bb]ộ)",
  "Công an (?:cấp )?(?:tỉnh|huyện|xã)|Giám đốc Công an (?:cấp )?tỉnh",
  "Kho bạc Nhà nước|Cơ quan thuế|Bảo hiểm xã hội(?: Việt Nam| tỉnh)?|Chánh án(?: Tòa án nhân dân tối cao)?|Viện trưởng(?: Viện kiểm sát nhân dân tối cao)?|Tổng Kiểm toán [Nn]hà nước",
].join("|");

/** For use inside a larger pattern; flag `u`. */
export const BODY_PATTERN = `(?:${BODY})`;

/** Where a body stands: bodies of another tier are never the same; `-` where the name does not say. */
export interface BodyName {
  /** Comparable: `ubnd cap tinh`, `bo tai chinh`. The minister and the ministry, the director and the department are one. */
  readonly key: string;
  readonly kind: "collective" | "chair" | "council" | "department" | "ministry" | "government" | "head" | "other";
}

/** `Uỷ ban nhân dân các tỉnh, thành phố trực thuộc Trung ương` → `ubnd tỉnh`. */
export function bodyName(written: string): BodyName {
  const flat = plain(written)
    .replace(/ủy ban nhân dân/gu, "ubnd")
    .replace(/hội đồng nhân dân/gu, "hđnd")
    .replace(/ (?:cấp|các)(?= )/gu, "")
    .replace(/thành phố trực thuộc trung ương|tỉnh thành phố/gu, "tỉnh")
    .replace(/tỉnh tỉnh/gu, "tỉnh")
    .replace(/ trực thuộc trung ương/gu, "")
    .replace(/^(?:bộ trưởng|phó giám đốc|giám đốc|trưởng|phó chủ tịch)(?= (?:bộ|sở|phòng) )/gu, "")
    .replace(/^phó chủ tịch/gu, "chủ tịch")
    .replace(/^(?:tổng cục|chi cục|cục) trưởng (?=tổng cục|chi cục|cục)/gu, "")
    .replace(/^thống đốc.*$/gu, "ngân hàng nhà nước")
    .replace(/^ngân hàng nhà nước việt nam$/gu, "ngân hàng nhà nước")
    .replace(/^(?:người đứng đầu|thủ trưởng).*$/gu, "thủ trưởng cơ quan")
    .trim();
  const kind: BodyName["kind"] = /^chủ tịch ubnd/u.test(flat)
    ? "chair"
    : /^ubnd/u.test(flat)
      ? "collective"
      : /hđnd/u.test(flat)
        ? "council"
        : /^(?:sở|phòng|thanh tra)/u.test(flat)
          ? "department"
          : /^bộ|^ngân hàng nhà nước$/u.test(flat)
            ? "ministry"
            : /^(?:chính phủ|thủ tướng|quốc hội)/u.test(flat)
              ? "government"
              : /^(?:thủ trưởng|hiệu trưởng|giám đốc|tổng giám đốc)/u.test(flat)
                ? "head"
                : "other";
  return { key: flat === "thủ tướng" ? "thủ tướng chính phủ" : flat, kind };
}

/** Names that say no more than "whoever is competent", or one that the other shortens: no difference of competence. */
export function sameBody(a: string, b: string): boolean {
  const [x, y] = [bodyName(a), bodyName(b)];
  if (x.key === y.key || x.key.startsWith(`${y.key} `) || y.key.startsWith(`${x.key} `)) return true;
  const vague = /^(?:cơ quan (?:có thẩm quyền|quản lý chuyên ngành)|.*(?:liên quan|chủ quản))$/u;
  return vague.test(x.key) || vague.test(y.key);
}
