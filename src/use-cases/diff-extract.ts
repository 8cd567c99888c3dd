/** One line of `extract --ndjson`, as far as two of them are compared. */
export interface ExtractLine {
  readonly file: string;
  readonly ok: boolean;
  readonly error?: string;
  readonly document?: Readonly<Record<string, unknown>>;
  readonly citations?: readonly Fact[];
  readonly amendments?: readonly Fact[];
  readonly provisions?: readonly Fact[];
}

/** A fact with its place, in characters of the text as given; all other fields are compared as they are. */
export type Fact = Readonly<Record<string, unknown>> & { readonly start: number; readonly end: number };

export type Kind = "file" | "metadata" | "provision" | "citation" | "amendment";
export type Change = "gained" | "lost" | "changed";

/** One difference between two readings of one file. `before` is null for what was gained, `after` for what was lost. */
export interface Difference {
  readonly file: string;
  readonly kind: Kind;
  readonly change: Change;
  /** The field of the metadata that differs; null for facts, whose place is in `before` and `after`. */
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What a change of the grammar gained and lost, file by file in the order of the older reading. Facts that are equal but for
 * their order are no difference; of the others, those that overlap in the text and agree most are one fact that changed.
 */
export function diffExtract(older: readonly ExtractLine[], newer: readonly ExtractLine[]): Difference[] {
  const after = new Map(newer.map((line) => [line.file, line]));
  const out: Difference[] = [];
  for (const line of older) {
    const other = after.get(line.file);
    after.delete(line.file);
    if (!other) out.push(wholeFile(line.file, "lost", line, null));
    else out.push(...diffFile(line, other));
  }
  for (const line of after.values()) out.push(wholeFile(line.file, "gained", null, line));
  return out;
}

function wholeFile(file: string, change: Change, before: ExtractLine | null, after: ExtractLine | null): Difference {
  return { file, kind: "file", change, field: null, before: stateOf(before), after: stateOf(after) };
}

/** A file as a whole: read, refused with its reason, or not there. */
const stateOf = (line: ExtractLine | null): unknown =>
  line === null ? null : line.ok ? { ok: true } : { ok: false, error: line.error ?? null };

function diffFile(before: ExtractLine, after: ExtractLine): Difference[] {
  const { file } = before;
  if (before.ok !== after.ok) return [wholeFile(file, after.ok ? "gained" : "lost", before, after)];
  if (!before.ok) return before.error === after.error ? [] : [wholeFile(file, "changed", before, after)];
  return [
    ...diffFields(file, before.document ?? {}, after.document ?? {}),
    ...diffFacts(file, "provision", before.provisions ?? [], after.provisions ?? []),
    ...diffFacts(file, "citation", before.citations ?? [], after.citations ?? []),
    ...diffFacts(file, "amendment", before.amendments ?? [], after.amendments ?? []),
  ];
}

type Fields = Readonly<Record<string, unknown>>;

function diffFields(file: string, before: Fields, after: Fields): Difference[] {
  const out: Difference[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [a, b] = [before[field] ?? null, after[field] ?? null];
    if (JSON.stringify(a) === JSON.stringify(b)) continue;
    const change = a === null ? "gained" : b === null ? "lost" : "changed";
    out.push({ file, kind: "metadata", change, field, before: a, after: b });
  }
  return out;
}

function diffFacts(file: string, kind: Kind, before: readonly Fact[], after: readonly Fact[]): Difference[] {
  const [olds, news] = withoutEqual(before, after);
  const left = new Set(news);
  const of = (change: Change, a: Fact | null, b: Fact | null): Difference => ({
    file,
    kind,
    change,
    field: null,
    before: a,
    after: b,
  });
  const out: Difference[] = [];
  for (const old of olds) {
    const partner = nearest(old, left);
    if (partner) left.delete(partner);
    out.push(partner ? of("changed", old, partner) : of("lost", old, null));
  }
  for (const fact of left) out.push(of("gained", null, fact));
  return out;
}

/** What stands in only one of the two; a fact that is there twice must be there twice in the other. */
function withoutEqual(before: readonly Fact[], after: readonly Fact[]): [Fact[], Fact[]] {
  const count = new Map<string, number>();
  for (const fact of after) count.set(JSON.stringify(fact), (count.get(JSON.stringify(fact)) ?? 0) + 1);
  const olds = before.filter((fact) => !take(count, JSON.stringify(fact)));
  return [olds, after.filter((fact) => take(count, JSON.stringify(fact)))];
}

function take(count: Map<string, number>, key: string): boolean {
  const n = count.get(key) ?? 0;
  if (n > 0) count.set(key, n - 1);
  return n > 0;
}

/** The fact that overlaps this one and agrees with it in most fields; the longer common stretch settles a tie. */
function nearest(fact: Fact, among: ReadonlySet<Fact>): Fact | null {
  let best: Fact | null = null;
  let most = 0;
  for (const other of among) {
    const common = Math.min(fact.end, other.end) - Math.max(fact.start, other.start);
    if (common <= 0) continue;
    const score = agreement(fact, other) + common / (1 + Math.max(fact.end - fact.start, other.end - other.start));
    if (score > most) [best, most] = [other, score];
  }
  return best;
}

const agreement = (a: Fact, b: Fact): number =>
  Object.keys(a).filter((key) => JSON.stringify(a[key]) === JSON.stringify(b[key])).length;
