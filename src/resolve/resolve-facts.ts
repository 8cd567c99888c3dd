import type { Amendment } from "../domain/amendment.ts";
import type { Citation, CitedTarget, NamedWork } from "../domain/citation.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { Facts } from "../domain/facts.ts";
import type { Attachment, LegalDocument } from "../domain/legal-document.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import { citedKey, mentionKey } from "../domain/target-override.ts";
import type { Resolution, Work, WorkId } from "../domain/work.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { loadCentralRegister } from "./central-register.ts";
import { citedWork } from "./cited-work.ts";
import { DATED_ELSEWHERE, datedTwin } from "./dated-twin.ts";
import { findDetailing } from "./find-detailing.ts";
import { lawNameKey } from "./law-names.ts";
import { placeEId } from "./place-e-id.ts";
import type { CitingFrame, Register } from "./register.ts";
import { frameScopeLists } from "./scope-lists.ts";
import type { GoneUnit, ResolvedAmendment, ResolvedCitation, ResolvedFacts } from "./resolved.ts";
import { type UnitsOn, unitsOn } from "./units-on.ts";

export interface ResolveInput {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly facts: Facts;
  readonly register: Register;
  /** Units of a work whose text is in the index; null when it is not. */
  readonly unitsOf: (work: WorkId) => ReadonlySet<EId> | null;
  /** Attachments of such a work with their own numbers, so that "Phụ lục II" finds its place. */
  readonly attachmentsOf?: (work: WorkId) => readonly Pick<Attachment, "eId" | "num">[] | null;
  /** What others do to a work, as far as it is known: a cited unit must stand on the day it is cited. */
  readonly effectsOn?: (work: WorkId) => readonly Effect[];
  /** Works with that symbol that other texts name with their day and nobody knows more of. */
  readonly datedElsewhere?: (symbol: string) => readonly Work[];
  /** What a person has said a mention means in a document, by its `mentionKey`; null where nobody did. */
  readonly saidByHand?: (citing: WorkId, key: string) => Resolution | null;
}

/**
 * Looks up every target of a document's citations and amendments at the day the document was issued. A document named by
 * number that nobody knows becomes a cited work; a name nobody knows stays unresolved with its reason.
 */
export function resolveFacts(input: ResolveInput): ResolvedFacts {
  const resolve = createResolver(input);
  const written = frameScopeLists(input.document, input.facts.citations);
  // a dated mention first, so that the same number without its day means it
  const mentions: NamedWork[] = [...written.flatMap((c) => c.targets), ...input.facts.amendments.map((a) => a.target)];
  for (const named of mentions) if (named.issuedOn && named.symbol) resolve.find(named);
  // "Căn cứ Luật Đất đai ngày 18/01/2024" says which Luật Đất đai the whole text means
  for (const c of written) if (c.role === "basis" && !c.quoted) for (const t of c.targets) resolve.fix(t);
  const amendments: ResolvedAmendment[] = input.facts.amendments.map((a) => resolveAmendment(a, resolve, written));
  const citations: ResolvedCitation[] = written.flatMap((c) => {
    const targets = c.targets.flatMap((t) => {
      const resolution = resolve.mention(c, t);
      if (resolution.kind === "unresolved" && resolution.dismissed) return [];
      const placed = t.eIds.map((eId) => resolve.place(eId, resolution));
      // inside quoted wording the frame is another document as it will be, not as its text is now
      const missing = c.quoted
        ? []
        : placed.flatMap((p) => (p.missing && !isAdded(p.eId, resolution, amendments) ? [p.eId] : []));
      const gone = c.quoted ? [] : placed.flatMap((p) => p.gone ?? []);
      const target = { ...t, eIds: placed.map((p) => p.eId), resolution, missing };
      return [gone.length === 0 ? target : { ...target, gone }];
    });
    // words that a person says name no document are no citation
    return targets.length === 0 && c.targets.length > 0 ? [] : [{ ...c, targets }];
  });
  const detailing = findDetailing(input.work, input.document, citations);
  return { citations, amendments, detailing, cited: resolve.cited() };
}

