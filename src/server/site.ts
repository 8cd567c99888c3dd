import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import type { DraftDesk } from "../use-cases/draft-desk.ts";
import type { ImportDesk } from "../use-cases/import-desk.ts";
import type { ReportDesk } from "../use-cases/report-desk.ts";
import type { SecondReader } from "../use-cases/second-reader.ts";
import type { Installation } from "../use-cases/view-admin.ts";
import type { RuleEntry } from "../use-cases/view-rules.ts";
import { RateLimit, type RateLimits } from "./api/rate-limit.ts";
import { type Asker, type Door, LOCAL_DOOR } from "./door.ts";
import type { UploadLimits } from "./receive-form.ts";
import { type SecretCookie, secretCookie } from "./session-cookie.ts";
import { readStaticFiles, type StaticFile } from "./static-files.ts";

/** How often within a minute: searches and uploads a person, tries to sign in an address (SEC-09). */
export interface PageLimits {
  readonly search: number;
  readonly upload: number;
  readonly "sign-in": number;
}

const PAGE_LIMITS: PageLimits = { search: 120, upload: 30, "sign-in": 20 };

export interface AppOptions {
  readonly store: Store;
  /** The rules' own declarations with the prose written for jurists. */
  readonly rules: readonly RuleEntry[];
  /** The day on which pages stand unless another is asked for. */
  readonly today: () => LegalDate;
  readonly version: string;
  /** Told of programming errors; the person sees only the request's number. */
  readonly onError?: (error: unknown, requestId: string) => void;
  /** Where files are brought in; left out, the app only reads. */
  /** A language model on the own network; left out, none is asked. */
  readonly reader?: SecondReader | null;
  /** Where long files are made; left out, none are. */
  readonly reports?: ReportDesk;
  /** Where drafts are checked; left out, none are taken. */
  readonly drafts?: DraftDesk;
  /** How the program was started, for the page of administration. */
  readonly installation?: Installation;
  /** How often programs may call; left out, as usual. */
  readonly apiLimits?: RateLimits;
  /** How often a person may search, upload, try to sign in; left out, as usual. */
  readonly pageLimits?: PageLimits;
  /** How people come in; left out, one person alone on this machine. */
  readonly door?: Door;
  readonly imports?: { readonly desk: ImportDesk; readonly folder: string; readonly limits?: UploadLimits };
}

/** `asker`: who asks, once a page has looked; null = nobody. */
export type Env = { Variables: { requestId: string; asker?: Asker | null } };

/** What every answer of this app is made with. */
export interface Site {
  readonly options: AppOptions;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly door: Door;
  readonly cookie: SecretCookie;
  readonly bounds: RateLimit<keyof PageLimits>;
}

export function siteOf(options: AppOptions): Site {
  const door = options.door ?? LOCAL_DOOR;
  return {
    options,
    files: readStaticFiles(),
    door,
    cookie: secretCookie(door),
    bounds: new RateLimit(options.pageLimits ?? PAGE_LIMITS),
  };
}
