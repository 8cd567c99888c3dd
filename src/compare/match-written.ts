import { DOCUMENT_TYPES } from "../domain/document-type.ts";
import { fold } from "../domain/fold.ts";
import { type Issuer, issuerKey, parseIssuer } from "../domain/issuer.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { swapped } from "../read/spreadsheet-dates.ts";
import type { WrittenDocument } from "../read/written-documents.ts";
import { codeKey } from "../read/written-symbols.ts";
import { contentWords } from "./same-matter.ts";
import { indexTitles, TITLE_WORDS, type TitleIndex, titlesAlike } from "./subject-words.ts";

/** Works by what people write of them. */
export interface WrittenIndex {
  readonly byNumber: ReadonlyMap<string, readonly Numbered[]>;
  readonly byDay: ReadonlyMap<LegalDate, readonly Numbered[]>;
  /** Bodies that use the same letters in their numbers, by those letters. */
  readonly bodies: ReadonlyMap<string, ReadonlySet<string>>;
  readonly titles: TitleIndex<WorkId>;
  readonly works: ReadonlyMap<WorkId, Work>;
}

interface Numbered {
  readonly work: Work;
  readonly year: number | null;
  readonly code: string;
}

/** certain = exactly one work has the number, nothing contradicts, its day agrees and something more (`isEnough`). */
export type WrittenMatch =
  | { readonly kind: "certain"; readonly work: WorkId; readonly how: string }
  | {
      readonly kind: "doubtful";
      readonly how: string;
      readonly candidates: readonly WrittenCandidate[];
    };

export interface WrittenCandidate {
  readonly work: WorkId;
  readonly why: string;
  /** Bears the number, and nothing written contradicts it. */
  readonly fits: boolean;
}

/** Titles alike beside documents that bear the number or the day. */
const FEW_ALIKE = 3;
/** A person is offered no more. */
const MOST_CANDIDATES = 8;
/** Share of the shorter title's words from which two titles agree, and below which they contradict each other. */
const AGREE = 0.8;
const CONTRADICT = 0.34;
/** Titles of fewer words prove nothing. */
const FEWEST_WORDS = 4;

export function indexWritten(works: readonly Work[]): WrittenIndex {
  const [byNumber, byDay] = [new Map<string, Numbered[]>(), new Map<LegalDate, Numbered[]>()];
  const bodies = new Map<string, Set<string>>();
  const put = (map: Map<string, Numbered[]>, key: string, one: Numbered): void => {
    const same = map.get(key);
    if (same === undefined) map.set(key, [one]);
    else same.push(one);
  };
  for (const work of works) {
    const parts = work.symbol === null ? null : parseSymbol(work.symbol);
    if (parts === null) continue;
    const { number, year, code } = parts;
    const one = { work, year, code: codeKey(code) };
    if (work.issuer !== null) bodies.set(one.code, (bodies.get(one.code) ?? new Set()).add(issuerKey(work.issuer)));
    put(byNumber, withoutNoughts(number), one);
    if (work.issuedOn !== null) put(byDay, work.issuedOn, one);
  }
  const titled = works.flatMap(({ id, title }) => (title === null ? [] : [{ id, title }]));
  return { byNumber, byDay, bodies, titles: indexTitles(titled), works: new Map(works.map((work) => [work.id, work])) };
}

const withoutNoughts = (number: string): string => number.replace(/^0+(?=\d)/u, "");

/** Which work a written document is. Never certain on the number alone: two provinces use the same numbers. */
export function matchWritten(index: WrittenIndex, written: WrittenDocument): WrittenMatch {
  const { symbol } = written;
  if (symbol === null) return withoutNumber(index, written);
  const same = (index.byNumber.get(withoutNoughts(symbol.number)) ?? []).filter((one) => fits(one, written));
  const whole = symbol.year !== null && symbol.code !== null && symbol.code.length > 4;
  const weighed = same.map(({ work }) => ({ work, ...evidence(work, written) }));
  const clean = withoutStubs(weighed.filter(({ against }) => against.length === 0));
  const [only] = clean;
  if (only !== undefined && clean.length === 1 && isEnough(index, only, whole)) {
    const others = weighed.length - 1;
    const apart = others === 0 ? "" : `; ${others} văn bản cùng số bị loại vì khác ngày, cơ quan hoặc tên`;
    return { kind: "certain", work: only.work.id, how: `Khớp số, ký hiệu và ${only.agree.join(", ")}${apart}.` };
  }
  if (weighed.length > 0) {
    const own = [...weighed]
      .sort((a, b) => a.against.length - b.against.length || b.agree.length - a.agree.length)
      .map(({ work, agree, against }) => ({
        work: work.id,
        why: whyOf(agree, against),
        fits: against.length === 0,
      }));
    // where whoever has the number is contradicted, the number itself may be the slip
    const near = clean.length > 0 ? [] : nearMisses(index, written);
    const known = new Set(near.map(({ work }) => work));
    const candidates = [...near, ...own.filter(({ work }) => !known.has(work))].slice(0, MOST_CANDIDATES);
    return { kind: "doubtful", how: sayDoubt(clean.length, weighed.length, whole, written), candidates };
  }
  const near = nearMisses(index, written);
  const how = `Không có văn bản nào trong kho mang số ${symbol.text.trim()}${near.length > 0 ? "; có văn bản gần giống" : ""}.`;
  return { kind: "doubtful", how, candidates: near };
}

