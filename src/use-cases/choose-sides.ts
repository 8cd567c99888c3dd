import { type LegalDate, parseDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { SideChoice } from "./view-comparison.ts";

/** What a person or an address named: a document and a day. */
export interface AskedSide {
  /** Id of a work, or its symbol. */
  readonly document: string;
  /** As written; empty = as issued. */
  readonly day: string;
}

export type ChosenSide =
  | { readonly ok: true; readonly side: SideChoice }
  | { readonly ok: false; readonly why: "none" | "bad-day"; readonly asked: AskedSide }
  | { readonly ok: false; readonly why: "several"; readonly asked: AskedSide; readonly works: readonly Work[] };

/** `WORK@2026-04-01`, `17/2025/QĐ-UBND@01/04/2026`; `WORK@` = as issued; `WORK` = on the day given. */
export function askedSide(written: string, on: LegalDate): AskedSide {
  const cut = written.lastIndexOf("@");
  return cut < 0
    ? { document: written.trim(), day: on }
    : { document: written.slice(0, cut).trim(), day: written.slice(cut + 1).trim() };
}

/** The address of a side: what `askedSide` reads again. */
export const sideAddress = ({ work, on }: SideChoice): string => `${work.id}@${on ?? ""}`;

export async function chooseSide(store: Store, asked: AskedSide): Promise<ChosenSide> {
  const on = asked.day === "" ? null : parseDate(asked.day);
  if (asked.day !== "" && on === null) return { ok: false, why: "bad-day", asked };
  const known = await store.works.find(asked.document);
  const works = known === null ? await store.works.bySymbol(asked.document) : [known];
  // whoever types a number means the text that can be read
  const read = works.filter((w) => w.known === "text");
  const meant = read.length > 0 ? read : works;
  const [work] = meant;
  if (work === undefined) return { ok: false, why: "none", asked };
  return meant.length > 1 ? { ok: false, why: "several", asked, works: meant } : { ok: true, side: { work, on } };
}
