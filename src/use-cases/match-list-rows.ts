import { issuerKey } from "../domain/issuer.ts";
import type { ReadRow } from "../domain/publication.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** The document a row means; null = none that is known, or several. */
export interface MatchedRow {
  readonly row: ReadRow;
  readonly work: Work | null;
  readonly candidates: readonly Work[];
}

/** What two writings of one central number share: a zero in front may be missing. */
export const numberKey = (symbol: string): string => symbolKey(symbol).replace(/^0{1,3}/u, "");

/** Number, day of issue and, where both say it, the body; "4/2023/NĐ-CP" means 04/2023/NĐ-CP, but 055 and 55 are two decisions. */
export async function matchRows(store: Store, rows: readonly ReadRow[]): Promise<readonly MatchedRow[]> {
  const known = new Map<string, readonly Work[]>();
  const worksOf = async (symbol: string): Promise<readonly Work[]> => {
    const found = known.get(symbol) ?? (await store.works.bySymbol(symbol)).filter((work) => work.known !== "cited");
    known.set(symbol, found);
    return found;
  };
  const matched: MatchedRow[] = [];
  for (const row of rows) {
    const alike = row.symbol === null ? [] : [...(await worksOf(row.symbol))];
    if (alike.length === 0 && row.symbol !== null && /^\d\//u.test(row.symbol) && isCentral(row))
      // "4/2023/NĐ-CP" is a slip for 04/2023/NĐ-CP; of local documents 5 and 05 may be two
      alike.push(...(await worksOf(`0${row.symbol}`)));
    const fits = alike.filter((work) => means(row, work));
    // one number and nothing against it: a slip in the day is told, not taken for another document
    const candidates = fits.length > 0 ? fits : alike.length === 1 && isCentral(row) ? alike : [];
    matched.push({ row, work: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates });
  }
  return matched;
}

const means = (row: ReadRow, work: Work): boolean =>
  row.symbol !== null &&
  numberKey(work.symbol ?? "") === numberKey(row.symbol) &&
  (row.issuedOn === null || work.issuedOn === null || row.issuedOn === work.issuedOn) &&
  (row.issuer === null || work.issuer === null || isCentral(row) || issuerKey(row.issuer) === issuerKey(work.issuer));

/** Central numbers are given once. */
const isCentral = ({ symbol }: ReadRow): boolean => !/(?:UBND|HĐND|UB)/u.test(parseSymbol(symbol ?? "")?.code ?? "UB");
