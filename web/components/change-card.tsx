import type { Work } from "../../src/domain/work.ts";
import type { ChangeView } from "../../src/use-cases/view-reader.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import type { Frame } from "../frame.ts";
import { Cite } from "./cite.tsx";
import { WordChanges } from "./word-changes.tsx";
import { Day, Said, words } from "./words.tsx";

/** Words shown of a unit that was repealed or written anew; the comparison has all of them. */
const LONGEST_WORDS = 1_200;

interface Props {
  readonly f: Frame;
  readonly changes: readonly ChangeView[];
  readonly names: UnitNames;
  readonly works: ReadonlyMap<string, Work>;
}

/**
 * How a unit came to its words: who changed it, from which day, what was taken out and put in; the newest first. Opens over
 * the text without moving it, by mouse or keyboard, and works without script.
 */
export const ChangeCard = ({ f, changes, names, works }: Props) => (
  <details class="change-card" name="change-card">
    <summary>{f.t.reader.words}</summary>
    <div class="change-card__body">
      {[...changes].reverse().map((change) => (
        <section>
          <p>
            {f.t.reader.cardSays[change.state]} <By f={f} change={change} names={names} works={works} />,{" "}
            {f.t.reader.fromDay} <Day f={f} day={change.day} />
          </p>
          <Wording f={f} change={change} />
        </section>
      ))}
    </div>
  </details>
);

const By = ({ f, change: { by }, names, works }: Omit<Props, "changes"> & { change: ChangeView }) => {
  if (by === null) return <>{f.t.reader.document}</>;
  const work = works.get(by.work);
  const name =
    work === undefined
      ? (by.symbol ?? f.t.reader.document)
      : work.symbol === null
        ? (work.title ?? f.t.reader.document)
        : `${f.t.type[work.type]} ${f.t.work.number(work.symbol)}`;
  return (
    <Cite f={f} href={f.href(`/documents/${by.work}`, {}, by.eId ?? undefined)}>
      <Said f={f} text={[by.eId === null ? null : names.of(by.work, by.eId), name].filter(Boolean).join(" ")} />
    </Cite>
  );
};

const Wording = ({ f, change }: { f: Frame; change: ChangeView }) => {
  const { parts, before, after, state } = change;
  return (
    <div class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
      {parts !== null ? (
        <p class="lines">
          <WordChanges parts={parts} short />
        </p>
      ) : before === null ? (
        <p class="lines">
          <ins class="whole">{words(cut(after))}</ins>
        </p>
      ) : (
        <>
          <p class="lines">
            <del class="whole">{words(cut(before))}</del>
          </p>
          {state === "repealed" ? null : (
            <p class="lines">
              <ins class="whole">{words(cut(after))}</ins>
            </p>
          )}
        </>
      )}
    </div>
  );
};

const cut = (text: string): string =>
  text.length <= LONGEST_WORDS ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_WORDS))} […]`;
