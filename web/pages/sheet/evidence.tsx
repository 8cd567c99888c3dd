import type { LEGAL_ASPECTS } from "../../../src/domain/review-sheet.ts";
import type { SheetFinding, SheetView } from "../../../src/use-cases/view-sheet.ts";
import { Cite } from "../../components/cite.tsx";
import { Proof } from "../../components/proof.tsx";
import { SeverityMark, Status } from "../../components/status.tsx";
import { FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

const FINDINGS_SHOWN = 30;
const CHANGES_SHOWN = 12;
const UNITS_SHOWN = 8;

type LegalAspect = (typeof LEGAL_ASPECTS)[number];

/** What one row of the phiếu rests on: findings, and what only that row needs. */
export const Evidence = ({ f, view, aspect }: { f: Frame; view: SheetView; aspect: LegalAspect }) => (
  <div class="flow-s">
    {aspect === "effect" ? <Effect f={f} view={view} /> : null}
    {aspect === "basis" ? <Bases f={f} view={view} /> : null}
    {aspect === "content" ? <Changes f={f} view={view} /> : null}
    <Findings f={f} rows={view.findings[aspect]} work={view.work.id} />
  </div>
);

const Findings = ({ f, rows, work }: { f: Frame; rows: readonly SheetFinding[]; work: string }) => {
  const t = f.t.sheets;
  if (rows.length === 0) return <p class="small muted">{t.noFindings}</p>;
  return (
    <ul class="rel small">
      {rows.slice(0, FINDINGS_SHOWN).map((row) => (
        <li>
          <SeverityMark f={f} severity={row.severity} />{" "}
          <a href={f.href(`/findings/${row.key}`, { document: work })}>
            <Said f={f} text={row.message} />
          </a>{" "}
          <span class="muted">
            {row.unit === null ? null : (
              <>
                <Said f={f} text={row.unit} />,{" "}
              </>
            )}
            {row.code}, {t.verdict[row.verdict === null || row.verdict === "dismissed" ? "none" : row.verdict]}
          </span>
        </li>
      ))}
      {rows.length > FINDINGS_SHOWN ? <li class="muted">{t.more(rows.length - FINDINGS_SHOWN)}</li> : null}
    </ul>
  );
};

const Effect = ({ f, view: { period, works, names, work } }: { f: Frame; view: SheetView }) =>
  period === null || period.because.length === 0 ? null : (
    <details class="fold small">
      <summary>{f.t.sheets.proofs}</summary>
      <Proof f={f} period={period} works={works} names={names} self={work.id} known={work.known} />
    </details>
  );

const Bases = ({ f, view: { bases } }: { f: Frame; view: SheetView }) => {
  const t = f.t.sheets;
  if (bases.length === 0) return <p class="small muted">{t.noBases}</p>;
  return (
    <>
      <p class="small muted">{t.bases}</p>
      <ul class="rel small">
        {bases.map(({ work, status }) => (
          <li>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>{" "}
            <Status f={f} status={status ?? "unknown"} known={work.known} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Điều 39 seen from below: which documents it rests on were changed since, by whom, and which of its units name them. */
const Changes = ({ f, view: { changes, work } }: { f: Frame; view: SheetView }) => {
  const t = f.t.sheets;
  if (changes.length === 0) return <p class="small muted">{t.noChanges}</p>;
  return (
    <details class="fold small" open={changes.length <= CHANGES_SHOWN}>
      <summary>{t.changes(changes.length)}</summary>
      <ul class="rel">
        {changes.slice(0, CHANGES_SHOWN).map((change) => (
          <li>
            <a href={f.href(`/documents/${change.parent}`)}>
              <Said f={f} text={change.parentName} />
            </a>{" "}
            {t.changed}{" "}
            <a href={f.href(`/documents/${change.act}`)}>
              <Said f={f} text={change.actName} />
            </a>{" "}
            {t.from(f.date(change.from))}{" "}
            <span class="muted">
              ({f.t.impact.reach[change.reach]}
              {change.isBasis ? `; ${t.isBasis}` : ""})
            </span>
            {change.units.length === 0 ? null : (
              <div>
                {t.restsOn}{" "}
                {change.units.slice(0, UNITS_SHOWN).map(({ eId, name }, i) => (
                  <>
                    {i === 0 ? "" : "; "}
                    <Cite f={f} href={f.href(`/documents/${work.id}`, {}, eId)}>
                      <Said f={f} text={name} />
                    </Cite>
                  </>
                ))}
                {change.units.length > UNITS_SHOWN ? `, ${t.more(change.units.length - UNITS_SHOWN)}` : null}
              </div>
            )}
          </li>
        ))}
        {changes.length > CHANGES_SHOWN ? <li class="muted">{t.more(changes.length - CHANGES_SHOWN)}</li> : null}
      </ul>
    </details>
  );
};

/** What was handed down and is regulated nowhere. */
export const Delegations = ({ f, view: { delegations } }: { f: Frame; view: SheetView }) => (
  <div class="flow-s">
    <p class="small muted">{f.t.sheets.delegations}</p>
    <ul class="rel small">
      {delegations.map((d) => (
        <li>
          <q lang={f.lang === "vi" ? undefined : "vi"}>{words(d.quote)}</q>{" "}
          <Cite f={f} href={f.href(`/documents/${d.parent}`, {}, d.eId)}>
            <Said f={f} text={`${d.unit} ${d.parentName}`} />
          </Cite>
        </li>
      ))}
    </ul>
  </div>
);
