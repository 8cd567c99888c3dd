import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Layers in which the law is read and reasoned about: no clock, no chance, no ASCII-only regex. */
export const LEGAL_LAYERS = [
  "src/domain",
  "src/parse",
  "src/extract",
  "src/resolve",
  "src/timeline",
  "src/compare",
  "src/engine",
  "rules",
];

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every .ts and .tsx file under the given folders of the project. */
export function sourceFiles(folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => walk(folder))
    .filter((path) => /\.tsx?$/u.test(path))
    .map(parse);
}

function parse(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), "utf8");
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind) };
}

/** Files below a folder; nothing generated, fetched or hidden. */
export function walk(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(join(ROOT, folder)).sort();
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    if (name === "node_modules" || name === "migrations" || name.startsWith(".")) return [];
    const path = `${folder}/${name}`;
    return statSync(join(ROOT, path)).isDirectory() ? walk(path) : [path];
  });
}

export const lineOf = (tree: ts.SourceFile, offset: number): number =>
  tree.getLineAndCharacterOfPosition(offset).line + 1;

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** A regex as it stands in the source. */
export interface Literal {
  readonly path: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

export function regexLiterals(files: readonly SourceFile[]): readonly Literal[] {
  const found: Literal[] = [];
  for (const { path, tree } of files) {
    visit(tree, (node) => {
      if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return;
      const text = node.getText(tree);
      const cut = text.lastIndexOf("/");
      found.push({
        path,
        line: lineOf(tree, node.getStart(tree)),
        source: text.slice(1, cut),
        flags: text.slice(cut + 1),
      });
    });
  }
  return found;
}

export interface MeasuredFunction {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  /** Its own lines: those of the functions it holds are counted there. */
  readonly own: number;
}

export function functions(file: SourceFile): readonly MeasuredFunction[] {
  const { tree, path } = file;
  const found: MeasuredFunction[] = [];
  const lines = (node: ts.Node): number => lineOf(tree, node.end) - lineOf(tree, node.getStart(tree)) + 1;
  const inner = (node: ts.Node): number => {
    let sum = 0;
    ts.forEachChild(node, (child) => {
      sum += isFunction(child) ? lines(child) - 1 : inner(child);
    });
    return sum;
  };
  visit(tree, (node) => {
    if (isFunction(node))
      found.push({
        path,
        name: nameOf(node, tree),
        line: lineOf(tree, node.getStart(tree)),
        own: lines(node) - inner(node),
      });
  });
  return found;
}

const isFunction = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node);

function nameOf(node: ts.Node, tree: ts.SourceFile): string {
  const named = node as { readonly name?: ts.Node };
  const parent = node.parent as { readonly name?: ts.Node } | undefined;
  return (named.name ?? parent?.name)?.getText(tree) ?? "(unnamed)";
}
