import { createHash } from "node:crypto";
import { fold } from "../domain/fold.ts";
import { issuerKey, parseIssuer, PROVINCES_OF_TODAY } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { canonicalSymbol, parseSymbol, symbolKey } from "../domain/symbol.ts";
import type { Work, WorkId } from "../domain/work.ts";

/**
 * Identity of a work as 16 hex digits.
 *
 * Central documents are numbered by one register: `34/2016/NĐ-CP` is one document whoever cites it, with or without its day,
 * so the symbol alone (with the year of issue where the symbol has none) is their identity. Local symbols repeat from
 * province to province and, after a merger, inside one province: there the issuer's incarnation and the day belong to it.
 */
export function workIdOf(work: Pick<Work, "type" | "symbol" | "issuer" | "issuedOn">): WorkId {
  return createHash("sha256").update(identityOf(work)).digest("hex").slice(0, 16);
}

function identityOf({ type, symbol, issuer, issuedOn }: Pick<Work, "type" | "symbol" | "issuer" | "issuedOn">): string {
  if (symbol && isCentralSymbol(symbol)) {
    const year = parseSymbol(symbol)?.year ?? null;
    return ["central", symbolKey(symbol), year === null ? (issuedOn?.slice(0, 4) ?? "") : ""].join("|");
  }
  const named = symbol ? (parseSymbol(symbol) ? symbolKey(symbol) : fold(symbol).trim()) : "";
  return [
    "local",
    type,
    named,
    issuer ? `${issuerKey(issuer)}@${incarnation(issuer, issuedOn)}` : "",
    issuedOn ?? "",
  ].join("|");
}

/** Codes that only central bodies use (Luật 64/2025/QH15 Điều 4 and the older laws). */
const CENTRAL = [
  /^QH\d/u,
  /UBTVQH\d/u,
  /^(?:LCT|PL|L|SL)(?:$|[-/.])/u,
  /^(?:L|Q[ĐD])-CTN$/u,
  /^(?:N[ĐD]-?)?CP$/u,
  /^(?:N[ĐD]|NQ|Q[ĐD]|CT|TT)[-/.](?:CP|TTG|H[ĐD]BT)$/u,
  /^(?:TTG|H[ĐD]BT)$/u,
  /^T+T(?:LT|LB)?[-/.]/u,
  /^TT-L[TB]/u,
  /^NQLT[-/.]/u,
  /^NQ[-/.]H[ĐD]TP/u,
  /^VBHN[-/.]/u,
  /^(?:Q[ĐD]|CT|NQ)[-/.](?:B[A-ZĐ&]{1,10}|NHNN\d*|KTNN|TTCP|UBDT|VPCP|TANDTC|VKSNDTC|VKSTC|TCTK|TCHQ|BHXH)$/u,
];
const LOCAL = /(?:^|[-/.])(?:UB|TTH[ĐD]N?D?|H[ĐD](?:ND|$)|CTUB|STP)/u;

/** True when the code of the symbol belongs to a central body, so that number and year say which document it is. */
export function isCentralSymbol(symbol: string): boolean {
  const code = parseSymbol(symbol)?.code.toUpperCase() ?? canonicalSymbol(symbol).toUpperCase();
  if (/LCT[-/]H[ĐD]NN/u.test(code)) return true;
  if (/^(?:[^-/.]+[-/.])?UB(?:TVQH|DT)/u.test(code)) return true;
  const joint = /^(?:TT|NQLT|VBHN)(?!H[ĐD])/u.test(code);
  return (joint || !LOCAL.test(code)) && CENTRAL.some((shape) => shape.test(code));
}

/** Old and new bodies often share one name; the day tells them apart. Central bodies have no incarnations here. */
function incarnation(issuer: string, issuedOn: LegalDate | null): string {
  if (parseIssuer(issuer).level === "central" || issuedOn === null) return "";
  return issuedOn < PROVINCES_OF_TODAY ? `<${PROVINCES_OF_TODAY}` : `>=${PROVINCES_OF_TODAY}`;
}
