import type { Suppression } from "../../../src/domain/decision.ts";
import type { RuleCase } from "../../../src/use-cases/rule-cases.ts";
import type { RuleRow } from "../../../src/use-cases/view-rules.ts";
import { Basis } from "../../components/basis.tsx";
import { Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Precision } from "../../components/precision.tsx";
import { Prose } from "../../components/prose.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Cases } from "./cases.tsx";

export const RulePage = ({
  f,
  row: { rule, findings, record },
  suppressions,
  cases,
  token,
}: {
  f: Frame;
  row: RuleRow;
  suppressions: readonly (Suppression & { readonly document: string | null })[];
  cases: readonly RuleCase[];
  token: string;
}) => (
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
    {f.query.get("exempted") === null ? null : (
      <Message kind="ok" what={f.t.decision.suppress.applied(Number(f.query.get("exempted")) || 0)} />
    )}
    {f.query.get("lifted") === "yes" ? <Message kind="ok" what={f.t.decision.suppress.lifted} /> : null}
    <div class="cols cols--main">
      <div lang={f.lang === "vi" ? undefined : "vi"}>
        {rule.readme.trim() === "" ? null : (
          <Section id="h-r" title={f.t.rules.readme}>
            <Prose markdown={rule.readme.replace(/^# .*\n/u, "")} level={3} />
          </Section>
        )}
        <Cases f={f} cases={cases} />
      </div>
      <div>
        <Section id="h-b" title={f.t.rules.basis}>
          <Basis f={f} rule={rule} />
        </Section>
        <Section id="h-p" title={f.t.decision.record}>
          <p>
            <Precision f={f} record={record} />
          </p>
          {record.advice === null ? null : <Message kind="warn" what={f.t.decision.advice[record.advice]} />}
        </Section>
        {suppressions.length === 0 ? null : (
          <Section id="h-s" title={f.t.decision.suppress.list}>
            <ul class="rel">
              {suppressions.map((s) => (
                <Exemption f={f} suppression={s} token={token} />
              ))}
            </ul>
          </Section>
        )}
      </div>
    </div>
  </>
);

const Exemption = ({
  f,
  suppression: s,
  token,
}: {
  f: Frame;
  suppression: Suppression & { readonly document: string | null };
  token: string;
}) => {
  const t = f.t.decision.suppress;
  const scope = [
    s.document === null ? null : `${t.of.document} ${s.document}`,
    s.issuer === null ? null : `${t.of.issuer} ${s.issuer}`,
    s.field === null ? null : `${t.of.field} ${s.field}`,
  ].filter(Boolean);
  return (
    <li>
      <b>
        <Said f={f} text={scope.length === 0 ? t.of.all : scope.join(", ")} />
      </b>
      : <Said f={f} text={s.reason} /> <span class="muted small">{t.by(s.by, moment(f, s.at))}</span>
      <form class="inline" method="post" action={f.href(`/suppressions/${s.id}/lift`)}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="rule" value={s.rule} />
        <button class="btn btn--s" type="submit">
          {t.lift}
        </button>
      </form>
    </li>
  );
};
