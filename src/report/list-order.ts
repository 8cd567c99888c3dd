import type { DocumentType } from "../domain/document-type.ts";
import { type Issuer, type IssuerLevel, type IssuerOrgan, parseIssuer } from "../domain/issuer.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";

/**
 * A document's place in an official list, to be compared letter by letter (NĐ 79/2025/NĐ-CP Điều 52; NĐ 34/2016/NĐ-CP Điều 168
 * before it): higher legal force first, then the earlier day of issue, then the number as a number (9 before 10). A document
 * without a day stands last of its kind.
 */
export const listKey = (work: Work, issuerOf: (name: string) => Issuer = parseIssuer): string =>
  [
    String(forceOf(work, issuerOf)).padStart(2, "0"),
    work.issuedOn ?? "9999",
    String(numberOf(work)).padStart(10, "0"),
    work.symbol ?? "",
  ].join(" ");

/** The same for a whole list: thousands of documents have few issuers, and reading a name costs the most. */
export function listKeys(): (work: Work) => string {
  const known = new Map<string, Issuer>();
  const issuerOf = (name: string): Issuer => {
    const issuer = known.get(name) ?? parseIssuer(name);
    known.set(name, issuer);
    return issuer;
  };
  return (work) => listKey(work, issuerOf);
}

const numberOf = (work: Work): number => Number(/^\d{1,9}/u.exec(work.symbol ?? "")?.[0] ?? 1e9);

type Row = readonly [DocumentType, IssuerOrgan | null, IssuerLevel | null];

/**
 * Legal force from highest to lowest (Điều 4 of Luật 80/2015/QH13, of Luật 64/2025/QH15 as enacted, and as amended by Luật
 * 87/2025/QH15). The three count differently but never turn the order of two kinds round, so one table holds for every day of
 * a list; kinds that are no longer issued (decisions of a minister, of a district, directives) keep their old place.
 */
const FORCE: readonly (readonly Row[])[] = [
  [["hien-phap", null, null]],
  [
    ["bo-luat", null, null],
    ["luat", null, null],
    ["nghi-quyet", "quoc-hoi", null],
  ],
  [
    ["phap-lenh", null, null],
    ["nghi-quyet", "ubtvqh", null],
    ["nghi-quyet-lien-tich", "ubtvqh", null],
  ],
  [
    ["lenh", null, null],
    ["quyet-dinh", "chu-tich-nuoc", null],
  ],
  [
    ["nghi-dinh", null, null],
    ["nghi-quyet", "chinh-phu", null],
    ["nghi-quyet-lien-tich", null, null],
  ],
  [
    ["quyet-dinh", "thu-tuong", null],
    ["chi-thi", "thu-tuong", null],
  ],
  [["nghi-quyet", "toa-an", null]],
  [
    ["thong-tu", null, null],
    ["quyet-dinh", "bo", null],
    ["quyet-dinh", "kiem-toan", null],
    ["chi-thi", "bo", null],
  ],
  [["thong-tu-lien-tich", null, null]],
  ...(["province", "district", "commune"] as const).flatMap((level): (readonly Row[])[] => [
    [["nghi-quyet", "hdnd", level]],
    [["quyet-dinh", "ubnd", level]],
    [["quyet-dinh", "chu-tich-ubnd", level]],
    [
      ["chi-thi", "ubnd", level],
      ["chi-thi", "chu-tich-ubnd", level],
    ],
  ]),
];

/** Place in the order of legal force, 0 = highest; what is in no law stands last. */
export function forceOf(work: Pick<Work, "type" | "issuer" | "symbol">, issuerOf = parseIssuer): number {
  const { organ, level } = bodyOf(work, issuerOf);
  const at = FORCE.findIndex((rows) =>
    rows.some(([type, o, l]) => type === work.type && (o === null || o === organ) && (l === null || l === level)),
  );
  return at < 0 ? FORCE.length : at;
}

/** Who issued, from the name or, where it is missing, from the code: a local one is taken for the province's. */
function bodyOf(
  { issuer, symbol }: Pick<Work, "issuer" | "symbol">,
  issuerOf: (name: string) => Issuer,
): Pick<Issuer, "organ" | "level"> {
  const named = issuer === null ? null : issuerOf(issuer);
  const organ = named && named.organ !== "khac" ? named.organ : organOfCode(parseSymbol(symbol ?? "")?.code ?? "");
  const level = named && named.level !== "unknown" ? named.level : "province";
  return { organ, level };
}

const CODES: readonly (readonly [RegExp, IssuerOrgan])[] = [
  [/HĐND/u, "hdnd"],
  [/CTUBND/u, "chu-tich-ubnd"],
  [/UBND|-UB$/u, "ubnd"],
  [/UBTVQH/u, "ubtvqh"],
  [/^QH\d/u, "quoc-hoi"],
  [/-CP$/u, "chinh-phu"],
  [/-TTg$/iu, "thu-tuong"],
  [/-CTN$/u, "chu-tich-nuoc"],
  [/HĐTP/u, "toa-an"],
  [/-B\p{Lu}/u, "bo"],
];

const organOfCode = (code: string): IssuerOrgan => CODES.find(([shape]) => shape.test(code))?.[1] ?? "khac";
