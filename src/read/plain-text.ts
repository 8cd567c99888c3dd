import { decodeText } from "./decode-text.ts";
import { conversionNotes, convertOldEncodings } from "./old-encoding.ts";
import type { FormatOutcome } from "./refusal.ts";
import { refuseWithoutText } from "./text-check.ts";

/**
 * A .txt file: the decoded text as given, nothing changed, because the contract counts offsets in it. Letters of TCVN3
 * and VNI are decoded with the rest: they are the file's encoding.
 */
export function readPlainText(bytes: Uint8Array, name: string): FormatOutcome {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const { text, count } = convertOldEncodings(decoded.text);
  const notes = [...decoded.notes, ...conversionNotes(name, count)];
  return refuseWithoutText(text, name) ?? { ok: true, text, notes };
}
