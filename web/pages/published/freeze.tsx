import { groupBy } from "../../../src/domain/group-by.ts";
import type { CountedList } from "../../../src/use-cases/living-list.ts";
import { FORM_KEYS, type FormKey } from "../../../src/use-cases/view-reports.ts";
import { Field } from "../../components/field.tsx";
import { Kept } from "../../components/kept.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Stat } from "../../components/lists.tsx";
import { Message } from "../../components/message.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { UnclearLists } from "../reports/unclear.tsx";

/** What will be frozen: which forms, how many rows; then one button. */
export const FreezePage = ({
  f,
  living,
  forms,
  form,
  token,
}: {
  f: Frame;
  living: CountedList;
  forms: readonly FormKey[];
  form: FormKey;
  token: string;
}) => {
  const t = f.t.published;
  // forms 01 and 02 may both leave the same list out
  const byList = groupBy(
    living.lists.flatMap((list) => list.unclear),
    ({ id, name }) => id ?? name,
  );
  const unclear = [...byList.values()].flatMap((some) =>
    some.slice(0, 1).map((first) => ({ ...first, works: some.reduce((n, { works }) => n + works, 0) })),
  );
  return (
    <>
      <PageHead title={t.freeze}>{t.freezeLead}</PageHead>
      {living.on > f.today ? (
        <Message kind="warn" what={t.ahead}>
          {t.aheadWhy(f.date(living.on))}
        </Message>
      ) : null}
      <Section id="forms" title={t.which}>
        <form class="flow-s" method="get" action="/reports/freeze">
          <Kept f={f} but={["with"]} />
          <fieldset class="report-with">
            <legend class="sr">{t.which}</legend>
            {FORM_KEYS.map((each) => (
              <label class="check">
                <input
                  type="checkbox"
                  name="with"
                  value={each}
                  checked={forms.includes(each)}
                  disabled={each === form}
                />
                <span>
                  {t.form(each)}: {f.t.reports.forms[each]}
                </span>
              </label>
            ))}
          </fieldset>
          <button class="btn" type="submit">
            {t.count}
          </button>
        </form>
        <ul class="report-counts">
          {living.lists.map(({ form: key, title, n }) => (
            <Stat
              f={f}
              label={<Said f={f} text={title} />}
              n={n}
              href={f.href("/reports", { ...paramsOf(living.path), with: null, form: key })}
            />
          ))}
        </ul>
      </Section>
      {unclear.length === 0 ? null : (
        <div class="after">
          <UnclearLists f={f} lists={unclear} />
        </div>
      )}
      <Section id="freeze" title={t.freeze}>
        <form class="flow" method="post" action={f.href("/reports/freeze")}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="path" value={living.path} />
          <Field name="title" label={t.name} help={t.nameHelp} value={living.title} long />
          <p>
            <button class="btn btn--go" type="submit">
              {t.freezeNow}
            </button>
          </p>
        </form>
      </Section>
    </>
  );
};

export const paramsOf = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URL(path, "http://here").searchParams);
