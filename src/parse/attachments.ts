import type { Attachment } from "../domain/legal-document.ts";
import type { TextLine } from "./normalise.ts";
import { opensBody, type AttachmentZone } from "./zones.ts";

const WITH = /^\(? ?(?:(?:Được )?[Bb]an hành|Phê duyệt)? ?(?:[Kk]èm )?theo /u;

/** Title of an attachment: the lines of its head without "(Ban hành kèm theo …)". */
export function attachmentOf(lines: readonly TextLine[], zone: AttachmentZone, index: number): Attachment {
  const parts: string[] = [];
  for (let i = zone.from; i < Math.min(zone.to, zone.from + 10); i++) {
    const { text } = lines[i] as TextLine;
    if (WITH.test(text) || opensBody(text)) break;
    if (i > zone.from && /\p{Ll}/u.test(text) && parts.length > 1) break;
    if (/^(?:CỘNG HÒA|CỘNG HOÀ|Độc lập|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|-+$|Mẫu số)/u.test(text) && i > zone.from)
      break;
    parts.push(text.replace(/ ?\((?:Ban hành )?[Kk]èm theo.*$/u, ""));
  }
  const start = (lines[zone.from] as TextLine).start;
  const end = (lines[zone.to - 1] as TextLine).end;
  const title = parts.join(" ").trim();
  return {
    eId: `att_${index + 1}`,
    kind: zone.kind,
    num: zone.num,
    title: title === "" ? null : title,
    span: { start, end },
  };
}
