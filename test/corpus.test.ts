import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import type { Finding } from "../src/domain/finding.ts";
import type { LegalDate } from "../src/domain/legal-date.ts";
import type { Work, WorkId } from "../src/domain/work.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { type IndexSummary, indexPaths } from "../src/use-cases/index-paths.ts";
import { consolidateWork } from "../src/use-cases/consolidated-text.ts";
import { findingsOn, runRulesOn } from "../src/use-cases/run-rules-on.ts";

interface ExpectedStatus {
  readonly symbol: string;
  readonly status: string;
  readonly since: LegalDate | null;
  /** Rule of the deciding proof; absent where the document simply lives. */
  readonly rule?: string;
  readonly days?: Readonly<Record<LegalDate, string>>;
}

interface ExpectedFinding {
  readonly file: string;
  readonly rule: string;
  /** Units of the file that the evidence names; empty = the document as a whole or its preamble. */
  readonly at: readonly string[];
  /** Words that the message must hold: which document, which name. */
  readonly about?: string;
}

interface Expectation {
  readonly day: LegalDate;
  readonly statuses: Readonly<Record<string, ExpectedStatus>>;
  readonly cited: readonly {
    readonly symbol: string;
    readonly issuedOn: LegalDate;
    readonly status: string;
    readonly since: LegalDate;
  }[];
  readonly findings: readonly ExpectedFinding[];
  readonly later: {
    readonly day: LegalDate;
    readonly added: readonly ExpectedFinding[];
    readonly gone: readonly { readonly file: string; readonly rule: string }[];
  };
  readonly consolidated: readonly {
    readonly file: string;
    readonly on: LegalDate;
    /** Unit → words its text then holds; null = no longer there. */
    readonly units: Readonly<Record<string, string | null>>;
  }[];
  readonly tolerated: readonly { readonly file: string; readonly rule: string }[];
}

const folder = fileURLToPath(new URL("../corpus/documents", import.meta.url));
const expected = JSON.parse(readFileSync(new URL("../corpus/expected.json", import.meta.url), "utf8")) as Expectation;
const NOW = Date.parse("2026-11-26T08:00:00Z");

let store: Store;
let first: IndexSummary;
/** File below `corpus/documents` → its work, and back. */
const workOf = new Map<string, WorkId>();
const fileOf = new Map<WorkId, string>();

beforeAll(async () => {
  store = await openStore(":memory:");
  first = await indexPaths({ store, paths: [folder], parsers: 2, now: NOW });
  for (const id of await store.documents.indexedWorks()) {
    const file = (await store.documents.current(id))?.file.slice(folder.length + 1).replaceAll("\\", "/");
    if (file === undefined) continue;
    workOf.set(file, id);
    fileOf.set(id, file);
  }
}, 120_000);

afterAll(() => store?.close());

const name = (f: ExpectedFinding): string =>
  `${f.file}  ${f.rule}  [${f.at.join(", ")}]${f.about ? `  ${f.about}` : ""}`;

/** A finding as `expected.json` writes it: the units its evidence names in its own document. */
function asExpected(finding: Finding): ExpectedFinding & { readonly message: string } {
  const at = finding.evidence.filter((e) => e.work === finding.work && e.eId !== null).map((e) => e.eId as string);
  return {
    file: fileOf.get(finding.work) ?? finding.work,
    rule: finding.rule,
    at: [...new Set(at)].sort(),
    message: finding.message,
  };
}

const answers = (wanted: ExpectedFinding, raised: ExpectedFinding & { readonly message: string }): boolean =>
  wanted.file === raised.file &&
  wanted.rule === raised.rule &&
  wanted.at.join() === raised.at.join() &&
  (!wanted.about || raised.message.includes(wanted.about));

/** What is missing and what is too much, one line each, so that a failure reads as a list of work. */
function difference(
  wanted: readonly ExpectedFinding[],
  findings: readonly Finding[],
): { readonly missing: string[]; readonly unexpected: string[] } {
  const raised = findings.filter((f) => f.maturity === "stable").map(asExpected);
  const tolerated = (f: ExpectedFinding): boolean =>
    expected.tolerated.some((t) => t.file === f.file && t.rule === f.rule);
  return {
    missing: wanted.filter((w) => !raised.some((r) => answers(w, r))).map(name),
    unexpected: raised
      .filter((r) => !tolerated(r) && !wanted.some((w) => answers(w, r)))
      .map((r) => `${name(r)}  ${r.message}`),
  };
}