/** What a text itself adds to another is rightly not there yet. */
const isAdded = (eId: EId, resolution: Resolution, amendments: readonly ResolvedAmendment[]): boolean =>
  amendments.some(
    ({ action, target, resolution: other }) =>
      action === "insert" &&
      target.eId !== null &&
      isUnder(eId, target.eId) &&
      other.kind === "work" &&
      resolution.kind === "work" &&
      other.work === resolution.work,
  );

function resolveAmendment(amendment: Amendment, resolve: Resolver, citations: readonly Citation[]): ResolvedAmendment {
  const resolution = resolve.find(amendment.target, () => {
    // "bãi bỏ văn bản nêu trên": what a person has said of these words holds for the instruction too
    const { span } = amendment;
    const words = citations.find(
      (c) => c.span.start >= span.start && c.span.end <= span.end && c.targets.some(isNameless),
    );
    const target = words?.targets.find(isNameless);
    return words && target ? mentionKey(words, target) : null;
  });
  const { eId } = amendment.target;
  const adds = amendment.action === "insert";
  const placed = eId === null ? null : resolve.place(eId, resolution, { adds });
  return { ...amendment, target: { ...amendment.target, eId: placed?.eId ?? null }, resolution };
}

const isNameless = (t: NamedWork): boolean => !t.self && citedKey(t) === null;

interface Resolver {
  /** `key`: what a decision about words without number and name is kept under. */
  find(named: NamedWork, key?: () => string | null): Resolution;
  mention(citation: Citation, target: CitedTarget): Resolution;
  /** Lets a name given with day, year or number stand for its version wherever the bare name follows. */
  fix(named: NamedWork): void;
  /** Real place of a unit in a target whose text is known. `instructed`: an instruction names it, and perhaps `adds` it. */
  place(eId: EId, resolution: Resolution, instructed?: { readonly adds: boolean }): PlacedUnit;
  cited(): readonly Work[];
}

interface PlacedUnit {
  readonly eId: EId;
  readonly missing: boolean;
  readonly gone?: GoneUnit | null;
}

function createResolver(input: ResolveInput): Resolver {
  const { work, register, saidByHand, datedElsewhere } = input;
  const frame: CitingFrame = { on: issuedOnOf(work), begins: work.effectiveOn, issuer: work.issuer };
  const fixed = new Map<string, Resolution | null>();
  const cited = new Map<WorkId, Work>();
  const found = new Map<string, Resolution>();
  let known = register;

  const lookUp = (named: NamedWork): Resolution => {
    const key = named.self ? null : citedKey(named);
    const byHand = key === null ? null : (saidByHand?.(work.id, key) ?? null);
    // the same number or name with its day or year may be another document: there the machine is asked first
    if (byHand && named.issuedOn === null && named.year === null) return byHand;
    if (named.self || isOwn(named, work)) return { kind: "work", work: work.id, how: "chính văn bản này" };
    const stated = isBareName(named) ? fixed.get(lawNameKey(named.name as string)) : null;
    if (stated) return stated;
    const resolution = known.find(named, frame);
    if (byHand && resolution.kind !== "work") return byHand;
    if (resolution.kind !== "unresolved" || !named.symbol || !parseSymbol(named.symbol)) return resolution;
    const stub = citedWork(named, work);
    const dated =
      stub.issuedOn === null ? datedTwin(stub, named, datedElsewhere?.(stub.symbol ?? "") ?? [], frame) : null;
    if (dated) return { kind: "work", work: dated.id, how: DATED_ELSEWHERE };
    if (stub.id === work.id) return { kind: "work", work: work.id, how: "chính văn bản này" };
    cited.set(stub.id, stub);
    known = register.with([...cited.values()]);
    return { kind: "work", work: stub.id, how: "theo số, ký hiệu; chưa có toàn văn trong kho" };
  };

  const place = createPlacer(input, frame);
  const find: Resolver["find"] = (named, keyOf) => {
    if (isNameless(named)) {
      const key = keyOf?.() ?? null;
      const byHand = key === null ? null : (saidByHand?.(work.id, key) ?? null);
      if (byHand) return byHand;
    }
    return findOnce(named);
  };
  const findOnce = (named: NamedWork): Resolution => {
    const key = [named.self, named.symbol, named.type, named.name, named.issuedOn, named.year, named.issuer].join("|");
    const before = found.get(key);
    if (before) return before;
    const resolution = lookUp(named);
    found.set(key, resolution);
    return resolution;
  };
  return {
    find,
    mention: (citation, target) => find(target, () => mentionKey(citation, target)),
    fix(named) {
      if (!named.name || isBareName(named)) return;
      const key = lawNameKey(named.name);
      const resolution = lookUp(named);
      if (resolution.kind !== "work") return;
      const before = fixed.get(key);
      const agrees = before === undefined || (before?.kind === "work" && before.work === resolution.work);
      fixed.set(key, agrees ? { ...resolution, how: "theo tên, bản nêu tại căn cứ" } : null);
    },
    place,
    cited: () => [...cited.values()],
  };
}

