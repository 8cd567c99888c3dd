import type { StatusName } from "../../../src/domain/status.ts";
import type { HomeView } from "../../../src/use-cases/view-home.ts";
import type { MyWork } from "../../../src/use-cases/view-my-work.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { Section } from "../../components/layout.tsx";
import { Stat } from "../../components/lists.tsx";
import { Status, stateOf } from "../../components/status.tsx";
import type { Frame } from "../../frame.ts";
import { Backlog } from "./backlog.tsx";
import { Due } from "./due.tsx";
import { EmptyHome } from "./empty.tsx";
import { Filed, type FiledBy } from "./filed.tsx";
import { Gaps, Groups } from "./findings.tsx";
import { Mine } from "./mine.tsx";
import { News, newsAside } from "./news.tsx";

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

interface Props {
  readonly f: Frame;
  readonly view: HomeView;
  readonly mine: MyWork;
  readonly all: FiledBy | null;
  readonly token: string;
}

export const HomePage = ({ f, view, mine, all, token }: Props) => {
  const t = f.t.home;
  if (view.documents === 0) return <EmptyHome f={f} />;
  const { statuses } = view.filings;
  const total = Object.values(statuses).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <h1 class="sr">{t.title}</h1>
      <Lead f={f} view={view} />
      <div class="cols cols--main">
        <div>
          <Section id="h-st" title={t.states} aside={<p>{t.ofDocuments(view.documents, view.provisions)}</p>}>
            <Band f={f} view={view} total={total} />
            <ul class="status-list">
              {SHOWN.filter((s) => (statuses[s] ?? 0) > 0).map((s) => (
                <Stat
                  f={f}
                  label={<Status f={f} status={s} known="text" />}
                  n={statuses[s] ?? 0}
                  href={f.href("/documents", { status: s })}
                />
              ))}
            </ul>
          </Section>
          <Section id="h-due" title={f.t.due.title} aside={<a href={f.href("/due")}>{f.t.due.all}</a>}>
            <Due f={f} due={view.due} />
          </Section>
          <Section id="h-gr" title={t.findings} aside={<a href={f.href("/findings")}>{t.allFindings}</a>}>
            <Groups f={f} view={view} />
          </Section>
          <Backlog f={f} months={view.backlog} />
        </div>
        <div>
          <Mine f={f} mine={mine} token={token} />
          <Section id="h-new" {...newsAside(f, view.news)}>
            <News f={f} news={view.news} />
          </Section>
          <Section id="h-first" title={t.first} aside={<a href={f.href("/findings")}>{t.firstMore}</a>}>
            {view.first.length === 0 ? (
              <p class="muted">{f.t.findings.noneAll}.</p>
            ) : (
              <FindingQueue f={f} rows={view.first} grouped={false} />
            )}
          </Section>
          <Section id="h-gap" title={t.gaps} aside={<p>{t.gapsWhy}</p>}>
            <Gaps f={f} view={view} />
          </Section>
        </div>
      </div>
      <div class="cols cols--filed">
        {(["body", "type", "field"] as const).map((by) => (
          <Filed f={f} by={by} rows={view.filings[by]} all={all === by} />
        ))}
      </div>
    </>
  );
};

const Lead = ({ f, view }: { f: Frame; view: HomeView }) => {
  const t = f.t.home.lead;
  const applying = APPLYING.reduce((sum, s) => sum + (view.filings.statuses[s] ?? 0), 0);
  return (
    <p class="lead">
      {t.day(f.date(f.on))} <a href={f.href("/documents", { status: APPLYING })}>{t.applying(applying)}</a>
      {view.filings.statuses["partly-ceased"] ? (
        <>
          , {t.ofWhich}{" "}
          <a href={f.href("/documents", { status: "partly-ceased" })}>
            {f.t.n(view.filings.statuses["partly-ceased"])}
          </a>{" "}
          {t.partly}
        </>
      ) : (
        "."
      )}{" "}
      {t.left} <a href={f.href("/findings")}>{t.findings(view.findings)}</a>
      {view.filings.statuses.unknown ? (
        <>
          {" "}
          {t.and} <a href={f.href("/documents", { status: "unknown" })}>{t.unknown(view.filings.statuses.unknown)}</a>{" "}
          {t.unknownEnd}
        </>
      ) : (
        "."
      )}
    </p>
  );
};

const Band = ({ f, view, total }: { f: Frame; view: HomeView; total: number }) => {
  const parts = SHOWN.map((s) => ({
    s,
    share: total === 0 ? 0 : (100 * (view.filings.statuses[s] ?? 0)) / total,
  })).filter((p) => p.share > 0);
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
