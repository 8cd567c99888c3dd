import { PROVINCES_OF_TODAY } from "../domain/issuer.ts";
import { daysBetween, type LegalDate } from "../domain/legal-date.ts";
import { unitOf } from "../resolve/incarnation-units.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { Filing } from "../store/overview.ts";
import type { Store } from "../store/store.ts";
import { rememberedFindings } from "./remembered.ts";
import { reviewDeadline } from "./review-deadlines.ts";
import { filingsOn } from "./view-filings.ts";

/** Normative documents of one body that is no more. */
export interface FormerBody {
  readonly body: string;
  readonly name: string;
  /** All of them; those that have ended; those still alive about which a person has confirmed a finding; the rest. */
  readonly n: number;
  readonly ended: number;
  readonly decided: number;
  readonly left: number;
}

/** Handling the documents of provinces and districts that were merged or ended. */
export interface Campaign {
  readonly day: LegalDate;
  /** Negative: passed. */
  readonly daysLeft: number;
  readonly verified: boolean;
  readonly source: string;
  readonly n: number;
  readonly ended: number;
  readonly decided: number;
  readonly left: number;
  /** Those with most left first. */
  readonly bodies: readonly FormerBody[];
}

/** Null where no deadline holds on the day, or nothing of former bodies is here. */
export async function campaignOn(store: Store, on: LegalDate): Promise<Campaign | null> {
  const deadline = reviewDeadline("former-province-documents", on);
  if (!deadline) return null;
  const former = (f: Pick<Filing, "body" | "level" | "normative">): boolean => ofFormerBody(f, f.normative, on);
  const filings = (await filingsOn(store, on)).filter(former);
  if (filings.length === 0) return null;
  const decided = await rememberedFindings(store, "decided", `confirmed ${on}`, () => store.overview.confirmed(on));
  const confirmed = decided.filter(former).filter((f) => f.status !== "ceased");
  const bodies = bodiesOf(filings, confirmed);
  const sum = (of: (body: FormerBody) => number): number => bodies.reduce((n, body) => n + of(body), 0);
  return {
    day: deadline.day,
    daysLeft: daysBetween(on, deadline.day),
    verified: deadline.verified,
    source: deadline.source,
    n: sum((b) => b.n),
    ended: sum((b) => b.ended),
    decided: sum((b) => b.decided),
    left: sum((b) => b.left),
    bodies,
  };
}

function bodiesOf(filings: readonly Filing[], confirmed: readonly Pick<Filing, "body" | "n">[]): readonly FormerBody[] {
  const bodies = new Map<string, { name: string; n: number; ended: number; decided: number }>();
  for (const { body, bodyName, status, n } of filings) {
    if (body === null) continue;
    const row = bodies.get(body) ?? { name: bodyName ?? body, n: 0, ended: 0, decided: 0 };
    row.n += n;
    if (status === "ceased") row.ended += n;
    bodies.set(body, row);
  }
  for (const { body, n } of confirmed) {
    const row = body === null ? undefined : bodies.get(body);
    if (row) row.decided += n;
  }
  return [...bodies]
    .map(([body, row]) => ({ body, ...row, left: Math.max(0, row.n - row.ended - row.decided) }))
    .sort((a, b) => b.left - a.left || a.name.localeCompare(b.name, "vi"));
}

/** Is a document filed so one of a body that is no more? */
export const ofFormerBody = (
  facet: Pick<WorkFacet, "body" | "level"> | null,
  normative: Filing["normative"],
  on: LegalDate,
): boolean => facet !== null && normative !== "no" && facet.body !== null && isFormer(facet.body, facet.level, on);

/** A province that was merged or changed its status, or a district: since the districts ended, all of them. */
function isFormer(body: string, level: Filing["level"], on: LegalDate): boolean {
  if (on < PROVINCES_OF_TODAY) return false;
  if (level === "district") return true;
  if (level !== "province") return false;
  const unit = unitOf(body.slice(body.indexOf(":") + 1));
  // a body that the tables do not know is parted by the day the provinces of today began: see work-facets.ts
  return unit === null ? body.endsWith("@") : unit.to !== null && unit.to <= on;
}
