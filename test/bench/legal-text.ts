/** Numbers that look random and are the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * Invented documents of the invented province, in the form of real ones: head, grounds, articles, clauses, points, foot.
 * `articles`: so many before the last one; absent = six to nineteen.
 */
export function legalTexts(count: number, seed = 1, articles?: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => legalText(i + 1, random, articles));
}

function legalText(number: number, random: () => number, wanted?: number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const subject = pick(SUBJECTS);
  const lines = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH AN KHÊ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    `Số: ${number}/2025/QĐ-UBND`,
    `An Khê, ngày ${day(random)} tháng 8 năm 2025`,
    "QUYẾT ĐỊNH",
    `Quy định về ${subject} trên địa bàn tỉnh An Khê`,
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
    `Căn cứ Nghị định số 742/2024/NĐ-CP ngày ${day(random)} tháng 3 năm 2024 của Chính phủ quy định về ${subject};`,
    `Theo đề nghị của Giám đốc ${pick(BODIES)} tại Tờ trình số ${number}/TTr-SXD ngày 05 tháng 7 năm 2025;`,
    `Ủy ban nhân dân ban hành Quyết định quy định về ${subject} trên địa bàn tỉnh An Khê.`,
  ];
  const articles = wanted ?? 6 + Math.floor(random() * 14);
  for (let a = 1; a <= articles; a++) {
    lines.push(`Điều ${a}. ${pick(HEADINGS)} ${subject}`);
    const clauses = 1 + Math.floor(random() * 5);
    for (let c = 1; c <= clauses; c++) {
      lines.push(`${c}. ${sentence(random, pick)}`);
      if (random() < 0.4)
        for (const point of "abcd".slice(0, 2 + Math.floor(random() * 3)))
          lines.push(`${point}) ${sentence(random, pick)}`);
    }
  }
  lines.push(
    `Điều ${articles + 1}. Hiệu lực thi hành`,
    `1. Quyết định này có hiệu lực thi hành từ ngày ${day(random)} tháng 9 năm 2025.`,
    `2. Quyết định này thay thế Quyết định số ${1 + Math.floor(random() * 90)}/2019/QĐ-UBND ngày 12 tháng 6 năm 2019 của Ủy ban nhân dân tỉnh An Sơn về ${subject}.`,
    "Nơi nhận:",
    "- Như Điều 3;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Lê Văn Thử",
  );
  return `${lines.join("\n\n")}\n`;
}

const day = (random: () => number): string => String(1 + Math.floor(random() * 28)).padStart(2, "0");

function sentence(random: () => number, pick: <T>(items: readonly T[]) => T): string {
  const clauses = [`${pick(BODIES)} ${pick(VERBS)} ${pick(OBJECTS)}`];
  while (random() < 0.6 && clauses.length < 4) clauses.push(`${pick(LINKS)} ${pick(OBJECTS)}`);
  if (random() < 0.25)
    clauses.push(
      `theo quy định tại ${pick(["khoản 1 Điều 2 Quyết định này", "điểm a khoản 2 Điều 5 Nghị định số 742/2024/NĐ-CP", "Điều 7 và Điều 8 Thông tư số 706/2023/TT-BXD", "Luật Đất đai"])}`,
    );
  if (random() < 0.2)
    clauses.push(`trong thời hạn ${5 + Math.floor(random() * 25)} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ`);
  // A rare word, so that searches for rare words have something to find.
  if (random() < 0.002) clauses.push(`tại ${pick(RARE)}`);
  return `${clauses.join(" ")}.`;
}

const SUBJECTS = [
  "quản lý bến thuyền",
  "hỗ trợ giống cây trồng",
  "phân cấp quản lý đường xã",
  "thu gom nước thải",
  "bảo vệ rừng ven sông",
  "tổ chức chợ phiên",
  "quản lý nghĩa trang nhân dân",
  "cấp nước sạch nông thôn",
];
const HEADINGS = [
  "Nguyên tắc",
  "Điều kiện",
  "Trình tự, thủ tục",
  "Trách nhiệm trong",
  "Kinh phí cho",
  "Hồ sơ về",
  "Xử lý vi phạm về",
  "Kiểm tra việc",
];
const BODIES = [
  "Sở Xây dựng",
  "Sở Nông nghiệp và Môi trường",
  "Ủy ban nhân dân xã, phường",
  "Sở Tài chính",
  "Tổ chức, cá nhân được giao",
  "Chủ tịch Ủy ban nhân dân tỉnh",
  "Cơ quan chuyên môn cấp tỉnh",
];
const VERBS = [
  "chủ trì, phối hợp với các đơn vị liên quan thẩm định",
  "có trách nhiệm kiểm tra, giám sát",
  "lập, phê duyệt và công bố công khai",
  "bố trí kinh phí bảo đảm",
  "báo cáo định kỳ hằng năm về",
  "không được chuyển nhượng",
  "được phép khai thác, sử dụng",
];
const OBJECTS = [
  "phương án quản lý, vận hành công trình",
  "danh mục các khu vực cần bảo vệ",
  "hồ sơ đề nghị cấp phép hoạt động",
  "kế hoạch sử dụng vốn ngân sách địa phương",
  "mức hỗ trợ không quá 30 triệu đồng cho một hộ gia đình",
  "việc thực hiện nghĩa vụ của chủ đầu tư",
  "các hành vi lấn chiếm hành lang an toàn",
];
const LINKS = [
  "và",
  "đồng thời rà soát",
  "trừ trường hợp liên quan đến",
  "bao gồm cả",
  "làm căn cứ xác định",
  "trước khi thực hiện",
];
export const RARE = ["thác Mù Cang", "đèo Khuê Vãng", "suối Nậm Tèn", "hồ Thạch Bích", "cầu Rồng Tía"];
