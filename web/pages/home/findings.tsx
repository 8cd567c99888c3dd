import { SEVERITY_ORDER } from "../../../src/domain/finding.ts";
import type { HomeView } from "../../../src/use-cases/view-home.ts";
import { SeverityMark } from "../../components/status.tsx";
import type { Frame } from "../../frame.ts";

/** A table: groups down, severities across. Every figure leads to its list. */
export const Groups = ({ f, view }: { f: Frame; view: HomeView }) => {
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
export const Gaps = ({ f, view }: { f: Frame; view: HomeView }) => {
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
      {row(t.unresolved, view.gaps.unresolved, f.href("/attention/unresolved"), t.resolvedOf(view.resolved))}
      {row(t.ambiguous, view.gaps.ambiguous, f.href("/attention/ambiguous"))}
      {row(t.missing, view.gaps.missing, f.href("/attention/missing"))}
      {row(t.notApplied, view.gaps.notApplied, f.href("/attention"), t.appliedOf(view.applied))}
      {row(t.refused, view.gaps.refused, f.href("/attention/refused"))}
    </ul>
  );
};
