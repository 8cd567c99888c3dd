import type { Child } from "hono/jsx";
import type { AttentionRow, Named } from "../../../src/use-cases/view-attention.ts";
import { Icon } from "../../components/sprite.tsx";
import { Status } from "../../components/status.tsx";
import { capital, Day, marked, Said, shortName, words } from "../../components/words.tsx";
import { MendCitation, Place } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";
import { Sides } from "../../components/sides.tsx";

interface Props<Of extends AttentionRow["of"]> {
  readonly f: Frame;
  readonly view: Named;
  readonly row: Extract<AttentionRow, { of: Of }>;
}

/** One waiting thing: what it is, where, why it is not clear, and the button that settles it. */
export const Waiting = ({ f, view, row }: { f: Frame; view: Named; row: AttentionRow }) => {
  switch (row.of) {
    case "citation":
      return <CitationRow f={f} view={view} row={row} />;
    case "effect":
      return <EffectRow f={f} view={view} row={row} />;
    case "list":
      return <ListRow f={f} view={view} row={row} />;
    case "published":
      return <DisagreementRow f={f} view={view} row={row} />;
    case "oddity":
      return <OddityRow f={f} view={view} row={row} />;
    case "document":
      return <DocumentRow f={f} row={row} />;
    case "file":
      return <FileRow f={f} row={row} />;
  }
};

/** What waits, and at its end the button that settles it: all buttons of a list stand one below the other. */
const Todo = ({ act, children }: { act: Child; children: Child }) => (
  <li class="todo">
    <div>{children}</div>
    {act}
  </li>
);

const CitationRow = ({ f, view, row: { citation, name, documents } }: Props<"citation">) => {
  const { link, text, mark, candidates, times } = citation;
  const t = f.t.attention;
  const target = link.resolution.kind === "work" ? link.resolution.work : null;
  return (
    <Todo act={target === null ? <MendCitation f={f} link={link} /> : null}>
      <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
        {marked(text, [mark])}
      </q>
      <br />
      <small class="muted">
        <Place row f={f} view={view} id={link.from} eId={link.within} />.{" "}
        {target === null ? (
          <Said f={f} text={link.resolution.how} />
        ) : (
          <>
            <Place f={f} view={view} id={target} eId={null} />{" "}
            <Said f={f} text={t.lacks(link.missing.map((eId) => view.names.of(target, eId)).join(", "))} />
          </>
        )}
        {candidates.map((work, i) => (
          <>
            {i === 0 ? ": " : ", "}
            <a href={f.href(`/documents/${work.id}`)}>{words(shortName(f, work))}</a>
          </>
        ))}
        {times > 1 ? ` · ${f.t.document.times(times)}` : ""}
        {documents !== null && documents > 1 ? (
          <>
            {" · "}
            <a href={f.href(`/attention/${kindOf(link.resolution.kind)}`, { name })}>{t.documents(documents)}</a>
          </>
        ) : null}
      </small>
    </Todo>
  );
};

const kindOf = (resolution: "work" | "ambiguous" | "unresolved"): string =>
  resolution === "work" ? "missing" : resolution;

/** What is done, to what, by what. */
export const Deed = ({ f, view, effect: e }: { f: Frame; view: Named; effect: Props<"effect">["row"]["effect"] }) => (
  <>
    <b>{capital(f.t.action[e.action] ?? e.action)}</b> <Place f={f} view={view} id={e.target} eId={e.targetEId} />
    {e.source === e.target ? null : (
      <small class="muted">
        {" "}
        {f.t.document.by} <Place f={f} view={view} id={e.source} eId={e.sourceEId} />
      </small>
    )}
  </>
);

