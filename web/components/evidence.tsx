import type { EvidenceView } from "../../src/use-cases/view-evidence.ts";
import type { RegisterWord } from "../../src/use-cases/view-register.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { Status } from "./status.tsx";
import { capital, marked, Said } from "./words.tsx";

const ROLES = { subject: "subject", "conflicts-with": "conflict", basis: "basis" } as const;

/**
 * The law's own words, side by side: what the document is held against on the left, the document itself on the right. The
 * text that is applied carries the strong line and says so.
 */
export const EvidencePair = ({
  f,
  evidence,
  applied = null,
}: {
  f: Frame;
  evidence: readonly EvidenceView[];
  applied?: "subject" | "against" | "unknown" | null;
}) => {
  const against = evidence.filter((e) => e.evidence.role !== "subject");
  const subject = evidence.filter((e) => e.evidence.role === "subject");
  const column = (list: readonly EvidenceView[], side: "subject" | "against" | null) => (
    <div class="pair__side">
      {list.map((view) => (
        <EvidenceBlock f={f} view={view} wins={side !== null && side === applied} />
      ))}
    </div>
  );
  if (against.length === 0 || subject.length === 0)
    return <div class="pair pair--one">{column([...against, ...subject], null)}</div>;
  return (
    <div class="pair">
      {column(against, "against")}
      {column(subject, "subject")}
    </div>
  );
};

const EvidenceBlock = ({ f, view, wins }: { f: Frame; view: EvidenceView; wins: boolean }) => {
  const { evidence, work } = view;
  const label = [
    view.unit,
    work?.symbol ? `${f.t.type[work.type]} ${f.t.work.number(work.symbol)}` : (work?.title ?? evidence.symbol),
  ]
    .filter(Boolean)
    .join(" ");
  const unit = view.missing ? undefined : (evidence.eId ?? undefined);
  const href = evidence.work === null ? null : f.href(`/documents/${evidence.work}`, {}, unit);
  return (
    <section class={wins ? "evid evid--wins" : "evid"} aria-label={`${f.t.finding[ROLES[evidence.role]]}: ${label}`}>
      <p class="evid__role">
        <span>
          <b>{f.t.finding[ROLES[evidence.role]]}</b>
          {wins ? `, ${f.t.triage.applied}` : null}
        </span>
        {view.status === null ? null : <Status f={f} status={view.status} known={work?.known ?? "cited"} />}
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
      <Words f={f} view={view} />
      {view.quality === null || view.text === "" ? null : (
        <p class="evid__note">
          {f.t.document.readFrom} {f.t.quality[view.quality] ?? view.quality}
        </p>
      )}
    </section>
  );
};

/** What proves it: words of the text, or what the register says, or, plainly, that there is nothing to quote. */
const Words = ({ f, view }: { f: Frame; view: EvidenceView }) => (
  <>
    {view.missing ? <p class="evid__note">{f.t.finding.missing(view.unit ?? "")}</p> : null}
    {view.text === "" ? null : <Quotation f={f} view={view} />}
    {view.register.map((word) => (
      <RegisterSays f={f} word={word} />
    ))}
    {view.text === "" && view.register.length === 0 && !view.missing ? <Unquoted f={f} view={view} /> : null}
  </>
);

/** The document is spoken of as a whole: its title stands for it. */
const Unquoted = ({ f, view: { work } }: { f: Frame; view: EvidenceView }) =>
  work?.known === "text" && work.title !== null ? (
    <blockquote lang={f.lang === "vi" ? undefined : "vi"}>
      <p class="ctx">{work.title}</p>
    </blockquote>
  ) : (
    <p class="evid__note">{f.t.finding.noQuote}</p>
  );

const RegisterSays = ({ f, word }: { f: Frame; word: RegisterWord }) => {
  const t = f.t.finding;
  return (
    <p class="evid__note">
      {t.register} {(word.side === "by" ? t.registerBy : t.registerDoes)[word.action] ?? f.t.action[word.action]}{" "}
      {word.other === null ? (
        <Said f={f} text={word.name} />
      ) : (
        <Cite f={f} href={f.href(`/documents/${word.other.id}`)}>
          <Said f={f} text={word.name} />
        </Cite>
      )}
      {word.from === null ? "" : ` ${f.t.since(f.date(word.from))}`}
      {word.clause === null ? null : (
        <>
          {" "}
          (<Said f={f} text={word.clause} />)
        </>
      )}
      {word.exception === null ? null : (
        <>
          ; <Said f={f} text={word.exception} />
        </>
      )}
      .
    </p>
  );
};

const Quotation = ({ f, view }: { f: Frame; view: EvidenceView }) => (
  <blockquote lang={f.lang === "vi" ? undefined : "vi"}>
    {paragraphs(view).map((p, i, all) => (
      <p class={view.context || view.marks.length > 0 ? "ctx" : undefined}>
        {i === 0 && view.cutBefore ? "[…] " : null}
        {marked(p.text, p.marks)}
        {i === all.length - 1 && view.cutAfter ? " […]" : null}
      </p>
    ))}
  </blockquote>
);

/** Lines of the quotation with the marks that fall into each. */
function paragraphs(view: EvidenceView): readonly Pick<EvidenceView, "text" | "marks">[] {
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
