import type { ListItem } from "../../src/use-cases/view-list-imports.ts";
import type { Frame } from "../frame.ts";
import { Status } from "./status.tsx";
import { Said } from "./words.tsx";

/** What the list says, and what is computed, side by side. */
export const Sides = ({ f, item: { row, period, work, since } }: { f: Frame; item: ListItem }) => {
  const t = f.t.lists;
  return (
    <dl class="sides">
      <div>
        <dt>{t.theirs}</dt>
        <dd>
          {row === null ? (
            t.notListed
          ) : (
            <>
              {row.fate === null ? null : <b>{t.fates[row.fate]}</b>}{" "}
              {row.since === null
                ? null
                : f.t.since([row.since, ...row.otherDays].map((day) => f.date(day)).join(", "))}
              {row.content === "" ? null : (
                <p class="small">
                  <Said f={f} text={row.content} />
                </p>
              )}
              <p class="small">
                <Said f={f} text={row.reason} />
              </p>
              <p class="small muted">{row.place}</p>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.ours}</dt>
        <dd>
          <Status f={f} status={period?.status ?? "unknown"} known={work.known} />{" "}
          {since ? f.t.since(f.date(since)) : null}
          {period === null ? null : (
            <p class="small">
              <Said f={f} text={period.reason} />
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
};
