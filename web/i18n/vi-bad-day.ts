/** Says which part of a written day is wrong, as a person at a counter would. */
export function badDay(value: string): string {
  const m = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/u.exec(value) ?? null;
  if (!m) return "Không đọc được ngày, tháng, năm trong đó.";
  const [day, month, year] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (month < 1 || month > 12) return `Năm chỉ có 12 tháng, không có tháng ${month}.`;
  if (year < 1800 || year > 2200) return "Chỉ nhận năm từ 1800 đến 2200.";
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > last ? `Không có trong lịch: tháng ${month} năm ${year} có ${last} ngày.` : "Không có trong lịch.";
}
