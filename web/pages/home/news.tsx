import type { RuleGroup } from "../../../src/domain/finding.ts";
import { FIRST_LOOK_DAYS, type NewAct, type NewsView } from "../../../src/use-cases/view-news.ts";
import { moment } from "../../components/moment.ts";
import { shortName, Symbol } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Head of the section: since when, and the way to the whole list. */
export const newsAside = (f: Frame, news: NewsView) => ({
  title: news.firstVisit ? f.t.news.firstTitle(FIRST_LOOK_DAYS) : f.t.news.title,
  aside: (
    <p>
      {news.firstVisit ? null : <>{f.t.news.since(moment(f, news.since))} · </>}
      <a href={newsHref(f, news)}>{f.t.news.all}</a>
    </p>
  ),
});

/** The page of news tells the same stretch of time, however long one stays here. */
export const newsHref = (f: Frame, news: Pick<NewsView, "since">, hash?: string): string =>
  f.href("/news", { since: news.since }, hash);

export const News = ({ f, news }: { f: Frame; news: NewsView }) => {
  const t = f.t.news;
  const { findings } = news;
  const nothing = news.imports.length === 0 && findings.added === 0 && findings.gone === 0 && news.actsInAll === 0;
  return (
    <>
      {news.firstVisit ? <p class="small muted">{t.first}</p> : null}
      {nothing ? <p class="muted">{t.none}</p> : null}
      <ul class="news">
        {findings.reopened > 0 ? (
          <li>
            <a href={newsHref(f, news, "reopened")}>{t.reopened(findings.reopened)}</a>
            <div class="small muted">{t.reopenedWhy}</div>
          </li>
        ) : null}
        {findings.added > 0 ? (
          <li>
            <a href={newsHref(f, news, "added")}>{t.added(findings.added)}</a>
            <div class="small muted">
              {groupsOf(findings.rules)
                .map(([group, n]) => `${f.t.group[group].toLocaleLowerCase(f.lang)} ${f.t.n(n)}`)
                .join(", ")}
            </div>
          </li>
        ) : null}
        {findings.gone > 0 ? (
          <li>
            {t.gone(findings.gone)}
            <div class="small muted">{t.goneWhy}</div>
          </li>
        ) : null}
        {news.actsInAll > 0 ? (
          <li>
            <a href={newsHref(f, news, "acts")}>{t.acts(news.actsInAll, news.targetsInAll)}</a>
            {news.acts.map((act) => (
              <div class="small muted">
                <ActLine f={f} act={act} />
              </div>
            ))}
          </li>
        ) : null}
        <Batches f={f} news={news} />
      </ul>
    </>
  );
};

/** The groups with most new findings first. */
function groupsOf(rules: NewsView["findings"]["rules"]): readonly (readonly [group: RuleGroup, n: number])[] {
  const groups = new Map<RuleGroup, number>();
  for (const { group, n } of rules) groups.set(group, (groups.get(group) ?? 0) + n);
  return [...groups].sort(([, a], [, b]) => b - a);
}

/** `06/2026/QĐ-UBND: sửa đổi 2, bãi bỏ 1` */
export const ActLine = ({ f, act }: { f: Frame; act: NewAct }) => (
  <>
    <a href={f.href("/impact", { work: act.work.id })}>
      <Symbol text={shortName(f, act.work)} />
    </a>{" "}
    {act.does.length === 0
      ? f.t.news.act(act.targets)
      : act.does.map(({ action, n }) => f.t.news.does(f.t.action[action] ?? action, n)).join(", ")}
  </>
);

/** Imports, each with what became of its files. */
export const Batches = ({ f, news }: { f: Frame; news: NewsView }) => (
  <>
    {news.imports.map((batch) => {
      const outcomes = Object.entries(batch.outcomes) as [keyof typeof f.t.imported, number][];
      const files = outcomes.reduce((sum, [, n]) => sum + n, 0);
      return (
        <li>
          {batch.job === null ? (
            <a href={f.href("/import")}>{f.t.news.fromTerminal(files)}</a>
          ) : (
            <a href={f.href(`/import/${batch.job}`)}>{f.t.news.files(files)}</a>
          )}
          <div class="small muted">
            {moment(f, batch.at)}: {outcomes.map(([outcome, n]) => `${f.t.n(n)} ${f.t.imported[outcome]}`).join(", ")}
          </div>
        </li>
      );
    })}
  </>
);
