import type { Work } from "../../../src/domain/work.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { capital, FullName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** What a person may add: what changes a status and needs no new wording. */
export const ADDABLE = [
  "repeal-document",
  "replace-document",
  "expire",
  "repeal",
  "suspend",
  "resume",
  "extend",
  "commence",
] as const;

interface Props {
  readonly f: Frame;
  readonly work: Work;
  readonly token: string;
  readonly refused: string | null;
  readonly typed: ReadonlyMap<string, string>;
}

/** Which field a refusal is about. */
const FAULT_OF: Readonly<Record<string, string>> = {
  "bad-day": "from",
  "no-why": "why",
  "no-unit": "unit",
  "no-source": "source",
  "quote-not-there": "quote",
};

export const EffectAddPage = ({ f, work, token, refused, typed }: Props) => {
  const t = f.t.deeds;
  const faultOf = (name: string): string | null =>
    refused !== null && FAULT_OF[refused] === name ? (t.faults[refused] ?? null) : null;
  const field = (name: string) => ({ name, value: typed.get(name), fault: faultOf(name) });
  return (
    <>
      <PageHead title={t.addTo}>{t.addLead}</PageHead>
      {refused === null ? null : <Message kind="fault" what={t.faults[refused] ?? refused} />}
      <form class="flow" method="post">
        <input type="hidden" name="token" value={token} />
        <p>
          <a href={f.href(`/documents/${work.id}`)}>
            <FullName f={f} work={work} />
          </a>
        </p>
        <FieldFrame id="action" label={t.what}>
          <select class="input" id="action" name="action">
            {ADDABLE.map((action) => (
              <option value={action} selected={typed.get("action") === action}>
                {capital(f.t.action[action] ?? action)}
              </option>
            ))}
          </select>
        </FieldFrame>
        <Field {...field("unit")} label={t.unit} help={t.unitHelp} />
        <Field {...field("source")} label={t.by} help={t.byHelp} />
        <Field {...field("sourceDay")} label={t.byDay} />
        <Field {...field("from")} label={t.fromDay} help={t.dateHelp} required />
        <Field {...field("last")} label={t.lastDay} help={t.lastDayHelp} />
        <Field {...field("quote")} label={t.quote} help={t.quoteHelp} long />
        <Field {...field("why")} label={t.why} help={t.whyHelp} required long />
        <button class="btn btn--go" type="submit">
          {t.saveAdd}
        </button>
      </form>
    </>
  );
};
