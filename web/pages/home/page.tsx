import { SEVERITY_ORDER } from "../../../src/domain/finding.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import type { HomeView } from "../../../src/use-cases/view-home.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { Section } from "../../components/layout.tsx";
import { Stat } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { SeverityMark, Status, stateOf } from "../../components/status.tsx";
import { Icon } from "../../components/sprite.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

const SHOWN: readonly StatusName[] = [
  "in-force",
  "partly-ceased",
  "not-yet-in-force",
  "suspended",
  "partly-suspended",
  "unknown",
  "ceased",
];
const APPLYING: readonly StatusName[] = ["in-force", "partly-ceased", "partly-suspended"];

export const HomePage = ({ f, view }: { f: Frame; view: HomeView }) => {
  const t = f.t.home;
  if (view.documents === 0)
    return (
      <>
        <h1 class="sr">{t.title}</h1>
        <Blank
          title={t.emptyTitle}
          act={
            <p>
              <code>npm start -- /path/to/folder</code>
            </p>
          }
        >
          {t.emptyText}
        </Blank>
      </>
    );
  const total = Object.values(view.statuses).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <h1 class="sr">{t.title}</h1>
      <Lead f={f} view={view} />
      <div class="cols cols--main">
        <div>
          <Section id="h-st" title={t.states} aside={<p>{t.ofDocuments(view.documents, view.provisions)}</p>}>
            <Band f={f} view={view} total={total} />
            <ul class="status-list">
              {SHOWN.filter((s) => (view.statuses[s] ?? 0) > 0).map((s) => (
                <Stat
                  f={f}
                  label={<Status f={f} status={s} known="text" />}
                  n={view.statuses[s] ?? 0}
                  href={f.href("/documents", { status: s })}
                />
              ))}
            </ul>
          </Section>
          <Section id="h-gr" title={t.findings} aside={<a href={f.href("/findings")}>{t.allFindings}</a>}>
            <Groups f={f} view={view} />
          </Section>
          <Section id="h-gap" title={t.gaps} aside={<p>{t.gapsWhy}</p>}>
            <Gaps f={f} view={view} />
          </Section>
        </div>
        <div>
          <Section id="h-first" title={t.first} aside={<a href={f.href("/findings")}>{t.firstMore}</a>}>
            {view.first.length === 0 ? (
              <p class="muted">{f.t.findings.noneAll}.</p>
            ) : (
              <FindingQueue f={f} rows={view.first} grouped={false} />
            )}
          </Section>
          <Section id="h-imp" title={t.imports}>
            <Imports f={f} view={view} />
          </Section>
        </div>
      </div>
    </>
  );
};

const Lead = ({ f, view }: { f: Frame; view: HomeView }) => {
  const t = f.t.home.lead;
  const applying = APPLYING.reduce((sum, s) => sum + (view.statuses[s] ?? 0), 0);
  return (
    <p class="lead">
      {t.day(f.date(f.on))} <a href={f.href("/documents")}>{t.applying(applying)}</a>
      {view.statuses["partly-ceased"] ? (
        <>
          , {t.ofWhich}{" "}
          <a href={f.href("/documents", { status: "partly-ceased" })}>{f.t.n(view.statuses["partly-ceased"])}</a>{" "}
          {t.partly}
        </>
      ) : (
        "."
      )}{" "}
      {t.left} <a href={f.href("/findings")}>{t.findings(view.findings)}</a>
      {view.statuses.unknown ? (
        <>
          {" "}
          {t.and} <a href={f.href("/documents", { status: "unknown" })}>{t.unknown(view.statuses.unknown)}</a>{" "}
          {t.unknownEnd}
        </>
      ) : (
        "."
      )}
    </p>
  );
};

const Band = ({ f, view, total }: { f: Frame; view: HomeView; total: number }) => {
  const parts = SHOWN.map((s) => ({ s, share: total === 0 ? 0 : (100 * (view.statuses[s] ?? 0)) / total })).filter(
    (p) => p.share > 0,
  );
  let at = 0;
  return (
    <svg
      class="band"
      role="img"
      aria-label={`${f.t.home.share}: ${parts.map((p) => `${f.t.status[p.s]} ${Math.round(p.share)} %`).join(", ")}`}
    >
      {parts.map((p) => {
        const x = at;
        at += p.share;
        return <rect data-state={stateOf(p.s)} x={`${x.toFixed(2)}%`} width={`${p.share.toFixed(2)}%`} height="18" />;
      })}
    </svg>
  );
};

