/** "Trên địa bàn tỉnh …,", "Theo khoản 2 Điều 5 Nghị định số …,", "Trong phạm vi Quy định này,": where the rule stands, not what it says. */
const LEAD =
  /^(?:(?:Trên|Trong|Theo|Thực hiện|Căn cứ|Đối với)\s[^,;:\n]{0,160}?(?:này|(?:tỉnh|thành phố)(?:\s\p{Lu}\p{L}*){0,4}|\/[\p{Lu}\d]{2,6}(?:-[\p{L}\d&]{1,12}){0,4}|trên địa bàn)),\s/u;

/** How many characters of lead a text begins with; 0 where it has none. */
export const leadLength = (text: string): number => LEAD.exec(text)?.[0].length ?? 0;
