import type { ReportChoices } from "../../../src/use-cases/report-choices.ts";
import { LISTED_LEVELS, LISTED_ORGANS, ORGAN_NAMES } from "../../../src/use-cases/report-scope.ts";
import { FORM_KEYS, formRegimes } from "../../../src/use-cases/view-reports.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import type { Frame } from "../../frame.ts";
import { monthBefore, type ReportAsk, systematizationOf, yearOf } from "./query.ts";

/** The kind of list and the period, as links; other days and what narrows the list by a form. */
export const Choice = ({ f, ask, choices }: { f: Frame; ask: ReportAsk; choices: ReportChoices }) => {
  const t = f.t.reports;
  const year = Number(f.on.slice(0, 4));
  const five = systematizationOf(f.on);
  const presets = [
    ...[0, 1, 2, 3].map((back) => ({ label: t.year(year - back), ...yearOf(year - back) })),
    { label: t.fiveYears(five.from.slice(0, 4), five.to.slice(0, 4)), ...five },
    { label: t.lastMonth, ...monthBefore(f.on) },
  ];
  return (
    <>
      <nav class="tabs" aria-label={t.kind}>
        {FORM_KEYS.map((form) => (
          <a href={f.here({ form })} aria-current={form === ask.form ? "page" : undefined}>
            {t.forms[form]}
          </a>
        ))}
      </nav>
      <nav class="chips report-years" aria-label={t.period}>
        {presets.map(({ label, from, to }) => (
          <a
            class={from === ask.from && to === ask.to ? "chip chip--on" : "chip"}
            href={f.here({ from, to })}
            aria-current={from === ask.from && to === ask.to ? "true" : undefined}
          >
            {label}
          </a>
        ))}
        <span class="report-bodies">
          {([null, ...LISTED_LEVELS, "all"] as const).map((bodies) => (
            <a
              class={bodies === bodiesOf(ask) ? "chip chip--on" : "chip"}
              href={f.here({ bodies })}
              aria-current={bodies === bodiesOf(ask) ? "true" : undefined}
            >
              {t.bodies[bodies ?? "local"]}
            </a>
          ))}
        </span>
      </nav>
      <Narrow f={f} ask={ask} choices={choices} />
    </>
  );
};

/** As the address says it; null = all bodies of the province, which it does not say. */
const bodiesOf = ({ scope }: ReportAsk) => scope.level ?? (scope.local ? null : "all");

const Narrow = ({ f, ask, choices }: { f: Frame; ask: ReportAsk; choices: ReportChoices }) => {
  const t = f.t.reports;
  return (
    <form class="report-form" action="/reports" method="get">
      <input type="hidden" name="form" value={ask.form} />
      {bodiesOf(ask) === null ? null : <input type="hidden" name="bodies" value={bodiesOf(ask) ?? ""} />}
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      <Field
        name="from"
        label={t.from}
        help={t.dayHelp}
        value={ask.badFrom ?? f.date(ask.from)}
        fault={ask.badFrom === null ? (ask.reversed ? t.reversed : null) : t.badDay(ask.badFrom)}
      />
      <Field
        name="to"
        label={t.to}
        help={t.dayHelp}
        value={ask.badTo ?? f.date(ask.to)}
        fault={ask.badTo === null ? null : t.badDay(ask.badTo)}
      />
      <Field name="scope" label={t.scope} help={t.scopeHelp} value={ask.scope.words ?? ""} />
      <fieldset class="field report-organs">
        <legend>{t.organs}</legend>
        {LISTED_ORGANS.map((organ) => (
          <label class="check">
            <input type="checkbox" name="organ" value={organ} checked={ask.scope.organs.includes(organ)} />
            <span lang="vi">{ORGAN_NAMES[organ]}</span>
          </label>
        ))}
      </fieldset>
      <details class="fold report-more" open={isNarrowed(ask)}>
        <summary>{t.more}</summary>
        <Further f={f} ask={ask} choices={choices} />
      </details>
      <button class="btn btn--go" type="submit">
        {t.go}
      </button>
    </form>
  );
};

const isNarrowed = ({ scope, regime, title, publishedUntil, badPublished }: ReportAsk): boolean =>
  [scope.field, scope.territory, scope.unit, scope.theme, regime, title, publishedUntil, badPublished].some(
    (value) => value !== null,
  );

const Further = ({ f, ask, choices }: { f: Frame; ask: ReportAsk; choices: ReportChoices }) => {
  const t = f.t.reports;
  const { scope } = ask;
  return (
    <div class="report-further">
      <Select name="field" label={t.field} any={t.anyField} value={scope.field} options={choices.fields} />
      <Select
        name="territory"
        label={t.territory}
        any={t.anyTerritory}
        value={scope.territory}
        options={choices.territories}
      />
      <Select
        name="unit"
        label={t.unit}
        any={t.anyUnit}
        value={scope.unit?.id ?? null}
        options={choices.units.map(({ id, name }) => ({ value: id, name }))}
      />
      <Select
        name="topic"
        label={t.theme}
        any={t.anyTheme}
        value={f.query.get("topic")}
        options={choices.themes.map(({ id, name }) => ({ value: id, name }))}
      />
      <Select
        name="regime"
        label={t.regime}
        any={t.byDay}
        value={ask.regime}
        options={formRegimes().map(({ id, name }) => ({ value: id, name }))}
      />
      <Field
        name="published"
        label={t.published}
        help={t.publishedHelp}
        value={ask.badPublished ?? (ask.publishedUntil === null ? "" : f.date(ask.publishedUntil))}
        fault={ask.badPublished === null ? null : t.badDay(ask.badPublished)}
      />
      <Field name="title" label={t.ownTitle} help={t.ownTitleHelp} value={ask.title ?? ""} />
    </div>
  );
};

const Select = ({
  name,
  label,
  any,
  value,
  options,
}: {
  name: string;
  label: string;
  /** Nothing chosen. */
  any: string;
  value: string | null;
  options: readonly { readonly value: string; readonly name: string }[];
}) =>
  options.length === 0 ? null : (
    <FieldFrame id={`rep-${name}`} label={label}>
      <select class="input" id={`rep-${name}`} name={name}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} lang="vi">
            {option.name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
