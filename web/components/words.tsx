import type { Child } from "hono/jsx";
import { eIdName, type EId } from "../../src/domain/e-id.ts";
import { typeName } from "../../src/domain/document-type.ts";
import { parseSymbol } from "../../src/domain/symbol.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Frame } from "../frame.ts";

/** Symbols up to this length stay on one line; longer ones would push a narrow page sideways. */
const LONGEST_UNBROKEN_SYMBOL = 22;
const SYMBOL = /(\d+[\p{L}]?\/\d{4}\/[\p{L}\p{N}-]+|\d+\/\p{Lu}[\p{L}\p{N}]*-[\p{L}\p{N}-]+)/u;

/** Plain text in which a document's symbol is never cut at its hyphen. */
export function words(text: string): Child[] {
  return text
    .split(SYMBOL)
    .map((part, i) => (i % 2 === 1 && part.length <= LONGEST_UNBROKEN_SYMBOL ? <span class="nb">{part}</span> : part));
}

/** What the trade, a rule or a proof says in Vietnamese; marked as such on an English page. */
export const Said = ({ f, text }: { f: Frame; text: string }) =>
  f.lang === "vi" ? words(text) : <span lang="vi">{words(text)}</span>;

/** Text with some stretches marked by the highlighter. `marks` are offsets into it, ascending. */
export function marked(text: string, marks: readonly { readonly start: number; readonly end: number }[]): Child[] {
  const out: Child[] = [];
  let at = 0;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    if (mark.end <= start) continue;
    if (start > at) out.push(...words(text.slice(at, start)));
    out.push(<mark>{words(text.slice(start, mark.end))}</mark>);
    at = mark.end;
  }
  if (at < text.length) out.push(...words(text.slice(at)));
  return out;
}

/** The shortest name an official would use: the symbol, or the title of a law. */
export const shortName = (f: Frame, work: Work): string =>
  work.symbol ?? work.title ?? `${f.t.type[work.type]} (${f.t.work.noSymbol})`;

/** `Quyết định số 17/2025/QĐ-UBND ngày 06/10/2025 của Ủy ban nhân dân tỉnh An Khê` */
export const FullName = ({ f, work }: { f: Frame; work: Work }) => (
  <>
    {f.t.type[work.type]}{" "}
    {work.symbol ? (
      <>
        {f.t.work.number("")}
        <b class="sym">{work.symbol}</b>
      </>
    ) : (
      f.t.work.noSymbol
    )}{" "}
    {work.issuedOn ? f.t.work.day(f.date(work.issuedOn)) : null}{" "}
    {work.issuer ? (
      <>
        {f.t.work.by("")}
        <Said f={f} text={work.issuer} />
      </>
    ) : null}
  </>
);

/** `khoản 2 Điều 5`, where no document is at hand; view models name units as their documents do. */
export const unitName = (eId: EId): string => eIdName(eId);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Luật số 64/2025/QH15` from the symbol alone. */
export const namedSymbol = (symbol: string): string => {
  const type = parseSymbol(symbol)?.type ?? null;
  return type === null ? symbol : `${typeName(type)} số ${symbol}`;
};

/** `nowrap` symbol. */
export const Symbol = ({ text }: { text: string }) => (
  <span class={text.length <= LONGEST_UNBROKEN_SYMBOL ? "nb" : undefined}>{text}</span>
);

export const Day = ({ f, day }: { f: Frame; day: string }) => <time datetime={day}>{f.date(day)}</time>;
