import type { Child } from "hono/jsx";
import { isLegalDate } from "../../../src/domain/legal-date.ts";
import type { AskedSide, ChosenSide } from "../../../src/use-cases/choose-sides.ts";
import type { ComparedSide, ComparisonView, RowState } from "../../../src/use-cases/view-comparison.ts";
import type { Work } from "../../../src/domain/work.ts";
import { Comparison } from "../../components/comparison.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { FullName, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Sides<Side> {
  readonly left: Side;
  readonly right: Side;
}

export interface ComparePageProps {
  readonly f: Frame;
  readonly asked: Sides<AskedSide | null>;
  readonly chosen: Sides<ChosenSide | null>;
  readonly view: ComparisonView | { readonly missing: Work } | null;
}

export const ComparePage = ({ f, asked, chosen, view }: ComparePageProps) => {
  const t = f.t.compare;
  const compared = view !== null && !("missing" in view) ? view : null;
  return (
    <>
      <PageHead title={compared === null ? t.title : titleOf(f, compared)} acts={compared && <Shown f={f} />}>
        {compared === null ? t.lead : <Counts f={f} view={compared} />}
      </PageHead>
      <Pick f={f} asked={asked} chosen={chosen} view={compared} />
      {(["left", "right"] as const).map((side) => (
        <Problem f={f} side={side} chosen={chosen[side]} />
      ))}
      {view !== null && "missing" in view ? (
        <Message kind="warn" what={words(t.noText(shortName(f, view.missing)))}>
          {t.noTextTodo}
        </Message>
      ) : null}
      {compared === null ? null : (
        <>
          <Limits f={f} view={compared} />
          <Comparison f={f} view={compared} all={f.query.get("show") === "all"} />
          <p class="small muted after">{t.parts}</p>
        </>
      )}
    </>
  );
};

const titleOf = (f: Frame, { left, right }: ComparisonView): Child =>
  words(
    left.work.id === right.work.id
      ? f.t.compare.titleOf(shortName(f, left.work))
      : f.t.compare.titleTwo(shortName(f, left.work), shortName(f, right.work)),
  );

const ORDER: readonly RowState[] = ["changed", "added", "removed", "moved", "renumbered", "same"];

const Counts = ({ f, view }: { f: Frame; view: ComparisonView }) => {
  const t = f.t.compare;
  if (ORDER.every((state) => state === "same" || view.counts[state] === 0)) return <>{t.equal}</>;
  return <>{ORDER.flatMap((s) => (view.counts[s] === 0 ? [] : [t.counts[s]?.(view.counts[s])])).join(" · ")}</>;
};

const Shown = ({ f }: { f: Frame }) => {
  const all = f.query.get("show") === "all";
  return (
    <div class="seg" role="group" aria-label={f.t.compare.show}>
      <a class="btn" href={f.here({ show: null })} aria-current={all ? undefined : "true"}>
        {f.t.compare.only}
      </a>
      <a class="btn" href={f.here({ show: "all" })} aria-current={all ? "true" : undefined}>
        {f.t.compare.all}
      </a>
    </div>
  );
};

/** Both sides by number and day; the days on which the words changed are offered while one types. */
const Pick = ({
  f,
  asked,
  chosen,
  view,
}: Pick<ComparePageProps, "f" | "asked" | "chosen"> & { view: ComparisonView | null }) => {
  const t = f.t.compare;
  return (
    <form class="cmp-pick sec no-print" action="/compare" method="get">
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      {f.query.has("show") ? <input type="hidden" name="show" value={f.query.get("show") ?? ""} /> : null}
      <SideFields f={f} side="left" asked={asked.left} chosen={chosen.left} compared={view?.left ?? null} />
      <SideFields f={f} side="right" asked={asked.right} chosen={chosen.right} compared={view?.right ?? null} />
      <div class="rowx">
        <button class="btn btn--go" type="submit">
          {t.go}
        </button>
        {view === null ? null : (
          <a class="btn" href={f.here({ left: f.query.get("right"), right: f.query.get("left") })}>
            {t.swap}
          </a>
        )}
        {view === null ? null : (
          <span class="key small">
            <span>
              <del>{t.removedKey}</del>
            </span>
            <span>
              <ins>{t.addedKey}</ins>
            </span>
          </span>
        )}
      </div>
    </form>
  );
};

