import { expect, test } from "vitest";
import { compareFigures, figuresOf, raised } from "./accuracy/floors.ts";

const floors = {
  "//": "",
  atLeast: { "metadata: title": 0.9 },
  atMost: { "status: falsely ceased (0 is best)": 0.01 },
};
const figure = (name: string, value: number | null) => ({ name, value, n: 10 });

test("a figure at its floor passes, one below it fails, one that is gone fails", () => {
  const verdicts = (title: number | null, ceased: number | null): boolean[] =>
    compareFigures(floors, [
      figure("metadata: title", title),
      figure("status: falsely ceased (0 is best)", ceased),
    ]).map((l) => l.ok);
  expect(verdicts(0.9, 0.01)).toEqual([true, true]);
  expect(verdicts(0.89, 0.02)).toEqual([false, false]);
  expect(verdicts(null, null)).toEqual([false, false]);
  expect(compareFigures(floors, []).every((l) => !l.ok)).toBe(true);
});

test("floors rise and never fall", () => {
  const better = raised(floors, [
    figure("metadata: title", 0.95679),
    figure("status: falsely ceased (0 is best)", 0),
    figure("metadata: seconds", 12),
  ]);
  expect(better).toMatchObject({
    atLeast: { "metadata: title": 0.956 },
    atMost: { "status: falsely ceased (0 is best)": 0 },
  });
  expect(Object.keys(better.atLeast)).not.toContain("metadata: seconds");
  const worse = raised(floors, [figure("metadata: title", 0.5), figure("status: falsely ceased (0 is best)", 0.5)]);
  expect(worse).toEqual(floors);
});

test("of the conflict scorer the headlines are read, and counts are not", () => {
  const results = [
    {
      task: "pairs",
      decidable: { ranking: { n: 9, averagePrecision: 0.9 }, conflict: { precision: 1, tp: 3 } },
      all: { ranking: { averagePrecision: 0.1 } },
    },
    {
      task: "planted",
      findings: { precision: 0.98, recall: 0.97, counted: 57 },
      check: { precision: 1 },
      seconds: { index: 6 },
    },
  ];
  expect(figuresOf({ results }).map((f) => [f.name, f.value])).toEqual([
    ["conflicts, pairs: decidable ranking averagePrecision", 0.9],
    ["conflicts, pairs: decidable conflict precision", 1],
    ["conflicts, planted: findings precision", 0.98],
    ["conflicts, planted: findings recall", 0.97],
    ["conflicts, planted: check precision", 1],
  ]);
});

test("the two other shapes of the kit's reports are read", () => {
  expect(figuresOf({ rows: [{ task: "metadata", metric: "title", value: 1, n: 97 }] })).toEqual([
    { name: "metadata: title", value: 1, n: 97 },
  ]);
  const names = figuresOf({
    citations: { all: { gold: 3, pred: 3, spanExact: { tp: 3, gold: 3, f1: 1 } } },
    amendments: {},
    metadata: { title: 0.5 },
  }).map((f) => f.name);
  expect(names).toEqual(["citations: all spanExact f1", "citation texts, metadata: title"]);
});
