import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { GROUP_NAMES, SEVERITY_ORDER } from "../src/domain/finding.ts";
import { catalogue } from "../src/engine/generate-catalogue.ts";
import { ROUTES } from "../src/server/routes.ts";
import { en } from "../web/i18n/en.ts";
import { vi } from "../web/i18n/vi.ts";
import { slowOn } from "./house/growth.ts";
import {
  functions,
  LEGAL_LAYERS,
  type Literal,
  lineOf,
  regexLiterals,
  ROOT,
  sourceFiles,
  visit,
  walk,
} from "./house/source-files.ts";
import { PERMISSIONS } from "../src/domain/policy.ts";

const LONGEST_FILE = 400;
const LONGEST_FUNCTION = 60;
/** A page is one tree of elements: longer than a thought, still one screen or two. */
const LONGEST_PAGE = 120;

/** Longer on purpose, each with its reason. Keep this list short. */
const LONG_FUNCTIONS: Readonly<Record<string, { readonly lines: number; readonly why: string }>> = {
  "src/store/schema.ts makeSchema": {
    lines: 350,
    why: "one schema instantiated for two dialects: a list of tables, not a procedure",
  },
};

const FORBIDDEN_NAMES = [
  "util",
  "utils",
  "helper",
  "helpers",
  "common",
  "manager",
  "managers",
  "misc",
  "shared",
  "lib",
];
const TOP_FOLDERS = ["corpus", "rules", "src", "test", "web"];
const SOURCE_FOLDERS = [
  "cli",
  "compare",
  "domain",
  "engine",
  "extract",
  "parse",
  "read",
  "report",
  "resolve",
  "server",
  "store",
  "timeline",
  "use-cases",
];
const STATUSES = [
  "not-yet-in-force",
  "in-force",
  "partly-ceased",
  "ceased",
  "suspended",
  "partly-suspended",
  "unknown",
];

const product = sourceFiles(["src", "web", "rules"]);
const legal = sourceFiles(LEGAL_LAYERS);
/** The core takes the day as an argument; the shells and the store's callers read the clock. */
const timeless = sourceFiles([...LEGAL_LAYERS, "src/read", "src/report"]);

describe("folders and names", () => {
  test("the top level and src/ hold the folders of the map and no others", () => {
    const folders = (path: string): string[] =>
      readdirSync(join(ROOT, path), { withFileTypes: true })
        .filter((e) => e.isDirectory() && !e.name.startsWith("."))
        .map((e) => e.name);
    const fromTools = ["node_modules", "data", "coverage"];
    expect(
      folders(".")
        .filter((name) => !fromTools.includes(name))
        .sort(),
    ).toEqual(TOP_FOLDERS);
    expect(folders("src").sort()).toEqual(SOURCE_FOLDERS);
  });

  test("nothing is called utils, helpers, common, manager", () => {
    const bad = ["src", "web", "rules", "test"]
      .flatMap(walk)
      .filter((path) =>
        path.split("/").some((part) => FORBIDDEN_NAMES.includes(part.replace(/\.[a-z.]+$/u, "").toLowerCase())),
      );
    expect(bad).toEqual([]);
  });

  test("files are named in kebab-case, rules' folders like their rule", () => {
    const odd = product
      .map((f) => f.path)
      .filter((path) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.tsx?$/u.test(basename(path)));
    const rules = readdirSync(join(ROOT, "rules")).filter((id) => existsSync(join(ROOT, "rules", id, "rule.ts")));
    const misnamed = rules.filter(
      (id) => !readFileSync(join(ROOT, "rules", id, "rule.ts"), "utf8").includes(`id: "${id}"`),
    );
    expect({ odd, misnamed }).toEqual({ odd: [], misnamed: [] });
  });
});

