import type { Work, WorkId } from "../domain/work.ts";
import { loadCentralRegister } from "./central-register.ts";
import { fieldExamples } from "./field-examples.ts";
import { type FieldModel, type FieldScore, scoreFields, trainFields } from "./field-model.ts";
import { namedField, namedFields } from "./field-named.ts";
import { fieldNames, topicOf } from "./field-names.ts";
import { fieldVotes, type FieldVotes } from "./field-votes.ts";
import { symbolsIn } from "./field-words.ts";

/** The field (lĩnh vực) of a document in the order of the Bộ Pháp điển, with how sure it is and what says so. */
export interface FieldGuess {
  /** Heading (`14.2`), or the subject (`14`) where the heading is open. */
  readonly code: string;
  readonly name: string;
  /** Subject (chủ đề), `1` … `45`: what lists are grouped by. */
  readonly topic: string;
  readonly topicName: string;
  /** 0…1: share of right subjects among guesses that were as clear as this one. */
  readonly confidence: number;
  /** For an official: which words and which documents speak for it. */
  readonly why: string;
}

export interface FieldInput {
  readonly title: string | null;
  /** Works cited as legal basis. */
  readonly basis: readonly Work[];
  /** Works that the document amends, replaces or ends: it is about what they are about. */
  readonly changes?: readonly Work[];
  /** The document itself: what the codification says of it wins. */
  readonly id?: WorkId;
}

/** Under this a document stands under "Chưa phân lĩnh vực": a wrong heading in an official list costs more than an open one. */
export const LEAST_CONFIDENCE = 0.75;

let trained: FieldModel | null = null;

/** The field of a document from its title and its legal basis; null when nothing is clear enough. */
export function classifyField(input: FieldInput): FieldGuess | null {
  const codified = input.id ? loadCentralRegister().entries.get(input.id)?.fields?.[0] : undefined;
  if (codified) return guessOf(codified, 0.99, CODIFIED);
  trained ??= trainFields(fieldExamples());
  const guess = guessField(trained, input);
  return guess && guess.confidence >= LEAST_CONFIDENCE ? guess : null;
}

/**
 * All fields of a document, the main one first; empty when nothing is clear enough. Further ones are those of the codification,
 * or those the title names in a list with the main one ("… trong lĩnh vực đất đai, môi trường"). One a subject.
 */
export function classifyFields(input: FieldInput): readonly FieldGuess[] {
  const main = classifyField(input);
  if (main === null) return [];
  const codified = input.id ? loadCentralRegister().entries.get(input.id)?.fields : undefined;
  const named = codified === undefined ? namedFields(input.title ?? "") : [];
  const listed = named.some((code) => topicOf(code) === main.topic) ? named : [];
  const further = [
    ...(codified ?? []).map((code) => guessOf(code, 0.99, CODIFIED)),
    ...listed.map((code) => guessOf(code, main.confidence, `tên gọi ghi lĩnh vực ${fieldNames().get(code)}`)),
  ];
  return [main, ...further].filter((each, i, all) => all.findIndex(({ topic }) => topic === each.topic) === i);
}

const CODIFIED = "Bộ Pháp điển xếp văn bản vào đề mục này";

/** How much one clear legal basis weighs against the title: measured on central documents with their basis, 0.2 … 0.5 are as good. */
const BASIS_WEIGHT = 0.25;
/** Documents named in the title as the ones it changes. */
const CHANGED_WEIGHT = 1;

/** The title says "lĩnh vực …": less than a clear subject ("thi đua, khen thưởng trong lĩnh vực lao động" is about the former). */
const NAMED_WEIGHT = 0.35;

/** The best guess of a model, however unsure. Exported for measuring. */
export function guessField(model: FieldModel, { title, basis, changes = [] }: FieldInput): FieldGuess | null {
  const alone = (text: string): string | null => {
    const lead = leadOf(scoreFields(model, text));
    return lead && lead.margin >= 0.15 ? lead.best.code : null;
  };
  const changed = fieldVotes([...changes, ...namedIn(title ?? "")], alone);
  const based = fieldVotes(basis, alone);
  const scores = new Map<string, FieldScore>(scoreFields(model, title ?? "").map((s) => [s.code, s]));
  for (const [votes, weight] of [
    [based, BASIS_WEIGHT],
    [changed, CHANGED_WEIGHT],
  ] as const)
    addVotes(scores, votes, weight);
  const named = namedField(title ?? "");
  if (named) {
    const field = scores.get(named) ?? { code: named, score: 0, words: [] };
    scores.set(named, { ...field, score: field.score + NAMED_WEIGHT });
  }
  const lead = leadOf([...scores.values()]);
  if (!lead) return null;
  const { best, margin, headingMargin } = lead;
  const code = headingMargin < CLEAR_HEADING ? topicOf(best.code) : best.code;
  return guessOf(code, confidenceOf(margin), explain(best, named, changed, based));
}

