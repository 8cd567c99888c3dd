import { describe, expect, it } from "vitest";
import { NEAR_LIMIT, neighbours } from "../../src/engine/neighbours.ts";
import { defineRule, type CorpusView, type Rule } from "../../src/engine/rule.ts";
import { runRules, wantedTexts } from "../../src/engine/run-rules.ts";
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

const subject = makeSubject({ text: "Điều 1. Một", units: [["art_1", "Điều 1"]] });
const others = new Map(
  ["w1", "w2", "w3"].map((id) => [id, makeSubject({ text: `Điều 1. ${id}`, work: { id, symbol: id } })]),
);
const corpus: CorpusView = {
  ...makeCorpus({ units: { w1: ["art_1"], w2: ["art_1"], w3: ["art_1"] } }),
  subject: (id) => others.get(id) ?? null,
  citing: (id) => (id === "w0" ? ["w3", "w9"] : []),
  childrenOf: (id) => (id === "w1" ? [detail("w0", "w1"), detail("w2", "w1")] : []),
  parentsOf: (id) => (id === "w0" ? [detail("w0", "w1")] : []),
};
const detail = (child: string, parent: string) => ({
  child,
  parent,
  parentEIds: [],
  evidence: { work: child, symbol: null, eId: null, quote: "", span: null },
});
const run = (rules: readonly Rule[]) =>
  runRules({ subjects: [subject], rules, corpus, day: "2026-06-30", tables: new Map() });

/** Says which other texts it can see. */
const seeing = (id: string, near?: Rule["near"]): Rule =>
  defineRule({
    meta: { ...meta, id },
    given: "document",
    ...(near ? { near } : {}),
    *check(_, context) {
      const seen = ["w1", "w2", "w3"].filter((other) => context.corpus.subject(other) !== null);
      yield { message: seen.join(), why: "", recommendation: "", evidence: [] };
    },
  });

describe("other documents' texts", () => {
  it("are seen by the rule that asked for them and by no other", () => {
    const found = run([seeing("one", () => ["w2"]), seeing("two", () => ["w1", "w3"])]);
    expect(Object.fromEntries(found.map((f) => [f.rule, f.message]))).toEqual({ one: "w2", two: "w1,w3" });
  });

  it("are refused to a rule that did not say it reads them", () => {
    try {
      run([seeing("blind")]);
      expect.unreachable();
    } catch (error) {
      expect(String((error as Error).cause)).toContain("near");
    }
  });

  it("are wanted by the rules that will run, within bounds", () => {
    const many = Array.from({ length: NEAR_LIMIT + 10 }, (_, i) => `m${i}`);
    const asks = (rules: readonly Rule[]) => [
      ...wantedTexts(subject, { rules, corpus, day: "2026-06-30", tables: new Map() }),
    ];
    expect(asks([seeing("one", () => ["w2"]), { ...seeing("two", () => ["w3"]), when: () => false }])).toEqual(["w2"]);
    expect(asks([seeing("all", () => many)])).toHaveLength(NEAR_LIMIT);
  });

  it("lie round a document: parents, siblings, citing; never itself, never what has no text", () => {
    expect(neighbours(subject, corpus)).toEqual(["w1", "w2", "w3"]);
  });
});