describe("the sample law", () => {
  test("every file is read", () => {
    expect(first.refused).toEqual([]);
    expect([...workOf.keys()].sort()).toEqual(Object.keys(expected.statuses).sort());
  });

  test("every document knows its symbol", async () => {
    const wrong: string[] = [];
    for (const [file, { symbol }] of Object.entries(expected.statuses)) {
      const work = await store.works.find(workOf.get(file) ?? "");
      if (work?.symbol !== symbol) wrong.push(`${file}: ${work?.symbol ?? "none"}, not ${symbol}`);
    }
    expect(wrong).toEqual([]);
  });

  test("a document that shares its symbol with another is a work of its own", () => {
    const symbols = Object.values(expected.statuses).map((s) => s.symbol);
    const shared = symbols.filter((s, i) => symbols.indexOf(s) !== i);
    expect(shared.sort()).toEqual(["02/2026/QĐ-UBND", "03/2025/NQ-HĐND", "08/2024/NQ-HĐND"]);
    expect(new Set(workOf.values()).size).toBe(symbols.length);
  });

  test("statuses on the day, with their first day and their proof", async () => {
    const wrong: string[] = [];
    for (const [file, want] of Object.entries(expected.statuses)) {
      const period = await store.statuses.on(workOf.get(file) ?? "", expected.day);
      const got = `${period?.status ?? "nothing"} since ${period?.since ?? "?"}`;
      const unlike = period?.status !== want.status || (want.since !== null && period.since !== want.since);
      if (unlike)
        wrong.push(`${file}: ${got}, not ${want.status} since ${want.since ?? "?"}  (${period?.reason ?? ""})`);
      else if (want.rule && !period?.because.some((b) => b.rule === want.rule))
        wrong.push(`${file}: no proof by "${want.rule}", but by ${period?.because.map((b) => b.rule).join()}`);
      for (const b of period?.because ?? []) {
        if (b.work === null || b.quote === "") continue;
        const text = (await store.documents.current(b.work))?.document.text;
        if (text !== undefined && !text.includes(b.quote))
          wrong.push(`${file}: quotes words that ${b.symbol} does not have: ${b.quote}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("statuses on the days around each change", async () => {
    const wrong: string[] = [];
    for (const [file, { days = {} }] of Object.entries(expected.statuses)) {
      for (const [day, want] of Object.entries(days)) {
        const got = (await store.statuses.on(workOf.get(file) ?? "", day))?.status ?? "nothing";
        if (got !== want) wrong.push(`${file} on ${day}: ${got}, not ${want}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("works that are only named are ended by the texts that end them", async () => {
    const wrong: string[] = [];
    for (const want of expected.cited) {
      const named = (await store.works.bySymbol(want.symbol)).filter((w: Work) => w.issuedOn === want.issuedOn);
      const period = named.length === 1 ? await store.statuses.on((named[0] as Work).id, expected.day) : null;
      if (period?.status !== want.status || period.since !== want.since)
        wrong.push(
          `${want.symbol}: ${named.length} works, ${period?.status ?? "nothing"} since ${period?.since ?? "?"}`,
        );
    }
    expect(wrong).toEqual([]);
  });

  test("the chain of amendments gives the text of the day", async () => {
    const wrong: string[] = [];
    for (const { file, on, units } of expected.consolidated) {
      const work = await store.works.find(workOf.get(file) ?? "");
      const result = work ? await consolidateWork(store, work, on) : null;
      if (!result?.complete) wrong.push(`${file} on ${on}: not complete: ${JSON.stringify(result?.refused)}`);
      for (const [eId, words] of Object.entries(units)) {
        const unit = result?.provisions.find((p) => p.eId === eId);
        const text = unit && unit.state !== "repealed" ? unit.text : null;
        const right = words === null ? text === null : text?.includes(words);
        if (!right) wrong.push(`${file} on ${on}, ${eId}: ${text ?? "not there"}, not ${words ?? "gone"}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("every expected finding is raised and no other one", async () => {
    expect(difference(expected.findings, await findingsOn({ store, rules, day: expected.day }))).toEqual({
      missing: [],
      unexpected: [],
    });
  });

  test("a month later what was to come has come", async () => {
    const { day, added, gone } = expected.later;
    const wanted = [
      ...expected.findings.filter((f) => !gone.some((g) => g.file === f.file && g.rule === f.rule)),
      ...added,
    ];
    expect(difference(wanted, await findingsOn({ store, rules, day }))).toEqual({ missing: [], unexpected: [] });
  });

  test("every quotation of a finding stands in the document it names", async () => {
    const wrong: string[] = [];
    for (const finding of await findingsOn({ store, rules, day: expected.day })) {
      for (const e of finding.evidence) {
        const text = e.work ? (await store.documents.current(e.work))?.document.text : undefined;
        if (text === undefined || e.quote === "") continue;
        if (!text.includes(e.quote)) wrong.push(`${finding.rule}: ${e.quote}`);
        if (e.span && text.slice(e.span.start, e.span.end) !== e.quote)
          wrong.push(`${finding.rule}: span of ${e.quote}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("a second run changes nothing", async () => {
    const state = async (): Promise<unknown> => ({
      effects: (await store.effects.all()).map((e) => e.id).sort(),
      periods: (await store.statuses.all()).map((p) => `${p.work} ${p.from} ${p.to} ${p.status}`).sort(),
      counts: [await store.documents.counts(), await store.links.counts()],
    });
    await runRulesOn({ store, rules, day: expected.day, now: NOW });
    const before = await state();
    const second = await indexPaths({ store, paths: [folder], parsers: 1, now: NOW + 1000 });
    const again = await runRulesOn({ store, rules, day: expected.day, now: NOW + 1000 });
    expect(second).toMatchObject({ imported: 0, newVersions: 0, unchanged: first.files });
    expect(await state()).toEqual(before);
    expect(again).toMatchObject({ added: 0, gone: 0 });
  });
});
