import { fold } from "./fold.ts";
import type { LegalDate } from "./legal-date.ts";
import { issuerKey } from "./issuer.ts";
import type { Work } from "./work.ts";

const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");

type Named = Pick<Work, "id" | "type" | "symbol" | "issuer" | "issuedOn">;

/**
 * The work's address after the Akoma Ntoso naming convention: country, kind of document, who issued it, when, its number:
 * `/akn/vn/act/quyet-dinh/uy-ban-nhan-dan-tinh-an-khe/2025-10-06/17-2025-qd-ubnd`. The same work has the same address in
 * every index that knows it as well; without number, issuer or day the index's own id stands in.
 */
export function workUri({ id, type, symbol, issuer, issuedOn }: Named): string {
  const kind = `/akn/vn/act/${type}`;
  if (symbol === null || issuer === null || issuedOn === null) return `${kind}/${slug(id)}`;
  return `${kind}/${slug(issuerKey(issuer))}/${issuedOn}/${slug(symbol)}`;
}

/** The text as it reads on a day; without a day the text as issued. */
export const expressionUri = (work: Named, on: LegalDate | null): string =>
  `${workUri(work)}/vie@${on ?? work.issuedOn ?? ""}`;
