import { and, asc, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { DeskStore } from "./desk.ts";
import type { Engine } from "./engine.ts";

export function deskStore(engine: Engine): DeskStore {
  const { savedView, note } = engine.schema;
  return {
    ...assignments(engine),
    views: async (page) =>
      engine
        .db()
        .select()
        .from(savedView)
        .where(eq(savedView.page, page))
        .orderBy(asc(savedView.at), asc(savedView.id)),
    saveView: (view) =>
      engine.withTransaction(async () => {
        await engine.insert("savedView", { rows: [view], onConflict: { key: ["id"], set: ["name", "query", "at"] } });
      }),
    dropView: (id) =>
      engine.withTransaction(async () => {
        await engine.db().delete(savedView).where(eq(savedView.id, id));
      }),
    addNote: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("note", { rows: [entry] });
      }),
    removeNote: (id, at) =>
      engine.withTransaction(async () => {
        const removed = await engine
          .db()
          .update(note)
          .set({ removedAt: at })
          .where(and(eq(note.id, id), isNull(note.removedAt)))
          .returning({ id: note.id });
        return removed.length > 0;
      }),
    notesOf: async (finding, removed = false) =>
      engine
        .db()
        .select()
        .from(note)
        .where(and(eq(note.finding, finding), removed ? undefined : isNull(note.removedAt)))
        .orderBy(asc(note.at), asc(note.id)),
  };
}

type Assignments = Pick<DeskStore, "assign" | "unassign" | "assignmentsOf" | "standing" | "names" | "overdue">;

function assignments(engine: Engine): Assignments {
  const { assignment, finding } = engine.schema;
  const standing = (key: string) => and(eq(assignment.finding, key), isNull(assignment.endedAt));
  const live = and(eq(finding.gone, false), isNull(finding.verdict));
  return {
    assign: (entry) =>
      engine.withTransaction(async () => {
        await engine.db().update(assignment).set({ endedAt: entry.at }).where(standing(entry.finding));
        await engine.insert("assignment", { rows: [entry] });
      }),
    unassign: (key, at) =>
      engine.withTransaction(async () => {
        const ended = await engine
          .db()
          .update(assignment)
          .set({ endedAt: at })
          .where(standing(key))
          .returning({ id: assignment.id });
        return ended.length > 0;
      }),
    assignmentsOf: async (key) =>
      engine
        .db()
        .select()
        .from(assignment)
        .where(eq(assignment.finding, key))
        .orderBy(asc(assignment.at), asc(assignment.id)),
    standing: async () =>
      engine
        .db()
        .select({ finding: assignment.finding, to: assignment.to, due: assignment.due })
        .from(assignment)
        .where(isNull(assignment.endedAt)),
    async names() {
      const rows = await engine.db().selectDistinct({ to: assignment.to }).from(assignment).orderBy(asc(assignment.to));
      return rows.map((row) => row.to);
    },
    async overdue(day, limit) {
      const rows = await engine
        .db()
        .select({ assignment })
        .from(assignment)
        // from assignments to their findings: joined otherwise, the engine may read all findings for a few assignments
        .crossJoin(finding)
        .where(
          and(
            eq(finding.key, assignment.finding),
            isNull(assignment.endedAt),
            isNotNull(assignment.due),
            lt(assignment.due, day),
            live,
          ),
        )
        .orderBy(asc(assignment.due), desc(assignment.at))
        .limit(limit);
      return rows.map((row) => row.assignment);
    },
  };
}
