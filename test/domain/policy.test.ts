import { describe, expect, it } from "vitest";
import { ALONE, NOBODY, type Person, type Role, ROLES, type UnitScope, WHOLE_SCOPE } from "../../src/domain/account.ts";
import { covers, grantsOf, may, PERMISSIONS } from "../../src/domain/policy.ts";
import type { WorkFacet } from "../../src/domain/work-facet.ts";
import { aUnit } from "../store/conformance-accounts.ts";

const facet = (given: Partial<WorkFacet> = {}): WorkFacet => ({
  work: "w",
  level: "province",
  body: "ubnd:an khe@2025-07-01",
  bodyName: "Ủy ban nhân dân tỉnh An Khê",
  fields: ["45"],
  territory: ["an khe@2025-07-01"],
  territoryNames: ["tỉnh An Khê"],
  ...given,
});

const person = (role: Role, scope: Partial<UnitScope> | null = null): Person => ({
  id: `p-${role}`,
  signature: role,
  name: role,
  role,
  unit: scope === null ? null : aUnit("u", { scope: { ...WHOLE_SCOPE, ...scope } }),
  alone: false,
});

describe("policy", () => {
  it("gives each role at least what the one before it has, except that who administers does not decide on law", () => {
    for (const [below, above] of [
      ["viewer", "drafter"],
      ["drafter", "reviewer"],
      ["reviewer", "approver"],
    ] as const)
      expect(grantsOf(above)).toEqual(expect.arrayContaining([...grantsOf(below)]));
    for (const act of ["finding:decide", "sheet:write", "sheet:conclude", "draft:check", "report:publish"] as const)
      expect(may(person("admin"), act)).toBe(false);
  });

  it("leaves no permission that nobody has", () => {
    expect(PERMISSIONS.filter((p) => !ROLES.some((role) => may(person(role), p)))).toEqual([]);
  });

  it("keeps a decision within the scope of the unit", () => {
    const roads = person("reviewer", { fields: ["45"] });
    expect(may(roads, "finding:decide", { facet: facet() })).toBe(true);
    expect(may(roads, "finding:decide", { facet: facet({ fields: ["11"] }) })).toBe(false);
    expect(may(roads, "finding:decide", { facet: null })).toBe(false);
    expect(may(person("reviewer", {}), "finding:decide", { facet: null })).toBe(true);
    expect(may(person("reviewer"), "finding:decide", { facet: null })).toBe(true);
    expect(may(roads, "document:read", { facet: facet({ fields: ["11"] }) })).toBe(true);
  });

  it("asks every part of a scope, and any value of a part", () => {
    const scope: UnitScope = { ...WHOLE_SCOPE, fields: ["45", "11"], levels: ["commune"] };
    expect(covers(scope, facet({ fields: ["11"], level: "commune" }))).toBe(true);
    expect(covers(scope, facet({ fields: ["11"] }))).toBe(false);
    expect(covers({ ...scope, fields: ["45"] }, facet({ fields: ["11", "45"], level: "commune" }))).toBe(true);
    expect(covers({ ...WHOLE_SCOPE, territories: ["xa ba to"] }, facet({ territory: ["an khe", "xa ba to"] }))).toBe(
      true,
    );
  });

  it("lets nobody conclude what they proposed, and units only what is theirs", () => {
    const approver = person("approver", { fields: ["45"] });
    expect(may(approver, "sheet:conclude", { facet: facet(), author: approver.id })).toBe(false);
    expect(may(approver, "sheet:conclude", { facet: facet(), author: "p-reviewer" })).toBe(true);
    expect(may(approver, "sheet:conclude", { facet: facet(), unit: "other", author: "p-reviewer" })).toBe(false);
    expect(may(person("approver", {}), "sheet:conclude", { facet: facet(), unit: "other", author: "x" })).toBe(true);
    expect(may(ALONE, "sheet:conclude", { author: ALONE.id })).toBe(true);
  });

  it("gives a thing to the unit it was given to, whatever its document is filed under", () => {
    const roads = person("reviewer", { fields: ["45"] });
    expect(may(roads, "sheet:write", { facet: facet({ fields: ["11"] }), unit: "u" })).toBe(true);
    expect(may(roads, "opinion:answer", { unit: "other" })).toBe(false);
  });

  it("gives who has not signed in nothing but what is public", () => {
    expect(NOBODY.id).toBe("");
    expect(ROLES).not.toContain(NOBODY.id);
  });
});