function addVotes(scores: Map<string, FieldScore>, votes: FieldVotes, weight: number): void {
  for (const code of votes.byCode.keys()) if (!scores.has(code)) scores.set(code, { code, score: 0, words: [] });
  for (const [code, field] of scores) {
    const share = ((votes.byCode.get(code) ?? 0) + (votes.byTopic.get(topicOf(code)) ?? 0)) / 2 / (votes.sum + 0.5);
    if (share > 0) scores.set(code, { ...field, score: field.score + weight * share });
  }
}

/** Works of the register whose number the title prints. */
function namedIn(title: string): readonly Work[] {
  const register = loadCentralRegister();
  return symbolsIn(title).flatMap((symbol) => {
    const id = register.find(symbol);
    const entry = id ? register.entries.get(id) : undefined;
    return id && entry ? [{ ...entry, id, known: "register", normative: "yes" } satisfies Work] : [];
  });
}

interface Lead {
  readonly best: FieldScore;
  /** Distance to the best field of another subject. */
  readonly margin: number;
  /** Distance to the next heading of the same subject. */
  readonly headingMargin: number;
}

function leadOf(scores: readonly FieldScore[]): Lead | null {
  const sorted = [...scores].sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
  const best = sorted[0];
  if (!best) return null;
  const topic = topicOf(best.code);
  const other = sorted.find((s) => topicOf(s.code) !== topic);
  const next = sorted.find((s) => s !== best && topicOf(s.code) === topic);
  return {
    best,
    margin: best.score - Math.max(other?.score ?? 0, 0),
    headingMargin: best.score - Math.max(next?.score ?? 0, 0),
  };
}

/** Under this distance two headings of one subject are as likely. */
const CLEAR_HEADING = 0.03;

/** Distance → share of right subjects, as measured over five folds of the register's titles (4,537). */
const MEASURED: readonly (readonly [margin: number, right: number])[] = [
  [0, 0.3],
  [0.025, 0.48],
  [0.05, 0.58],
  [0.1, 0.75],
  [0.125, 0.8],
  [0.15, 0.88],
  [0.2, 0.9],
  [0.25, 0.94],
  [0.3, 0.96],
  [0.5, 0.98],
];

function confidenceOf(margin: number): number {
  const above = MEASURED.findIndex(([m]) => m > margin);
  if (above < 0) return 0.98;
  const [m1, p1] = MEASURED[above] as readonly [number, number];
  const [m0, p0] = MEASURED[above - 1] ?? [0, 0.3];
  return Math.round((p0 + ((p1 - p0) * (margin - m0)) / (m1 - m0 || 1)) * 100) / 100;
}

function guessOf(code: string, confidence: number, why: string): FieldGuess {
  const topic = topicOf(code);
  const names = fieldNames();
  return { code, name: names.get(code) ?? code, topic, topicName: names.get(topic) ?? topic, confidence, why };
}

function explain(best: FieldScore, named: string | null, changed: FieldVotes, based: FieldVotes): string {
  const words = best.words.map((w) => `“${w}”`).join(", ");
  const say = (votes: FieldVotes): string | null => {
    const work = votes.spokenBy.get(best.code);
    return work ? (work.symbol ?? work.title) : null;
  };
  const [amended, basis] = [say(changed), say(based)];
  return [
    named === best.code ? `tên gọi ghi lĩnh vực ${fieldNames().get(named)}` : null,
    words ? `tên gọi có ${words}` : null,
    amended ? `sửa đổi, bãi bỏ văn bản cùng lĩnh vực (${amended})` : null,
    basis ? `căn cứ ${basis}` : null,
  ]
    .filter(Boolean)
    .join("; ");
}
