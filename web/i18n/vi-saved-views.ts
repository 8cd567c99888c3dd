import { n } from "./vi-number.ts";

/** Words of lists that people keep under a name. */
export const savedViewWords = {
  savedViews: {
    title: "Danh sách đã lưu",
    save: "Lưu bộ lọc này",
    name: "Tên danh sách",
    nameHelp: "Ví dụ: Trái nghị định, lĩnh vực đất đai",
    keep: "Lưu",
    drop: (name: string) => `Xóa danh sách “${name}”`,
    faultTitle: "Chưa lưu được danh sách",
    faults: {
      "name-missing": "Đặt tên cho danh sách rồi bấm Lưu.",
      "name-too-long": (most: number) => `Tên dài quá ${n(most)} ký tự. Đặt tên ngắn hơn.`,
      "too-many": (most: number) => `Trang này đã có ${n(most)} danh sách. Xóa bớt một danh sách rồi lưu lại.`,
    },
  },
};
