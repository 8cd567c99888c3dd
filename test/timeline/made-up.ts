import { type Effect, type EffectAction, PLAIN_EFFECT } from "../../src/domain/effect.ts";
import type { LegalDocument } from "../../src/domain/legal-document.ts";
import type { Provision, ProvisionKind } from "../../src/domain/provision.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Detailing } from "../../src/resolve/resolved.ts";
import { statusOn } from "../../src/timeline/status-on.ts";
import { statusPeriods } from "../../src/timeline/status-periods.ts";

/** Works and effects of a fictional province, made by hand. */
export function work(
  symbol: string,
  issuedOn: string | null,
  effectiveOn: string | null,
  more: Partial<Work> = {},
): Work {
  const local = /UBND|HĐND/u.test(symbol);
  const issuer = !local
    ? "Chính phủ"
    : symbol.includes("HĐND")
      ? "Hội đồng nhân dân tỉnh An Khê"
      : "Ủy ban nhân dân tỉnh An Khê";
  const type = symbol.includes("NĐ-CP")
    ? "nghi-dinh"
    : symbol.includes("NQ")
      ? "nghi-quyet"
      : symbol.includes("/QH")
        ? "luat"
        : "quyet-dinh";
  return {
    id: symbol,
    symbol,
    type,
    title: null,
    issuer,
    issuedOn,
    effectiveOn,
    known: "text",
    normative: "yes",
    ...more,
  };
}

export function effect(
  action: EffectAction,
  source: string,
  target: string,
  from: string | null,
  more: Partial<Effect> = {},
): Effect {
  const draft = {
    action,
    source,
    sourceEId: "art_3",
    target,
    targetEId: null,
    from,
    ...PLAIN_EFFECT,
    applied: from !== null,
    whyNot: from === null ? "chưa rõ ngày" : null,
    origin: "text" as const,
    evidence: {
      work: source,
      symbol: source,
      eId: "art_3",
      quote: `Điều 3 của ${source}`,
      span: { start: 0, end: 10 },
    },
    ...more,
  };
  return { id: [action, source, target, draft.targetEId, from, draft.phraseFrom, draft.content].join("|"), ...draft };
}

export const details = (child: string, parent: string): Detailing => ({
  child,
  parent,
  parentEIds: [],
  evidence: { work: child, symbol: child, eId: null, quote: `quy định chi tiết ${parent}`, span: null },
});

export interface World {
  readonly works: readonly Work[];
  readonly effects?: readonly Effect[];
  readonly detailing?: readonly Detailing[];
}

/** `status since` of a work on a day. */
export function at(world: World, id: string, day: string): string {
  const period = periodAt(world, id, day);
  return period ? `${period.status} ${period.since}` : "nothing";
}

export function periodAt(world: World, id: string, day: string): StatusPeriod | null {
  const periods = statusPeriods({ works: world.works, effects: world.effects ?? [], detailing: world.detailing ?? [] });
  return statusOn(
    periods.filter((p) => p.work === id),
    day,
  );
}

/** "Điều 3. Tổ chức" and "Chương I\nQUY ĐỊNH" are headed; a lone "Điều 3" is not. */
function headingIn(kind: ProvisionKind, words: string): string | null {
  if (kind === "article") return /^Điều \S{1,5}[.:] (.+)/u.exec(words)?.[1] ?? null;
  return kind === "chapter" || kind === "section" ? (words.split("\n")[1] ?? null) : null;
}

/** A document from lines `eId kind num: text`; units nest by eId. Own words end at the first unit below. */
export function madeDocument(
  units: readonly (readonly [eId: string, kind: ProvisionKind, text: string, parent?: string])[],
): LegalDocument {
  let text = "";
  const starts: { eId: string; kind: ProvisionKind; start: number; end: number; parent: string | null }[] = [];
  for (const [eId, kind, words, parent] of units) {
    starts.push({ eId, kind, start: text.length, end: text.length + words.length, parent: parent ?? null });
    text += `${words}\n`;
  }
  const provisions: Provision[] = starts.map((u) => {
    const below = starts.filter((v) => v.eId === u.eId || v.eId.startsWith(`${u.eId}__`) || v.parent === u.eId);
    const parent = u.parent ?? (u.eId.includes("__") ? u.eId.slice(0, u.eId.lastIndexOf("__")) : null);
    const span = { start: u.start, end: Math.max(...below.map((v) => v.end)) };
    return {
      eId: u.eId,
      kind: u.kind,
      num: u.eId.slice(u.eId.lastIndexOf("_") + 1),
      heading: headingIn(u.kind, text.slice(u.start, u.end)),
      span,
      own: { start: u.start, end: u.end },
      parent,
    };
  });
  const nothing = {
    symbol: null,
    type: null,
    issuer: null,
    place: null,
    issuedOn: null,
    adoptedOn: null,
    title: null,
    signer: null,
    secrecy: null,
  };
  return {
    text,
    offsets: [],
    meta: nothing,
    preamble: null,
    basis: [],
    enacting: null,
    body: { start: 0, end: text.length },
    signature: null,
    attachments: [],
    provisions,
    quotes: [],
    problems: [],
  };
}
