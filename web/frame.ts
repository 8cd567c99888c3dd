import type { Role } from "../src/domain/account.ts";
import type { Permission } from "../src/domain/policy.ts";
import { parseDate, formatDate, type LegalDate } from "../src/domain/legal-date.ts";
import { en } from "./i18n/en.ts";
import { vi, type Dictionary } from "./i18n/vi.ts";

export type Theme = "auto" | "light" | "dark";
export type Lang = "vi" | "en";
type Changes = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** Who looks at the page. */
export interface Who {
  readonly id: string;
  readonly name: string;
  /** What they sign with. */
  readonly signature: string;
  readonly role: Role;
  /** Name of the unit; null = none. */
  readonly unit: string | null;
  /** There are no accounts: one person alone with the program. */
  readonly alone: boolean;
  /** For the one form that stands on every page: signing out. */
  token(): string;
}

/** What every page needs besides its view model: language, day, theme, addresses. Made anew for each request. */
export interface Frame {
  readonly lang: Lang;
  readonly t: Dictionary;
  readonly theme: Theme;
  /** Single-key shortcuts; a person may turn them off. */
  readonly keys: boolean;
  readonly on: LegalDate;
  readonly today: LegalDate;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: string;
  /** Null: nobody has signed in. */
  readonly who: Who | null;
  /** Messages that whoever looks has not read; null = not known, or nobody has signed in. Filled in when the page is shown. */
  readonly unread: number | null;
  /** May whoever looks do this at all? Whether to this very thing, `ask.may` knows. */
  grants(permission: Permission): boolean;
  /** Address of a static file with its fingerprint. */
  asset(file: string): string;
  /** `dd/mm/yyyy` */
  date(day: LegalDate): string;
  /** An address of the app; the day goes along while it is another than today. */
  href(path: string, params?: Changes, hash?: string): string;
  /** This page with some parameters changed; null removes one. Cursors never survive a change. */
  here(changes: Changes): string;
}

/** Parameters that belong to one request and never to a link or a form made from it. */
export const FLEETING: readonly string[] = ["lang", "theme", "keys", "after", "before", "n", "pick", "filed"];
/** Those of them that change how a page looks and nothing of what is on it. */
const LOOKS: readonly string[] = ["lang", "theme", "keys"];

export interface FrameInput {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly keys: boolean;
  readonly on: LegalDate;
  readonly today: LegalDate;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: string;
  readonly asset: (file: string) => string;
  readonly who: Who | null;
  readonly grants: (permission: Permission) => boolean;
}

export function makeFrame(input: FrameInput): Frame {
  return {
    ...input,
    unread: null,
    t: input.lang === "en" ? en : vi,
    date: formatDate,
    href(path, params = {}, hash) {
      // a page of a law has thousands of addresses, most of them without parameters
      const pairs = pairsOf(params);
      if (input.on !== input.today && !pairs.some(([name]) => name === "on")) pairs.push(["on", input.on]);
      return address(path, pairs.length === 0 ? "" : new URLSearchParams(pairs).toString(), hash);
    },
    here(changes) {
      const search = new URLSearchParams(input.query);
      // the same page in another dress keeps its cursor and what is ticked
      const dress = Object.keys(changes).every((name) => LOOKS.includes(name));
      for (const name of dress ? LOOKS : FLEETING) search.delete(name);
      for (const name of Object.keys(changes)) search.delete(name);
      for (const [name, value] of pairsOf(changes)) search.append(name, value);
      return address(input.path, search.toString());
    },
  };
}

/** What the address narrows by, each name with all its values: for a link to another page that shows the same. */
export function filtersHeld(f: Pick<Frame, "query">): Readonly<Record<string, readonly string[]>> {
  const names = [...new Set(f.query.keys())].filter((name) => name !== "on" && !FLEETING.includes(name));
  return Object.fromEntries(names.map((name) => [name, f.query.getAll(name)]));
}

/** A list stands for a parameter that is given several times. */
function pairsOf(changes: Changes): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(changes)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== null && one !== undefined && one !== "") pairs.push([name, String(one)]);
  }
  return pairs;
}

function address(path: string, search: string, hash?: string): string {
  return `${path}${search ? `?${search}` : ""}${hash ? `#${encodeURIComponent(hash)}` : ""}`;
}

/** The day of `?on=`: today when absent, null when it is no day. Takes `dd/mm/yyyy` and `yyyy-mm-dd`. */
export function dayOf(value: string | null, today: LegalDate): LegalDate | null {
  return value === null || value.trim() === "" ? today : parseDate(value);
}
