import { type DocumentType, isCitedByName } from "../domain/document-type.ts";
import { fold } from "../domain/fold.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";

/** Short forms officials write inside names of laws, folded. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z0-9])vbqppl(?![a-z0-9])/gu, "van ban quy pham phap luat"],
  [/(?<![a-z0-9])qppl(?![a-z0-9])/gu, "quy pham phap luat"],
  [/(?<![a-z0-9])bhvb(?![a-z0-9])/gu, "ban hanh van ban"],
  [/(?<![a-z0-9])hdnd(?![a-z0-9])/gu, "hoi dong nhan dan"],
  [/(?<![a-z0-9])ubnd(?![a-z0-9])/gu, "uy ban nhan dan"],
  [/(?<![a-z0-9])nsnn(?![a-z0-9])/gu, "ngan sach nha nuoc"],
  [/(?<![a-z0-9])bhyt(?![a-z0-9])/gu, "bao hiem y te"],
  [/(?<![a-z0-9])bhxh(?![a-z0-9])/gu, "bao hiem xa hoi"],
  [/(?<![a-z0-9])cqdp(?![a-z0-9])/gu, "chinh quyen dia phuong"],
  [/ hop nhat$/gu, ""],
];

/**
 * A name of a law as a key: folded, short forms spelled out, number, year, "(sửa đổi)" and "của Quốc hội" gone.
 * `Luật Ban hành VBQPPL năm 2015 (sửa đổi)` → `luat ban hanh van ban quy pham phap luat`.
 */
export function lawNameKey(name: string): string {
  let key = fold(name)
    .replace(/\((?:sua doi|hop nhat|da duoc sua doi)[^)]*\)/gu, " ")
    .replace(/\s(?:so)\s+\d[^\s,;]*/gu, " ")
    .replace(/[^a-z0-9]+/gu, " ")
    .replace(/\s(?:ngay|nam)\s\d.*$/u, "")
    .replace(/\scua quoc hoi.*$/u, "")
    .replace(/\sda duoc sua doi.*$/u, "")
    .trim();
  for (const [short, long] of SHORT_FORMS) key = key.replace(short, long);
  return key.replace(/\s+/gu, " ").trim();
}

const TYPE_WORD = /^(?:bo luat|luat|phap lenh|hien phap)\s/u;
const isAmending = (key: string): boolean => /^(?:bo luat|luat|phap lenh) (?:sua doi|ve viec sua doi)/u.test(key);

export interface LawNames {
  /** Works that bear a name; empty when nobody does. `exact` is false where a slip of the pen was forgiven. */
  called(name: string): { readonly works: readonly Work[]; readonly exact: boolean };
}

/** Index of everything cited by name: laws, codes, ordinances, the Constitution. */
export function indexLawNames(works: readonly Work[], aliasesOf: (work: Work) => readonly string[]): LawNames {
  const byName = new Map<string, Work[]>();
  const byRest = new Map<string, Set<string>>();
  const put = (name: string, work: Work): void => {
    const key = lawNameKey(name);
    const list = byName.get(key) ?? [];
    if (!list.includes(work)) byName.set(key, [...list, work]);
    const rest = key.replace(TYPE_WORD, "");
    byRest.set(rest, (byRest.get(rest) ?? new Set()).add(key));
  };
  for (const work of works) {
    if (!isCitedByName(work.type)) continue;
    const typeWord: Partial<Record<DocumentType, string>> = {
      luat: "Luật",
      "bo-luat": "Bộ luật",
      "phap-lenh": "Pháp lệnh",
      "hien-phap": "Hiến pháp",
    };
    if (work.title) put(startsWithType(work.title) ? work.title : `${typeWord[work.type]} ${work.title}`, work);
    for (const alias of aliasesOf(work)) put(alias, work);
  }
  const near = new Map<string, readonly Work[]>();
  return {
    called(name) {
      const key = lawNameKey(name);
      const exact = byName.get(key);
      if (exact) return { works: exact, exact: true };
      const others = byRest.get(key.replace(TYPE_WORD, ""));
      if (others?.size === 1) return { works: byName.get([...others][0] as string) ?? [], exact: true };
      if (!near.has(key)) near.set(key, nearest(key, byName));
      return { works: near.get(key) ?? [], exact: false };
    },
  };
}

const startsWithType = (title: string): boolean => TYPE_WORD.test(`${fold(title)} `);

/** The one name within two letters of a long name, or nothing. */
function nearest(key: string, byName: ReadonlyMap<string, readonly Work[]>): readonly Work[] {
  if (key.length < 14 || key.length > 120) return [];
  let found: readonly Work[] = [];
  let names = 0;
  for (const [name, works] of byName) {
    if (Math.abs(name.length - key.length) > 2 || !within(name, key, 2)) continue;
    names += 1;
    found = works;
  }
  return names === 1 ? found : [];
}

/** Levenshtein distance at most `most`, in a band. */
function within(a: string, b: string, most: number): boolean {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const step = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      row.push(step);
      if (step < best) best = step;
    }
    if (best > most) return false;
    previous = row;
  }
  return (previous[b.length] ?? most + 1) <= most;
}

/**
 * The version of a name that a text means: the latest that runs on the day the text itself begins and was promulgated when
 * it was issued; else the latest already promulgated.
 */
export function versionAt(works: readonly Work[], issued: LegalDate, begins: LegalDate | null = null): Work | null {
  const start = (w: Work): LegalDate => w.effectiveOn ?? w.issuedOn ?? "9999";
  const latest = (list: readonly Work[], key: (w: Work) => LegalDate): Work | null =>
    list.reduce<Work | null>((best, w) => (best === null || key(w) > key(best) ? w : best), null);
  const on = begins !== null && begins > issued ? begins : issued;
  const running = latest(
    works.filter((w) => start(w) <= on && (w.issuedOn ?? start(w)) <= issued),
    start,
  );
  return (
    running ??
    latest(
      works.filter((w) => w.issuedOn !== null && w.issuedOn <= issued),
      (w) => w.issuedOn ?? "",
    )
  );
}

export const isAmendingName = (name: string): boolean => isAmending(lawNameKey(name));
