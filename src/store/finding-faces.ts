import { and, count, desc, asc, eq, gt, gte, inArray, isNull, max, min, or } from "drizzle-orm";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { FindingFace, FindingPulse, FindingStore } from "./stored-findings.ts";

/** Changed by every write to findings that is no decision. */
const REVISION = "findings-revision";

/** Said in the transaction that changes findings. */
export async function nextFindingsRevision(engine: Engine): Promise<void> {
  const value = String(Number(await revisionOf(engine)) + 1);
  await engine.insert("setting", { rows: [{ key: REVISION, value }], onConflict: { key: ["key"], set: ["value"] } });
}

async function revisionOf(engine: Engine): Promise<string> {
  const { setting } = engine.schema;
  const [row] = await engine.db().select({ value: setting.value }).from(setting).where(eq(setting.key, REVISION));
  return row?.value ?? "0";
}

/** Findings by what they are counted by: the wide columns (words, evidence) are not read. */
export function findingFaces(engine: Engine): Pick<FindingStore, "faces" | "facesDecidedSince" | "pulse"> {
  const { finding, decision, assignment } = engine.schema;
  const columns = {
    key: finding.key,
    rule: finding.rule,
    code: finding.code,
    group: finding.group,
    severity: finding.severity,
    rank: finding.rank,
    maturity: finding.maturity,
    confidence: finding.confidence,
    work: finding.work,
    firstSeen: finding.firstSeen,
    verdict: finding.verdict,
    suppressedBy: finding.suppressedBy,
  };
  return {
    async faces() {
      const faces = await engine
        .db()
        .select(columns)
        .from(finding)
        .where(eq(finding.gone, false))
        .orderBy(asc(finding.rank), desc(finding.confidence), asc(finding.key));
      const decided = await firstDecided(engine);
      return faces.map((face) => ({ ...face, decidedAt: decided.get(face.key) ?? null }));
    },
    async facesDecidedSince(at) {
      const keys = await engine
        .db()
        .selectDistinct({ key: decision.finding })
        .from(decision)
        .where(or(gte(decision.at, at), gte(decision.undoneAt, at)));
      const found: FindingFace[] = [];
      for (const some of chunks(keys.map((row) => row.key))) {
        const decided = await firstDecided(engine, some);
        const faces = await engine
          .db()
          .select(columns)
          .from(finding)
          .where(and(eq(finding.gone, false), inArray(finding.key, some)));
        found.push(...faces.map((face) => ({ ...face, decidedAt: decided.get(face.key) ?? null })));
      }
      return found;
    },
    async pulse(since): Promise<FindingPulse> {
      const db = engine.db();
      const revision = await revisionOf(engine);
      const [made] = await db
        .select({
          n: count(),
          undone: count(decision.undoneAt),
          at: max(decision.at),
          undoneAt: max(decision.undoneAt),
        })
        .from(decision);
      const [fresh] = await db.select({ n: count() }).from(decision).where(gt(decision.at, since));
      const [back] = await db.select({ n: count() }).from(decision).where(gt(decision.undoneAt, since));
      const [given] = await db
        .select({ n: count(), ended: count(assignment.endedAt), at: max(assignment.at) })
        .from(assignment);
      return {
        revision,
        decisions: made?.n ?? 0,
        undone: made?.undone ?? 0,
        fresh: fresh?.n ?? 0,
        freshlyUndone: back?.n ?? 0,
        last: Math.max(made?.at ?? 0, made?.undoneAt ?? 0),
        assignments: `${given?.n ?? 0} ${given?.ended ?? 0} ${given?.at ?? 0}`,
      };
    },
  };
}

/** When the first of the decisions that count was made, by finding. */
async function firstDecided(engine: Engine, keys?: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { finding, at, undoneAt } = engine.schema.decision;
  const rows = await engine
    .db()
    .select({ finding, at: min(at) })
    .from(engine.schema.decision)
    .where(and(isNull(undoneAt), keys === undefined ? undefined : inArray(finding, [...keys])))
    .groupBy(finding);
  return new Map(rows.flatMap((row) => (row.at === null ? [] : [[row.finding, row.at] as const])));
}

/** Decisions that count and were made from a moment on. Not joined: an engine may then read all findings for a few decisions. */
export function decidedSince(engine: Engine): FindingStore["decidedSince"] {
  const { decision } = engine.schema;
  return async (at) =>
    engine
      .db()
      .select({ finding: decision.finding, by: decision.by, at: decision.at })
      .from(decision)
      .where(and(gte(decision.at, at), isNull(decision.undoneAt)))
      .orderBy(asc(decision.at), asc(decision.id));
}
