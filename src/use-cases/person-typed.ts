import { signatureOf } from "../domain/account.ts";
import { plain } from "../domain/fold.ts";
import type { BatchItem } from "../domain/batch.ts";
import type { Store } from "../store/store.ts";

const LONGEST_NAME = 200;

/** The account a person named, by login, name or signature; a mere name where none or several bear it; null where nothing is typed. */
export async function personTyped(store: Store, typed: string): Promise<BatchItem["body"]["person"]> {
  const words = typed.trim().slice(0, LONGEST_NAME);
  if (words === "") return null;
  const named = (await store.accounts.accounts()).filter(
    (account) =>
      account.active &&
      (account.login === words.toLowerCase() ||
        [account.name, signatureOf(account)].some((n) => plain(n) === plain(words))),
  );
  const [only] = named;
  return only !== undefined && named.length === 1
    ? { id: only.id, signature: signatureOf(only) }
    : { id: null, signature: words };
}
