import { nationalAddress } from "../../../src/domain/national-address.ts";
import { AGENCY_FIELDS, type Agency } from "../../../src/use-cases/agency.ts";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import type { Frame } from "../../frame.ts";

/** Stands in the national database. */
const EXAMPLE = "79/2025/NĐ-CP";

/** One form; what somebody else has written meanwhile is shown beside it. */
export const AgencyPage = ({
  f,
  agency,
  version,
  faults,
  standing,
  mayWrite,
  token,
}: {
  f: Frame;
  agency: Agency;
  version: number;
  faults: Readonly<Partial<Record<keyof Agency, string>>>;
  /** What stands now, where somebody was first. */
  standing: Agency | null;
  mayWrite: boolean;
  token: string;
}) => {
  const t = f.t.agency;
  const example = nationalAddress(agency.nationalDatabase, EXAMPLE);
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      {f.query.get("saved") === "1" && standing === null ? <Message kind="ok" what={t.saved} /> : null}
      {standing === null ? null : (
        <Message kind="warn" what={t.raced}>
          {AGENCY_FIELDS.filter((name) => standing[name] !== agency[name])
            .map((name) => `${t.fields[name]}: ${standing[name] || "–"}`)
            .join("; ")}
        </Message>
      )}
      <form class="flow agency-form" method="post" action={f.href("/reports/agency")}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="version" value={String(version)} />
        {AGENCY_FIELDS.map((name) => (
          <Field
            name={name}
            label={t.fields[name]}
            help={t.help[name]}
            value={agency[name]}
            fault={faults[name] ?? null}
            long={name === "recipients"}
          />
        ))}
        {example === null ? null : (
          <p class="small">
            {t.tryIt}{" "}
            <a href={example} rel="noreferrer">
              {EXAMPLE}
            </a>
          </p>
        )}
        {mayWrite ? (
          <p>
            <button class="btn btn--go" type="submit">
              {t.save}
            </button>
          </p>
        ) : null}
      </form>
    </>
  );
};
