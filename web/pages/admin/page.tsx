import type { Child } from "hono/jsx";
import type { AdminView, Installation } from "../../../src/use-cases/view-admin.ts";
import { isOpen } from "../../../src/use-cases/view-import.ts";
import type { SecondReader } from "../../../src/use-cases/second-reader.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Facts } from "./facts.tsx";
import { Mail } from "./mail.tsx";

interface Props {
  readonly f: Frame;
  readonly view: AdminView;
  readonly installation: Installation | null;
  readonly reader: SecondReader | null;
  readonly canImport: boolean;
  readonly canDraft: boolean;
  /** May send a letter to try the mail server. */
  readonly mayTest: boolean;
  readonly token: string;
}

/** Below this share of the disk a person is warned. */
const DISK_LOW = 0.05;

export const AdminPage = (props: Props) => {
  const { f, view, installation } = props;
  const t = f.t.admin;
  const { disk } = view;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <>
            <a class="btn" href={f.href("/admin/accounts")}>
              {f.t.accounts.title}
            </a>
            <a class="btn" href={f.href("/admin/units")}>
              {f.t.units.title}
            </a>
            <a class="btn" href={f.href("/admin/audit")}>
              {f.t.audit.title}
            </a>
            <a class="btn" href={f.href("/admin/tokens")}>
              {f.t.tokens.title}
            </a>
          </>
        }
      >
        {t.lead}
      </PageHead>
      <div class="stack">
        {f.who?.alone ? (
          <Message kind="warn" what={t.noAccounts}>
            {t.noAccountsWhy} <a href={f.href("/first-account")}>{f.t.me.aloneTodo}</a>
          </Message>
        ) : null}
        {installation?.allowRemote ? (
          <Message kind="fault" what={t.remote}>
            {t.remoteWhy(installation.host)}
          </Message>
        ) : null}
        {disk !== null && disk.free < disk.total * DISK_LOW ? (
          <Message kind="fault" what={t.diskLow}>
            {t.diskOf(disk.free, disk.total)}. {t.diskLowWhy}
          </Message>
        ) : null}
        <div class="cols cols--main">
          <div>
            <Index {...props} />
            <Jobs {...props} />
          </div>
          <div>
            <Reaches {...props} />
            <Keeping f={f} view={view} />
            <Mail
              f={f}
              post={installation?.post ?? null}
              state={view.mail}
              mayTest={props.mayTest}
              token={props.token}
            />
          </div>
        </div>
        <Configuration {...props} />
      </div>
    </>
  );
};

const Index = ({ f, view }: Props) => {
  const t = f.t.admin;
  return (
    <Section id="index" title={t.index}>
      <Facts
        rows={[
          [t.documents, <a href={f.href("/documents")}>{f.t.n(view.documents)}</a>],
          [t.provisions, f.t.n(view.provisions)],
          [t.findings, <a href={f.href("/findings")}>{f.t.n(view.findings)}</a>],
          [t.unfiled, view.unfiled === 0 ? t.allFiled : t.filing(view.unfiled)],
          [t.engine, t[view.dialect]],
          ...(view.dialect === "sqlite"
            ? [[t.file, view.index.file === null ? t.inMemory : <code>{view.index.file}</code>] as const]
            : []),
          [t.size, view.index.bytes === null ? t.unknown : t.bytes(view.index.bytes)],
          [t.schema, String(view.index.schema)],
          [t.disk, view.disk === null ? t.unknown : t.diskOf(view.disk.free, view.disk.total)],
        ]}
      />
    </Section>
  );
};

const Reaches = ({ f, view }: Props) => {
  const t = f.t.admin;
  return (
    <Section id="reaches" title={t.days}>
      <Facts
        rows={[
          [t.register, view.registerDay === null ? t.unknown : t.registerDay(f.date(view.registerDay))],
          [t.lastImport, view.lastImport === null ? t.never : moment(f, view.lastImport.at)],
          [
            t.lastRun,
            view.lastRun === null
              ? t.never
              : `${moment(f, view.lastRun.at)}: ${t.ran(view.lastRun.added, view.lastRun.gone)}`,
          ],
          [t.computedFor, view.findingsDay === null ? t.never : <Day f={f} day={view.findingsDay} />],
        ]}
      />
    </Section>
  );
};

