import type { BacklogMonth } from "../../../src/use-cases/view-backlog.ts";
import { Section } from "../../components/layout.tsx";
import { ChartKey, MonthChart } from "../../components/month-chart.tsx";
import type { Frame } from "../../frame.ts";

const monthOf = ({ month }: BacklogMonth): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** What came into the queue and left it, drawn, and the same figures in a table. */
export const Backlog = ({ f, months }: { f: Frame; months: readonly BacklogMonth[] }) => {
  const t = f.t.backlog;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  return (
    <Section id="h-back" title={t.title} aside={<ChartKey came={t.came} left={t.left} open={t.open} />}>
      <MonthChart
        f={f}
        id="h-back-said"
        months={months.map((m) => ({ name: monthOf(m), came: m.came, left: m.decided, open: m.open }))}
        say={t.say(monthOf(first), monthOf(last), last.open)}
      />
      <details class="fold">
        <summary>{t.table}</summary>
        <div class="scroll" tabindex={0}>
          <table class="table table--tight">
            <caption class="sr">{t.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t.month}</th>
                {(["came", "decided", "gone", "open"] as const).map((col) => (
                  <th scope="col" class="num">
                    {t.cols[col]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((m) => (
                <tr>
                  <th scope="row">
                    {monthOf(m)} {m === last ? <small class="muted">{t.until(f.date(m.until))}</small> : null}
                  </th>
                  {(["came", "decided", "gone", "open"] as const).map((col) => (
                    <td class="num">{f.t.n(m[col])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="small muted">{t.note}</p>
      </details>
    </Section>
  );
};
