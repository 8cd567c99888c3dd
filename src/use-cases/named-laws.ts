import { isCitedByName } from "../domain/document-type.ts";
import { fold } from "../domain/fold.ts";
import type { Work } from "../domain/work.ts";
import { loadCentralRegister } from "../resolve/central-register.ts";
import { lawNameKey } from "../resolve/law-names.ts";
import type { Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";

/** A law with what it may be called. */
interface NamedLaw {
  readonly work: Work;
  /** `luat dat dai`, and other names the register knows. */
  readonly keys: readonly string[];
  /** `lbhxh`, `bhxh`: the first letters of the name, with and without its kind. */
  readonly initials: readonly string[];
}

const KIND = /^(?:bo luat|luat|phap lenh|hien phap) /u;
/** One or two letters mean anything. */
const LEAST_INITIALS = 3;

const kept = new WeakMap<Store, { readonly revision: number; readonly laws: Promise<readonly NamedLaw[]> }>();

/**
 * Laws, codes and ordinances whose name begins as typed, or whose initials were typed; the newest first. `whole`: only those
 * called exactly so.
 */
export async function lawsCalled(store: Store, typed: string, whole = false): Promise<readonly Work[]> {
  const key = lawNameKey(typed);
  if (key.length < 2) return [];
  const letters = fold(typed).replace(/[^a-z]+/gu, "");
  const bare = key.replace(KIND, "");
  const called = ({ keys, initials }: NamedLaw): boolean =>
    (letters.length >= LEAST_INITIALS && initials.includes(letters)) ||
    keys.some((name) =>
      whole
        ? name === key || name.replace(KIND, "") === bare
        : name.startsWith(key) || (!KIND.test(`${key} `) && name.replace(KIND, "").startsWith(key)),
    );
  return (await namedLaws(store)).filter(called).map(({ work }) => work);
}

async function namedLaws(store: Store): Promise<readonly NamedLaw[]> {
  const revision = await indexRevision(store);
  const known = kept.get(store);
  if (known?.revision === revision) return known.laws;
  const laws = readLaws(store);
  kept.set(store, { revision, laws });
  laws.catch(() => kept.delete(store));
  return laws;
}

async function readLaws(store: Store): Promise<readonly NamedLaw[]> {
  const { entries } = loadCentralRegister();
  const works = (await store.search.citedByName()).filter(({ type, title }) => isCitedByName(type) && title !== null);
  return works
    .map((work) => {
      const own = lawNameKey(work.title ?? "");
      const kind = lawNameKey(KINDS[work.type] ?? "");
      const keys = [own, ...(entries.get(work.id)?.aliases ?? []).map(lawNameKey)].map((name) =>
        KIND.test(name) || kind === "" ? name : `${kind} ${name}`,
      );
      const initials = keys.flatMap((name) => [name, name.replace(KIND, "")].map(firstLetters));
      return { work, keys: [...new Set(keys)], initials };
    })
    .sort((a, b) => (b.work.issuedOn ?? "").localeCompare(a.work.issuedOn ?? ""));
}

const KINDS: Readonly<Partial<Record<Work["type"], string>>> = {
  luat: "Luật",
  "bo-luat": "Bộ luật",
  "phap-lenh": "Pháp lệnh",
};

const firstLetters = (name: string): string =>
  name
    .split(" ")
    .map((word) => word.charAt(0))
    .join("");
