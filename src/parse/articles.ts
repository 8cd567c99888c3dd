import type { Problem } from "../domain/problem.ts";
import type { TextLine } from "./normalise.ts";
import { ARTICLE_OPENER } from "./openers.ts";

/** A line believed to begin an article. */
export interface ArticleLine {
  readonly line: number;
  readonly number: number;
  /** `a` of 5a; empty otherwise. */
  readonly letter: string;
  /** Offset in the line just after the number and its punctuation. */
  readonly rest: number;
}

interface Candidate extends ArticleLine {
  readonly weight: number;
}

/** Names that follow a *cited* article: "Điều 5 Nghị định số …". */
const CITED =
  /^(?:Nghị|Luật|Bộ luật|Thông tư|Quyết định|Quy định|Quy chế|Hiến pháp|Pháp lệnh|Điều lệ|này|của|và|hoặc|Chương|Phụ lục|Công ước|Hiệp định)(?!\p{L})/u;
const WINDOW = 400;

/** Picks from all lines that look like articles the run that counts best: 1, 2, 3 …, with 5a after 5. */
export function findArticles(lines: readonly TextLine[], from: number, to: number, quoted: Uint8Array): ArticleLine[] {
  const candidates: Candidate[] = [];
  for (let i = from; i < to; i++) {
    if (quoted[i]) continue;
    const candidate = candidateAt(lines, i);
    if (candidate) candidates.push(candidate);
  }
  return bestRun(candidates);
}

function candidateAt(lines: readonly TextLine[], at: number): Candidate | null {
  const line = lines[at] as TextLine;
  const c = line.text.charCodeAt(0);
  if (c !== 0x110 && c !== 0x44) return null;
  const m = ARTICLE_OPENER.exec(line.text);
  if (!m) return null;
  const tail = line.text.slice(m[0].length);
  const mark = /^ ?(?:[.:]|[)-](?=\s))+/u.exec(tail);
  const words = tail.slice(mark?.[0].length ?? 0).trimStart();
  let weight = line.bold > 0 || line.heading ? 3 : 0;
  if (mark) weight += 4;
  else if (words === "") weight += 2;
  else if (/^\p{Lu}/u.test(words) && !CITED.test(words)) weight += 1;
  else return null;
  if (/^[,;)]/u.test(words)) return null;
  if (line.cell) weight -= 3;
  if (mark && CITED.test(words) && /^\p{Ll}/u.test(words)) weight -= 3;
  return { line: at, number: Number(m[1]), letter: m[2] ?? "", rest: line.text.length - words.length, weight };
}

/** Longest believable run by dynamic programming; the window bounds the work. */
function bestRun(candidates: readonly Candidate[]): ArticleLine[] {
  const score: number[] = [];
  const from: number[] = [];
  let best = -1;
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i] as Candidate;
    score[i] = c.weight + (c.number === 1 ? 4 : 0);
    from[i] = -1;
    for (let j = Math.max(0, i - WINDOW); j < i; j++) {
      const step = stepScore(candidates[j] as Candidate, c);
      if (step === null) continue;
      const total = (score[j] as number) + c.weight + step;
      if (total > (score[i] as number)) {
        score[i] = total;
        from[i] = j;
      }
    }
    if (best < 0 || (score[i] as number) > (score[best] as number)) best = i;
  }
  const run: ArticleLine[] = [];
  for (let i = best; i >= 0; i = from[i] as number) run.push(candidates[i] as Candidate);
  return run.reverse();
}

/** How well `b` follows `a`; null where it cannot. */
function stepScore(a: ArticleLine, b: ArticleLine): number | null {
  if (b.number === a.number) {
    if (b.letter === a.letter) return -5;
    return b.letter > a.letter ? 3 : null;
  }
  if (b.number < a.number) return null;
  const gap = b.number - a.number - 1;
  return gap === 0 ? (b.letter === "" || a.letter === "" ? 4 : 2) : 0.5 - Math.min(gap, 30) * 0.4;
}

/** Holes and repetitions in the numbering are the document's own: they are reported, not repaired. */
export function numberingProblems(articles: readonly ArticleLine[], lines: readonly TextLine[]): Problem[] {
  const problems: Problem[] = [];
  for (let i = 1; i < articles.length; i++) {
    const a = articles[i - 1] as ArticleLine;
    const b = articles[i] as ArticleLine;
    const line = lines[b.line] as TextLine;
    const span = { start: line.start, end: line.end };
    if (b.number > a.number + 1) {
      problems.push({
        code: "numbering-gap",
        span,
        what: `Số thứ tự điều nhảy từ Điều ${a.number}${a.letter} sang Điều ${b.number}${b.letter}.`,
        why: "Thiếu một hoặc nhiều điều, hoặc bản văn bị mất đoạn.",
        todo: "Đối chiếu với bản gốc của văn bản.",
      });
    } else if (b.number === a.number && b.letter === a.letter) {
      problems.push({
        code: "numbering-duplicate",
        span,
        what: `Điều ${b.number}${b.letter} xuất hiện hai lần.`,
        todo: "Đối chiếu với bản gốc của văn bản.",
      });
    }
  }
  return problems;
}
