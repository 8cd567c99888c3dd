import type { DocumentType } from "../domain/document-type.ts";
import type { Effect } from "../domain/effect.ts";
import { parseSymbol } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import { readReference } from "../resolve/incarnation-units.ts";
import { rankOf } from "./may-change.ts";

/** One row of `rules/reference/abolishing-acts.csv`: may an administrative act of these days do this to a normative one? */
interface AbolishingAct {
  readonly deed: "repeal" | "change";
  readonly outcome: "counted" | "to-determine";
  readonly exceptTypes: readonly string[];
  readonly citedAs: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

let loaded: readonly AbolishingAct[] | null = null;

function acts(): readonly AbolishingAct[] {
  loaded ??= readReference("abolishing-acts.csv").map((row) => ({
    deed: row.deed as AbolishingAct["deed"],
    outcome: row.outcome as AbolishingAct["outcome"],
    exceptTypes: (row.except_types ?? "").split("|").filter((t) => t !== ""),
    citedAs: row.cited_as ?? "",
    text: row.text ?? "",
    from: row.from ?? "",
    to: row.to ?? "",
  }));
  return loaded;
}

/** What an act does to another: ends it, or changes or replaces it. Announcements, corrections and suspensions are neither. */
const DEEDS: Readonly<Partial<Record<Effect["action"], AbolishingAct["deed"]>>> = {
  repeal: "repeal",
  "repeal-document": "repeal",
  "replace-document": "change",
  amend: "change",
  insert: "change",
  "replace-phrase": "change",
  "delete-phrase": "change",
};

/**
 * Why an administrative act (a decision without a year in its number) does not surely do what it says to a normative document
 * of its own issuer: from 01/7/2016 to 31/3/2025 the law wanted a normative document for that. A higher body may always.
 * Null = it counts.
 */
export function whyActDoubtful(effect: Pick<Effect, "action">, source: Work, target: Work): string | null {
  const deed = DEEDS[effect.action];
  const day = source.issuedOn;
  if (!deed || day === null || !isAdministrative(source) || !isNormative(target)) return null;
  const [above, below] = [rankOf(source), rankOf(target)];
  if (above !== null && below !== null && above < below) return null;
  const act = acts().find((a) => a.deed === deed && a.from <= day && (a.to === "" || day < a.to));
  if (!act || act.outcome === "counted" || act.exceptTypes.includes(target.type)) return null;
  return `văn bản hành chính ${deed === "repeal" ? "bãi bỏ" : "sửa đổi, thay thế"} văn bản quy phạm pháp luật (${act.citedAs}: ${lower(act.text)})`;
}

const ADMINISTRATIVE = new Set<DocumentType>(["quyet-dinh", "nghi-quyet", "chi-thi", "ke-hoach", "cong-van", "khac"]);

const isAdministrative = (work: Work): boolean =>
  work.symbol !== null &&
  ADMINISTRATIVE.has(work.type) &&
  yearless(work.symbol) &&
  !/\/(?:QH|UBTVQH)\d/u.test(work.symbol);

/** Numbers of before 2005 (`3076/QĐ-UB`) have no year either: of those nothing is held against anybody. */
const isNormative = (work: Work): boolean => work.symbol !== null && !yearless(work.symbol) && work.normative !== "no";

const yearless = (symbol: string): boolean => (parseSymbol(symbol)?.year ?? null) === null;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