/** Finds cited units in their target as it stood on the citing day. */
function createPlacer(
  { work, document, register, unitsOf, attachmentsOf, effectsOn }: ResolveInput,
  { on, begins }: CitingFrame,
): Resolver["place"] {
  const ownUnits = new Set(document.provisions.map((p) => p.eId));
  const issuedOn = (id: WorkId): LegalDate | null => register.work(id)?.issuedOn ?? null;
  const views = new Map<string, UnitsOn>();
  const viewOf = (target: WorkId, units: ReadonlySet<EId>, strict: boolean): UnitsOn => {
    const key = `${target}${strict}`;
    const view =
      views.get(key) ?? unitsOn(units, effectsOn?.(target) ?? [], { citing: work.id, on, begins, issuedOn, strict });
    views.set(key, view);
    return view;
  };
  return (eId, resolution, instructed) => {
    if (resolution.kind !== "work") return { eId, missing: false };
    if (resolution.work === work.id)
      return ownUnits.size === 0
        ? { eId, missing: false }
        : placeEId(eId, ownUnits, document.attachments, instructed?.adds);
    const original = unitsOf(resolution.work);
    if (!original || original.size === 0) return { eId, missing: false };
    const view = viewOf(resolution.work, original, instructed !== undefined);
    const placed = placeEId(eId, view.units, attachmentsOf?.(resolution.work) ?? null, instructed?.adds);
    if (placed.missing) return { ...placed, missing: !view.mayHave(placed.eId) };
    return instructed ? placed : { ...placed, gone: view.gone(placed.eId) };
  };
}

const isBareName = (named: NamedWork): boolean =>
  named.name !== null && !named.symbol && !named.issuedOn && named.year === null;

/** Where the text's head gives no day, the register's, else the end of the year in its number. */
function issuedOnOf(work: Work): LegalDate | null {
  if (work.issuedOn) return work.issuedOn;
  const listed = loadCentralRegister().entries.get(work.id)?.issuedOn;
  if (listed) return listed;
  const year = work.symbol ? parseSymbol(work.symbol)?.year : null;
  return year ? `${year}-12-31` : null;
}

/** The document's own number cited in its own text ("ban hành kèm theo Quyết định số …" in an annex's head). */
function isOwn(named: NamedWork, work: Work): boolean {
  if (!named.symbol || !work.symbol || symbolKey(named.symbol) !== symbolKey(work.symbol)) return false;
  return named.issuedOn === null || work.issuedOn === null || named.issuedOn === work.issuedOn;
}
