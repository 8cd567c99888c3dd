import { type EId, eIdName } from "../domain/e-id.ts";
import type { Subject } from "./rule.ts";

const SHOWN = 4;

/** `khoản 2 Điều 5, Điều 7 và 3 chỗ khác`; empty for words outside all units. The units stand once each, in the order given. */
export function placeNames(subject: Subject, eIds: readonly (EId | null)[]): string {
  const names = [...new Set(eIds.filter((eId) => eId !== null).map((eId) => placeName(subject, eId)))];
  const head = names.slice(0, SHOWN).join(", ");
  return names.length > SHOWN ? `${head} và ${names.length - SHOWN} chỗ khác` : head;
}

const KINDS: Readonly<Record<string, string>> = {
  "quy-dinh": "Quy định",
  "quy-che": "Quy chế",
  "ke-hoach": "Kế hoạch",
  "phu-luc": "Phụ lục",
  "danh-muc": "Danh mục",
  "bieu-mau": "Biểu mẫu",
};

/** An attached text by its own name: `khoản 1 Điều 5 Quy định kèm theo`, `Phụ lục II`. */
export function placeName({ document }: Subject, eId: EId): string {
  const [first = "", ...rest] = eId.split("__");
  const attachment = document.attachments.find((a) => a.eId === first);
  const kind = attachment ? KINDS[attachment.kind] : undefined;
  if (!attachment || !kind) return eIdName(eId);
  const name = attachment.num ? `${kind} ${attachment.num}` : `${kind} kèm theo`;
  return rest.length > 0 ? `${eIdName(rest.join("__"))} ${name}` : name;
}

/** The first letter large: for a place that opens a sentence. */
export const opening = (text: string): string => text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);
