import type { RefusedChange, UnitNote } from "../../src/use-cases/consolidated-text.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { sentence } from "./proof.tsx";
import { Mark } from "./status.tsx";
import { capital, Said, unitName, words } from "./words.tsx";

interface Props {
  readonly f: Frame;
  readonly change: RefusedChange;
}

/** Changes that are not in the words: where, by whom, from which day, why not, what to do. */
export const RefusedChanges = ({ f, changes }: { f: Frame; changes: readonly RefusedChange[] }) => (
  <ul class="rel">
    {changes.slice(0, MOST_SHOWN).map((change) => (
      <RefusedLine f={f} change={change} />
    ))}
    {changes.length > MOST_SHOWN ? <li>{f.t.document.more(changes.length - MOST_SHOWN)}</li> : null}
  </ul>
);

const MOST_SHOWN = 100;

const RefusedLine = ({ f, change: r }: Props) => {
  const t = f.t.consolidated;
  const place = <Said f={f} text={capital(r.targetName)} />;
  return (
    <li>
      {r.place === null ? <b>{place}</b> : <a href={`#${encodeURIComponent(r.place)}`}>{place}</a>} {t.according}{" "}
      <Source f={f} change={r} />
      {r.from === null ? "" : `, ${f.t.since(f.date(r.from))}`}
      {r.why === "" ? "." : ": "}
      {r.why === "" ? null : <Said f={f} text={sentence(r.why)} />}
      {r.todo === "" ? null : (
        <div class="small">
          <b>{t.todo}</b> <Said f={f} text={sentence(r.todo)} />
        </div>
      )}
      {r.quote === "" ? null : (
        <details class="fold small">
          <summary>{t.instruction}</summary>
          <blockquote lang={f.lang === "vi" ? undefined : "vi"}>{words(r.quote)}</blockquote>
        </details>
      )}
    </li>
  );
};

/** The same in the margin, beside the unit that it means. */
export const OpenNote = ({ f, change: r }: Props) => (
  <span class="rail-note">
    <Mark state="unknown" words={`${f.t.document.notApplied}: ${f.t.action[r.action] ?? r.action}`} />
    <br />
    <Source f={f} change={r} />
    {r.why === "" ? "" : ": "}
    {r.why === "" ? null : <Said f={f} text={sentence(r.why)} />}{" "}
    {r.todo === "" ? f.t.document.needsPerson : <Said f={f} text={sentence(r.todo)} />}
  </span>
);

/**
 * In the margin: an instruction that never acted, so that its words are not missed here. It names its unit, because on a
 * narrow screen it may stand below the next ones.
 */
export const IdleNote = ({ f, change: r }: Props) => (
  <span class="rail-note">
    <Said f={f} text={capital(r.targetName)} /> {f.t.reader.idleHere} <Source f={f} change={r} />
    {": "}
    <Said f={f} text={sentence(r.why)} />
  </span>
);

/** In the margin of head and căn cứ: what a clause did to the name, or left as it was. */
export const Remark = ({ f, note }: { f: Frame; note: UnitNote }) => (
  <span class="rail-note">
    <Said f={f} text={note.head} /> {f.t.consolidated.according} <Source f={f} change={note} />
    {note.from === null ? null : `, ${f.t.since(f.date(note.from))}`}.
  </span>
);

const Source = ({
  f,
  change: { work, byEId, by },
}: {
  f: Frame;
  change: Pick<RefusedChange, "work" | "byEId" | "by">;
}) => (
  <Cite f={f} href={f.href(`/documents/${work}`, {}, byEId ?? undefined)}>
    <Said f={f} text={[byEId === null ? null : unitName(byEId), by].filter(Boolean).join(" ") || f.t.reader.document} />
  </Cite>
);