/** A table: groups down, severities across. Every figure leads to its list. */
const Groups = ({ f, view }: { f: Frame; view: HomeView }) => {
  const used = SEVERITY_ORDER.filter((s) => view.groups.some((g) => g.by[s]));
  if (view.groups.length === 0) return <p class="muted">{f.t.findings.noneAll}.</p>;
  return (
    <div class="scroll" tabindex={0}>
      <table class="table table--tight">
        <thead>
          <tr>
            <th scope="col">{f.t.home.group}</th>
            {used.map((s) => (
              <th scope="col" class="num">
                <SeverityMark f={f} severity={s} />
              </th>
            ))}
            <th scope="col" class="num">
              {f.t.home.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.groups.map((g) => (
            <tr>
              <th scope="row">
                <a class="plain" href={f.href("/findings", { group: g.group })}>
                  {f.t.group[g.group]}
                </a>
              </th>
              {used.map((s) => (
                <td class="num">
                  {g.by[s] ? (
                    <a class="plain" href={f.href("/findings", { group: g.group, severity: s })}>
                      {f.t.n(g.by[s])}
                    </a>
                  ) : (
                    <span class="faint">0</span>
                  )}
                </td>
              ))}
              <td class="num">
                <b>{f.t.n(g.n)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** What is not known, each figure with the list behind it. */
const Gaps = ({ f, view }: { f: Frame; view: HomeView }) => {
  const t = f.t.home;
  const row = (label: string, n: number, href: string | null, aside?: string) => (
    <li class="stat">
      <span>
        {href === null || n === 0 ? label : <a href={href}>{label}</a>}
        {aside ? <small class="muted"> · {aside}</small> : null}
      </span>
      <b>{f.t.n(n)}</b>
    </li>
  );
  return (
    <ul>
      {row(t.unresolved, view.gaps.unresolved, f.href("/gaps", {}, "citations"), t.resolvedOf(view.resolved))}
      {row(t.ambiguous, view.gaps.ambiguous, "citations")}
      {row(t.missing, view.gaps.missing, f.href("/findings", { group: "reference" }))}
      {row(t.notApplied, view.gaps.notApplied, f.href("/gaps", {}, "effects"), t.appliedOf(view.applied))}
      {row(t.refused, view.gaps.refused, f.href("/gaps", {}, "files"))}
    </ul>
  );
};

/** The folder is in the title: names of files differ at their end. */
const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1) || path;

/** Files a person has to act on do not look like those that went well. */
const MARKS: Readonly<Partial<Record<HomeView["imports"][number]["outcome"], readonly [css: string, icon: string]>>> = {
  refused: ["res--bad", "i-fault"],
  "needs-look": ["res--warn", "i-warn"],
};

const Imports = ({ f, view }: { f: Frame; view: HomeView }) =>
  view.imports.length === 0 ? (
    <p class="muted">{f.t.home.noImports}</p>
  ) : (
    <ul class="imports">
      {view.imports.map((entry) => (
        <li class={MARKS[entry.outcome]?.[0] ?? "res--ok"}>
          <Icon name={MARKS[entry.outcome]?.[1] ?? "i-check"} />
          <span>
            {entry.work === null ? (
              <span title={entry.file}>{baseName(entry.file)}</span>
            ) : (
              <a href={f.href(`/documents/${entry.work}`)} title={entry.file}>
                {baseName(entry.file)}
              </a>
            )}
            <br />
            <span class="small muted">
              {f.t.imported[entry.outcome]}
              {entry.reason === null ? null : (
                <>
                  : <Said f={f} text={entry.reason} />
                </>
              )}
            </span>
          </span>
        </li>
      ))}
      {view.importsMore > 0 ? <li class="small muted">{f.t.document.more(view.importsMore)}</li> : null}
    </ul>
  );
