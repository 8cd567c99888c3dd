import { isCitedByName, typeName } from "../domain/document-type.ts";
import { formatDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";

/** `Quyết định số 12/2021/QĐ-UBND ngày 05/04/2021 của Ủy ban nhân dân tỉnh An Khê`; `Luật Đất đai số 31/2024/QH15`. */
export function workName(work: Work | null): string {
  if (!work) return "văn bản chưa xác định";
  const title = work.title?.trim() ?? "";
  if (isCitedByName(work.type) && title !== "") return work.symbol ? `${title} số ${work.symbol}` : title;
  const number = work.symbol ? ` số ${work.symbol}` : "";
  const day = work.issuedOn ? ` ngày ${formatDate(work.issuedOn)}` : "";
  return `${typeName(work.type)}${number}${day}${work.issuer ? ` của ${work.issuer}` : ""}`;
}

/** A title as it follows a document's name in a sentence: "quy định …"; one in capitals stays as it is. */
export const titleInside = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase("vi") + title.slice(1) : title;
