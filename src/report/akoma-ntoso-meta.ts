import type { Effect, EffectAction } from "../domain/effect.ts";
import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import { expressionUri, workUri } from "../domain/work-uri.ts";
import type { ExportedDocument } from "./exported-document.ts";
import { type Xml, xml, xmlText } from "./xml.ts";

const TOOL = "#rasoat";
const OWN = "urn:rasoat:akn";
/** The standard asks for a day where none is known. */
const NO_DAY: LegalDate = "0001-01-01";

/** Who, what, when; the life of the document; what it does and what is done to it. */
export function aknMeta(document: ExportedDocument): Xml {
  const events = eventsOf(document);
  const active = modifications(document, document.effectsBy, events, "amod");
  const passive = modifications(document, document.effectsOn, events, "pmod");
  const groups = [...events.values()].map(({ n }) =>
    xml("temporalGroup", { eId: `tg_${n}` }, xml("timeInterval", { start: `#ev_${n}`, refersTo: "#inForce" })),
  );
  return xml(
    "meta",
    {},
    identification(document, "main"),
    lifecycle(document, events),
    active.length + passive.length === 0
      ? null
      : xml(
          "analysis",
          { source: TOOL },
          active.length === 0 ? null : xml("activeModifications", {}, active),
          passive.length === 0 ? null : xml("passiveModifications", {}, passive),
        ),
    groups.length === 0 ? null : xml("temporalData", { source: TOOL }, groups),
    references(document),
    statusNote(document),
  );
}

/** An attached text is a component of its document. */
export const attachmentMeta = (document: ExportedDocument, eId: EId): Xml =>
  xml("meta", {}, identification(document, eId));

function identification({ work, on, made }: ExportedDocument, component: string): Xml {
  const [uri, expression] = [workUri(work), expressionUri(work, on)];
  const issued = work.issuedOn ?? NO_DAY;
  return xml(
    "identification",
    { source: TOOL },
    xml(
      "FRBRWork",
      {},
      xml("FRBRthis", { value: `${uri}/!${component}` }),
      xml("FRBRuri", { value: uri }),
      xml("FRBRalias", { value: work.id, name: "rasoat" }),
      xml("FRBRdate", { date: issued, name: work.issuedOn === null ? "unknown" : "issued" }),
      xml("FRBRauthor", { href: "#issuer" }),
      xml("FRBRcountry", { value: "vn" }),
      xml("FRBRsubtype", { value: work.type }),
      work.symbol === null ? null : xml("FRBRnumber", { value: work.symbol }),
      work.title === null ? null : xml("FRBRname", { value: work.title }),
      work.normative === "unsure" ? null : xml("FRBRprescriptive", { value: String(work.normative === "yes") }),
    ),
    xml(
      "FRBRExpression",
      {},
      xml("FRBRthis", { value: `${expression}/!${component}` }),
      xml("FRBRuri", { value: expression }),
      xml("FRBRdate", { date: on ?? issued, name: on === null ? "issued" : "asOf" }),
      xml("FRBRauthor", { href: on === null ? "#issuer" : TOOL }),
      // made by a machine for looking things up: never the official text
      xml("FRBRauthoritative", { value: "false" }),
      xml("FRBRlanguage", { language: "vie" }),
    ),
    xml(
      "FRBRManifestation",
      {},
      xml("FRBRthis", { value: `${expression}/!${component}.xml` }),
      xml("FRBRuri", { value: `${expression}.akn` }),
      xml("FRBRdate", { date: made, name: "markup" }),
      xml("FRBRauthor", { href: TOOL }),
      xml("FRBRformat", { value: "application/akn+xml" }),
    ),
  );
}

interface Event {
  readonly n: number;
  readonly date: LegalDate;
  readonly type: "generation" | "amendment" | "repeal";
  readonly source: string;
}

const eventKey = (e: Effect): string => `${e.from} ${e.source}`;

const ENDS: ReadonlySet<EffectAction> = new Set<EffectAction>([
  "replace-document",
  "repeal-document",
  "expire",
  "term",
]);

/** One event for each document and day of effects. The first is the document's own making. */
function eventsOf({ effectsOn, effectsBy, work }: ExportedDocument): ReadonlyMap<string, Event> {
  const events = new Map<string, Event>();
  const dated = [...effectsOn, ...effectsBy].filter((e) => e.from !== null && MODIFICATIONS[e.action] !== undefined);
  for (const e of dated.sort((a, b) => ((a.from as string) < (b.from as string) ? -1 : 1))) {
    if (events.has(eventKey(e))) continue;
    events.set(eventKey(e), {
      n: events.size + 1,
      date: e.from as LegalDate,
      type: e.action === "commence" ? "generation" : ENDS.has(e.action) ? "repeal" : "amendment",
      source: e.source === work.id ? "#original" : `#${refId(e.source)}`,
    });
  }
  return events;
}