/** Same year and code as far as they are written; where the year is missing, the year of the day. */
function fits(one: Numbered, { symbol, day }: WrittenDocument): boolean {
  if (symbol === null) return false;
  if (symbol.code !== null && one.code !== symbol.code && !(symbol.code.length <= 4 && one.code.endsWith(symbol.code)))
    return false;
  if (symbol.code === null && symbol.type !== null && one.work.type !== symbol.type) return false;
  if (symbol.year !== null) return one.year === symbol.year;
  const year = one.year ?? Number(one.work.issuedOn?.slice(0, 4) ?? 0);
  return day === null || year === 0 || year === Number(day.slice(0, 4));
}

/** What the day is called in the reasons. */
const DAY = "ngày ban hành";

interface Evidence {
  readonly agree: readonly string[];
  readonly against: readonly string[];
}

function evidence(work: Work, { day, issuer, title, type, symbol }: WrittenDocument): Evidence {
  const agree: string[] = [];
  const against: string[] = [];
  if (day !== null && work.issuedOn !== null) {
    if (day === work.issuedOn) agree.push(DAY);
    else if (swapped(day) === work.issuedOn)
      against.push(`ngày ${formatDate(day)} có thể bị đảo ngày và tháng (văn bản ghi ${formatDate(work.issuedOn)})`);
    else against.push(`khác ngày: văn bản ban hành ${formatDate(work.issuedOn)}`);
  }
  const body = issuer === null || work.issuer === null ? null : compareBodies(issuer, work.issuer);
  if (body === "same") agree.push("cơ quan ban hành");
  if (body === "other") against.push(`khác cơ quan: ${work.issuer}`);
  if (title !== null && namesOtherPlace(title, work)) against.push("tên gọi nói về địa bàn khác");
  const alike = title === null || work.title === null ? null : likeness(title, work.title);
  if (alike !== null && alike >= AGREE) agree.push("tên gọi");
  if (alike !== null && alike < CONTRADICT) against.push("tên gọi khác hẳn");
  const kind = symbol?.type ?? type;
  if (kind !== null && kind !== work.type && work.type !== "khac") against.push(`là ${DOCUMENT_TYPES[work.type]}`);
  return { agree, against };
}

/** `UBND tỉnh` names no place: it fits every province and proves none. */
function compareBodies(written: string, of: string): "same" | "other" | "open" {
  const [a, b] = [parseIssuer(spelled(written)), parseIssuer(of)];
  if (a.organ !== b.organ) return "other";
  if (a.place === null || b.place === null) return levelOf(a) !== null && levelOf(a) !== b.level ? "other" : "open";
  return samePlace(fold(a.place), fold(b.place)) ? "same" : "other";
}

