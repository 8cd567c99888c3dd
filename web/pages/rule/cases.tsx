import type { RuleCase } from "../../../src/use-cases/rule-cases.ts";
import { Section } from "../../components/layout.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { capital, marked, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** What the rule says of invented texts: where it speaks, and where it must stay silent. */
export const Cases = ({ f, cases }: { f: Frame; cases: readonly RuleCase[] }) => {
  if (cases.length === 0) return null;
  const t = f.t.rules;
  return (
    <Section id="cases" title={t.cases} aside={<p>{t.casesWhy}</p>}>
      {(["invalid", "valid"] as const).map((kind) => {
        const own = cases.filter((one) => one.kind === kind);
        return own.length === 0 ? null : (
          <>
            <h3 class="case__kind">
              {t.kinds[kind]} <span class="n">{f.t.n(own.length)}</span>
            </h3>
            {own.map((one) => (
              <Case f={f} one={one} />
            ))}
          </>
        );
      })}
    </Section>
  );
};

const Case = ({ f, one }: { f: Frame; one: RuleCase }) => {
  const t = f.t.rules;
  return (
    <details class="case fold">
      <summary>
        <Said f={f} text={capital(one.why)} />
      </summary>
      <p class="small muted">{t.caseOn(f.date(one.on), one.others)}</p>
      {one.findings.map((finding) => (
        <div class="case__says">
          <p>
            <SeverityMark f={f} severity={finding.severity} /> <Said f={f} text={finding.message} />
          </p>
          <p class="small">
            {t.todo}: <Said f={f} text={finding.recommendation} />
          </p>
        </div>
      ))}
      {one.kind === "valid" ? <p>{t.silent}</p> : null}
      <div class="law-voice case__text scroll" tabindex={0} lang={f.lang === "vi" ? undefined : "vi"}>
        {marked(one.text, marksIn(one))}
      </div>
    </details>
  );
};

/** Where the words that decide stand in the text, in order; quotations of other texts are not there. */
function marksIn({ text, findings }: RuleCase): readonly { readonly start: number; readonly end: number }[] {
  let from = 0;
  return findings
    .flatMap(({ evidence }) => evidence.filter(({ role, quote }) => role === "subject" && quote !== ""))
    .flatMap(({ quote }) => {
      const at = text.indexOf(quote, from);
      const start = at < 0 ? text.indexOf(quote) : at;
      if (at >= 0) from = at + quote.length;
      return start < 0 ? [] : [{ start, end: start + quote.length }];
    })
    .sort((a, b) => a.start - b.start);
}
