import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Finding } from "../src/domain/finding.ts";
import { catalogue, loadRules } from "../src/engine/generate-catalogue.ts";
import { runRules } from "../src/engine/run-rules.ts";
import { loadTables } from "../src/engine/tables.ts";
import { rules as listed } from "../rules/index.ts";
import { readCase } from "./engine/read-case.ts";
import { analyseTexts } from "./engine/analyse-texts.ts";

/**
 * The one harness of all rules. Each case is run through the real pipeline with its one rule. `invalid-….md` must raise what
 * its `….findings.json` says, `valid-….md` must raise nothing. `UPDATE_CASES=1 npx vitest run test/rules` writes the findings
 * files anew: read the difference before it is committed.
 */
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const tables = loadTables();
const rules = await loadRules(ROOT);
const update = process.env["UPDATE_CASES"] === "1";

/** What of a finding a case holds: offsets and keys may move, words may not. */
const shown = (finding: Finding) => ({
  severity: finding.severity,
  eId: finding.eId,
  message: finding.message,
  why: finding.why,
  recommendation: finding.recommendation,
  evidence: finding.evidence.map(({ symbol, eId, quote, role }) => ({ role, symbol, eId, quote })),
});

describe.each(rules.map((rule) => [rule.meta.id, rule] as const))("%s", (id, rule) => {
  const folder = join(ROOT, "rules", id);
  const files = readdirSync(join(folder, "cases"));
  const cases = files.filter((file) => file.endsWith(".md"));

  it("is whole: prose in four parts, a case of each kind, no file without a use", () => {
    expect(rule.meta.id).toBe(id);
    const prose = readFileSync(join(folder, "README.md"), "utf8");
    expect(prose.split("\n")[0]).toBe(`# ${rule.meta.code}. ${rule.meta.title}`);
    for (const part of ["Nội dung", "Căn cứ", "Cách xử lý", "Ngoại lệ"])
      expect(prose, part).toMatch(new RegExp(`^## ${part}\n\n\\S`, "mu"));
    expect(rule.meta.basis.length, "a legal basis").toBeGreaterThan(0);
    expect(cases.filter((file) => file.startsWith("valid-")).length, "valid cases").toBeGreaterThan(0);
    expect(cases.filter((file) => file.startsWith("invalid-")).length, "invalid cases").toBeGreaterThan(0);
    const wanted = cases
      .filter((file) => file.startsWith("invalid-"))
      .flatMap((file) => [file, file.replace(/\.md$/u, ".findings.json")]);
    const valid = cases.filter((file) => file.startsWith("valid-"));
    if (!update) expect([...files].sort()).toEqual([...wanted, ...valid].sort());
  });

  it.each(cases)("%s", (file) => {
    const { on, draft, texts } = readCase(readFileSync(join(folder, "cases", file), "utf8"));
    const { subjects, corpus } = analyseTexts(texts, draft ? on : null);
    const [first] = subjects;
    if (!first) throw new Error(`${file}: no document`);
    const findings = runRules({ subjects: [first], corpus, rules: [rule], day: on, tables });
    for (const finding of findings) expectWhole(finding, first.document.text);
    if (file.startsWith("valid-")) return expect(findings.map((f) => f.message)).toEqual([]);
    const expected = join(folder, "cases", file.replace(/\.md$/u, ".findings.json"));
    const raised = findings.map(shown);
    if (update && raised.length > 0) writeFileSync(expected, `${JSON.stringify(raised, null, 2)}\n`);
    expect(raised.length, "findings").toBeGreaterThan(0);
    expect(existsSync(expected) ? JSON.parse(readFileSync(expected, "utf8")) : null).toEqual(raised);
  });
});

/** Says what, why and what to do, and quotes the document verbatim at its offsets. */
function expectWhole(finding: Finding, text: string): void {
  for (const words of [finding.message, finding.why, finding.recommendation]) expect(words).toMatch(/\.$/u);
  expect(finding.confidence).toBeGreaterThan(0);
  expect(finding.confidence).toBeLessThanOrEqual(1);
  const own = finding.evidence.filter((e) => e.role === "subject");
  expect(own.length).toBeGreaterThan(0);
  for (const { span, quote } of own) if (span) expect(text.slice(span.start, span.end)).toBe(quote);
}

describe("the catalogue", () => {
  it("is fresh (npm run generate)", async () => {
    for (const [path, text] of Object.entries(await catalogue(ROOT)))
      expect(readFileSync(join(ROOT, path), "utf8"), path).toBe(text);
  });
  it("lists every rule once, each code once", () => {
    expect(listed.map((r) => r.meta.id)).toEqual(rules.map((r) => r.meta.id));
    expect(new Set(rules.map((r) => r.meta.code)).size).toBe(rules.length);
  });
});
