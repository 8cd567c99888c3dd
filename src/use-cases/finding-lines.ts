import type { Finding } from "../domain/finding.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { toSourceSpan } from "../domain/span.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { placeIn } from "./status-lines.ts";

/** Findings as the command line prints them; offsets lead into the source text of the document quoted. */
export async function findingLines(
  store: Store,
  findings: readonly Finding[],
  draft?: { readonly work: WorkId; readonly document: LegalDocument },
) {
  const stored = placeIn(store);
  return Promise.all(
    findings.map(async (f) => ({
      key: f.key,
      rule: f.rule,
      code: f.code,
      group: f.group,
      severity: f.severity,
      maturity: f.maturity,
      confidence: f.confidence,
      message: f.message,
      why: f.why,
      recommendation: f.recommendation,
      evidence: await Promise.all(
        f.evidence.map(async ({ work, span, ...e }) => ({
          ...e,
          ...(draft && work === draft.work && span
            ? toSourceSpan(draft.document.offsets, span)
            : await stored(work, span)),
        })),
      ),
    })),
  );
}
