import { issuerKey, parseIssuer } from "../domain/issuer.ts";
import type { ReadRow } from "../domain/publication.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** The document a row means; null = none that is known, or several. */
export interface MatchedRow {
  readonly row: ReadRow;
  readonly work: Work | null;
  /** Documents it could mean: of this number; where none fits, those of this number and body that bear another day. */
  readonly candidates: readonly Work[];
}

/** What two writings of one central number share: a zero in front may be missing. */
export const numberKey = (symbol: string): string => symbolKey(symbol).replace(/^0{1,3}/u, "");

/**
 * Number, day of issue and, where both say it, the body. "4/2023/NĐ-CP" means 04/2023/NĐ-CP; of local documents 055 and 55 are two
 * decisions, so that a zero is overlooked only where the day is the same.
 */
export async function matchRows(store: Store, rows: readonly ReadRow[]): Promise<readonly MatchedRow[]> {
  const known = new Map<string, readonly Work[]>();
  const worksOf = async (symbol: string): Promise<readonly Work[]> => {
    const found = known.get(symbol) ?? (await store.works.bySymbol(symbol)).filter((work) => work.known !== "cited");
    known.set(symbol, found);
    return found;
  };
  const matched: MatchedRow[] = [];
  for (const row of rows) {
    if (row.symbol === null) {
      matched.push({ row, work: null, candidates: [] });
      continue;
    }
    const alike = await worksOf(row.symbol);
    let fits = alike.filter((work) => means(row, work));
    if (fits.length === 0)
      for (const other of withOtherZeros(row.symbol))
        fits = [
          ...fits,
          ...(await worksOf(other)).filter((work) => means(row, work) && (isCentral(row) || isDated(row, work))),
        ];
    if (fits.length === 0 && alike.length === 1 && isCentral(row)) fits = [...alike];
    const candidates = fits.length > 0 ? fits : alike.filter((work) => ofBody(row, work));
    // one central number and nothing against it: a slip in the day is told, not taken for another document
    matched.push({ row, work: fits.length === 1 ? (fits[0] ?? null) : null, candidates });
  }
  return matched;
}

const means = (row: ReadRow, work: Work): boolean =>
  (row.issuedOn === null || work.issuedOn === null || row.issuedOn === work.issuedOn) && ofBody(row, work);

const isDated = (row: ReadRow, work: Work): boolean => row.issuedOn !== null && row.issuedOn === work.issuedOn;

function ofBody(row: ReadRow, work: Work): boolean {
  if (row.issuer === null || work.issuer === null || isCentral(row)) return true;
  const [said, known] = [issuerKey(row.issuer), issuerKey(work.issuer)];
  // "UBND tỉnh": the list of a province leaves its name out
  return said === known || (parseIssuer(row.issuer).place === null && known.startsWith(`${said} `));
}

/** `5/2021/QĐ-UBND` ↔ `05/2021/QĐ-UBND`. */
const withOtherZeros = (symbol: string): readonly string[] => {
  const bare = symbol.replace(/^0{1,3}(?=\d)/u, "");
  return ["", "0", "00"].map((zeros) => zeros + bare).filter((other) => other !== symbol);
};

/** Central numbers are given once. */
const isCentral = ({ symbol }: ReadRow): boolean => !/(?:UBND|HĐND|UB)/u.test(parseSymbol(symbol ?? "")?.code ?? "UB");
