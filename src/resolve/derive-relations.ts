import type { CitationRole } from "../domain/citation.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect, EffectAction, Quote } from "../domain/effect.ts";
import { groupBy } from "../domain/group-by.ts";
import { RELATION_KINDS, type RelationKind, type WorkRelation } from "../domain/relation.ts";
import type { Span } from "../domain/span.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Detailing } from "./resolved.ts";
import { oldTerritoryIn } from "./territory.ts";

/** A mention of another document, whose target is known. */
export interface Mention {
  readonly to: WorkId;
  readonly role: CitationRole;
  readonly within: EId | null;
  readonly span: Span;
  readonly text: string;
  readonly eIds: readonly EId[];
}

export interface RelationsInput {
  /** The document that acts. */
  readonly work: Work;
  readonly mentions: readonly Mention[];
  /** What it does to others. */
  readonly effects: readonly Effect[];
  /** What it details. */
  readonly detailing: readonly Detailing[];
  /** Its text, where at hand: only with it is seen where it lets an old document apply on. */
  readonly text?: string | null;
}

/** Every relation that one document makes, each once a kind, target and day. The one place that derives them. */
export function deriveRelations(input: RelationsInput): readonly WorkRelation[] {
  const { work, detailing } = input;
  const acts = relationsOfEffects(input);
  const parents = detailing.map(
    (d): WorkRelation => ({
      ...told(work, isGuiding(d.evidence.quote) ? "guides" : "details", d.parent, d.evidence),
      eIds: d.parentEIds,
      since: work.effectiveOn ?? work.issuedOn,
    }),
  );
  const spoken = [
    ...groupBy(
      input.mentions.flatMap((m) => spokenOf(input, m)),
      (r) => `${r.kind}|${r.to}`,
    ).values(),
  ];
  const done = new Set(acts.map((r) => r.to));
  return [
    ...acts,
    ...parents,
    // what it corrects or keeps alive by an instruction is told once
    ...spoken.map(merged).filter((r) => r.kind === "basis" || r.kind === "consolidates" || !done.has(r.to)),
  ].sort(
    (a, b) =>
      RELATION_KINDS.indexOf(a.kind) - RELATION_KINDS.indexOf(b.kind) ||
      (a.since ?? "9999").localeCompare(b.since ?? "9999") ||
      a.to.localeCompare(b.to),
  );
}

const told = (work: Work, kind: RelationKind, to: WorkId, evidence: Quote): WorkRelation => ({
  kind,
  from: work.id,
  to,
  eIds: [],
  since: work.issuedOn,
  until: null,
  certain: true,
  territory: [],
  evidence,
});

const KIND_OF: Readonly<Partial<Record<EffectAction, RelationKind>>> = {
  amend: "amends",
  insert: "amends",
  "replace-phrase": "amends",
  "delete-phrase": "amends",
  repeal: "repeals",
  "repeal-document": "repeals",
  expire: "repeals",
  "replace-document": "replaces",
  suspend: "suspends",
  resume: "resumes",
  extend: "extends",
  correct: "corrects",
};

/** "Công bố … hết hiệu lực, tiếp tục có hiệu lực": it says what the law has done, it does not do it. */
const announcesEffect = (title: string): boolean =>
  title
    .toLocaleLowerCase("vi")
    .split(/[.;]/u)
    .some((sentence) => {
      const at = sentence.indexOf("công bố");
      return at >= 0 && sentence.indexOf("hiệu lực", at) >= 0;
    });
const CORRECTS = /^(?:\p{L}+ ){0,3}đính chính/iu;
const CONSOLIDATES = /hợp nhất/iu;

