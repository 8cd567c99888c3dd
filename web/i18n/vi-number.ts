/** Thousands parted by dots, as officials write them. */
export const n = (value: number): string => value.toLocaleString("vi-VN");
