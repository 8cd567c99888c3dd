import { expect, it } from "vitest";
import type { UnitStatus } from "../../src/domain/status.ts";
import { withHolders } from "../../src/use-cases/status-lines.ts";

const unit = (eId: string, status: UnitStatus["status"], since = "2026-01-01"): UnitStatus => ({
  eId,
  status,
  since,
  because: [],
});
const told = (...units: readonly UnitStatus[]): readonly string[] =>
  withHolders(units).map((u) => `${u.eId} ${u.status} ${u.since}`);

it("a clause that lost or got a point differs from the original text, since the first such day", () => {
  const lost = unit("art_5__cl_2__point_b", "repealed", "2026-03-01");
  const got = unit("art_5__cl_2__point_d", "inserted", "2026-01-01");
  expect(told(lost, got)[0]).toBe("art_5__cl_2 amended 2026-01-01");
  expect(told(lost, got)).toHaveLength(3);
});

it("what an instruction names keeps its own state, and articles and new wording name no holder", () => {
  const clause = unit("art_5__cl_2", "suspended");
  expect(told(clause, unit("art_5__cl_2__point_b", "repealed"))).toHaveLength(2);
  expect(told(unit("art_5__cl_2", "repealed"))).toHaveLength(1);
  expect(told(unit("art_5__cl_2__point_b", "amended"))).toHaveLength(1);
});
