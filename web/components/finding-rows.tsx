import { SEVERITY_ORDER } from "../../src/domain/finding.ts";
import type { FindingRow } from "../../src/use-cases/view-finding-row.ts";
import type { Frame } from "../frame.ts";
import { severityIcon, SeverityMark } from "./status.tsx";
import { Icon } from "./sprite.tsx";
import { capital, Said, shortName, words } from "./words.tsx";

type Filters = Readonly<Record<string, string | null>>;

/** Findings as a queue: grave first, each group under its bars. The filters go along, so that "next" stays in the queue. */
export const FindingQueue = ({
  f,
  rows,
  current,
  filters = {},
  grouped = true,
}: {
  f: Frame;
  rows: readonly FindingRow[];
  current?: string;
  filters?: Filters;
  grouped?: boolean;
}) => (
  <ul class={grouped ? "queue queue--plain" : "queue"}>
    {SEVERITY_ORDER.map((severity) => {
      const mine = rows.filter((row) => row.severity === severity);
      if (mine.length === 0) return null;
      return (
        <>
          {grouped ? (
            <li class="queue__group">
              <SeverityMark f={f} severity={severity} />
            </li>
          ) : null}
          {mine.map((row) => (
            <li>
              <a
                href={f.href(`/findings/${row.key}`, filters)}
                aria-current={row.key === current ? "true" : undefined}
                data-row
              >
                {grouped ? null : (
                  <>
                    <Icon name={severityIcon(severity)} />
                    <span class="sr">{f.t.severity[severity]}: </span>
                  </>
                )}
                <b>
                  <Said f={f} text={row.message} />
                </b>
                <small>
                  <FindingPlace f={f} row={row} />
                </small>
              </a>
            </li>
          ))}
        </>
      );
    })}
  </ul>
);

/** `khoản 2 Điều 5, 17/2025/QĐ-UBND` and the rule's code. */
export const FindingPlace = ({ f, row }: { f: Frame; row: FindingRow }) => {
  const parts = [row.unit, row.work === null ? null : shortName(f, row.work)].filter((p): p is string => p !== null);
  return (
    <>
      {words(capital(parts.join(", ")))} · {row.code}
      {row.maturity === "trial" ? ` · ${f.t.maturity.trial.toLowerCase()}` : ""}
    </>
  );
};
