/** Classes that a text numbers: `hạng 1`, `nhóm II`, `loại A`. The class name goes into the key, so that classes do not mix. */
const NUMBERED =
  /(?<![\p{L}])(hạng|nhóm|loại|bậc|vùng|khu vực|lớp|cấp độ|giai đoạn|đợt|công trình cấp|đường cấp|đô thị loại)\s(\d{1,2}|[IVX]{1,4}|[A-D])(?:(?:,\s|\svà\s|\shoặc\s)(?:\1\s)?(\d{1,2}|[IVX]{1,4}|[A-D])(?![\p{L}\d]))?(?![\p{L}\d])/giu;

/** Whose money it is: `ngân sách tỉnh`, `ngân sách cấp xã`. */
const BUDGET = /(?<![\p{L}])(ngân sách) (?:cấp )?(trung ương|tỉnh|thành phố|huyện|xã)(?![\p{L}])/giu;

/** Words of which a rule for one is no rule for the other; a row is one family. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    "mầm non",
    "mẫu giáo",
    "nhà trẻ",
    "tiểu học",
    "trung học cơ sở",
    "trung học phổ thông",
    "trung cấp",
    "cao đẳng",
    "đại học",
  ],
  ["quy mô lớn", "quy mô vừa", "quy mô nhỏ"],
  ["đồng bằng", "miền núi", "hải đảo"],
  ["đô thị", "nông thôn"],
  ["trong nước", "nước ngoài"],
  ["ban ngày", "ban đêm"],
  ["huy chương vàng", "huy chương bạc", "huy chương đồng"],
  ["xe máy", "xe đạp", "xe ô tô"],
  ["trong khu vực đông dân cư", "ngoài khu vực đông dân cư", "ngoài khu dân cư"],
  ["lần đầu", "cấp lại", "gia hạn"],
  ["chó", "mèo"],
];
const WORDS = FAMILIES.flatMap((family, i) => family.map((word) => ({ word, family: `${i}` })));

/** `hạng:1`, `0:mầm non`: the family or class before the colon. */
export function casesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const m of text.matchAll(NUMBERED)) {
    const name = (m[1] as string).toLowerCase();
    for (const number of [m[2], m[3]]) if (number) found.add(`${name}:${number.toUpperCase()}`);
  }
  for (const m of text.matchAll(BUDGET)) found.add(`ngân sách:${(m[2] as string).toLowerCase()}`);
  const lower = text.toLowerCase();
  for (const { word, family } of WORDS) if (lower.includes(word)) found.add(`${family}:${word}`);
  return found;
}

/** Both name cases of one family, and none that both name. */
export function otherCase(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const families = new Set([...a].map(familyOf));
  for (const family of families) {
    const theirs = [...b].filter((c) => familyOf(c) === family);
    if (theirs.length > 0 && !theirs.some((c) => a.has(c))) return true;
  }
  return false;
}

const familyOf = (item: string): string => item.slice(0, item.indexOf(":"));