function relationsOfEffects({ work, effects }: RelationsInput): readonly WorkRelation[] {
  const announces = announcesEffect(work.title ?? "");
  const acting = effects.flatMap((effect) => {
    const kind = KIND_OF[effect.action];
    if (kind === undefined || effect.target === work.id) return [];
    const ends = kind === "repeals" || kind === "extends" || kind === "replaces";
    return [{ effect, kind: announces && ends ? ("announces" as const) : kind }];
  });
  const groups = groupBy(acting, ({ effect, kind }) => `${kind}|${effect.target}|${effect.from}|${effect.applied}`);
  return [...groups.values()].map((group) => {
    const { effect, kind } = group[0] as (typeof group)[number];
    const units = group.map((g) => g.effect.targetEId);
    const territory = effect.territory?.map((u) => u.name) ?? placesIn(work, effect.evidence.quote);
    return {
      // "tiếp tục được áp dụng trong phạm vi tỉnh An Sơn trước sắp xếp"
      ...told(work, kind === "extends" && territory.length > 0 ? "applies-in" : kind, effect.target, effect.evidence),
      territory,
      eIds: units.includes(null) ? [] : [...new Set(units as EId[])],
      since: effect.from,
      until: effect.until,
      certain: effect.applied,
    };
  });
}

const isGuiding = (words: string): boolean => /hướng dẫn/iu.test(words) && !/quy định|chi tiết|biện pháp/iu.test(words);

/** Relations that stand in words alone. */
function spokenOf({ work, text }: RelationsInput, m: Mention): readonly WorkRelation[] {
  if (m.to === work.id) return [];
  const quote: Quote = { work: work.id, symbol: work.symbol, eId: m.within, quote: m.text, span: m.span };
  const relation = (kind: RelationKind): WorkRelation => ({ ...told(work, kind, m.to, quote), eIds: m.eIds });
  if (m.role === "basis") return [relation("basis")];
  if (m.role === "consolidates") return [relation("consolidates")];
  // the head of a consolidated text names its base and all that changed it
  if (work.type === "van-ban-hop-nhat" && m.within === null) return [{ ...relation("consolidates"), eIds: [] }];
  // its own title names it; the titles of others, in căn cứ lines, name something else
  const title = m.role === "title" && work.title?.includes(m.text) ? work.title : "";
  if (CORRECTS.test(title)) return [relation("corrects")];
  if (CONSOLIDATES.test(title)) return [relation("consolidates")];
  const places = text ? appliesOn(work, text, m) : [];
  return places.length > 0 ? [{ ...relation("applies-in"), territory: places }] : [];
}

/** "tiếp tục được áp dụng trên địa bàn tỉnh An Sơn cũ", "áp dụng trong phạm vi tỉnh An Sơn trước sắp xếp". */
const APPLIES = /(?:tiếp tục|được|vẫn) (?:được |có hiệu lực |thực hiện )?(?:và )?áp dụng|^áp dụng/iu;
/** A list's lead is not looked for farther above than this. */
const LEAD_REACH = 3000;

function appliesOn(work: Work, text: string, { span }: Mention): readonly string[] {
  const line = lineAt(text, span.start);
  const here = placesIn(work, text.slice(line.start, line.end));
  if (here.length > 0) return here;
  // a list: the words stand in the lead above it, which ends with a colon
  const above = text
    .slice(Math.max(0, line.start - LEAD_REACH), line.start)
    .split("\n")
    .reverse();
  const lead = above.find((words) => words.trimEnd().endsWith(":"));
  return placesIn(work, lead ?? work.title ?? "");
}

function placesIn(work: Work, words: string): readonly string[] {
  if (!APPLIES.test(words)) return [];
  const where = words.replace(/trong phạm vi (?=tỉnh|thành phố|các tỉnh)/giu, "địa bàn ");
  return oldTerritoryIn(where, work.issuer, work.issuedOn).map((u) => u.name);
}

function lineAt(text: string, at: number): Span {
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at - 1) + 1, end: end < 0 ? text.length : end };
}

/** Mentions of one document in one role: all their units, unless one of them means the whole. */
function merged(relations: readonly WorkRelation[]): WorkRelation {
  const first = relations[0] as WorkRelation;
  const named = relations.flatMap((r) => r.eIds);
  const whole = first.kind !== "basis" && relations.some((r) => r.eIds.length === 0);
  return {
    ...first,
    eIds: whole ? [] : [...new Set(named)],
    territory: [...new Set(relations.flatMap((r) => r.territory))],
  };
}
