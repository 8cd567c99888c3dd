import type { RefusedChange } from "../../../src/use-cases/view-reader.ts";

/** A change that is not in the words. */
export const refusedChange: RefusedChange = {
  by: "11/2026/QĐ-UBND",
  work: "a3",
  byEId: "art_1__cl_2",
  from: "2026-07-15",
  target: "art_6",
  targetName: "Điều 6",
  place: null,
  action: "replace-phrase",
  phraseFrom: "Sở Giao thông vận tải",
  phraseTo: "Sở Xây dựng",
  why: "không tìm thấy cụm từ “Sở Giao thông vận tải” tại Điều 6",
  todo: "So lời văn đã nhập của hai văn bản với Công báo, nếu thiếu hoặc sai thì nhập lại",
  quote: "Thay thế cụm từ “Sở Giao thông vận tải” bằng cụm từ “Sở Xây dựng” tại Điều 6.",
};