function lifecycle({ work }: ExportedDocument, events: ReadonlyMap<string, Event>): Xml | null {
  const made =
    work.issuedOn === null
      ? []
      : [xml("eventRef", { eId: "ev_0", date: work.issuedOn, source: "#original", type: "generation" })];
  const all = [
    ...made,
    ...[...events.values()].map((e) =>
      xml("eventRef", { eId: `ev_${e.n}`, date: e.date, source: e.source, type: e.type }),
    ),
  ];
  return all.length === 0 ? null : xml("lifecycle", { source: TOOL }, all);
}

/** How our actions are called by the standard; what is not understood is no modification. */
const MODIFICATIONS: Readonly<Partial<Record<EffectAction, readonly [element: string, type: string]>>> = {
  amend: ["textualMod", "substitution"],
  correct: ["textualMod", "substitution"],
  insert: ["textualMod", "insertion"],
  repeal: ["textualMod", "repeal"],
  "replace-phrase": ["textualMod", "substitution"],
  "delete-phrase": ["textualMod", "repeal"],
  "replace-document": ["forceMod", "endOfEnactment"],
  "repeal-document": ["forceMod", "endOfEnactment"],
  expire: ["forceMod", "endOfEnactment"],
  term: ["forceMod", "endOfEnactment"],
  commence: ["forceMod", "entryIntoForce"],
  suspend: ["efficacyMod", "inapplication"],
  resume: ["efficacyMod", "entryIntoEfficacy"],
  extend: ["efficacyMod", "prorogationOfEfficacy"],
};

function modifications(
  { work, works }: ExportedDocument,
  effects: readonly Effect[],
  events: ReadonlyMap<string, Event>,
  prefix: string,
): readonly Xml[] {
  const uri = (id: WorkId, eId: EId | null): string => {
    const found = id === work.id ? work : works.get(id);
    const unit = eId === null ? "" : `#${eId}`;
    if (id === work.id && unit !== "") return unit;
    return `${found === undefined ? `/akn/vn/act/${id}` : workUri(found)}${unit}`;
  };
  return effects.flatMap((e, i) => {
    const known = MODIFICATIONS[e.action];
    if (known === undefined) return [];
    const [element, type] = known;
    const event = e.from === null ? undefined : events.get(eventKey(e));
    const phrase = (text: string): Xml => xml("phrase", { xmlns: OWN }, xmlText(text));
    return [
      xml(
        element,
        { type, eId: `${prefix}_${i + 1}` },
        xml("source", { href: uri(e.source, e.sourceEId) }),
        xml("destination", { href: uri(e.target, e.targetEId) }),
        event === undefined ? null : xml("force", { period: `#tg_${event.n}` }),
        element === "textualMod" && e.phraseFrom !== null ? xml("old", {}, phrase(e.phraseFrom)) : null,
        element === "textualMod" && e.phraseTo !== null ? xml("new", {}, phrase(e.phraseTo)) : null,
      ),
    ];
  });
}

const refId = (id: WorkId): string => `ref_${id.replace(/[^A-Za-z0-9_-]/gu, "_")}`;

function references({ work, works, signer, effectsOn, effectsBy }: ExportedDocument): Xml {
  const named = (id: WorkId): { href: string; showAs: string } => {
    const found = works.get(id);
    return found === undefined
      ? { href: `/akn/vn/act/${id}`, showAs: id }
      : { href: workUri(found), showAs: found.symbol ?? found.title ?? id };
  };
  const passive = new Set(effectsOn.map((e) => e.source).filter((id) => id !== work.id));
  const active = new Set(effectsBy.map((e) => e.target).filter((id) => id !== work.id && !passive.has(id)));
  return xml(
    "references",
    { source: TOOL },
    xml("original", {
      eId: "original",
      href: expressionUri(work, null),
      showAs: work.symbol ?? work.title ?? work.id,
    }),
    [...passive].map((id) => xml("passiveRef", { eId: refId(id), ...named(id) })),
    [...active].map((id) => xml("activeRef", { eId: refId(id), ...named(id) })),
    xml("TLCOrganization", {
      eId: "issuer",
      href: "/akn/ontology/organization/vn/issuer",
      showAs: work.issuer ?? "không rõ",
    }),
    xml("TLCOrganization", { eId: "rasoat", href: "/akn/ontology/organization/rasoat", showAs: "Rasoat" }),
    signer === null
      ? null
      : xml("TLCPerson", { eId: "signer", href: "/akn/ontology/person/vn/signer", showAs: signer }),
    xml("TLCConcept", { eId: "inForce", href: "/akn/ontology/concept/inForce", showAs: "có hiệu lực" }),
  );
}

/** The computed status and whether every change is in the words: ours to say, not the standard's. */
function statusNote({ status, on, complete }: ExportedDocument): Xml {
  return xml(
    "proprietary",
    { source: TOOL },
    xml(
      "validity",
      {
        xmlns: OWN,
        on,
        status: status?.name ?? "unknown",
        since: status?.since,
        complete: String(complete),
      },
      xmlText(status?.reason ?? ""),
    ),
  );
}
