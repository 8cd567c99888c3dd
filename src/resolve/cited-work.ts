import type { NamedWork } from "../domain/citation.ts";
import { parseIssuer } from "../domain/issuer.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import { trimIssuer } from "./place-line.ts";
import { isCentralSymbol, workIdOf } from "./work-id.ts";

/** A work known only because a text names it by number. What the text leaves out is filled from who cites and from the code. */
export function citedWork(named: NamedWork, citing: Pick<Work, "issuer">): Work {
  const symbol = canonicalSymbol(named.symbol ?? "");
  const parts = parseSymbol(symbol);
  const type = named.type ?? parts?.type ?? "khac";
  const issuer = isCentralSymbol(symbol)
    ? (named.issuer ?? centralIssuer(parts?.code ?? ""))
    : localIssuer(named, citing, parts?.code ?? "");
  const issuedOn = named.issuedOn;
  return {
    id: workIdOf({ type, symbol, issuer, issuedOn }),
    symbol,
    type,
    title: named.name,
    issuer,
    issuedOn,
    effectiveOn: null,
    known: "cited",
    normative: parts?.year == null && type !== "luat" ? "unsure" : "yes",
  };
}

function centralIssuer(code: string): string | null {
  if (/^QH\d/u.test(code)) return "Quốc hội";
  if (/UBTVQH\d/u.test(code)) return "Ủy ban Thường vụ Quốc hội";
  if (/^(?:NĐ|NQ)-CP$|^CP$/u.test(code)) return "Chính phủ";
  if (/TTg$/u.test(code)) return "Thủ tướng Chính phủ";
  return null;
}

/** "Quyết định số 12/2021/QĐ-UBND" with no issuer, or "của UBND tỉnh": the place is that of the citing body. */
function localIssuer(named: NamedWork, citing: Pick<Work, "issuer">, code: string): string | null {
  const said = named.issuer ? parseIssuer(trimIssuer(named.issuer)) : null;
  if (said?.place) return spelledOut(said.name);
  const place = citing.issuer ? parseIssuer(citing.issuer).place : null;
  if (!place) return named.issuer;
  const body = /TTHĐ|TT\.HĐ/u.test(code)
    ? "Thường trực Hội đồng nhân dân"
    : /HĐ/u.test(code)
      ? "Hội đồng nhân dân"
      : /CTUB|-CT$/u.test(code)
        ? "Chủ tịch Ủy ban nhân dân"
        : /UB/u.test(code)
          ? "Ủy ban nhân dân"
          : null;
  return body ? `${body} ${place}` : named.issuer;
}

const spelledOut = (name: string): string =>
  name
    .replace(/^UBND(?=\s)/u, "Ủy ban nhân dân")
    .replace(/^HĐND(?=\s)/u, "Hội đồng nhân dân")
    .replace(/^Uỷ ban/u, "Ủy ban");
