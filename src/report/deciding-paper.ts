import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { countOf, type ReportModel } from "./form.ts";
import type { DecidingAct, DecidingActs, ListsKind, SubmissionWording } from "./forms/deciding-acts.ts";
import { worded } from "./forms/form-words.ts";
import type { ReportPeriod } from "./forms/listed-work.ts";
import { periodWords, roman } from "./forms/period-words.ts";
import { formSections, type PrintOptions } from "./report-docx.ts";
import { article, centred, paperFoot, paperHead, paperTitle, running } from "./word/paper-parts.ts";
import type { WordLinks, WordPaper, WordSection } from "./word/word-file.ts";

/** How the bodies are called in the papers; empty words are left as dots to be filled in by hand. */
export interface PaperNames {
  /** "tỉnh An Khê" */
  readonly place: string;
  /** Of the date line: "An Khê" */
  readonly dateline: string;
  /** "Sở Tư pháp" */
  readonly department: string;
  /** Of its papers' numbers: "STP" */
  readonly departmentCode: string;
  /** Names of who signs. */
  readonly councilChair: string;
  readonly committeeChair: string;
  readonly departmentHead: string;
  /** Who receives the act, one a line. */
  readonly recipients: string;
}

export interface DecidingAsk {
  readonly act: DecidingAct;
  readonly words: DecidingActs;
  readonly models: readonly ReportModel[];
  readonly period: ReportPeriod;
  /** "của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê" */
  readonly of: string;
  /** Articles under which the lists are published. */
  readonly publishedUnder: Readonly<Record<ListsKind, string>>;
  readonly names: PaperNames;
  /** The day the papers are made: which laws they rest on, which year they print. */
  readonly made: LegalDate;
  readonly links: WordLinks;
  linkTo(href: string): string | null;
}

/** tờ trình · dự thảo quyết định · phụ lục, in this order. */
export const PAPER_PARTS = ["submission", "act", "annexes"] as const;
export type PaperPart = (typeof PAPER_PARTS)[number];

const DOTS = "………";

type Fillers = Readonly<Record<string, string>>;

/** The papers that go to be signed, as one file: each part counts its own pages. */
export function decidingPaper(ask: DecidingAsk, parts: readonly PaperPart[]): WordPaper {
  const words = fillers(ask);
  const sections: WordSection[] = [];
  if (parts.includes("submission"))
    sections.push({
      orientation: "portrait",
      body: submissionBody(ask.words.submissions[ask.act.submittedBy], ask, words),
    });
  if (parts.includes("act")) sections.push({ orientation: "portrait", body: actBody(ask, words) });
  if (parts.includes("annexes")) sections.push(...annexes(ask, words));
  return { title: worded(`{actTitle} công bố {subject}`, words), sections, links: ask.links };
}

function fillers({ act, words, models, period, of, publishedUnder, names, made }: DecidingAsk): Fillers {
  const listed = new Set(models.map((model) => model.form));
  const kind: ListsKind = listed.has("03") || listed.has("05") ? "systematization" : "yearly";
  const place = names.place || DOTS;
  const base: Fillers = {
    place,
    of,
    period: periodWords(period),
    department: names.department || DOTS,
    departmentCode: names.departmentCode || DOTS,
    year: made.slice(0, 4),
    asOf: formatDate(period.to),
    publishedUnder: publishedUnder[kind],
    actTitle: act.title,
  };
  const subject = worded(words.subjects[kind], base);
  return { ...base, subject, actIssuer: worded(act.authority[0] ?? act.issuer, base) };
}

function* opening(paper: DecidingAct | SubmissionWording, { names }: DecidingAsk, words: Fillers): Generator<string> {
  yield paperHead({
    above: paper.above === null ? null : worded(paper.above, words),
    issuer: worded(paper.issuer, words),
    number: filled(paper.number, words),
    place: `${names.dateline || DOTS}, ngày      tháng      năm ${words.year}`,
  });
  yield paperTitle(paper.title, worded(paper.about, words));
}

