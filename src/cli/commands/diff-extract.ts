import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import {
  type Change,
  type Difference,
  diffExtract,
  type ExtractLine,
  type Fact,
  type Kind,
} from "../../use-cases/diff-extract.ts";
import type { Options } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, printLine, printText, say } from "../terminal.ts";

/** `diff-extract OLD NEW [--ndjson]`: what another grammar gains and loses. Differences are no failure: the exit code is 0. */
export async function diffExtracts(_: Shell, paths: readonly string[], options: Options): Promise<number> {
  const [older, newer] = paths as [string, string];
  const before = await readLines(older);
  const differences = diffExtract(before, await readLines(newer));
  if (options.ndjson) for (const d of differences) printLine(d);
  else printText(table(differences, before.length));
  return 0;
}

async function readLines(path: string): Promise<ExtractLine[]> {
  if (!existsSync(path))
    throw new CannotRun(`Không có tệp “${path}”.`, "Tạo tệp bằng: rasoat extract … --ndjson > TỆP.");
  const out: ExtractLine[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const read = parsed(line);
    if (read) out.push(read);
    else say(`${path}, dòng ${number}: không phải một dòng của extract --ndjson, bỏ qua.`);
  }
  return out;
}

function parsed(line: string): ExtractLine | null {
  try {
    const value = JSON.parse(line);
    return typeof value?.file === "string" && typeof value.ok === "boolean" ? value : null;
  } catch {
    return null;
  }
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ["file", "tệp"],
  ["metadata", "thuộc tính"],
  ["provision", "đơn vị"],
  ["citation", "dẫn chiếu"],
  ["amendment", "lệnh sửa đổi"],
];
const SIGNS: Readonly<Record<Change, string>> = { gained: "+", lost: "−", changed: "~" };

function table(differences: readonly Difference[], files: number): string {
  const byFile = new Map<string, Difference[]>();
  for (const d of differences) byFile.set(d.file, [...(byFile.get(d.file) ?? []), d]);
  const rows: string[] = [];
  for (const [file, own] of byFile) rows.push(`${file}: ${counts(own)}`, ...own.map((d) => `  ${row(d)}`));
  rows.push(`Tổng cộng: ${byFile.size} tệp có khác biệt, ${files} tệp ở bản trước`);
  rows.push(`${"".padEnd(14)}${["thêm", "mất", "đổi"].map((w) => w.padStart(8)).join("")}`);
  for (const [kind, name] of KINDS) {
    const n = (change: Change): string =>
      String(differences.filter((d) => d.kind === kind && d.change === change).length).padStart(8);
    rows.push(`${name.padEnd(14)}${n("gained")}${n("lost")}${n("changed")}`);
  }
  return rows.join("\n");
}

function counts(own: readonly Difference[]): string {
  return KINDS.flatMap(([kind, name]) => {
    const some = own.filter((d) => d.kind === kind);
    const n = (change: Change): number => some.filter((d) => d.change === change).length;
    return some.length > 0 ? [`${name} +${n("gained")} −${n("lost")} ~${n("changed")}`] : [];
  }).join(", ");
}

function row(d: Difference): string {
  const name = KINDS.find(([kind]) => kind === d.kind)?.[1] ?? d.kind;
  const said = d.change === "changed" ? changedFields(d) : shown(d.change === "lost" ? d.before : d.after, d.kind);
  return `${SIGNS[d.change]} ${name}${d.field ? ` ${d.field}` : ""}${placeOf(d)}: ${said}`;
}

function placeOf({ before, after }: Difference): string {
  const fact = (before ?? after) as Partial<Fact> | null;
  return typeof fact?.start === "number" ? ` [${fact.start}–${fact.end}]` : "";
}

/** Only the fields that differ: a fact has many and two long lines cannot be compared by eye. */
function changedFields({ before, after, field, kind }: Difference): string {
  if (field !== null || kind === "file") return `${shown(before, kind)} → ${shown(after, kind)}`;
  const [a, b] = [before, after] as [Fact, Fact];
  const differing = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
  return `${shown(a, kind)} · ${differing.map((key) => `${key}: ${brief(a[key])} → ${brief(b[key])}`).join(" · ")}`;
}

function shown(value: unknown, kind: Kind): string {
  const f = value as Fact;
  if (kind === "citation") return `“${brief(f.text)}” ${brief(f.role)} ${brief(f.targets)}`;
  if (kind === "amendment") {
    const target = f.target as { symbol: string | null; eId: string | null } | undefined;
    const swap = f.from || f.to ? ` “${brief(f.from)}” → “${brief(f.to)}”` : "";
    return `${brief(f.source)} ${brief(f.action)} ${target?.symbol ?? "–"} ${target?.eId ?? "–"}${swap}`;
  }
  return kind === "provision" ? `${brief(f.eId)} ${brief(f.heading)}`.trim() : brief(value);
}

const LONGEST = 120;

function brief(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