/** A word of the title may hang on to the name of a place. */
const samePlace = (a: string, b: string): boolean => `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);

/** `UBND tỉnh` says the level at least. */
function levelOf({ name, place }: Issuer): Issuer["level"] | null {
  if (place !== null) return null;
  const word = /(tỉnh|huyện|quận|thị xã|xã|phường)$/iu.exec(name.trim())?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return word === "tỉnh" ? "province" : word === "xã" || word === "phường" ? "commune" : "district";
}

const spelled = (issuer: string): string =>
  issuer
    .replace(/\s*\(?cũ\)?$/u, "")
    .replace(/^CT UBND/iu, "Chủ tịch Ủy ban nhân dân")
    .replace(/UBND/giu, "Ủy ban nhân dân")
    .replace(/HĐND/giu, "Hội đồng nhân dân");

/** Share of the shorter title's content words that the other has; null where one has too few to say anything. */
export function likeness(a: string, b: string): number | null {
  const words = (title: string): ReadonlySet<string> =>
    new Set(contentWords(title).filter((word) => !TITLE_WORDS.has(word)));
  const [first, second] = [words(a), words(b)];
  const shorter = Math.min(first.size, second.size);
  if (shorter < FEWEST_WORDS) return null;
  return [...first].filter((word) => second.has(word)).length / shorter;
}

const PLACE = /(?:[Tt]ỉnh|[Tt]hành phố|TP\.?) (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3})/gu;

const placesIn = (text: string | null): readonly string[] =>
  [...(text ?? "").matchAll(PLACE)].map((m) => fold(m[1] as string));

/** Two provinces often issued the same title under the same number: then only the place tells them apart. */
function namesOtherPlace(title: string, work: Work): boolean {
  const [named, own] = [placesIn(title), [...placesIn(work.title), ...placesIn(work.issuer)]];
  return named.length > 0 && own.length > 0 && !named.some((place) => own.some((other) => samePlace(place, other)));
}

/** A number known only from citations, without a day, is no second document beside one that is known better. */
const withoutStubs = <Row extends { readonly work: Work } & Evidence>(rows: readonly Row[]): readonly Row[] =>
  rows.some(({ agree }) => agree.length > 0)
    ? rows.filter(({ work, agree }) => agree.length > 0 || work.known !== "cited" || work.issuedOn !== null)
    : rows;

/**
 * Without its day nothing is certain: a slip in the number names another document of the same body, often under the same title.
 * The day alone is not enough either where several bodies use the same letters: councils sit on the same days, and give the
 * same numbers.
 */
function isEnough(
  { bodies }: WrittenIndex,
  { work, agree }: Evidence & { readonly work: Work },
  whole: boolean,
): boolean {
  if (!agree.includes(DAY)) return false;
  if (agree.length >= 2) return true;
  // a number without its year or its letters may be another's
  const code = codeKey(parseSymbol(work.symbol ?? "")?.code ?? "");
  return whole && (bodies.get(code)?.size ?? 0) <= 1;
}

const whyOf = (agree: readonly string[], against: readonly string[]): string =>
  [
    agree.length > 0 ? `khớp số và ${agree.join(", ")}` : "khớp số, ký hiệu",
    against.length > 0 ? `nhưng ${against.join("; ")}` : null,
  ]
    .filter(Boolean)
    .join(", ");

function sayDoubt(clean: number, all: number, whole: boolean, { symbol }: WrittenDocument): string {
  if (clean > 1) return `${clean} văn bản cùng mang số này; bảng không ghi đủ ngày, cơ quan hoặc tên để phân biệt.`;
  if (clean === 0)
    return all === 1
      ? "Có văn bản mang số này nhưng thông tin khác nhau."
      : `${all} văn bản mang số này nhưng thông tin đều khác.`;
  if (!whole && symbol?.year === null) return "Số ghi thiếu năm; cần thêm ngày và cơ quan hoặc tên để chắc chắn.";
  if (!whole) return "Số ghi thiếu ký hiệu loại, cơ quan; cần thêm ngày và cơ quan hoặc tên để chắc chắn.";
  return "Chỉ một văn bản mang số này; bảng không ghi đủ ngày, cơ quan, tên để chắc chắn.";
}

/** What might be meant where nobody has the number: a slip in it, or another number under the same title. */
function nearMisses(index: WrittenIndex, written: WrittenDocument): readonly WrittenCandidate[] {
  const { symbol, title } = written;
  const found = new Map<WorkId, string>();
  const offer = (work: Work, why: string): void => {
    const { agree } = evidence(work, written);
    const said = agree.filter((one) => !why.includes(one));
    if (!found.has(work.id)) found.set(work.id, said.length > 0 ? `${why}; khớp ${said.join(", ")}` : why);
  };
  if (symbol !== null)
    for (const one of index.byNumber.get(withoutNoughts(symbol.number)) ?? []) {
      if (one.year !== null && one.year === symbol.year)
        offer(one.work, `cùng số và năm, ký hiệu là ${one.work.symbol}`);
      else if (one.code === symbol.code && evidence(one.work, written).agree.length > 0)
        offer(one.work, `cùng số và ký hiệu, khác năm (${one.work.symbol})`);
    }
  for (const one of index.byDay.get(written.day ?? "") ?? [])
    if (symbol?.code == null || one.code === symbol.code)
      offer(one.work, `cùng ngày ban hành, số là ${one.work.symbol}`);
  if (title !== null)
    for (const { id } of titlesAlike(index.titles, { id: "", title }).slice(
      0,
      found.size > 0 ? FEW_ALIKE : MOST_CANDIDATES,
    )) {
      const work = index.works.get(id);
      if (work !== undefined) offer(work, "tên gọi giống");
    }
  const agreeing = (id: WorkId): number => {
    const work = index.works.get(id);
    return work === undefined ? 0 : evidence(work, written).agree.length;
  };
  return [...found]
    .map(([work, why]) => ({ work, why, fits: false }))
    .sort((a, b) => agreeing(b.work) - agreeing(a.work))
    .slice(0, MOST_CANDIDATES);
}

/** Only words: what bears the same title, and what the words speak of ("Bãi bỏ Quyết định số …"). */
function withoutNumber(index: WrittenIndex, written: WrittenDocument): WrittenMatch {
  const near = nearMisses(index, written);
  return {
    kind: "doubtful",
    how:
      near.length > 0
        ? "Không ghi số, ký hiệu; có văn bản tên giống."
        : "Không đọc được số, ký hiệu và không có văn bản nào tên giống.",
    candidates: near,
  };
}
