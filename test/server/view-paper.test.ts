import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { footPlaces, headPlaces, type PaperPlace } from "../../src/use-cases/view-paper.ts";
import { layOutText, type Stretch } from "../../src/use-cases/view-text.ts";

const DECISION = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 41/2026/QĐ-UBND
An Khê, ngày 05 tháng 5 năm 2026
QUYẾT ĐỊNH
Quy định việc trồng tre ven sông trên địa bàn tỉnh An Khê

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;

Điều 1. Phạm vi điều chỉnh
Quyết định này quy định việc trồng tre ven sông.

Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 20 tháng 5 năm 2026./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Hoàng Sĩ Bách
`;

const PLAN = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 52/KH-UBND
An Khê, ngày 05 tháng 5 năm 2026
KẾ HOẠCH
Trồng tre ven sông năm 2026
Thực hiện chủ trương trồng tre ven sông của Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng tre ven sông năm 2026 như sau:
I. MỤC TIÊU
1. Trồng đủ 10 km tre.
`;

function lines(text: string, kind: Stretch["kind"]): readonly (readonly [PaperPlace, string])[] {
  const document = parseDocument(text);
  const stretch = layOutText(document, [], []).find((s) => s.kind === kind) as Stretch;
  const places = kind === "opening" ? headPlaces(document, stretch) : footPlaces(stretch);
  const words = stretch.lines.map((l) => l.runs.map((r) => r.pieces.map((p) => p.text).join("")).join(""));
  expect(places).toHaveLength(words.length);
  return places.map((place, i) => [place, words[i] ?? ""] as const);
}

const at = (all: ReturnType<typeof lines>, place: PaperPlace): readonly string[] =>
  all.filter(([p]) => p === place).map(([, text]) => text);

describe("the head as on paper", () => {
  test("who and number on the left; nation, place and day on the right; kind and title across", () => {
    const head = lines(DECISION, "opening");
    expect(at(head, "left").filter((l) => !l.startsWith("-"))).toEqual([
      "ỦY BAN NHÂN DÂN",
      "TỈNH AN KHÊ",
      "Số: 41/2026/QĐ-UBND",
    ]);
    expect(at(head, "right").filter((l) => !l.startsWith("-"))).toEqual([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "An Khê, ngày 05 tháng 5 năm 2026",
    ]);
    expect(at(head, "middle")).toEqual(["QUYẾT ĐỊNH", "Quy định việc trồng tre ven sông trên địa bàn tỉnh An Khê"]);
  });

  test("running text before the first unit stays running text", () => {
    expect(at(lines(PLAN, "opening"), "text").join()).toMatch(/^Thực hiện chủ trương/u);
  });
});

test("the foot as on paper: recipients on the left, who signs on the right", () => {
  const foot = lines(DECISION, "signature");
  expect(at(foot, "left")).toEqual(["Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."]);
  expect(at(foot, "right")).toEqual(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hoàng Sĩ Bách"]);
});
