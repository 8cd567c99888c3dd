import { type DecidingAct, PAPER_PARTS, type PapersAsk } from "../../../src/use-cases/report-papers.ts";
import { type CountedReport, FORM_KEYS } from "../../../src/use-cases/view-reports.ts";
import { FieldFrame } from "../../components/field.tsx";
import { Kept } from "../../components/kept.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Stat } from "../../components/lists.tsx";
import { Message } from "../../components/message.tsx";
import { Said } from "../../components/words.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";

/** Which lists, which act, which papers; then one Word file. */
export const PapersPage = ({
  f,
  papers,
  lists,
  acts,
}: {
  f: Frame;
  papers: PapersAsk;
  lists: readonly CountedReport[];
  acts: readonly DecidingAct[];
}) => {
  const t = f.t.papers;
  const missing = (["place", "dateline", "department", "departmentCode"] as const).some(
    (name) => papers.agency[name] === "",
  );
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <a class="btn" href={f.href("/reports/agency")}>
            {f.t.agency.title}
          </a>
        }
      >
        {t.lead}
      </PageHead>
      {missing ? (
        <Message kind="warn" what={t.missing}>
          {t.missingWhy} <a href={f.href("/reports/agency")}>{f.t.agency.title}</a>
        </Message>
      ) : null}
      <Section id="choose" title={t.choose}>
        <Choose f={f} papers={papers} acts={acts} />
      </Section>
      <Section id="papers" title={t.holds}>
        <ul class="report-counts">
          {lists.map(({ form, title, n }) => (
            <Stat
              f={f}
              label={<Said f={f} text={title} />}
              n={n}
              href={f.href("/reports", { ...filtersHeld(f), with: null, act: null, part: null, form })}
            />
          ))}
        </ul>
        <p class="acts acts--left">
          <a class="btn btn--go" href={f.href("/reports/papers/file", filtersHeld(f))}>
            {t.download}
          </a>
        </p>
        <p class="small muted">{t.draft}</p>
      </Section>
    </>
  );
};

const Choose = ({ f, papers, acts }: { f: Frame; papers: PapersAsk; acts: readonly DecidingAct[] }) => {
  const t = f.t.papers;
  return (
    <form class="flow" method="get" action="/reports/papers">
      <Kept f={f} but={["with", "act", "part"]} />
      <FieldFrame id="act" label={t.act}>
        <select class="input" id="act" name="act">
          {acts.map(({ key, name }) => (
            <option value={key} selected={key === papers.act.key} lang="vi">
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
      <fieldset class="field report-organs">
        <legend>{t.lists}</legend>
        {FORM_KEYS.map((form) => (
          <label class="check">
            <input
              type="checkbox"
              name="with"
              value={form}
              checked={papers.forms.includes(form)}
              disabled={form === papers.query.form}
            />
            <span>{f.t.reports.forms[form]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="field report-organs">
        <legend>{t.papers}</legend>
        {PAPER_PARTS.map((part) => (
          <label class="check">
            <input type="checkbox" name="part" value={part} checked={papers.parts.includes(part)} />
            <span>{t.parts[part]}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <button class="btn" type="submit">
          {t.look}
        </button>
      </p>
    </form>
  );
};
