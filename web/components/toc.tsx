import { isUnder } from "../../src/domain/e-id.ts";
import type { ReaderPart } from "../../src/use-cases/reader-parts.ts";
import type { ReaderView } from "../../src/use-cases/view-reader.ts";
import type { Stretch } from "../../src/use-cases/view-text.ts";
import type { Frame } from "../frame.ts";
import { railState, standingName } from "./provision-view.tsx";
import { severityIcon } from "./status.tsx";
import { Icon } from "./sprite.tsx";

export const PARTS: ReadonlySet<Stretch["kind"]> = new Set(["part", "chapter", "section", "subsection", "attachment"]);
/** Parts that fold in the contents of a long document. */
const FOLDS: ReadonlySet<Stretch["kind"]> = new Set(["part", "chapter", "attachment"]);
/** Contents of more entries are folded by chapter: they would be longer than the reader's patience. */
const LONGEST_OPEN = 60;

/** Contents: parts and articles, with the marks of changed ones and of findings. */
export const Toc = ({
  f,
  reader,
  parts,
  at,
}: {
  f: Frame;
  reader: ReaderView;
  /** Pieces of a long text, of which `at` is on the page. */
  parts: readonly ReaderPart[];
  at: number;
}) => {
  const elsewhere = new Map(parts.flatMap((p, i) => (i === at ? [] : p.stretches.map((s) => [s, p.key] as const))));
  const hrefOf = (s: Stretch): string => {
    const key = elsewhere.get(s);
    const hash = `#${encodeURIComponent(s.anchor as string)}`;
    return key === undefined ? hash : `${f.here({ part: key || null, cite: null })}${hash}`;
  };
  const entries = reader.stretches.filter((s) => s.anchor !== null && (PARTS.has(s.kind) || s.kind === "article"));
  if (entries.length === 0) return <div class="reader__toc"></div>;
  return (
    <nav class="reader__toc toc" aria-label={f.t.document.toc} tabindex={0} lang={f.lang === "vi" ? undefined : "vi"}>
      {entries.length <= LONGEST_OPEN
        ? entries.map((s) => <Entry f={f} reader={reader} stretch={s} href={hrefOf(s)} />)
        : groupsOf(entries).map(({ part, under }) =>
            part === null || under.length === 0 ? (
              [part, ...under].map((s) =>
                s === null ? null : <Entry f={f} reader={reader} stretch={s} href={hrefOf(s)} />,
              )
            ) : (
              <details class="toc__fold">
                <summary>
                  {partName(part)} <span class="n">{f.t.n(under.filter((s) => s.kind === "article").length)}</span>
                </summary>
                <a class="toc__start" href={hrefOf(part)}>
                  {f.t.document.tocStart}
                </a>
                {under.map((s) => (
                  <Entry f={f} reader={reader} stretch={s} href={hrefOf(s)} />
                ))}
              </details>
            ),
          )}
    </nav>
  );
};

/** Every chapter with what stands under it; what stands before the first has no part. */
function groupsOf(
  entries: readonly Stretch[],
): readonly { readonly part: Stretch | null; readonly under: readonly Stretch[] }[] {
  const groups: { part: Stretch | null; under: Stretch[] }[] = [{ part: null, under: [] }];
  for (const s of entries)
    if (FOLDS.has(s.kind)) groups.push({ part: s, under: [] });
    else groups.at(-1)?.under.push(s);
  return groups;
}

const Entry = ({ f, reader, stretch: s, href }: { f: Frame; reader: ReaderView; stretch: Stretch; href: string }) => {
  if (PARTS.has(s.kind))
    return (
      <a class="toc__part" href={href}>
        {partName(s)}
      </a>
    );
  const heading = s.provision?.heading ?? textOf(s).replace(/^Điều\s+\S+\s*/u, "");
  return (
    <a href={href}>
      <span class="n">{s.provision?.num}</span>
      <span>{shorten(heading)}</span>
      <TocMark f={f} reader={reader} stretch={s} />
    </a>
  );
};

const LONGEST_TOC_LINE = 90;
const shorten = (text: string): string =>
  text.length <= LONGEST_TOC_LINE ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_TOC_LINE))}…`;
const textOf = (s: Stretch): string => s.lines[0]?.runs.map((r) => r.pieces.map((p) => p.text).join("")).join("") ?? "";
/** `Chương I. Quy định chung`; an attachment's heading already says what it is. */
const partName = (s: Stretch): string => {
  const [first, heading] = [textOf(s), s.provision?.heading ?? null];
  if (heading === null) return shorten(first);
  return shorten(
    heading.startsWith(first) || first.includes(heading)
      ? first.includes(heading)
        ? first
        : heading
      : `${first.replace(/[.:]$/u, "")}. ${heading}`,
  );
};

const TocMark = ({ f, reader, stretch }: { f: Frame; reader: ReaderView; stretch: Stretch }) => {
  const under = [...reader.units]
    .filter(([anchor]) => isUnder(anchor, stretch.anchor as string))
    .map(([, unit]) => unit);
  const finding = under.flatMap((u) => u.findings)[0];
  if (finding !== undefined)
    return (
      <span>
        <Icon name={severityIcon(finding.severity)} />
        <span class="sr">
          {f.t.nav.findings}: {f.t.severity[finding.severity]}
        </span>
      </span>
    );
  const standing =
    reader.units.get(stretch.anchor as string)?.standing ?? under.find((u) => u.standing !== null)?.standing;
  if (standing)
    return (
      <span data-state={railState(standing.state)}>
        <Icon name={`m-${railState(standing.state)}`} />
        <span class="sr">{standingName(f, standing.state)}</span>
      </span>
    );
  if (under.some((u) => u.refused.length > 0))
    return (
      <span data-state="unknown">
        <Icon name="m-unknown" />
        <span class="sr">{f.t.document.notApplied}</span>
      </span>
    );
  return null;
};
