import { createHash } from "node:crypto";
import type { EId } from "../domain/e-id.ts";
import type { WorkId } from "../domain/work.ts";

/**
 * The stable name of a finding, 16 hex digits: the rule, the work, the unit and what decides. Offsets are left out, so
 * that a person's decision survives a re-import, while changed words make another finding and re-open the question.
 */
export function findingKey(rule: string, work: WorkId, eId: EId | null, identity: string): string {
  return createHash("sha256")
    .update([rule, work, eId ?? "", identity].join("\u0000"), "utf8")
    .digest("hex")
    .slice(0, 16);
}
