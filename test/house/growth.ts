import { createContext, Script } from "node:vm";
import type { Literal } from "./source-files.ts";

/** SEC-14: at 100 kB no more than this; a doubling costs no more than this factor. */
export const LONGEST_MS = 50;
export const GREATEST_GROWTH = 2.5;

const FULL = 100_000;
/** An exponential regex shows itself here and is stopped; a quadratic one costs next to nothing yet. */
const TRIAL = 1500;
const CUT_OFF_MS = 500;
/** Where a quadratic regex costs tens of milliseconds and a linear one less than one. */
const FIRST = 12_500;
const PLAIN_MS = 3;
/** Below this a growth may be chance. */
const CLEAR_MS = 60;

export interface Slow {
  readonly input: string;
  readonly size: number;
  readonly ms: number;
  readonly growth: number | null;
}

/**
 * Runs a regex over hostile texts of growing length and stops at the first that costs too much. The texts are made of the
 * regex's own words, repeated, with an end that spoils the match: what a quantifier eats and then has to give back.
 */
export function slowOn(literal: Literal): Slow | null {
  const regex = new RegExp(literal.source, `${literal.flags.replace(/[gy]/gu, "")}g`);
  const all = pumps(literal);
  if (!ends(regex, all)) {
    const pump = all.find((p) => !ends(regex, [p])) ?? (all[0] as string);
    return { input: pump, size: TRIAL, ms: Number.POSITIVE_INFINITY, growth: null };
  }
  for (const pump of all) {
    const slow = growsTooFast(regex, pump);
    if (slow !== null) return slow;
  }
  return null;
}

const pumped = (pump: string, size: number): string =>
  `${pump.repeat(Math.ceil(size / pump.length)).slice(0, size)}\u0001`;

const context = createContext({ texts: [] as string[], regex: null as RegExp | null });
const trial = new Script("for (const text of texts) { regex.lastIndex = 0; regex.test(text); }");

/** In a context of its own, where a regex that never ends can be stopped. */
function ends(regex: RegExp, all: readonly string[]): boolean {
  context.regex = regex;
  context.texts = all.map((pump) => pumped(pump, TRIAL));
  try {
    trial.runInContext(context, { timeout: CUT_OFF_MS });
    return true;
  } catch {
    return false;
  }
}

function growsTooFast(regex: RegExp, pump: string): Slow | null {
  let before = cost(regex, pumped(pump, FIRST));
  if (before < PLAIN_MS) return null;
  for (let size = FIRST * 2; size <= FULL; size *= 2) {
    const text = pumped(pump, size);
    const ms = cost(regex, text);
    // a busy machine is not a slow regex: the smaller text is measured again beside the larger one
    const growth = ms / Math.max(before, cost(regex, pumped(pump, size / 2)), 0.1);
    if (ms > LONGEST_MS * slack() || (growth > GREATEST_GROWTH && ms > CLEAR_MS))
      return { input: text.slice(0, 40), size, ms, growth };
    before = ms;
  }
  return null;
}

/** How much slower than where the bound was set: 1 where a plain linear regex takes NOMINAL_MS, more where the tests share the machine. */
function slack(): number {
  const plain = cost(/(?:khoản|điểm|Điều) \d{1,4}(?=[^.]{0,40}x)/gu, "khoản 12 Điều 5 và điểm a ".repeat(4000));
  return Math.min(4, Math.max(1, plain / NOMINAL_MS));
}

const NOMINAL_MS = 6;

/** Milliseconds for all matches in a text: the best of up to six runs. */
function cost(regex: RegExp, text: string): number {
  let best = once(regex, text);
  for (let again = 0; again < 5 && best >= PLAIN_MS && best < 400; again++) best = Math.min(best, once(regex, text));
  return best;
}

function once(regex: RegExp, text: string): number {
  const start = performance.now();
  regex.lastIndex = 0;
  for (let last = -1; regex.test(text); last = regex.lastIndex) if (regex.lastIndex === last) regex.lastIndex += 1;
  return performance.now() - start;
}

/** Words and characters of a regex, alone and with spaces and numbers, as things to repeat. */
export function pumps({ source }: Literal): readonly string[] {
  const plain = source
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/gu, "(")
    .replace(/\\[pP]\{Lu\}/gu, "A")
    .replace(/\\[pP]\{[^}]*\}/gu, "a")
    .replace(/\\d/gu, "1")
    .replace(/\\[sn]/gu, " ")
    .replace(/\\S/gu, "x")
    .replace(/\\u[0-9a-fA-F]{4}/gu, (code) => String.fromCharCode(Number.parseInt(code.slice(2), 16)))
    .replace(/\\(.)/gu, "$1");
  const words = plain.split(/[()[\]{}|?*+^$]+/u).filter((w) => w.trim() !== "" && !/^\d*,?\d*$/u.test(w));
  const classes = [...plain.matchAll(/\[\^?([^\]]+)\]/gu)].flatMap((m) => [
    ...(m[1] as string).replace(/(.)-./gu, "$1").slice(0, 3),
  ]);
  const base = ["a", "A", "1", " ", "\n", "đ", ",", "-", ".", "(", "“", "1 ", "1, ", "A a ", "Aa ", ...classes];
  const joined = words.slice(0, 12).flatMap((w) => [w, `${w} `, `${w} 1 `]);
  const whole = words.length > 1 ? [words.join(""), words.join(" ")] : [];
  return [...new Set([...base, ...joined, ...whole])].slice(0, 64);
}
