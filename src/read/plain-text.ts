import { decodeText } from "./decode-text.ts";
import type { FormatOutcome } from "./refusal.ts";
import { refuseWithoutText } from "./text-check.ts";

/** A .txt file: the decoded text as given, nothing changed, because the contract counts offsets in it. */
export function readPlainText(bytes: Uint8Array, name: string): FormatOutcome {
  const decoded = decodeText(bytes, name);
  return decoded.ok ? (refuseWithoutText(decoded.text, name) ?? decoded) : decoded;
}
