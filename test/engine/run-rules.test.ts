import { describe, expect, it } from "vitest";
import { defineRule, type Rule, type RuleFinding } from "../../src/engine/rule.ts";
import { findingKey } from "../../src/engine/finding-key.ts";
import { runRules } from "../../src/engine/run-rules.ts";
import { makeCorpus, makeSubject } from "./make-subject.ts";

const meta = {
  id: "a-rule",
  code: "Z01",
  group: "technique",
  severity: "low",
  maturity: "stable",
  title: "",
  titleEn: "",
  basis: [],
} as const;
const claim = (more: Partial<RuleFinding> = {}): RuleFinding => ({
  message: "m",
  why: "w",
  recommendation: "r",
  evidence: [],
  ...more,
});
const text = "Điều 1. Một\nĐiều 2. Hai";
const subject = makeSubject({
  text,
  units: [
    ["art_1", "Điều 1"],
    ["art_2", "Điều 2"],
  ],
});
const run = (rules: readonly Rule[], subjects = [subject]) =>
  runRules({ subjects, rules, corpus: makeCorpus(), day: "2026-06-30", tables: new Map() });

describe("runRules", () => {
  it("hands each rule its input and adds the subject's own words as evidence", () => {
    const rule = defineRule({
      meta,
      given: "provision",
      *check(p) {
        if (p.eId === "art_2") yield claim();
      },
    });
    const [finding] = run([rule]);
    expect(finding).toMatchObject({ rule: "a-rule", code: "Z01", work: "w0", eId: "art_2", confidence: 0.9 });
    expect(finding?.evidence).toEqual([
      {
        work: "w0",
        symbol: "12/2026/QĐ-UBND",
        eId: "art_2",
        quote: "Điều 2. Hai",
        span: { start: 12, end: 23 },
        role: "subject",
      },
    ]);
  });

  it("keeps a key while offsets move and makes another when the words change", () => {
    const rule = defineRule({
      meta,
      given: "provision",
      *check(p) {
        if (p.eId === "art_2") yield claim();
      },
    });
    const key = run([rule])[0]?.key;
    const moved = makeSubject({
      text: `Lời đầu\n${text}`,
      units: [
        ["art_1", "Điều 1"],
        ["art_2", "Điều 2"],
      ],
    });
    const changed = makeSubject({
      text: text.replace("Hai", "Ba"),
      units: [
        ["art_1", "Điều 1"],
        ["art_2", "Điều 2"],
      ],
    });
    expect(run([rule], [moved])[0]?.key).toBe(key);
    expect(run([rule], [changed])[0]?.key).not.toBe(key);
    expect(key).toMatch(/^[0-9a-f]{16}$/u);
  });

  it("orders by severity, then confidence, whatever the order of the rules", () => {
    const low = defineRule({
      meta: { ...meta, id: "low" },
      given: "document",
      *check() {
        yield claim({ identity: "1" });
      },
    });
    const high = defineRule({
      meta: { ...meta, id: "high", severity: "high" },
      given: "document",
      *check() {
        yield claim({ confidence: 0.5, identity: "2" });
        yield claim({ confidence: 0.8, identity: "3" });
      },
    });
    const order = run([low, high]).map((f) => [f.rule, f.confidence]);
    expect(order).toEqual([
      ["high", 0.8],
      ["high", 0.5],
      ["low", 0.9],
    ]);
    expect(run([high, low])).toEqual(run([low, high]));
  });

  it("raises one finding for one key", () => {
    const rule = defineRule({
      meta,
      given: "document",
      *check() {
        yield claim({ identity: "x" });
        yield claim({ identity: "x" });
      },
    });
    expect(run([rule])).toHaveLength(1);
  });

  it("asks `when` before a rule runs", () => {
    const rule = defineRule({
      meta,
      given: "document",
      when: ({ issuer }) => issuer.level === "central",
      *check() {
        yield claim();
      },
    });
    expect(run([rule])).toEqual([]);
  });

  it("names rule and document when a rule throws", () => {
    const rule = defineRule({
      meta,
      given: "document",
      check() {
        throw new Error("x");
      },
    });
    expect(() => run([rule])).toThrow("Rule a-rule failed on 12/2026/QĐ-UBND");
  });

  it("stops between documents when told to", () => {
    const stop = new AbortController();
    stop.abort();
    expect(() =>
      runRules({
        subjects: [subject],
        rules: [],
        corpus: makeCorpus(),
        day: "2026-06-30",
        tables: new Map(),
        signal: stop.signal,
      }),
    ).toThrow();
  });
});

describe("findingKey", () => {
  it("parts its fields, so that no two findings run together", () => {
    expect(findingKey("a", "b", "c", "d")).not.toBe(findingKey("a", "bc", null, "d"));
  });
});
