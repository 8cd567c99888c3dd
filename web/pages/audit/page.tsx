import { AUDIT_ACTIONS, type AuditEntry } from "../../../src/domain/audit.ts";
import type { AuditRow, AuditView } from "../../../src/use-cases/view-audit.ts";
import { AuditDetail } from "../../components/audit-detail.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Who did what, newest first, and whether the record is whole. */
interface Props {
  readonly f: Frame;
  readonly view: AuditView;
  /** Where heads are kept outside the data folder; null = nowhere. */
  readonly anchorDir: string | null;
}

export const AuditPage = ({ f, view, anchorDir }: Props) => {
  const t = f.t.audit;
  const filtered = ["by", "action", "from", "to"].some((name) => f.query.get(name));
  if (view.head === null)
    return (
      <>
        <PageHead title={t.title}>{t.lead}</PageHead>
        <AnchorLine f={f} view={view} anchorDir={anchorDir} />
        <Blank title={t.none}>{t.noneWhy}</Blank>
      </>
    );
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <>
            <a class="btn" href={f.here({ verify: "yes", before: null })}>
              {t.verify}
            </a>
            <a class="btn btn--quiet" href={f.href("/admin/audit/export")} download>
              {t.exported}
            </a>
          </>
        }
      >
        {t.lead}
      </PageHead>
      <div class="flow">
        <Verdict f={f} view={view} />
        <p class="small muted">
          {t.head(view.head.seq)} <code class="wrap">{view.head.hash}</code>. {t.headHelp}
        </p>
        <AnchorLine f={f} view={view} anchorDir={anchorDir} />
        <Filter f={f} />
        {view.rows.length === 0 ? (
          <Blank
            title={t.noMatch}
            act={
              filtered ? (
                <a class="btn" href={f.href("/admin/audit")}>
                  {t.clear}
                </a>
              ) : undefined
            }
          >
            {t.noMatchWhy}
          </Blank>
        ) : (
          <Entries f={f} rows={view.rows} />
        )}
        <nav class="pager" aria-label={f.t.pager.label}>
          {f.query.has("before") ? (
            <a class="btn" href={f.here({ before: null, verify: null })}>
              {t.newest}
            </a>
          ) : null}
          {view.next === null ? null : (
            <a class="btn" href={f.here({ before: view.next, verify: null })} rel="next">
              {t.older}
            </a>
          )}
        </nav>
      </div>
    </>
  );
};

const Verdict = ({ f, view: { verdict } }: { f: Frame; view: AuditView }) => {
  const t = f.t.audit;
  if (verdict === null) return null;
  if (verdict.broken === null) return <Message kind="ok" what={t.whole(verdict.entries)} />;
  return (
    <Message kind="fault" what={t.broken}>
      <Said f={f} text={verdict.broken.what} /> {t.brokenTodo}
    </Message>
  );
};

/** Whether the head is kept where whoever holds the database cannot reach it. */
const AnchorLine = ({ f, view: { anchor }, anchorDir }: Props) => {
  const t = f.t.audit.anchor;
  if (anchor?.fault)
    return (
      <Message kind="fault" what={t.faults[anchor.fault.kind]}>
        <Said f={f} text={anchor.fault.what} /> {t.todo[anchor.fault.kind]}
      </Message>
    );
  if (anchorDir === null) return <p class="small muted">{t.off}</p>;
  return (
    <p class="small muted">
      {anchor === null || anchor.anchored === null
        ? t.notYet
        : t.kept(anchor.anchored.seq, f.date(anchor.anchored.day), moment(f, anchor.at))}{" "}
      <code class="wrap">{anchorDir}</code>
    </p>
  );
};

const Filter = ({ f }: { f: Frame }) => {
  const t = f.t.audit;
  const day = (name: "from" | "to") => (
    <div class="field">
      <label for={`au-${name}`}>{t[name]}</label>
      <input
        class="input input--s"
        id={`au-${name}`}
        name={name}
        value={f.query.get(name) ?? ""}
        inputmode="numeric"
        maxlength={10}
        autocomplete="off"
        aria-describedby="on-help"
      />
    </div>
  );
  return (
    <form class="rowx rowx--end" action="/admin/audit" method="get" aria-label={t.filter}>
      <div class="field">
        <label for="au-action">{t.action}</label>
        <select class="input input--s" id="au-action" name="action">
          <option value="">{t.anything}</option>
          {AUDIT_ACTIONS.map((action) => (
            <option value={action} selected={f.query.get("action") === action}>
              {t.actions[action]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="au-by">{t.by}</label>
        <input
          class="input input--s"
          id="au-by"
          name="by"
          value={f.query.get("by") ?? ""}
          placeholder={t.anyone}
          autocomplete="off"
        />
      </div>
      {day("from")}
      {day("to")}
      <button class="btn btn--s" type="submit">
        {t.go}
      </button>
    </form>
  );
};

const Entries = ({ f, rows }: { f: Frame; rows: readonly AuditRow[] }) => {
  const t = f.t.audit;
  return (
    <Table
      caption={t.caption}
      columns={[
        { head: t.action },
        { head: t.at },
        { head: t.by },
        { head: t.subject },
        { head: t.detail },
        { head: t.seq, class: "num" },
      ]}
    >
      {rows.map(({ entry, work }) => (
        <Row id={`muc-${entry.seq}`}>
          <NameCell>{t.actions[entry.action] ?? entry.action}</NameCell>
          <Cell class="nowrap">{moment(f, entry.at)}</Cell>
          <Cell>{entry.by}</Cell>
          <Cell>
            <Subject f={f} entry={entry} />
            {work === null ? null : (
              <>
                {" "}
                <a href={f.href(`/documents/${work.id}`)}>{words(shortName(f, work))}</a>
              </>
            )}
          </Cell>
          <Cell full>
            <AuditDetail f={f} detail={entry.detail} />
          </Cell>
          <Cell class="num" label={t.seq}>
            <span title={entry.hash}>{f.t.n(entry.seq)}</span>
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

const Subject = ({ f, entry: { action, subject } }: { f: Frame; entry: AuditEntry }) => {
  const t = f.t.audit;
  const kind = action.slice(0, action.indexOf("."));
  if (kind === "finding") return <a href={f.href(`/findings/${subject}`)}>{t.finding}</a>;
  if (kind === "sheet" || kind === "opinion") return <a href={f.href(`/sheets/${subject}`)}>{t.sheet}</a>;
  if (kind === "batch") return <a href={f.href(`/batches/${subject}`)}>{t.batch}</a>;
  if (kind === "import") return <a href={f.href(`/import/${subject}`)}>{t.job}</a>;
  const kinds: Readonly<Record<string, string>> = { draft: t.draft, token: t.token, suppression: t.suppression };
  return <span>{kinds[kind] ?? ""}</span>;
};
