import { z } from "zod";
import { RELATION_KINDS } from "../../../src/domain/relation.ts";
import { type Relation, viewRelations } from "../../../src/use-cases/view-relations.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { day, eId, list, named } from "../shapes/named.ts";
import { quote, statusName, work, workOf } from "../shapes/work.ts";
import { byId } from "./documents.ts";

const kind = z.enum(RELATION_KINDS);

const row = named(
  "RelationRow",
  z.strictObject({
    kind,
    outgoing: z.boolean().describe("true: văn bản này tác động; false: bị tác động. / true: this document acts."),
    other: work,
    status: statusName.nullable(),
    eIds: list(eId),
    since: day.nullable(),
    until: day.nullable(),
    certain: z.boolean(),
    territory: list(z.string()),
    evidence: quote,
  }),
);

const met = named(
  "RelatedWork",
  z.strictObject({
    work,
    status: statusName.nullable(),
    roles: list(z.string()),
    kinds: list(kind),
    times: z.number().int(),
  }),
);

const metOf = (r: Relation): z.input<typeof met> => ({
  work: workOf(r.work),
  status: r.status,
  roles: r.roles,
  kinds: r.kinds ?? [],
  times: r.times,
});

export const listRelations = operation({
  id: "listRelations",
  method: "GET",
  path: "/documents/{id}/relations",
  permission: "document:read",
  tag: "documents",
  day: true,
  summary: {
    vi: "Quan hệ với văn bản khác (tối đa 200 dòng), dẫn chiếu đi và đến, dẫn chiếu chưa rõ",
    en: "Relations to other documents (200 rows at most), citations out and in, unclear citations",
  },
  params: byId,
  answers: z.strictObject({
    rows: list(row),
    total: z.number().int(),
    cites: list(met),
    citedBy: list(met),
    unclear: list(
      z.strictObject({
        text: z.string(),
        within: eId.nullable(),
        unit: z.string().nullable(),
        key: z.string().nullable(),
        candidates: list(work),
      }),
    ),
  }),
  example: { id: "w17" },
  async run({ store, path, on }) {
    const found = await store.works.find(path.id);
    if (found === null) return apiFault(404, "no-document", path.id);
    const view = await viewRelations(store, found, on);
    return {
      body: {
        rows: view.rows.map(({ relation: r, other, status, outgoing }) => ({
          kind: r.kind,
          outgoing,
          other: workOf(other),
          status,
          eIds: r.eIds,
          since: r.since,
          until: r.until,
          certain: r.certain,
          territory: r.territory,
          evidence: r.evidence,
        })),
        total: view.total,
        cites: view.cites.map(metOf),
        citedBy: view.citedBy.map(metOf),
        unclear: view.lost.map((l) => ({
          text: l.link.text,
          within: l.link.within,
          unit: l.unit,
          key: l.link.key,
          candidates: l.candidates.map(workOf),
        })),
      },
    };
  },
});
