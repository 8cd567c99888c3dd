import type { ReportChart } from "./form.ts";
import { escapeHtml } from "./html-text.ts";

/** What the two bars of a row mean. */
const MEANINGS: Readonly<Record<ReportChart["of"], readonly [now: string, before: string]>> = {
  stretches: ["kỳ này", "kỳ trước"],
  "left-of-all": ["còn lại", "tất cả"],
};

/** In millimetres of the page. */
const WIDTH = 165;
const BARS_AT = 62;
const LONGEST = 82;
const ROW = 9;
const HEAD = 7;
const LONGEST_LABEL = 38;

/**
 * A chart for paper: dark over light, so that it can be told apart without colour, each figure beside its bar. It brings no style
 * of its own: a page may forbid any that it has not been told of.
 */
export function chartSvg({ title, of, bars }: ReportChart): string {
  const top = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]));
  const [now, before] = MEANINGS[of];
  const height = HEAD + bars.length * ROW;
  const rows = bars.map((bar, i) => {
    const y = HEAD + i * ROW;
    return `${text(0, y + 5, short(bar.label))}${line(y + 0.8, bar.now, top, DARK)}${line(y + 4.6, bar.before, top, LIGHT)}`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="100%" role="img" aria-label="${escapeHtml(title)}" font-family="Times New Roman,Times,serif" font-size="3.9"><text x="0" y="4" font-weight="700">${escapeHtml(title)}</text>${key(BARS_AT + 34, DARK, now)}${key(BARS_AT + 62, LIGHT, before)}${rows.join("")}</svg>`;
}

const DARK = "#333333";
const LIGHT = "#b3b3b3";

const text = (x: number, y: number, words: string): string => `<text x="${x}" y="${y}">${escapeHtml(words)}</text>`;

const key = (x: number, fill: string, words: string): string =>
  `<rect x="${x}" y="1" width="3" height="3" fill="${fill}"/>${text(x + 4.5, 4, words)}`;

function line(y: number, n: number, top: number, fill: string): string {
  const width = (LONGEST * n) / top;
  return `<rect x="${BARS_AT}" y="${y}" width="${width.toFixed(1)}" height="3.2" fill="${fill}"/>${text(BARS_AT + Number(width.toFixed(1)) + 1.5, y + 3, String(n))}`;
}

const short = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;
