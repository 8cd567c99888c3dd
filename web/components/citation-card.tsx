import type { CitationCard } from "../../src/use-cases/view-citation-card.ts";
import type { Frame } from "../frame.ts";
import { Icon } from "./sprite.tsx";
import { Mark, Status, unitStateOf } from "./status.tsx";
import { capital, FullName, Said, words } from "./words.tsx";

/** The target of a citation at a glance: its name, how it stands on the day, the cited words, and what is wrong with it. */
export const CitationCardView = ({ f, card }: { f: Frame; card: CitationCard }) => {
  const { work, period, unit, unitState } = card;
  const t = f.t.card;
  const since = period?.since ?? null;
  const warning = card.missing
    ? t.missing(unit ?? "")
    : period?.status === "ceased" || period?.status === "suspended" || period?.status === "not-yet-in-force"
      ? t.dead[period.status]
      : unitState?.status === "repealed" || unitState?.status === "suspended"
        ? t.dead[unitState.status]
        : null;
  const { citedOn, deadThen } = card;
  const notes = [
    // what was dead when it was cited is dead now: said once
    deadThen === null || citedOn === null ? warning : t.deadThen[deadThen](f.date(citedOn)),
    card.differs === null || card.differs === "repealed" ? null : t.differs[card.differs],
    card.unsure ? t.unsure : null,
  ].filter((note) => note !== null);
  return (
    <>
      <p class="small">
        <FullName f={f} work={work} />
      </p>
      {work.title === null ? null : (
        <p class="title">
          <Said f={f} text={work.title} />
        </p>
      )}
      <p class="small">
        <Status f={f} status={period?.status ?? "unknown"} known={work.known} />
        {since === null ? null : ` ${f.t.since(f.date(since))}`}
      </p>
      {notes.map((note) => (
        <p class="small res--warn">
          <Icon name="i-warn" /> <Said f={f} text={note} />
        </p>
      ))}
      {unit === null || card.missing ? null : (
        <p class="small">
          <b>
            <Said f={f} text={capital(unit)} />
          </b>
          {unitState === null ? null : (
            <>
              {" "}
              <Mark state={unitStateOf(unitState.status)} words={f.t.unit[unitState.status]} />{" "}
              {f.t.since(f.date(unitState.since))}
            </>
          )}
        </p>
      )}
      {card.words === null ? (
        unit === null || card.missing ? null : (
          <p class="small muted">{t.noText}</p>
        )
      ) : (
        <>
          {citedOn === null ? null : <p class="small muted">{t.asOf(f.date(citedOn))}</p>}
          <blockquote class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
            {words(card.words)}
            {card.cut ? "…" : ""}
          </blockquote>
        </>
      )}
    </>
  );
};
