import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { ListImport, Prose, Publication, PublicationLine } from "../domain/publication.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { ListImportStore, ProseStore, PublicationStore, PublishedPlace } from "./publications.ts";

/** Rows of a page of lists, whatever the caller asks. */
const MOST_LISTS = 500;
/** Characters of a record in which its title and the number of its rows stand. */
const START = 1500;
const pageOf = (limit: number): number => Math.max(1, Math.min(MOST_LISTS, Math.trunc(limit)));

export function publicationStore(engine: Engine): PublicationStore {
  const { publication, publishedRow } = engine.schema;
  const head = {
    id: publication.id,
    family: publication.family,
    kind: publication.kind,
    version: publication.version,
    state: publication.state,
    from: publication.from,
    on: publication.on,
    work: publication.work,
    sha256: publication.sha256,
    at: publication.at,
    by: publication.by,
    // a list of twenty thousand documents is read only by who opens it
    start: sql<string>`substr(${publication.body}, 1, ${START})`,
  };
  return {
    add: (entry, rows) =>
      engine.withTransaction(async () => {
        await engine.insert("publication", { rows: [entry] });
        await engine.insert("publishedRow", { rows });
      }),
    async find(id) {
      const [row] = await engine.db().select().from(publication).where(eq(publication.id, id)).limit(1);
      return row ?? null;
    },
    versions: async (family) => {
      const rows = await engine
        .db()
        .select(head)
        .from(publication)
        .where(eq(publication.family, family))
        .orderBy(asc(publication.version));
      return rows.map(lineOf);
    },
    async list({ kind, state, limit }) {
      const rows = await engine
        .db()
        .select(head)
        .from(publication)
        .where(
          and(
            kind === undefined ? undefined : eq(publication.kind, kind),
            state === undefined ? undefined : eq(publication.state, state),
          ),
        )
        .orderBy(desc(publication.at), desc(publication.version), asc(publication.id))
        .limit(pageOf(limit));
      return rows.map(lineOf);
    },
    move: (id, from, to) =>
      engine.withTransaction(async () => {
        const moved = await engine
          .db()
          .update(publication)
          .set(to)
          .where(and(eq(publication.id, id), eq(publication.state, from)))
          .returning({ id: publication.id });
        return moved.length > 0;
      }),
    rows: async (id) =>
      engine.db().select().from(publishedRow).where(eq(publishedRow.publication, id)).orderBy(asc(publishedRow.ord)),
    async placesOf(works) {
      const found: PublishedPlace[] = [];
      for (const some of chunks([...new Set(works)])) {
        const rows = await engine
          .db()
          .select({ row: publishedRow, publication: head })
          .from(publishedRow)
          .innerJoin(publication, eq(publication.id, publishedRow.publication))
          .where(and(inArray(publishedRow.work, some), eq(publication.state, "published")))
          .orderBy(desc(publication.on), asc(publication.id), asc(publishedRow.ord));
        found.push(...rows.map(({ row, publication: line }) => ({ row, publication: lineOf(line) })));
      }
      return found;
    },
    async standing() {
      const rows = await engine
        .db()
        .select({ family: publication.family, on: publication.on, form: publishedRow.form, work: publishedRow.work })
        .from(publishedRow)
        .innerJoin(publication, eq(publication.id, publishedRow.publication))
        .where(and(isNotNull(publishedRow.work), eq(publication.state, "published")))
        .orderBy(desc(publication.on), asc(publication.id), asc(publishedRow.ord));
      return rows.flatMap(({ work, ...row }) => (work === null ? [] : [{ ...row, work }]));
    },
    async publishedBy(work) {
      const rows = await engine
        .db()
        .select(head)
        .from(publication)
        .where(eq(publication.work, work))
        .orderBy(asc(publication.at), asc(publication.id));
      return rows.map(lineOf);
    },
  };
}

/** `{"shape":1,"title":"…","rows":12,…`: what the record says of itself before anything else. */
function lineOf({ start, ...line }: Omit<Publication, "body"> & { readonly start: string }): PublicationLine {
  const title = /"title":("(?:[^"\\]|\\.)*")/u.exec(start)?.[1];
  const rows = /"rows":(\d{1,9})/u.exec(start)?.[1];
  return { ...line, title: title === undefined ? "" : (JSON.parse(title) as string), rows: Number(rows ?? 0) };
}

export function listImportStore(engine: Engine): ListImportStore {
  const { listImport } = engine.schema;
  const first = async (where: ReturnType<typeof eq>): Promise<ListImport | null> => {
    const [row] = await engine.db().select().from(listImport).where(where).orderBy(desc(listImport.at)).limit(1);
    return row ?? null;
  };
  return {
    add: (list) => engine.withTransaction(() => engine.insert("listImport", { rows: [list] })),
    find: (id) => first(eq(listImport.id, id)),
    bySha256: (sha256) => first(eq(listImport.sha256, sha256)),
    all: async (limit) =>
      engine.db().select().from(listImport).orderBy(desc(listImport.at), asc(listImport.id)).limit(pageOf(limit)),
    change: (id, was, body) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(listImport)
          .set({ body })
          .where(and(eq(listImport.id, id), eq(listImport.body, was)))
          .returning({ id: listImport.id });
        return changed.length > 0;
      }),
  };
}

export function proseStore(engine: Engine): ProseStore {
  const { prose } = engine.schema;
  return {
    async of(keys) {
      const found = new Map<string, Prose>();
      for (const some of chunks(keys))
        for (const row of await engine.db().select().from(prose).where(inArray(prose.key, some)))
          found.set(row.key, row);
      return found;
    },
    write: ({ key, text, by, at }, version) =>
      engine.withTransaction(async () => {
        const next = { text, by, at, version: version + 1 };
        if (version === 0) {
          const [known] = await engine.db().select({ key: prose.key }).from(prose).where(eq(prose.key, key)).limit(1);
          if (known) return false;
          await engine.insert("prose", { rows: [{ key, ...next }] });
          return true;
        }
        const written = await engine
          .db()
          .update(prose)
          .set(next)
          .where(and(eq(prose.key, key), eq(prose.version, version)))
          .returning({ key: prose.key });
        return written.length > 0;
      }),
  };
}