const Jobs = ({ f, view, token }: Props) => {
  const t = f.t.admin;
  return (
    <Section id="jobs" title={t.jobs}>
      {view.jobs.length === 0 ? (
        <p class="muted">{t.noJobs}</p>
      ) : (
        <Table
          caption={t.jobs}
          columns={[{ head: t.at }, { head: t.startedBy }, { head: t.progress, class: "num" }, { head: t.state }]}
        >
          {view.jobs.map((job) => (
            <Row>
              <NameCell>
                <a href={f.href(`/import/${job.id}`)} data-row>
                  {t.job} {moment(f, job.createdAt)}
                </a>
              </NameCell>
              <Cell label={t.startedBy}>{job.by}</Cell>
              <Cell class="num" label={t.progress}>
                {f.t.n(job.done)}/{f.t.n(job.total)}
              </Cell>
              <Cell>
                {f.t.job.states[job.state]}
                {job.problem === null ? null : <small class="muted"> {job.problem}</small>}{" "}
                {isOpen(job) && !job.cancelRequested ? (
                  <form class="inline" method="post" action={`/import/${job.id}/cancel`}>
                    <input type="hidden" name="token" value={token} />
                    <button class="btn btn--s btn--stop" type="submit">
                      {t.cancel}
                    </button>
                  </form>
                ) : job.state === "failed" || job.state === "interrupted" ? (
                  <a class="btn btn--s" href={f.href("/import")}>
                    {t.again}
                  </a>
                ) : null}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
};

const Keeping = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.admin;
  const db = view.dialect === "sqlite" && view.index.file !== null ? ` --db "${view.index.file}"` : "";
  const commands = [
    [t.backup, `npm run -s rasoat -- backup --out ${t.folder}${db}`],
    [t.doctor, `npm run -s rasoat -- doctor${db}`],
    [t.restore, `npm run -s rasoat -- restore ${t.folder}${db}`],
  ] as const;
  return (
    <Section id="keep" title={t.keep}>
      <p class="small muted">{t.keepWhy}</p>
      {commands.map(([what, command]) => (
        <>
          <p class="after">{what}</p>
          <pre class="command">
            <code>{command}</code>
          </pre>
        </>
      ))}
    </Section>
  );
};

const Configuration = ({ f, installation: i, reader, canImport, canDraft }: Props) => {
  const t = f.t.admin;
  const switched = (on: boolean): string => (on ? t.on : t.off);
  const rows: readonly (readonly [label: string, name: string | null, value: Child])[] = [
    [t.version, null, f.version],
    ...(i === null
      ? []
      : ([
          [t.started, null, moment(f, i.startedAt)],
          [t.host, "RASOAT_HOST, PORT", `${i.host}, ${i.port}`],
          [t.dataDir, "RASOAT_DATA", <code>{i.dataDir}</code>],
          [t.parsers, "RASOAT_PARSERS", f.t.n(i.parsers)],
          [t.registerDir, "RASOAT_REGISTER", i.registerDir === null ? t.off : <code>{i.registerDir}</code>],
        ] as const)),
    [t.reader, "RASOAT_READER_URL", reader === null ? t.readerOff : t.readerOn(reader.model, new URL(reader.url).host)],
    [t.importing, null, switched(canImport)],
    [t.drafting, null, switched(canDraft)],
  ];
  return (
    <Section id="config" title={t.config} aside={<p>{t.configWhy}</p>}>
      <Table caption={t.config} columns={[{ head: t.setting }, { head: t.value }]}>
        {rows.map(([label, name, value]) => (
          <Row>
            <NameCell>
              {label} {name === null ? null : <small class="muted">{name}</small>}
            </NameCell>
            <Cell full>{value}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
};
