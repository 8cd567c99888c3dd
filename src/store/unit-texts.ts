import { and, asc, eq, inArray } from "drizzle-orm";
import { groupBy } from "../domain/group-by.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { DocumentStore } from "./store.ts";

/** Texts with their units and nothing else: a tenth of what reading whole documents costs. */
export function unitTexts(engine: Engine): Pick<DocumentStore, "textsOf"> {
  const { expression, provision } = engine.schema;
  return {
    async textsOf(works) {
      const texts: Awaited<ReturnType<DocumentStore["textsOf"]>>[number][] = [];
      for (const some of chunks(works)) {
        const documents = await engine
          .db()
          .select({ work: expression.work, text: expression.text })
          .from(expression)
          .where(and(inArray(expression.work, some), eq(expression.current, true)))
          .orderBy(asc(expression.work));
        const rows = await engine
          .db()
          .select({
            work: provision.work,
            eId: provision.eId,
            kind: provision.kind,
            num: provision.num,
            heading: provision.heading,
            spanStart: provision.spanStart,
            spanEnd: provision.spanEnd,
            ownStart: provision.ownStart,
            ownEnd: provision.ownEnd,
            parent: provision.parent,
          })
          .from(provision)
          .where(and(inArray(provision.work, some), eq(provision.piece, 0)))
          .orderBy(asc(provision.work), asc(provision.ord));
        const units = groupBy(rows, (row) => row.work);
        for (const { work, text } of documents)
          texts.push({
            work,
            text,
            provisions: (units.get(work) ?? []).flatMap(({ eId, kind, num, heading, parent, ...at }) =>
              kind === "outside"
                ? []
                : [
                    {
                      eId,
                      kind,
                      num,
                      heading,
                      parent,
                      span: { start: at.spanStart, end: at.spanEnd },
                      own: { start: at.ownStart, end: at.ownEnd },
                    },
                  ],
            ),
          });
      }
      return texts;
    },
  };
}
