import type { Person, Role, UnitScope } from "./account.ts";
import type { WorkFacet } from "./work-facet.ts";

/** What a person may be allowed to do. Every route names one; nothing else grants anything (SEC-04). */
export const PERMISSIONS = [
  "public",
  "self",
  "document:read",
  "document:import",
  "document:mend",
  "draft:check",
  "finding:read",
  "finding:decide",
  "view:save",
  "rule:read",
  "original:read",
  "sheet:read",
  "sheet:write",
  "sheet:conclude",
  "opinion:answer",
  "batch:read",
  "batch:manage",
  "handling:read",
  "handling:write",
  "petition:read",
  "petition:write",
  "inspection:write",
  "report:read",
  "report:write",
  "report:publish",
  "token:manage",
  "audit:read",
  "account:manage",
  "admin:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const VIEWER: readonly Permission[] = [
  "public",
  "self",
  "document:read",
  "finding:read",
  "rule:read",
  "original:read",
  "view:save",
  "sheet:read",
  "batch:read",
  "handling:read",
  "petition:read",
  "report:read",
];
const DRAFTER: readonly Permission[] = [...VIEWER, "draft:check", "opinion:answer"];
const REVIEWER: readonly Permission[] = [
  ...DRAFTER,
  "document:import",
  "document:mend",
  "finding:decide",
  "sheet:write",
  "handling:write",
  "petition:write",
  "inspection:write",
  "report:write",
  "token:manage",
];
const APPROVER: readonly Permission[] = [...REVIEWER, "sheet:conclude", "batch:manage", "report:publish", "audit:read"];

/** Who administers accounts does not by that decide on law: the two are kept apart, except where one person is alone. */
const ADMIN: readonly Permission[] = [
  ...VIEWER,
  "document:import",
  "document:mend",
  "token:manage",
  "audit:read",
  "account:manage",
  "admin:read",
];

const GRANTS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(VIEWER),
  drafter: new Set(DRAFTER),
  reviewer: new Set(REVIEWER),
  approver: new Set(APPROVER),
  admin: new Set(ADMIN),
};

/** What an act is about, as far as policy asks. Left out = does not matter for this act. */
export interface PolicyObject {
  /** Lists of what the document is filed under; null = not filed, then only the whole scope covers it. */
  readonly facet?: WorkFacet | null;
  /** The unit the thing belongs to; null = to none in particular. */
  readonly unit?: string | null;
  /** Id of the person who made or proposed it. */
  readonly author?: string;
}

/** Acts on a document's findings, sheets and metadata are for the unit that answers for the document. */
const WITHIN_SCOPE: ReadonlySet<Permission> = new Set([
  "finding:decide",
  "document:mend",
  "sheet:write",
  "sheet:conclude",
]);
/** Things of a unit are changed by that unit, and by who answers for everything. */
const WITHIN_UNIT: ReadonlySet<Permission> = new Set([
  "sheet:write",
  "sheet:conclude",
  "opinion:answer",
  "handling:write",
  "draft:check",
]);
/** The second pair of eyes must be another's (four eyes). */
const BY_ANOTHER: ReadonlySet<Permission> = new Set(["sheet:conclude"]);

/** The policy, whole: may this person do this, to this? */
export function may(person: Person, action: Permission, object: PolicyObject = {}): boolean {
  if (person.alone) return true;
  if (!GRANTS[person.role].has(action)) return false;
  if (BY_ANOTHER.has(action) && object.author === person.id) return false;
  const { unit } = person;
  if (unit === null) return true;
  // a thing that was given to a unit is that unit's, whatever its document is filed under
  if (object.unit !== undefined && object.unit !== null && WITHIN_UNIT.has(action))
    return object.unit === unit.id || (action !== "draft:check" && isWhole(unit.scope));
  return object.facet === undefined || !WITHIN_SCOPE.has(action) || covers(unit.scope, object.facet);
}

/** No narrower than everything. */
export const isWhole = (scope: UnitScope): boolean =>
  scope.fields.length + scope.bodies.length + scope.territories.length + scope.levels.length === 0;

/** Does a unit with this scope answer for a document filed so? */
export function covers(scope: UnitScope, facet: WorkFacet | null): boolean {
  if (isWhole(scope)) return true;
  if (facet === null) return false;
  const fits = (wanted: readonly string[], has: readonly (string | null)[]): boolean =>
    wanted.length === 0 || has.some((one) => one !== null && wanted.includes(one));
  return (
    fits(scope.fields, facet.fields) &&
    fits(scope.bodies, [facet.body]) &&
    fits(scope.territories, facet.territory) &&
    fits(scope.levels, [facet.level])
  );
}

/** What a role may do, for the page that tells it. */
export const grantsOf = (role: Role): readonly Permission[] => PERMISSIONS.filter((p) => GRANTS[role].has(p));
