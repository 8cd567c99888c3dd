import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Severity } from "../domain/finding.ts";
import { isLegalDate, type LegalDate } from "../domain/legal-date.ts";

/** A worked example of a rule: a text, the day it is looked at, and what is found in it. All are invented. */
export interface RuleCase {
  /** invalid = the rule must speak · valid = it must stay silent. */
  readonly kind: "invalid" | "valid";
  /** What the case shows. */
  readonly why: string;
  readonly on: LegalDate;
  /** The text looked at. */
  readonly text: string;
  /** Other texts of the same index: how many. */
  readonly others: number;
  readonly findings: readonly {
    readonly severity: Severity;
    readonly message: string;
    readonly recommendation: string;
    readonly evidence: readonly { readonly role: string; readonly quote: string }[];
  }[];
}

/** The cases in a rule's folder, those where it speaks first. A file that does not fit the form is left out: a test holds them all. */
export async function readRuleCases(folder: string): Promise<readonly RuleCase[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md")).sort();
  const cases = await Promise.all(
    files.map(async (file) => {
      const invalid = file.startsWith("invalid-");
      const findings = invalid ? await readFile(join(folder, file.replace(/\.md$/u, ".findings.json")), "utf8") : "[]";
      return caseOf(invalid ? "invalid" : "valid", await readFile(join(folder, file), "utf8"), findings);
    }),
  );
  return cases.flatMap((one) => one ?? []);
}

function caseOf(kind: RuleCase["kind"], source: string, findings: string): RuleCase | null {
  const cut = source.indexOf("\n---\n");
  const head = new Map(
    source
      .slice(0, Math.max(0, cut))
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const on = head.get("on") ?? "";
  const [text = "", ...others] = source.slice(cut + 5).split(/^=== file: /mu);
  if (cut < 0 || !isLegalDate(on)) return null;
  return {
    kind,
    why: head.get("why") ?? "",
    on,
    text: text.replace(/\n{2,}/gu, "\n").trim(),
    others: others.length,
    findings: JSON.parse(findings) as RuleCase["findings"],
  };
}