describe("size", () => {
  test(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const long = product.map((f) => [f.path, f.text.split("\n").length] as const).filter(([, n]) => n > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  test(`no function has more than ${LONGEST_FUNCTION} lines of its own`, () => {
    const long = product.flatMap(functions).filter(({ path, name, own }) => {
      const limit =
        LONG_FUNCTIONS[`${path} ${name}`]?.lines ?? (path.endsWith(".tsx") ? LONGEST_PAGE : LONGEST_FUNCTION);
      return own > limit;
    });
    expect(long.map((f) => `${f.path}:${f.line} ${f.name}: ${f.own}`)).toEqual([]);
  });

  test("the list of exceptions names functions that exist", () => {
    const known = new Set(product.flatMap(functions).map((f) => `${f.path} ${f.name}`));
    expect(Object.keys(LONG_FUNCTIONS).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("time is an argument", () => {
  test("no clock and no chance in the core", () => {
    const clocks = timeless.flatMap(({ path, tree, text }) => {
      const found: string[] = [];
      visit(tree, (node) => {
        const words = text.slice(node.getStart(tree), node.end);
        if (
          /^(?:Date\.now|Math\.random|performance\.now|process\.hrtime|crypto\.randomUUID|randomUUID|randomBytes|new Date)\s*\(\s*\)$/u.test(
            words,
          )
        ) {
          found.push(`${path}:${lineOf(tree, node.getStart(tree))} ${words}`);
        }
      });
      return found;
    });
    // watching a child process is not the law: its limits are wall-clock time
    expect(clocks.filter((c) => !/^src\/read\/child-/u.test(c))).toEqual([]);
  });
});

describe("regexes of the law", () => {
  const literals = regexLiterals(legal);

  test("every one is Unicode", () => {
    expect(literals.filter((r) => !/[uv]/u.test(r.flags)).map(show)).toEqual([]);
  });

  test("none uses \\b, \\w: they are ASCII-only and wrong before đ", () => {
    const inLiterals = literals.filter((r) => /(?<!\\)(?:\\\\)*\\[bBwW]/u.test(r.source)).map(show);
    const inTemplates = legal.flatMap(({ path, text }) =>
      [...text.matchAll(/String\.raw`([^`]*)`/gu)]
        .filter((m) => /(?<!\\)(?:\\\\)*\\[bBwW]/u.test(m[1] as string))
        .map((m) => `${path}: ${m[1]}`),
    );
    expect([...inLiterals, ...inTemplates]).toEqual([]);
  });

  // measured by the clock: on a busy machine a stretch may be slow by chance, three times in a row it is the regex
  const timed = (timeout: number) => ({ retry: 2, timeout });

  test("none grows faster than its input", timed(240_000), () => {
    const distinct = new Map(literals.map((r) => [`${r.source}/${r.flags}`, r]));
    const slow = [...distinct.values()].flatMap((r) => told(r));
    expect(slow).toEqual([]);
  });

  test("nor does one that is put together when its file is loaded", timed(240_000), async () => {
    const built = await builtAtLoad();
    expect(built.filter((r) => !/[uv]/u.test(r.flags)).map(show)).toEqual([]);
    expect(built.filter((r) => /(?<!\\)(?:\\\\)*\\[bBwW]/u.test(r.source)).map(show)).toEqual([]);
    expect(built.flatMap((r) => told(r))).toEqual([]);
  });

  test("the gate sees a quadratic and an exponential regex, and passes a linear one", timed(60_000), () => {
    const literal = (source: string): Literal => ({ path: "-", line: 0, source, flags: "u" });
    expect(slowOn(literal("\\s+$"))?.growth).toBeGreaterThan(2.5);
    expect(slowOn(literal("^(?:a+)+$"))).not.toBeNull();
    expect(slowOn(literal("(?<!\\s)\\s{1,3}(?:khoản|điểm) (\\d+)"))).toBeNull();
  });
});

const show = (r: Literal): string => `${r.path}:${r.line} /${r.source}/${r.flags}`;

function told(r: Literal): string[] {
  const slow = slowOn(r);
  if (slow === null) return [];
  return [
    `${show(r)} on ${JSON.stringify(slow.input)} × ${slow.size}: ${slow.ms.toFixed(0)} ms, ×${slow.growth?.toFixed(1) ?? "?"} a doubling`,
  ];
}

/** Regexes that the legal layers build with `new RegExp` while they are loaded. */
async function builtAtLoad(): Promise<readonly Literal[]> {
  const found = new Map<string, Literal>();
  const Real = globalThis.RegExp;
  let path = "";
  const note = (pattern: unknown, flags: unknown): void => {
    if (typeof pattern === "string")
      found.set(`${pattern}/${flags}`, {
        path,
        line: 0,
        source: pattern,
        flags: typeof flags === "string" ? flags : "",
      });
  };
  globalThis.RegExp = new Proxy(Real, {
    construct(target, [pattern, flags]) {
      note(pattern, flags);
      return new target(pattern, flags);
    },
  });
  try {
    for (const file of legal) {
      // a child's entry waits for its parent, a case is data
      if (/\.child\.ts$|\/cases\//u.test(file.path)) continue;
      path = file.path;
      await import(/* @vite-ignore */ `${pathToFileURL(join(ROOT, file.path)).href}?anew`);
    }
  } finally {
    globalThis.RegExp = Real;
  }
  return [...found.values()];
}

describe("what must be whole", () => {
  test("generated files are fresh", async () => {
    for (const [path, text] of Object.entries(await catalogue(ROOT))) {
      expect(readFileSync(join(ROOT, path), "utf8"), `${path} is stale: npm run generate`).toBe(text);
    }
  });

  test("every page of web/pages is routed, and every route says who may open it", () => {
    const pages = readdirSync(join(ROOT, "web/pages")).filter(
      (name) =>
        existsSync(join(ROOT, "web/pages", name, "route.ts")) || existsSync(join(ROOT, "web/pages", name, "route.tsx")),
    );
    const routed = readFileSync(join(ROOT, "src/server/routes.ts"), "utf8");
    expect(pages.filter((name) => !routed.includes(`web/pages/${name}/route`))).toEqual([]);
    expect(ROUTES.filter((r) => !PERMISSIONS.includes(r.permission)).map((r) => r.path)).toEqual([]);
    expect(new Set(ROUTES.map((r) => `${r.method ?? "GET"} ${r.path}`)).size).toBe(ROUTES.length);
  });

  test("routes are declared in one place only", () => {
    const loose = sourceFiles(["src/server", "web"])
      .filter((f) => /\bapp\.(?:post|put|delete|patch)\(/u.test(f.text))
      .map((f) => f.path);
    expect(loose).toEqual([]);
  });

  test("every status, severity and group has a label in both languages", () => {
    const source = readFileSync(join(ROOT, "src/domain/status.ts"), "utf8");
    const names = [...(/StatusName =([^;]*);/u.exec(source)?.[1] ?? "").matchAll(/"([a-z-]+)"/gu)].map(
      (m) => m[1] as string,
    );
    expect(names.sort()).toEqual([...STATUSES].sort());
    for (const language of [vi, en]) {
      expect(Object.keys(language.status).sort()).toEqual([...STATUSES].sort());
      expect(Object.keys(language.severity).sort()).toEqual([...SEVERITY_ORDER].sort());
      expect(Object.keys(language.group).sort()).toEqual(Object.keys(GROUP_NAMES).sort());
      for (const label of [...Object.values(language.status), ...Object.values(language.group)])
        expect(label.trim()).not.toBe("");
    }
  });

  test("every layer of the map is in the layer rules", () => {
    const walls = readFileSync(join(ROOT, ".dependency-cruiser.cjs"), "utf8");
    expect(SOURCE_FOLDERS.filter((name) => !walls.includes(`"${name}"`))).toEqual([]);
  });
});

describe("the walls", () => {
  const broken: Readonly<Record<string, { readonly text: string; readonly rule: string }>> = {
    "src/domain/a.ts": {
      text: 'import { store } from "../store/b.ts";\nexport const a = store;\n',
      rule: "layer-domain",
    },
    "src/store/b.ts": { text: "export const store = 1;\n", rule: "" },
    "src/parse/c.ts": { text: 'import { unified } from "unified";\nexport const c = unified;\n', rule: "door-remark" },
    "src/use-cases/d.ts": {
      text: 'import Database from "better-sqlite3";\nexport const d = Database;\n',
      rule: "door-database",
    },
    "rules/some-rule/rule.ts": {
      text: 'import { store } from "../../src/store/b.ts";\nexport const e = store;\n',
      rule: "rules-see-engine-only",
    },
    "web/f.ts": {
      text: 'import { store } from "../src/store/b.ts";\nexport const f = store;\n',
      rule: "web-shows-views",
    },
    "src/engine/g.ts": {
      text: 'import { h } from "./h.ts";\nexport const g = (): unknown => h;\n',
      rule: "no-circular",
    },
    "src/engine/h.ts": { text: 'import { g } from "./g.ts";\nexport const h = (): unknown => g;\n', rule: "" },
    "src/report/i.ts": {
      text: 'import { chromium } from "playwright-core";\nexport const i = chromium;\n',
      rule: "door-browser",
    },
    "test/j.test.ts": { text: "export {};\n", rule: "" },
  };

  test("a broken one is found and its rule says what to do instead", async () => {
    const house = await mkdtemp(join(tmpdir(), "rasoat-walls-"));
    try {
      for (const [path, { text }] of Object.entries(broken)) {
        await mkdir(join(house, dirname(path)), { recursive: true });
        await writeFile(join(house, path), text);
      }
      for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
        await writeFile(join(house, name), readFileSync(join(ROOT, name)));
      await symlink(join(ROOT, "node_modules"), join(house, "node_modules"), "dir");
      const report = await depcruise(house);
      for (const [path, { rule }] of Object.entries(broken)) {
        if (rule !== "")
          expect(
            report.broken.some((b) => b.rule === rule && b.from === path),
            `${rule} in ${path}`,
          ).toBe(true);
      }
      expect(report.exit).not.toBe(0);
      expect(report.comments.filter((c) => c.length < 20)).toEqual([]);
    } finally {
      await rm(house, { recursive: true, force: true });
    }
  }, 60_000);
});

interface WallReport {
  readonly exit: number;
  readonly broken: readonly { readonly rule: string; readonly from: string }[];
  readonly comments: readonly string[];
}

function depcruise(folder: string): Promise<WallReport> {
  const bin = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "src", "web", "rules", "test"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 64_000_000 }, (error, stdout) => {
      try {
        const { summary } = JSON.parse(stdout) as {
          readonly summary: {
            readonly error: number;
            readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
            readonly ruleSetUsed: { readonly forbidden: readonly { readonly comment?: string }[] };
          };
        };
        resolve({
          exit: summary.error,
          broken: summary.violations.map((v) => ({ rule: v.rule.name, from: v.from })),
          comments: summary.ruleSetUsed.forbidden.map((f) => f.comment ?? ""),
        });
      } catch {
        reject(error ?? new Error(stdout.slice(0, 500)));
      }
    });
  });
}
