import type { EvidenceView } from "../../src/use-cases/view-findings.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { Status } from "./status.tsx";
import { capital, marked, Said, unitName } from "./words.tsx";

const ROLES = { subject: "subject", "conflicts-with": "conflict", basis: "basis" } as const;

/** The law's own words, side by side: what the document is held against on the left, the document itself on the right. */
export const EvidencePair = ({ f, evidence }: { f: Frame; evidence: readonly EvidenceView[] }) => {
  const against = evidence.filter((e) => e.evidence.role !== "subject");
  const subject = evidence.filter((e) => e.evidence.role === "subject");
  const column = (list: readonly EvidenceView[], wins: boolean) => (
    <div class="pair__side">
      {list.map((view) => (
        <EvidenceBlock f={f} view={view} wins={wins} />
      ))}
    </div>
  );
  if (against.length === 0 || subject.length === 0)
    return <div class="pair pair--one">{column([...against, ...subject], false)}</div>;
  return (
    <div class="pair">
      {column(against, true)}
      {column(subject, false)}
    </div>
  );
};

const EvidenceBlock = ({ f, view, wins }: { f: Frame; view: EvidenceView; wins: boolean }) => {
  const { evidence, work } = view;
  const label = [
    evidence.eId === null ? null : unitName(evidence.eId),
    work?.symbol ? `${f.t.type[work.type]} ${f.t.work.number(work.symbol)}` : (work?.title ?? evidence.symbol),
  ]
    .filter(Boolean)
    .join(" ");
  const href = evidence.work === null ? null : f.href(`/documents/${evidence.work}`, {}, evidence.eId ?? undefined);
  return (
    <section class={wins ? "evid evid--wins" : "evid"} aria-label={f.t.finding[ROLES[evidence.role]]}>
      <p class="evid__role">
        <b>{f.t.finding[ROLES[evidence.role]]}</b>
        {view.status === null ? null : <Status f={f} status={view.status} />}
      </p>
      <p class="evid__src">
        {href === null ? (
          <Said f={f} text={capital(label)} />
        ) : (
          <Cite f={f} href={href}>
            <Said f={f} text={capital(label)} />
          </Cite>
        )}
        {work?.issuedOn ? <> {f.t.work.day(f.date(work.issuedOn))}</> : null}
        {work?.issuer ? (
          <>
            {" "}
            {f.t.work.by("")}
            <Said f={f} text={work.issuer} />
          </>
        ) : null}
      </p>
      {view.text === "" ? <p class="small muted">{f.t.finding.noQuote}</p> : <Quotation f={f} view={view} />}
    </section>
  );
};

const Quotation = ({ f, view }: { f: Frame; view: EvidenceView }) => (
  <blockquote lang={f.lang === "vi" ? undefined : "vi"}>
    {paragraphs(view).map((p, i, all) => (
      <p class={p.marks.length === 0 && view.marks.length > 0 ? "ctx" : undefined}>
        {i === 0 && view.cutBefore ? "[…] " : null}
        {marked(p.text, p.marks)}
        {i === all.length - 1 && view.cutAfter ? " […]" : null}
      </p>
    ))}
  </blockquote>
);

/** Lines of the quotation with the marks that fall into each. */
function paragraphs(
  view: EvidenceView,
): readonly { readonly text: string; readonly marks: readonly { readonly start: number; readonly end: number }[] }[] {
  const out = [];
  let at = 0;
  for (const text of view.text.split("\n")) {
    const start = at;
    at += text.length + 1;
    if (text.trim() === "") continue;
    const marks = view.marks
      .filter((m) => m.start < start + text.length && m.end > start)
      .map((m) => ({ start: Math.max(0, m.start - start), end: Math.min(text.length, m.end - start) }));
    out.push({ text, marks });
  }
  return out;
}
