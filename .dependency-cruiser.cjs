/**
 * The walls of the house. Layers in order; a folder of src/ imports only folders before it:
 *
 *     domain < read < parse < extract < resolve < timeline, compare < engine, report < store < use-cases < server, cli
 *
 * Every rule says in its comment what to do instead. Run: npx depcruise --config .dependency-cruiser.cjs src web rules test
 */
const LAYERS = [
  "domain",
  "read",
  "parse",
  "extract",
  "resolve",
  ["timeline", "compare"],
  ["engine", "report"],
  "store",
  "use-cases",
  ["server", "cli"],
];

/** What two shells see beside the layers before them: the server its pages, the terminal the read configuration. */
const BESIDES = { server: "|^web/", cli: "|^src/config\\.ts$|^src/server/serve\\.ts$" };

/** One forbidden rule a layer: it may see itself and what stands before it. */
const layerRules = LAYERS.flatMap((level, at) =>
  [level].flat().map((layer) => {
    const allowed = [layer, ...LAYERS.slice(0, at).flat()];
    return {
      name: `layer-${layer}`,
      severity: "error",
      comment:
        `src/${layer} may import only ${allowed.map((l) => `src/${l}`).join(", ")}. ` +
        "Move what both need to an earlier layer (types to src/domain), or let the later layer pass it in as an argument.",
      from: { path: `^src/${layer}/` },
      to: { path: "^(src|web|rules|test)/", pathNot: `^src/(${allowed.join("|")})/${BESIDES[layer] ?? ""}` },
    };
  }),
);

/** One door per library: the only places that may import it, and what to use from there. */
const door = (name, libraries, files, instead) => ({
  name: `door-${name}`,
  severity: "error",
  comment: `${name} comes in by one door. ${instead}`,
  from: { path: "^(src|web|rules|test)/", pathNot: files },
  to: { path: `(^|node_modules/)(${libraries})(/|$)` },
});

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "rules-see-engine-only",
      severity: "error",
      comment:
        "A rule sees src/domain, src/engine, types of src/resolve and its own folder, never the store or another rule. " +
        "Make a check kind in src/engine, or let the engine hand the rule what it needs through its context.",
      from: { path: "^rules/" },
      to: { path: "^(src|web|test)/", pathNot: "^src/(domain|engine)/|^src/resolve/resolved\\.ts$" },
    },
    {
      name: "rules-do-not-share",
      severity: "error",
      comment: "Two rules that need the same words share a check kind in src/engine, not each other's files.",
      from: { path: "^rules/([^/]+)/" },
      to: { path: "^rules/[^/]+/", pathNot: "^rules/$1/" },
    },
    {
      name: "resolve-by-type-only",
      severity: "error",
      comment:
        "rules/ may name the types of src/resolve; what is resolved reaches a rule through the engine. Write `import type`.",
      from: { path: "^rules/" },
      to: { path: "^src/resolve/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "web-shows-views",
      severity: "error",
      comment:
        "Pages show what a use case made ready: web/ imports web/, src/domain, src/use-cases (view models) and the types of src/store/store.ts. " +
        "Write or widen a use case (src/use-cases/view-….ts) instead of reaching into the store or the engine.",
      from: { path: "^web/" },
      to: { path: "^(src|rules|test)/", pathNot: "^src/(domain|use-cases)/|^src/store/store\\.ts$" },
    },
    {
      name: "web-store-by-type-only",
      severity: "error",
      comment:
        "A route is handed the store and hands it to a use case; it never opens or imports one. Write `import type`.",
      from: { path: "^web/" },
      to: { path: "^src/store/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "shells-do-not-touch-each-other",
      severity: "error",
      comment:
        "The terminal and the web server are two shells round the same use cases; main.ts brings them together; they may name each other's types. Put what both need into a use case.",
      from: { path: "^src/(server|cli)/" },
      to: { path: "^src/(server|cli)/", pathNot: "^src/$1/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-imports-main",
      severity: "error",
      comment:
        "src/main.ts is the composition root: it imports everybody, nobody imports it. Pass what you need from it as an argument.",
      from: { path: "^(src|web|rules)/" },
      to: { path: "^src/main\\.ts$" },
    },
    {
      name: "no-tests-in-product",
      severity: "error",
      comment: "The product never imports its tests. Move the thing to src/.",
      from: { path: "^(src|web|rules)/" },
      to: { path: "^test/" },
    },
    door(
      "remark",
      "unified|remark-parse|remark-gfm|micromark",
      "^src/read/(markdown|html)\\.ts$",
      "Call src/read/markdown.ts; legal grammar is ours and begins in src/parse.",
    ),
    door(
      "rehype",
      "rehype-parse|parse5",
      "^src/read/html",
      "Call src/read/html.ts: HTML becomes text there and nowhere else.",
    ),
    door("pdf", "unpdf", "^src/read/pdf-document\\.ts$", "Call src/read/pdf.ts."),
    door(
      "spreadsheet",
      "read-excel-file|write-excel-file",
      "^src/read/spreadsheet-cells\\.ts$|^src/report/|^test/",
      "Spreadsheets are read through src/read/spreadsheet.ts and written in src/report.",
    ),
    door(
      "zip",
      "yauzl|fflate",
      "^src/read/(zip-|docx|spreadsheet-cells)|^src/report/|^test/",
      "Archives are opened in src/read under their limits and written in src/report.",
    ),
    door("diff-natural", "diff|natural", "^src/compare/|^test/compare/", "Compare two texts through src/compare."),
    door(
      "database",
      "drizzle-orm|better-sqlite3|pg|@electric-sql/pglite",
      "^src/store/|^test/(store|bench)/|^drizzle\\.config\\.ts$",
      "Only src/store speaks SQL: add a method to its interface (src/store/store.ts).",
    ),
    door(
      "hono",
      "hono|@hono",
      "^(src/server|web)/|^test/(server|web)/",
      "HTTP stays in src/server and web; the work is done by a use case.",
    ),
    door(
      "mail",
      "nodemailer",
      "^src/use-cases/send-mail\\.ts$",
      "Letters go out through src/use-cases/send-mail.ts, which keeps TLS and what is secret.",
    ),
    door("commander", "commander", "^src/cli/", "The command line stays in src/cli."),
    door("browser", "playwright-core|@sparticuz/chromium|axe-core", "^test/", "A browser is started by tests only."),
    door(
      "test-tools",
      "vitest|fast-check|recheck|smtp-server",
      "^test/|^vitest\\.config\\.ts$",
      "Test tools stay in test/.",
    ),
    {
      name: "no-circular",
      severity: "error",
      comment:
        "Two files that import each other are one idea or three: merge them, or move what both need into a third. A cycle of types only is allowed.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not-found",
      severity: "error",
      comment:
        "The import leads nowhere: mend the path (with its .ts or .tsx ending) or add the package to package.json.",
      from: { path: "^(src|web|rules|test)/" },
      to: { couldNotResolve: true, pathNot: "^(mdast|hast|unist)$" },
    },
    {
      name: "not-in-package-json",
      severity: "error",
      comment: "What the product imports is a dependency of its own, pinned in package.json.",
      from: { path: "^(src|web|rules)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-dev-dependency-in-product",
      severity: "error",
      comment:
        "The product cannot run on a development dependency: move it to dependencies, or do without. Types are fine.",
      from: { path: "^(src|web|rules)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(web/(behaviors|public)|src/store/migrations)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
