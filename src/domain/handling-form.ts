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
