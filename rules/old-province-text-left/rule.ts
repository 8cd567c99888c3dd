import { spokenOf } from "../../src/engine/evidence.ts";
import { plain } from "../../src/domain/fold.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import type { Work, WorkId } from "../../src/domain/work.ts";
import { isWholeEnd } from "../../src/engine/changed-works.ts";
import { endedOn, isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type ReferenceRow, type RuleContext, type RuleFinding } from "../../src/engine/rule.ts";

interface Renamed extends ReferenceRow {
  readonly old: string;
  readonly new: string;
}

/** Day the merged provinces began to work (NQ 202/2025/QH15). */
const MERGED: LegalDate = "2025-07-01";
/** A shorter title names no matter. */
const LEAST_WORDS = 5;

export default defineRule({
  meta: {
    id: "old-province-text-left",
    code: "L03",
    group: "draft",
    severity: "high",
    maturity: "stable",
    title: "Thay thế văn bản của một tỉnh cũ, còn sót văn bản cùng nội dung của tỉnh cũ kia",
    titleEn: "Replaces the text of one former province and leaves the other's",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_8__cl_5", from: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_54__cl_2", from: "2025-07-01" },
    ],
  },
  given: "document",
  when: ({ work, issuer }) =>
    issuer.level === "province" && work.normative !== "no" && (work.issuedOn ?? "9999") >= MERGED,
  *check({ work }, context) {
    if (!isAlive(context) || work.issuer === null) return;
    const { corpus } = context;
    const ended = corpus.effectsBy(work.id).filter((e) => e.applied && isWholeEnd(e) && e.target !== work.id);
    const targets = new Set(corpus.effectsBy(work.id).map((e) => e.target));
    for (const e of ended) {
      const replaced = corpus.work(e.target);
      if (!replaced || !isOfAnother(replaced, work)) continue;
      const left = formerProvinces(context)
        .filter((place) => place !== placeOf(replaced))
        .flatMap((place) => corpus.worksOf(issuerIn(replaced, place)))
        .filter(
          (w) => w.known === "text" && !targets.has(w.id) && isTwin(w, replaced) && isStillThere(w.id, e.from, context),
        );
      if (left.length > 0) yield say(e.evidence, replaced, left, context);
    }
  },
});

const placeOf = (work: Work): string | null => parseIssuer(work.issuer ?? "").place;
const isOfAnother = (a: Work, b: Work): boolean =>
  parseIssuer(a.issuer ?? "").level === "province" && placeOf(a) !== null && placeOf(a) !== placeOf(b);

/** The same organ in another province: `Ủy ban nhân dân tỉnh Khê Giang`. */
const issuerIn = (work: Work, place: string): string => (work.issuer ?? "").replace(placeOf(work) ?? " ", place);

/** Provinces whose documents the issuer has ended or changed, and those the table says it was formed from. */
function formerProvinces({ corpus, subject, table, day }: RuleContext): readonly string[] {
  const own = placeOf(subject.work);
  const places = new Set<string>();
  for (const row of table<Renamed>("provinces", day)) if (row.new === own) places.add(row.old);
  for (const mine of [subject.work, ...corpus.worksOf(subject.work.issuer ?? "")]) {
    if ((mine.issuedOn ?? "") < MERGED) continue;
    for (const e of corpus.effectsBy(mine.id)) {
      const target = corpus.work(e.target);
      const place = target && (target.issuedOn ?? "9999") < MERGED ? placeOf(target) : null;
      if (place !== null && place !== own) places.add(place);
    }
  }
  return [...places].sort();
}

/** One matter by title: nearly every word of either stands in the other once the places are left out. */
function isTwin(a: Work, b: Work): boolean {
  if (a.type !== b.type) return false;
  const [x, y] = [titleWords(a), titleWords(b)];
  if (Math.min(x.size, y.size) < LEAST_WORDS) return false;
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared / (x.size + y.size - shared) >= 0.8;
}

const titleWords = (work: Work): ReadonlySet<string> =>
  new Set(
    plain((work.title ?? "").replaceAll(placeOf(work) ?? " ", " ").replaceAll(nameOf(work), " "))
      .split(" ")
      .filter((w) => w !== "" && !/^(?:tỉnh|thành|phố)$/u.test(w)),
  );

/** `An Sơn` of "tỉnh An Sơn". */
const nameOf = (work: Work): string => (placeOf(work) ?? " ").replace(/^(?:tỉnh|thành phố)\s+/iu, "") || " ";

function isStillThere(id: WorkId, from: LegalDate | null, { corpus, day }: RuleContext): boolean {
  const when = from !== null && from > day ? from : day;
  const status = corpus.status(id, when)?.status;
  return endedOn(corpus, id, when) === null && (status === "in-force" || status === "partly-ceased");
}

function say(
  clause: { readonly eId: string | null; readonly quote: string; readonly span: { start: number; end: number } | null },
  replaced: Work,
  left: readonly Work[],
  { corpus, subject }: RuleContext,
): RuleFinding {
  const names = left.map((w) => corpus.nameOf(w.id)).join("; ");
  return {
    message: `Thay thế, bãi bỏ ${corpus.nameOf(replaced.id)} nhưng còn sót văn bản cùng nội dung của tỉnh cũ khác: ${names}.`,
    why: "Sau sắp xếp, văn bản của mỗi tỉnh cũ tiếp tục áp dụng trong địa giới cũ cho đến khi được thay thế, bãi bỏ; bỏ sót một văn bản thì hai quy định cùng áp dụng trong một tỉnh.",
    recommendation: subject.draft
      ? `Bổ sung vào điều khoản thi hành: ${names}.`
      : `Bãi bỏ ${names}, hoặc xác định rõ vẫn áp dụng trong địa giới tỉnh cũ.`,
    evidence: [
      {
        work: subject.work.id,
        symbol: subject.work.symbol,
        eId: clause.eId,
        quote: clause.quote,
        span: clause.span,
        role: "subject",
      },
      ...left.map((w) => spokenOf(corpus, w.id)),
    ],
    identity: `${replaced.id} ${left.map((w) => w.id).join(" ")}`,
    confidence: 0.85,
  };
}
