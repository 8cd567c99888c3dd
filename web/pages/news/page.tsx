import type { FindingRow } from "../../../src/use-cases/view-finding-row.ts";
import type { NewsView } from "../../../src/use-cases/view-news.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { moment } from "../../components/moment.ts";
import type { Frame } from "../../frame.ts";
import { ActLine, Batches } from "../home/news.tsx";

interface Props {
  readonly f: Frame;
  readonly news: NewsView;
  readonly added: readonly FindingRow[];
  readonly reopened: readonly FindingRow[];
}

/** What came since a moment: findings, documents that change others, files. */
export const NewsPage = ({ f, news, added, reopened }: Props) => {
  const t = f.t.news;
  const { findings } = news;
  return (
    <>
      <PageHead title={t.title}>{t.since(moment(f, news.since))}</PageHead>
      <div class="cols cols--main">
        <div>
          {reopened.length > 0 ? (
            <Section id="reopened" title={t.sections.reopened} aside={<p>{t.reopenedWhy}</p>}>
              <FindingQueue f={f} rows={reopened} grouped={false} />
            </Section>
          ) : null}
          <Section id="added" title={t.added(findings.added)}>
            {findings.added === 0 ? <p class="muted">{t.none}</p> : <ByRule f={f} news={news} />}
            {findings.gone > 0 ? (
              <p class="small muted after">
                {t.gone(findings.gone)}: {t.goneWhy}.
              </p>
            ) : null}
          </Section>
          {added.length > 0 ? (
            <Section
              id="gravest"
              title={t.gravest}
              aside={findings.added > added.length ? <p>{t.shown(added.length, findings.added)}</p> : null}
            >
              <FindingQueue f={f} rows={added} grouped={false} />
            </Section>
          ) : null}
        </div>
        <div>
          <Section id="acts" title={t.sections.acts} aside={<a href={f.href("/impact")}>{f.t.nav.impact}</a>}>
            <p class={news.actsInAll === 0 ? "muted" : undefined}>
              {news.actsInAll === 0 ? t.none : t.acts(news.actsInAll, news.targetsInAll)}
            </p>
            <ul class="news">
              {news.acts.map((act) => (
                <li>
                  <ActLine f={f} act={act} />
                </li>
              ))}
            </ul>
          </Section>
          <Section id="imports" title={t.sections.imports} aside={<a href={f.href("/import")}>{f.t.nav.import}</a>}>
            {news.imports.length === 0 ? <p class="muted">{t.none}</p> : null}
            <ul class="news">
              <Batches f={f} news={news} />
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
};

const ByRule = ({ f, news }: { f: Frame; news: NewsView }) => {
  const t = f.t.news;
  return (
    <div class="scroll" tabindex={0}>
      <table class="table table--tight">
        <caption class="sr">{t.byRule}</caption>
        <thead>
          <tr>
            <th scope="col">{t.rule}</th>
            <th scope="col">{f.t.home.group}</th>
            <th scope="col" class="num">
              {t.count}
            </th>
            <th scope="col" class="num">
              {t.ofReopened}
            </th>
          </tr>
        </thead>
        <tbody>
          {news.findings.rules.map((row) => (
            <tr>
              <th scope="row">
                <a href={f.href("/findings", { rule: row.rule })}>{row.code}</a>
              </th>
              <td>{f.t.group[row.group]}</td>
              <td class="num">{f.t.n(row.n)}</td>
              <td class="num">{f.t.n(row.reopened)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
