import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readRuleCases } from "../../src/use-cases/rule-cases.ts";

it("reads the worked cases of a rule with what is found in them, those where it speaks first", async () => {
  const folder = fileURLToPath(new URL("../../rules/abbreviation-unexplained/cases", import.meta.url));
  const cases = await readRuleCases(join(folder));
  expect(cases[0]).toMatchObject({ kind: "invalid", on: "2026-06-30", others: 0 });
  expect(cases[0]?.text).toContain(cases[0]?.findings[0]?.evidence[0]?.quote ?? "nothing");
  expect(cases.at(-1)).toMatchObject({ kind: "valid", findings: [] });
  expect(cases.every((one) => one.why !== "")).toBe(true);
});
