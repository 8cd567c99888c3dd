import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkId } from "../../src/domain/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { consolidatedText } from "../../src/use-cases/consolidated-text.ts";
import { textOnDay } from "../../src/use-cases/text-on-day.ts";
import { viewCitationCard } from "../../src/use-cases/view-citation-card.ts";
import { viewDocumentHead } from "../../src/use-cases/view-document.ts";
import { type ReaderView, viewReader } from "../../src/use-cases/view-reader.ts";
import { decision } from "../timeline/amend-by-text.ts";
import { bringIn } from "./place.ts";

const TODAY = "2026-09-01";
const NAME = "Quy định mức hỗ trợ nuôi ong trên địa bàn tỉnh An Khê";
const ABOUT = `Quyết định số 12/2025/QĐ-UBND ngày 10 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh An Khê`;
const ends = (day: string): string =>
  `Quyết định này có hiệu lực thi hành kể từ ngày ${day}.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐinh Văn Thạch`;

const BASE = decision(
  "12/2025/QĐ-UBND",
  "2025-07-10",
  NAME,
  `Điều 1. Phạm vi\nQuyết định này quy định mức hỗ trợ nuôi ong.\n
Điều 2. Mức hỗ trợ\n1. Hộ nuôi ong: 500.000 đồng.\n2. Xã chi trả vào ngày 10 hằng tháng.\n3. Sở Tài chính kiểm tra.\n
Điều 3. Hiệu lực thi hành\n${ends("20 tháng 7 năm 2025")}`,
);

const amender = (symbol: string, day: string, from: string, instructions: string): string =>
  decision(
    symbol,
    day,
    "Sửa đổi, bổ sung một số điều của Quyết định số 12/2025/QĐ-UBND quy định mức hỗ trợ nuôi ong",
    `Điều 1. Sửa đổi, bổ sung một số điều của ${ABOUT}\n${instructions}\n\nĐiều 2. Hiệu lực thi hành\n${ends(from)}`,
  );

const FIRST = amender(
  "04/2026/QĐ-UBND",
  "2026-02-10",
  "01 tháng 3 năm 2026",
  `1. Sửa đổi tên Quyết định như sau: “Quy định mức hỗ trợ nuôi ong, nuôi tằm trên địa bàn tỉnh An Khê”.
2. Thay thế cụm từ “vào ngày 15 hằng tháng” bằng cụm từ “vào ngày 05 hằng tháng” tại khoản 2 Điều 2.
3. Thay thế cụm từ “500.000 đồng” bằng cụm từ “700.000 đồng” trong toàn bộ Quyết định.`,
);

/** Its only instruction is taken back before it acts. */
const SECOND = amender(
  "07/2026/QĐ-UBND",
  "2026-03-10",
  "01 tháng 8 năm 2026",
  "1. Sửa đổi khoản 3 Điều 2 như sau:\n“3. Sở Nội vụ kiểm tra.”",
);
const THIRD = decision(
  "09/2026/QĐ-UBND",
  "2026-04-10",
  "Bãi bỏ Quyết định số 07/2026/QĐ-UBND",
  `Điều 1. Bãi bỏ Quyết định số 07/2026/QĐ-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh An Khê.\n
Điều 2. Hiệu lực thi hành\n${ends("01 tháng 5 năm 2026")}`,
);

let store: Store;
let base: WorkId = "";
const read = async (wording: "day" | "issued" = "day"): Promise<ReaderView> => {
  const head = await viewDocumentHead(store, base, TODAY);
  const reader = head && (await viewReader(store, head, TODAY, wording));
  if (!reader) throw new Error("no text");
  return reader;
};
const wordsOf = (reader: ReaderView): string =>
  reader.stretches
    .flatMap((s) => s.lines.map((l) => l.number + l.runs.flatMap((r) => r.pieces.map((p) => p.text)).join("")))
    .join("\n");

beforeAll(async () => {
  store = await openStore(":memory:");
  const entries = await bringIn(store, { text: BASE }, { text: FIRST }, { text: SECOND }, { text: THIRD });
  base = entries[0]?.work ?? "";
}, 60_000);
afterAll(() => store.close());

test("a change that does not fit stands above the text and at its unit, with what to do", async () => {
  const reader = await read();
  expect(reader.refused).toHaveLength(1);
  expect(reader.refused[0]).toMatchObject({ place: "art_2__cl_2", todo: expect.stringMatching(/\S/u) });
  const unit = reader.units.get("art_2__cl_2");
  expect(unit?.refused).toEqual(reader.refused);
  // its words are still the older ones, whatever the statuses count
  expect(unit?.standing).toBeNull();
  // the new name is in the head: it does not wait for anybody
  expect(reader.waiting).toEqual([]);
});

test("a change whose clause had ended before its day changes nothing, and says so at its unit", async () => {
  const reader = await read();
  expect(wordsOf(reader)).toContain("3. Sở Tài chính kiểm tra.");
  expect(reader.idle.map((r) => r.by)).toEqual(["07/2026/QĐ-UBND"]);
  expect(reader.units.get("art_2__cl_3")?.idle).toEqual(reader.idle);
});

test("reader, consolidated copy and comparison lack the same changes", async () => {
  const [reader, copy] = [await read(), await consolidatedText(store, base, TODAY)];
  expect(copy?.refused).toEqual(reader.refused);
  expect(copy?.idle).toEqual(reader.idle);
  const work = copy?.work;
  expect(work && (await textOnDay(store, work, TODAY))?.refused).toBe(reader.refused.length);
});

test("the head bears the name of the day; the issued text keeps its own", async () => {
  const head = await viewDocumentHead(store, base, TODAY);
  const name = "Quy định mức hỗ trợ nuôi ong, nuôi tằm trên địa bàn tỉnh An Khê";
  expect(head?.title).toMatchObject({ text: name, issued: NAME });
  const day = await read();
  expect(wordsOf(day)).toContain(name);
  const opening = day.stretches.find((s) => s.kind === "opening");
  expect(opening && [...day.units.values()].flatMap((u) => u.remarks.map((r) => r.change))).toEqual(["heading"]);
  expect(wordsOf(await read("issued"))).not.toContain("nuôi tằm");
  expect((await viewDocumentHead(store, base, "2026-02-28"))?.title).toBeNull();
});

test("a citation card sees a phrase that was changed in the whole document", async () => {
  const card = await viewCitationCard(store, base, "art_2__cl_1", TODAY);
  expect(card?.words).toContain("700.000 đồng");
  expect(card?.unsure).toBe(false);
});
