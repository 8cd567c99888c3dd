/**
 * How a reviewed document is handled: the forms of Điều 38 NĐ 79/2025, and that nothing has to be done, which is a result and no
 * form of the decree.
 */
export const HANDLING_FORMS = [
  "abolish",
  "abolish-part",
  "replace",
  "amend",
  "new",
  "suspend",
  "announce-ceased",
  "announce-continued",
  "none",
] as const;
export type HandlingForm = (typeof HANDLING_FORMS)[number];

/** As the decree and the lists of form 04 name them: an official reads them whatever language the interface speaks. */
export const HANDLING_FORM_NAMES: Readonly<Record<HandlingForm, string>> = {
  abolish: "Bãi bỏ toàn bộ",
  "abolish-part": "Bãi bỏ một phần",
  replace: "Thay thế",
  amend: "Sửa đổi, bổ sung",
  new: "Ban hành mới",
  suspend: "Tạm ngưng hiệu lực",
  "announce-ceased": "Công bố hết hiệu lực",
  "announce-continued": "Công bố tiếp tục có hiệu lực",
  none: "Không phải xử lý",
};
