import type { Amendment } from "../domain/amendment.ts";
import type { NamedWork } from "../domain/citation.ts";
import type { EId } from "../domain/e-id.ts";
import type { Facts } from "../domain/facts.ts";
import type { Attachment, LegalDocument } from "../domain/legal-document.ts";
import { parseSymbol, symbolKey } from "../domain/symbol.ts";
import type { Resolution, Work, WorkId } from "../domain/work.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { loadCentralRegister } from "./central-register.ts";
import { citedWork } from "./cited-work.ts";
import { findDetailing } from "./find-detailing.ts";
import { lawNameKey } from "./law-names.ts";
import { placeEId } from "./place-e-id.ts";
import type { CitingFrame, Register } from "./register.ts";
import type { ResolvedAmendment, ResolvedCitation, ResolvedFacts } from "./resolved.ts";

export interface ResolveInput {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly facts: Facts;
  readonly register: Register;
  /** Units of a work whose text is in the index; null when it is not. */
  readonly unitsOf: (work: WorkId) => ReadonlySet<EId> | null;
  /** Attachments of such a work with their own numbers, so that "Phụ lục II" finds its place. */
  readonly attachmentsOf?: (work: WorkId) => readonly Pick<Attachment, "eId" | "num">[] | null;
  /** What a person has said `named` means in a document; null where nobody did. */
  readonly saidByHand?: (citing: WorkId, named: NamedWork) => Resolution | null;
}

/**
 * Looks up every target of a document's citations and amendments at the day the document was issued. A document named by
 * number that nobody knows becomes a cited work; a name nobody knows stays unresolved with its reason.
 */
export function resolveFacts(input: ResolveInput): ResolvedFacts {
  const resolve = createResolver(input);
  // a dated mention first, so that the same number without its day means it
  const mentions: NamedWork[] = [
    ...input.facts.citations.flatMap((c) => c.targets),
    ...input.facts.amendments.map((a) => a.target),
  ];
  for (const named of mentions) if (named.issuedOn && named.symbol) resolve.find(named);
  // "Căn cứ Luật Đất đai ngày 18/01/2024" says which Luật Đất đai the whole text means
  for (const c of input.facts.citations) if (c.role === "basis" && !c.quoted) for (const t of c.targets) resolve.fix(t);
  const citations: ResolvedCitation[] = input.facts.citations.flatMap((c) => {
    const targets = c.targets.flatMap((t) => {
      const resolution = resolve.find(t);
      if (resolution.kind === "unresolved" && resolution.dismissed) return [];
      const placed = t.eIds.map((eId) => resolve.place(eId, resolution));
      // inside quoted wording the frame is another document as it will be, not as its text is now
      const missing = c.quoted ? [] : placed.filter((p) => p.missing).map((p) => p.eId);
      return [{ ...t, eIds: placed.map((p) => p.eId), resolution, missing }];
    });
    // words that a person says name no document are no citation
    return targets.length === 0 && c.targets.length > 0 ? [] : [{ ...c, targets }];
  });
  const amendments: ResolvedAmendment[] = input.facts.amendments.map((a) => resolveAmendment(a, resolve));
  const detailing = findDetailing(input.work, input.document, citations);
  return { citations, amendments, detailing, cited: resolve.cited() };
}

function resolveAmendment(amendment: Amendment, resolve: Resolver): ResolvedAmendment {
  const resolution = resolve.find(amendment.target);
  const { eId } = amendment.target;
  const adds = amendment.action === "insert";
  const placed = eId === null ? null : resolve.place(eId, resolution, adds);
  return { ...amendment, target: { ...amendment.target, eId: placed?.eId ?? null }, resolution };
}

interface Resolver {
  find(named: NamedWork): Resolution;
  /** Lets a name given with day, year or number stand for its version wherever the bare name follows. */
  fix(named: NamedWork): void;
  /** Real place of a unit in a target whose text is known. */
  place(eId: EId, resolution: Resolution, inserted?: boolean): { readonly eId: EId; readonly missing: boolean };
  cited(): readonly Work[];
}

function createResolver({ work, document, register, unitsOf, attachmentsOf, saidByHand }: ResolveInput): Resolver {
  const frame: CitingFrame = { on: issuedOnOf(work), begins: work.effectiveOn, issuer: work.issuer };
  const fixed = new Map<string, Resolution | null>();
  const cited = new Map<WorkId, Work>();
  const found = new Map<string, Resolution>();
  let known = register;

  const lookUp = (named: NamedWork): Resolution => {
    const byHand = named.self ? null : (saidByHand?.(work.id, named) ?? null);
    // the same number or name with its day or year may be another document: there the machine is asked first
    if (byHand && named.issuedOn === null && named.year === null) return byHand;
    if (named.self || isOwn(named, work)) return { kind: "work", work: work.id, how: "chính văn bản này" };
    const stated = isBareName(named) ? fixed.get(lawNameKey(named.name as string)) : null;
    if (stated) return stated;
    const resolution = known.find(named, frame);
    if (byHand && resolution.kind !== "work") return byHand;
    if (resolution.kind !== "unresolved" || !named.symbol || !parseSymbol(named.symbol)) return resolution;
    const stub = citedWork(named, work);
    if (stub.id === work.id) return { kind: "work", work: work.id, how: "chính văn bản này" };
    cited.set(stub.id, stub);
    known = register.with([...cited.values()]);
    return { kind: "work", work: stub.id, how: "theo số, ký hiệu; chưa có toàn văn trong kho" };
  };

  const ownUnits = new Set(document.provisions.map((p) => p.eId));
  return {
    find(named) {
      const key = [named.self, named.symbol, named.type, named.name, named.issuedOn, named.year, named.issuer].join(
        "|",
      );
      const before = found.get(key);
      if (before) return before;
      const resolution = lookUp(named);
      found.set(key, resolution);
      return resolution;
    },
    fix(named) {
      if (!named.name || isBareName(named)) return;
      const key = lawNameKey(named.name);
      const resolution = lookUp(named);
      if (resolution.kind !== "work") return;
      const before = fixed.get(key);
      const agrees = before === undefined || (before?.kind === "work" && before.work === resolution.work);
      fixed.set(key, agrees ? { ...resolution, how: "theo tên, bản nêu tại căn cứ" } : null);
    },
    place(eId, resolution, inserted = false) {
      if (resolution.kind !== "work") return { eId, missing: false };
      const self = resolution.work === work.id;
      const units = self ? ownUnits : unitsOf(resolution.work);
      if (!units || units.size === 0) return { eId, missing: false };
      const attachments = self ? document.attachments : (attachmentsOf?.(resolution.work) ?? null);
      return placeEId(eId, units, attachments, inserted);
    },
    cited: () => [...cited.values()],
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
