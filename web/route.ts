import type { Child } from "hono/jsx";
import type { Person } from "../src/domain/account.ts";
import type { Permission, PolicyObject } from "../src/domain/policy.ts";
import type { DraftDesk } from "../src/use-cases/draft-desk.ts";
import type { ImportDesk, Upload } from "../src/use-cases/import-desk.ts";
import type { Elsewhere } from "../src/use-cases/sign-in-elsewhere.ts";
import type { From, Present } from "../src/use-cases/sessions.ts";
import type { ReportDesk } from "../src/use-cases/report-desk.ts";
import type { SecondReader } from "../src/use-cases/second-reader.ts";
import type { Installation } from "../src/use-cases/view-admin.ts";
import type { RuleEntry } from "../src/use-cases/view-rules.ts";
import type { Store } from "../src/store/store.ts";
import type { Frame } from "./frame.ts";
import type { Dictionary } from "./i18n/vi.ts";

export type FaultCode = Exclude<keyof Dictionary["fault"], "title" | "code" | "home">;

/** Something wrong with a request. A value: routes return it, the server turns it into a page or RFC 9457 JSON. */
export interface Fault {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503 | 507;
  readonly code: FaultCode;
  /** The value at fault, as given. */
  readonly value: string;
}

export interface Ask {
  readonly store: Store;
  readonly rules: readonly RuleEntry[];
  readonly frame: Frame;
  param(name: string): string;
  /** What every form that changes something must send along as the field `token`, before any file. */
  token(): string;
  /** Who asks. */
  readonly person: Person;
  /** The signature of whoever asks: what they decide is signed with it. */
  readonly by: string;
  /** How people come in and go. */
  readonly entry: Entry;
  /** Does policy allow this person this, to this? Pages ask before they offer it, forms before they do it. */
  may(action: Permission, object?: PolicyObject): boolean;
  /** The only clock, milliseconds since 1970. */
  readonly now: number;
  /** When this person was here before the visit that is going on; null = not known. */
  readonly lastVisit: number | null;
  /** A program asks (the page's own element): answer with JSON where that is offered. */
  readonly wantsJson: boolean;
  /** Null where nothing can be imported. */
  readonly desk: ImportDesk | null;
  /** A language model on the own network that may be asked for an opinion; null = none. */
  readonly reader: SecondReader | null;
  /** How the program was started; null where it does not say. */
  readonly installation: Installation | null;
  /** Null where no long files are made. */
  readonly reports: ReportDesk | null;
  /** Null where drafts cannot be checked. */
  readonly drafts: DraftDesk | null;
  /** Fields of the posted form; empty for a page that is only read. Its origin and token are checked already. */
  readonly form: ReadonlyMap<string, string>;
  /** Files that came with the form. Whoever does not hand them to the desk must discard them. */
  readonly upload: Upload | null;
}

/** The door: what pages of signing in need, and nobody else. */
export interface Entry {
  /** From where this request comes. */
  readonly from: From;
  /** Who is signed in in this browser; null = nobody. */
  readonly present: Present | null;
  readonly elsewhere: Elsewhere | null;
  /** The address of this request, with what a provider of identities sent along. */
  readonly url: URL;
  /** Gives the browser the secret of its session and leads on. */
  enter(secret: string, to: string): Response;
  leave(to: string): Response;
  /** Sends the browser to a provider with the key that it comes back with. */
  goElsewhere(url: string, key: string): Response;
  takeKey(): string | null;
}

/** Where a page stands in the navigation. */
export type NavId =
  | "home"
  | "documents"
  | "search"
  | "findings"
  | "attention"
  | "sheets"
  | "batches"
  | "impact"
  | "drafts"
  | "compare"
  | "graph"
  | "rules"
  | "reviews"
  | "handling"
  | "petitions"
  | "inspections"
  | "reports"
  | "import"
  | "help"
  | "admin"
  | "me"
  | "api"
  | "patterns";

/** A page: its title and what stands in `main`. `place` is the path above it, outermost first. */
export interface PageAnswer {
  readonly title: string;
  readonly nav: NavId | null;
  readonly place: readonly { readonly label: Child; readonly href?: string }[];
  readonly body: Child;
  /** `bare`: the page brings its own grid and needs no padding around it. */
  readonly bare?: boolean;
  /** Style sheets of `web/styles` that only this page needs, after those of every page. */
  readonly styles?: readonly string[];
  /** Files of `web/behaviors` that this page uses. It works without them. */
  readonly scripts?: readonly string[];
  /** Seconds after which the page is asked for again by browsers that run no script. */
  readonly refresh?: number;
  /** Another status than 200: a form that comes back with its faults, or in place of what is gone. */
  readonly status?: 400 | 404 | 409;
}

export type Answer = PageAnswer | { readonly fault: Fault } | Response;

export interface Route {
  /** GET unless said otherwise. */
  readonly method?: "POST";
  /** What a POST may carry: fields only, unless files are named. */
  readonly takes?: "files";
  /** How much a POST with files may bring, in bytes and files, where that is less than for an import. */
  readonly limits?: { readonly file: number; readonly total: number; readonly files: number };
  readonly path: string;
  /** What a person must be allowed to open it (`domain/policy.ts`). */
  readonly permission: Permission;
  /**
   * What it is about, where the policy has to know: the filing of its document, the unit it belongs to, who made it. Asked before
   * `answer` runs. Null: there is no such thing, which `answer` says.
   */
  about?(ask: Ask): Promise<PolicyObject | null>;
  /** Bounded besides: so many a minute for each person or address (SEC-09). */
  readonly bounded?: "search" | "upload" | "sign-in";
  answer(ask: Ask): Promise<Answer>;
}

export const fault = (status: Fault["status"], code: FaultCode, value: string): { fault: Fault } => ({
  fault: { status, code, value },
});

/** After a change the browser is sent to a page that can be reloaded; a program gets the address. */
export const goTo = (ask: Pick<Ask, "wantsJson">, location: string): Response =>
  ask.wantsJson
    ? Response.json({ location }, { status: 201, headers: { "Cache-Control": "no-store" } })
    : seeOther(location);

export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { Location: location } });
