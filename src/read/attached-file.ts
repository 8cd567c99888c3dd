import { extname } from "node:path";
import { kindByBytes } from "./file-format.ts";
import { type Refused, refuse } from "./refusal.ts";

/** What may be kept beside people's work: its first bytes, its media type, and what an Office container must hold inside. */
interface AttachedKind {
  readonly magic: string;
  readonly type: string;
  /** A name that stands in the container: an archive under another ending is no document. */
  readonly inside?: string;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const KINDS: Readonly<Record<string, AttachedKind>> = {
  ".docx": { magic: "zip", type: `${OFFICE}.wordprocessingml.document`, inside: "word/" },
  ".xlsx": { magic: "zip", type: `${OFFICE}.spreadsheetml.sheet`, inside: "xl/" },
  ".pptx": { magic: "zip", type: `${OFFICE}.presentationml.presentation`, inside: "ppt/" },
  ".odt": { magic: "zip", type: "application/vnd.oasis.opendocument.text", inside: "content.xml" },
  ".ods": { magic: "zip", type: "application/vnd.oasis.opendocument.spreadsheet", inside: "content.xml" },
  ".doc": { magic: "ole", type: "application/msword" },
  ".xls": { magic: "ole", type: "application/vnd.ms-excel" },
  ".ppt": { magic: "ole", type: "application/vnd.ms-powerpoint" },
  ".rtf": { magic: "rtf", type: "application/rtf" },
  ".pdf": { magic: "pdf", type: "application/pdf" },
  ".png": { magic: "png", type: "image/png" },
  ".jpg": { magic: "jpeg", type: "image/jpeg" },
  ".jpeg": { magic: "jpeg", type: "image/jpeg" },
  ".tif": { magic: "tiff", type: "image/tiff" },
  ".tiff": { magic: "tiff", type: "image/tiff" },
};

export const ATTACHED_ENDINGS: readonly string[] = Object.keys(KINDS);

/** The media type a file is handed out as; bytes of no known ending are only bytes. */
export const attachedType = (name: string): string =>
  KINDS[extname(name).toLowerCase()]?.type ?? "application/octet-stream";

/** May this file be kept? Its ending must be one of those, and its first bytes must agree (SEC-10). */
export function checkAttached(bytes: Uint8Array, name: string): { readonly ok: true } | Refused {
  if (bytes.length === 0)
    return refuse("empty-file", name, "tệp rỗng", "Tệp không có byte nào.", "Kiểm tra lại tệp rồi gửi lại.");
  const ending = extname(name).toLowerCase();
  const kind = KINDS[ending];
  if (kind === undefined)
    return refuse(
      "unsupported-format",
      name,
      ending === "" ? "tệp không có đuôi tên" : `không nhận tệp ${ending}`,
      `Đính kèm được: ${ATTACHED_ENDINGS.join(", ")}.`,
      "Chuyển sang một định dạng trong số này rồi gửi lại.",
    );
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kindByBytes(bytes) === kind.magic && (kind.inside === undefined || whole.includes(kind.inside)))
    return { ok: true };
  return refuse(
    "format-mismatch",
    name,
    `nội dung không phải là tệp ${ending}`,
    "Đuôi tên và nội dung không khớp, có thể tệp bị đổi tên hoặc bị hỏng.",
    "Mở tệp bằng phần mềm của nó, lưu lại đúng định dạng rồi gửi lại.",
  );
}
