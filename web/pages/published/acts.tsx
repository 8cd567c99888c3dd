import {
  type Correction,
  differs,
  type NamedRow,
  type PublicationView,
} from "../../../src/use-cases/view-publications.ts";
import { Field } from "../../components/field.tsx";
import { Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { CorrectWhy, PublishWhy } from "./route.tsx";

interface ActProps {
  readonly f: Frame;
  readonly view: PublicationView;
  readonly token: string;
  readonly typed: ReadonlyMap<string, string>;
}

/** Which document published it. */
export const PublishForm = ({ f, view, token, typed, publishFault }: ActProps & { publishFault?: PublishWhy }) => {
  const t = f.t.published;
  const of = (...codes: readonly PublishWhy[]): string | null =>
    publishFault !== undefined && codes.includes(publishFault) ? t.publishFaults[publishFault] : null;
  return (
    <Section id="publish" title={t.publish}>
      {publishFault === "not-draft" ? <Message kind="warn" what={t.publishFaults["not-draft"]} /> : null}
      <form class="flow" method="post" action={f.href(`/reports/published/${view.publication.id}/publish`)}>
        <p>{t.publishLead}</p>
        <input type="hidden" name="token" value={token} />
        <Field
          name="symbol"
          label={t.symbol}
          help={t.symbolHelp}
          value={typed.get("symbol") ?? ""}
          fault={of("bad-symbol")}
          required
        />
        <Field
          name="day"
          label={t.day}
          help={f.t.reports.dayHelp}
          value={typed.get("day") ?? ""}
          fault={of("bad-day", "before-its-day")}
          required
        />
        <Field
          name="issuer"
          label={t.issuer}
          help={t.issuerHelp}
          value={typed.get("issuer") ?? ""}
          fault={of("issuer-missing")}
          required
        />
        <p>
          <button class="btn btn--go" type="submit">
            {t.publishNow}
          </button>
        </p>
      </form>
    </Section>
  );
};

/** What the same list says now; and a new version by it. */
export const CorrectForm = ({
  f,
  view,
  token,
  typed,
  difference,
  mayPublish,
  correctFault,
}: ActProps & {
  difference: Omit<Correction, "version" | "reason"> | null;
  mayPublish: boolean;
  correctFault?: CorrectWhy;
}) => {
  const t = f.t.published;
  return (
    <Section id="correct" title={t.correct}>
      {difference === null ? (
        <p>
          {t.correctLead}{" "}
          <a class="btn btn--s" href={f.here({ compare: "now", done: null })}>
            {t.compare}
          </a>
        </p>
      ) : (
        <Difference f={f} difference={difference} />
      )}
      {difference !== null && mayPublish && (differs(difference) || correctFault) ? (
        <form class="flow" method="post" action={f.href(`/reports/published/${view.publication.id}/correct`)}>
          <input type="hidden" name="token" value={token} />
          <Field
            name="reason"
            label={t.reason}
            help={t.reasonHelp}
            value={typed.get("reason") ?? ""}
            fault={correctFault === undefined ? null : t.correctFaults[correctFault]}
            required
            long
          />
          <p>
            <button class="btn btn--go" type="submit">
              {t.correctNow}
            </button>
          </p>
        </form>
      ) : null}
    </Section>
  );
};

/** Rows that came, went, or say something else. */
export const Difference = ({ f, difference }: { f: Frame; difference: Omit<Correction, "version" | "reason"> }) => {
  const t = f.t.published;
  if (!differs(difference)) return <Message kind="ok" what={t.same} />;
  const { added, removed, changed } = difference;
  return (
    <div class="flow">
      <Rows f={f} title={t.added(added.length)} rows={added} />
      <Rows f={f} title={t.removed(removed.length)} rows={removed} />
      {changed.length === 0 ? null : (
        <>
          <h3>{t.changedRows(changed.length)}</h3>
          <ul class="report-changes">
            {changed.map(({ row, cells }) => (
              <li>
                <Named f={f} row={row} />
                <ul>
                  {cells.map((cell) => (
                    <li class="small">
                      <Said f={f} text={cell.column} />: <del>{cell.was || "…"}</del> <ins>{cell.is || "…"}</ins>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

const Rows = ({ f, title, rows }: { f: Frame; title: string; rows: readonly NamedRow[] }) =>
  rows.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul class="report-changes">
        {rows.map((row) => (
          <li>
            <Named f={f} row={row} />
          </li>
        ))}
      </ul>
    </>
  );

const Named = ({ f, row }: { f: Frame; row: NamedRow }) => (
  <>
    {row.work === null ? (
      <Said f={f} text={row.name} />
    ) : (
      <a href={f.href(`/documents/${row.work}`)}>
        <Said f={f} text={row.name} />
      </a>
    )}{" "}
    <span class="small muted">
      {f.t.published.form(row.form)}
      {row.part === "" ? "" : `, ${f.t.published.part(row.part)}`}
    </span>
  </>
);