const EffectRow = ({ f, view, row: { effect: e } }: Props<"effect">) => (
  <Todo
    act={
      <a class="btn btn--s" href={f.href(`/effects/${e.source}/${e.id}`)} data-row>
        {f.t.deeds.open}
        <span class="sr">: {e.evidence.quote.slice(0, 60)}</span>
      </a>
    }
  >
    <Deed f={f} view={view} effect={e} />
    {e.evidence.quote === "" ? null : (
      <>
        <br />
        <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
          {e.evidence.quote.slice(0, 300)}
        </q>
      </>
    )}
    {e.whyNot === null ? null : (
      <>
        <br />
        <small class="muted">
          <Said f={f} text={capital(view.names.said(e.whyNot, e.target, e.source))} />
        </small>
      </>
    )}
  </Todo>
);

const ListRow = ({ f, view, row: { statement, status, reason } }: Props<"list">) => (
  <li>
    <Place row f={f} view={view} id={statement.target} eId={null} />
    {statement.listed ? (
      <>
        <br />
        <span class="small">
          <Said f={f} text={f.t.deeds.conflict(statement.listed.list, statement.listed.row, statement.listed.words)} />
        </span>
      </>
    ) : null}
    <br />
    <span class="small">
      <Status f={f} status={status} known="text" /> <Said f={f} text={reason} />
    </span>
  </li>
);

/** Where a list and what is computed differ: both sides, and the way to its place in the list. */
const DisagreementRow = ({ f, view, row: { list, name, item } }: Props<"published">) => {
  const t = f.t.lists;
  return (
    <Todo
      act={
        f.grants("report:read") ? (
          <a class="btn btn--s" href={f.href(`/reports/lists/${list}`, {}, `d-${item.key}`)}>
            {t.reconcile}
            <span class="sr">: {shortName(f, item.work)}</span>
          </a>
        ) : null
      }
    >
      <Place row f={f} view={view} id={item.work.id} eId={null} />{" "}
      {item.work.title === null ? null : (
        <span class="title">
          <Said f={f} text={item.work.title} />
        </span>
      )}
      <br />
      <span class="small">
        <b>{t.kinds[item.kind]}</b>{" "}
        <span class="muted">
          <Said f={f} text={name} />
        </span>
      </span>
      <Sides f={f} item={item} />
    </Todo>
  );
};

const OddityRow = ({ f, view, row: { oddity } }: Props<"oddity">) => (
  <li>
    <b>{f.t.deeds.odd[oddity.kind]}</b>: <Said f={f} text={`${oddity.says}.`} />
    <br />
    <small>
      {oddity.works.slice(0, 5).map((id, i) => (
        <>
          {i === 0 ? null : " · "}
          <Place row={i === 0} f={f} view={view} id={id} eId={null} />
        </>
      ))}
    </small>
  </li>
);

const DocumentRow = ({ f, row: { work, cited, quality } }: Omit<Props<"document">, "view">) => {
  const t = f.t.attention;
  return (
    <Todo
      act={
        f.grants("document:mend") ? (
          <a class="btn btn--s" href={f.href(`/documents/${work.id}/metadata`)}>
            {t.mend}
            <span class="sr">: {shortName(f, work)}</span>
          </a>
        ) : null
      }
    >
      <a href={f.href(`/documents/${work.id}`)} data-row>
        <b>{words(shortName(f, work))}</b>
      </a>{" "}
      {work.title === null || work.symbol === null ? null : (
        <span class="title">
          <Said f={f} text={work.title} />
        </span>
      )}
      <br />
      <small class="muted">
        {[
          f.t.type[work.type],
          work.issuer,
          cited > 0 ? t.cited(cited) : null,
          quality === "ocr" ? t.kinds.ocr.title : null,
        ]
          .filter(Boolean)
          .join(" · ")}
        {work.issuedOn === null ? null : (
          <>
            {" · "}
            <Day f={f} day={work.issuedOn} />
          </>
        )}
      </small>
    </Todo>
  );
};

const FileRow = ({ f, row: { entry } }: Omit<Props<"file">, "view">) => (
  <li class="res--bad">
    <Icon name="i-fault" /> {entry.file}
    <br />
    <small class="muted">{entry.reason === null ? null : <Said f={f} text={entry.reason} />}</small>
  </li>
);
