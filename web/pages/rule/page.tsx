import type { RuleRow } from "../../../src/use-cases/view-rules.ts";
import { Basis } from "../../components/basis.tsx";
import { Section } from "../../components/layout.tsx";
import { Prose } from "../../components/prose.tsx";
import { SeverityMark } from "../../components/status.tsx";
import type { Frame } from "../../frame.ts";

export const RulePage = ({ f, row: { rule, findings } }: { f: Frame; row: RuleRow }) => (
  <>
    <div class="head">
      <div class="head__text">
        <p class="rowx small">
          <SeverityMark f={f} severity={rule.severity} />
          <span class="muted">{f.t.group[rule.group]}</span>
          <span class="muted">{f.t.maturity[rule.maturity]}</span>
        </p>
        <h1>
          {rule.code}. {f.lang === "vi" ? rule.title : rule.titleEn}
        </h1>
        {rule.maturity === "trial" ? <p>{f.t.maturity.trialMeans}</p> : null}
      </div>
      <div class="acts">
        <a class="btn" href={f.href("/findings", { rule: rule.id })}>
          {f.t.rules.see(findings)}
        </a>
      </div>
    </div>
    <div class="cols cols--main">
      <div lang={f.lang === "vi" ? undefined : "vi"}>
        {rule.readme.trim() === "" ? null : (
          <Section id="h-r" title={f.t.rules.readme}>
            <Prose markdown={rule.readme.replace(/^# .*\n/u, "")} level={3} />
          </Section>
        )}
      </div>
      <div>
        <Section id="h-b" title={f.t.rules.basis}>
          <Basis f={f} rule={rule} />
        </Section>
      </div>
    </div>
  </>
);