/** Blanks to be filled in by hand keep their width. */
const filled = (text: string, words: Fillers): string =>
  text.replace(/\{([A-Za-z]{1,20})\}/gu, (braces, name: string) => words[name] ?? braces);

function* actBody(ask: DecidingAsk, words: Fillers): Generator<string> {
  const { act, names, made } = ask;
  yield* opening(act, ask, words);
  const [first = "", ...more] = act.authority.map((line) => filled(line, words).toLocaleUpperCase("vi"));
  yield centred(first, { bold: true, before: 200 });
  for (const line of more) yield centred(line, { bold: true });
  const laws = ask.words.bases.filter(({ from, to }) => from <= made && (to === null || made < to));
  for (const { text } of laws) yield running(text, { italics: true });
  for (const text of act.bases) yield running(filled(text, words), { italics: true });
  yield centred(act.enacts, { bold: true, before: 160, after: 120 });
  for (const [i, text] of act.articles.entries()) {
    const last = i === act.articles.length - 1;
    const end = last && act.adopted === null ? "/." : "";
    yield article(i + 1, `${filled(text, words)}${end}`, { keepNext: last });
    if (i === 0) for (const line of listLines(ask)) yield running(line);
  }
  if (act.adopted !== null) yield running(`${filled(act.adopted, words)}/.`, { keepNext: true });
  const recipients = names.recipients
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const own = [
    `Như Điều ${act.articles.length};`,
    ...recipients.map((line) => line.replace(/[;.]?$/u, ";")),
    "Lưu: VT.",
  ];
  yield paperFoot({ recipients: own, signature: act.signature, signer: names[act.signer] });
}

/** "1. Danh mục văn bản …: 12 văn bản (Phụ lục I);" */
const listLines = ({ models }: DecidingAsk): readonly string[] =>
  models.map((model, i) => {
    const end = i === models.length - 1 ? "." : ";";
    return `${i + 1}. Danh mục ${lower(model.title)}: ${counted(model)} (Phụ lục ${roman(i + 1)})${end}`;
  });

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);

/** Parts that are counted apart are said apart. */
function counted({ parts }: ReportModel): string {
  const n = parts.reduce((sum, part) => sum + countOf(part), 0);
  const before = parts.length > 1 ? countOf(parts[1] as ReportModel["parts"][number]) : 0;
  const words = `${two(n)} văn bản`;
  return before === 0 ? words : `${words}, trong đó ${two(before)} văn bản thuộc kỳ trước chưa được công bố`;
}

/** Numbers below ten are written with a zero before them. */
const two = (n: number): string => (n > 0 && n < 10 ? `0${n}` : String(n));

function* submissionBody(paper: SubmissionWording, ask: DecidingAsk, words: Fillers): Generator<string> {
  yield* opening(paper, ask, words);
  yield centred(worded(paper.to, words), { before: 240, after: 160 });
  yield running(worded(paper.opening, words));
  for (const section of paper.sections) {
    const { heading, text, counts } = section;
    const end = section === paper.sections.at(-1) ? "/." : "";
    yield running(heading, { bold: true, keepNext: true });
    for (const [i, line] of text.entries())
      yield running(`${worded(line, words)}${i === text.length - 1 ? end : ""}`, { keepNext: !counts });
    if (counts) for (const line of listLines(ask)) yield running(line);
  }
  const recipients = paper.recipients.map((line) => worded(line, words));
  yield paperFoot({ recipients, signature: paper.signature, signer: ask.names[paper.signer] });
}

const annexes = (ask: DecidingAsk, words: Fillers): readonly WordSection[] =>
  ask.models.flatMap((model, i) => {
    const annex = { label: `Phụ lục ${roman(i + 1)}`, attachedTo: filled(ask.act.attached, words) };
    const options: PrintOptions = { links: ask.links, linkTo: ask.linkTo, annex };
    return formSections(model, options);
  });
