import type { LegalDate } from "../domain/legal-date.ts";
import type { RelationKind, WorkRelation } from "../domain/relation.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { workUri } from "../domain/work-uri.ts";

export interface RelatedWorks {
  readonly work: Work;
  readonly on: LegalDate;
  readonly relations: readonly WorkRelation[];
  /** Documents it cites and that cite it, whatever else stands between them. */
  readonly cites: readonly WorkId[];
  readonly citedBy: readonly WorkId[];
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly statuses: ReadonlyMap<WorkId, StatusName | null>;
}

/**
 * What ELI has a word for. It has none for suspending, resuming, extending (they change a document without amending it), nor
 * for detailing and guiding (they rest on their parent): the exact kind stands in the relation's own node.
 */
const PROPERTIES: Readonly<Record<RelationKind, string>> = {
  repeals: "eli:repeals",
  replaces: "eli:repeals",
  announces: "eli:related_to",
  suspends: "eli:changes",
  resumes: "eli:changes",
  extends: "eli:changes",
  amends: "eli:amends",
  corrects: "eli:corrects",
  "applies-in": "eli:applies",
  consolidates: "eli:consolidates",
  details: "eli:based_on",
  guides: "eli:based_on",
  basis: "eli:based_on",
};

const IN_FORCE: Readonly<Record<StatusName, string | null>> = {
  "in-force": "eli:InForce-inForce",
  "partly-ceased": "eli:InForce-partiallyInForce",
  "partly-suspended": "eli:InForce-partiallyInForce",
  ceased: "eli:InForce-notInForce",
  suspended: "eli:InForce-notInForce",
  "not-yet-in-force": "eli:InForce-notInForce",
  unknown: null,
};

/** Written into every file: it is read without a network. */
const CONTEXT = {
  eli: "http://data.europa.eu/eli/ontology#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  rasoat: "urn:rasoat:",
  "eli:date_document": { "@type": "xsd:date" },
  "eli:first_date_entry_in_force": { "@type": "xsd:date" },
  "eli:in_force": { "@type": "@id" },
  "eli:title": { "@language": "vi" },
  "rasoat:from": { "@type": "@id" },
  "rasoat:to": { "@type": "@id" },
  "rasoat:since": { "@type": "xsd:date" },
  "rasoat:until": { "@type": "xsd:date" },
  "rasoat:on": { "@type": "xsd:date" },
} as const;

type Node = Record<string, unknown>;

/**
 * The relations of a document as JSON-LD in the terms of the European Legislation Identifier. Each relation is a property of
 * the document that acts, and a node of its own with its days, units and the words that prove it.
 */
export function relationsJsonLd(input: RelatedWorks): Node {
  const { work, relations, works } = input;
  const uri = (id: WorkId): string => {
    const found = id === work.id ? work : works.get(id);
    return found === undefined ? `/akn/vn/act/${id}` : workUri(found);
  };
  const nodes = new Map<WorkId, Node>();
  const node = (id: WorkId): Node => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const made = resource(id === work.id ? work : works.get(id), uri(id), input.statuses.get(id) ?? null);
    nodes.set(id, made);
    return made;
  };
  node(work.id)["rasoat:on"] = input.on;
  for (const r of relations) if (r.certain) add(node(r.from), PROPERTIES[r.kind], uri(r.to));
  for (const id of input.cites) add(node(work.id), "eli:cites", uri(id));
  for (const id of input.citedBy) add(node(id), "eli:cites", uri(work.id));
  for (const r of relations) {
    node(r.from);
    node(r.to);
  }
  for (const id of input.cites) node(id);
  const told = relations.map((r, i) => relationNode(r, `${uri(work.id)}#relation-${i + 1}`, uri));
  return { "@context": CONTEXT, "@graph": [...nodes.values(), ...told] };
}

function add(node: Node, property: string, uri: string): void {
  const all = (node[property] ?? []) as { "@id": string }[];
  if (all.some((one) => one["@id"] === uri)) return;
  node[property] = [...all, { "@id": uri }];
}

const resource = (work: Work | undefined, uri: string, status: StatusName | null): Node =>
  without({
    "@id": uri,
    "@type": "eli:LegalResource",
    "eli:id_local": work?.symbol,
    "eli:type_document": work === undefined ? null : { "@id": `rasoat:type:${work.type}` },
    "eli:title": work?.title,
    "eli:date_document": work?.issuedOn,
    "eli:first_date_entry_in_force": work?.effectiveOn,
    "eli:responsibility_of": work?.issuer,
    "eli:in_force": status === null ? null : IN_FORCE[status],
    "rasoat:status": status,
  });

const relationNode = (r: WorkRelation, id: string, uri: (work: WorkId) => string): Node =>
  without({
    "@id": id,
    "@type": "rasoat:Relation",
    "rasoat:kind": r.kind,
    "rasoat:from": uri(r.from),
    "rasoat:to": uri(r.to),
    "rasoat:certain": r.certain,
    "rasoat:unit": r.eIds.length === 0 ? null : r.eIds,
    "rasoat:since": r.since,
    "rasoat:until": r.until,
    "rasoat:territory": r.territory.length === 0 ? null : r.territory,
    "rasoat:sourceUnit": r.evidence.eId,
    "rasoat:quote": r.evidence.quote === "" ? null : r.evidence.quote,
  });

const without = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined));