const SideFields = ({
  f,
  side,
  asked,
  chosen,
  compared,
}: {
  f: Frame;
  side: "left" | "right";
  asked: AskedSide | null;
  chosen: ChosenSide | null;
  compared: ComparedSide | null;
}) => {
  const t = f.t.compare;
  const name = side === "left" ? "a" : "b";
  const written = asked?.day ?? "";
  const document = chosen?.ok === true ? (chosen.side.work.symbol ?? chosen.side.work.id) : (asked?.document ?? "");
  return (
    <fieldset class="cmp-side">
      <legend class="legend">{t[side]}</legend>
      <div class="field">
        <label for={`c-${name}`}>{t.document}</label>
        <span class="field__help" id={`c-${name}-help`}>
          {t.documentHelp}
        </span>
        <input
          class="input"
          id={`c-${name}`}
          name={name}
          value={document}
          required={side === "left"}
          autocomplete="off"
          aria-describedby={`c-${name}-help`}
        />
      </div>
      <div class="field">
        <label for={`c-${name}-day`}>{t.day}</label>
        <span class="field__help" id={`c-${name}-day-help`}>
          {t.dayHelp}
        </span>
        <input
          class="input"
          id={`c-${name}-day`}
          name={`${name}day`}
          value={isLegalDate(written) ? f.date(written) : written}
          inputmode="numeric"
          autocomplete="off"
          maxlength={10}
          list={compared === null ? undefined : `c-${name}-days`}
          aria-describedby={`c-${name}-day-help`}
        />
        {compared === null ? null : (
          <datalist id={`c-${name}-days`}>
            {[...new Set([...compared.days, f.today])].map((day) => (
              <option value={f.date(day)}></option>
            ))}
          </datalist>
        )}
      </div>
    </fieldset>
  );
};

const Problem = ({ f, side, chosen }: { f: Frame; side: "left" | "right"; chosen: ChosenSide | null }) => {
  const t = f.t.compare;
  if (chosen === null || chosen.ok) return null;
  if (chosen.why === "bad-day")
    return (
      <Message kind="fault" what={`${t[side]}: ${t.badDay(chosen.asked.day)}`}>
        {t.badDayTodo}
      </Message>
    );
  if (!("works" in chosen))
    return (
      <Message kind="fault" what={`${t[side]}: ${t.none(chosen.asked.document)}`}>
        {t.noneTodo}
      </Message>
    );
  return (
    <section class="flow-s">
      <Message kind="warn" what={`${t[side]}: ${t.several(chosen.asked.document)}`}>
        {t.severalTodo}
      </Message>
      <ul class="rel">
        {chosen.works.map((work) => (
          <li>
            <a href={f.here({ [side]: `${work.id}@${chosen.asked.day}`, [side === "left" ? "a" : "b"]: work.id })}>
              <FullName f={f} work={work} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the page left undone, and what the words of a side still lack. */
const Limits = ({ f, view }: { f: Frame; view: ComparisonView }) => {
  const t = f.t.compare;
  const { units, unmarked, rows } = view.bounded;
  const shown = view.rows.filter((r) => r.state !== "same").length;
  const said = [
    units === null ? null : t.boundedSize(units),
    rows === null ? null : t.boundedUnits(shown, rows),
    unmarked === 0 ? null : t.boundedWords(unmarked),
  ].filter((line) => line !== null);
  const lacking = ([view.left, view.right] as const).filter((side) => side.refused > 0);
  const alike = view.counts.same + view.counts.changed + view.counts.moved + view.counts.renumbered;
  const apart = view.counts.added + view.counts.removed;
  return (
    <div class="flow-s cmp-limits">
      {apart > 20 && alike * 20 < apart ? <Message what={t.unlikeTexts} /> : null}
      {said.length === 0 ? null : <Message what={t.bounded}>{said.join(" ")}</Message>}
      {lacking.map((side) => (
        <Message kind="warn" what={t.incomplete(t.side(side.on === null ? null : f.date(side.on)), side.refused)}>
          {f.t.reader.refusedWhy}
        </Message>
      ))}
    </div>
  );
};
