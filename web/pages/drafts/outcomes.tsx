import type { Child } from "hono/jsx";
import { eIdName } from "../../../src/domain/e-id.ts";
import type { DraftOutcome } from "../../../src/use-cases/assess-draft.ts";
import type { DraftView } from "../../../src/use-cases/view-draft.ts";
import { Cite } from "../../components/cite.tsx";
import { Icon } from "../../components/sprite.tsx";
import type { State } from "../../components/status.tsx";
import { capital, FullName, Said, shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

const SHOWN = 12;

/** What issuing the draft would do: which documents end, change, must be reviewed, and what it leaves standing. */
export const Outcomes = ({ f, view }: { f: Frame; view: DraftView }) => {
  const t = f.t.draft;
  const { assessment: a } = view.draft;
  const on = a.work.effectiveOn !== null && a.work.effectiveOn > a.day ? a.work.effectiveOn : a.day;
  const review = [...new Map(a.review.map((r) => [r.work.id, r])).values()];
  return (
    <aside aria-labelledby="h-if">
      <h2 class="big2" id="h-if">
        {t.ifIssued}
      </h2>
      <p class="small muted">{t.ifOn(f.date(on))}</p>
      <ul class="ifs">
        {a.ends.length + a.changes.length === 0 ? (
          <If title={t.noOutcome}>
            <p>{t.noOutcomeWhy}</p>
          </If>
        ) : null}
        {a.ends.length === 0 ? null : (
          <If state="ended" title={t.ends(a.ends.length)}>
            <Changed f={f} view={view} list={a.ends} />
          </If>
        )}
        {a.changes.length === 0 ? null : (
          <If state="partial" title={t.changes(a.changes.length)}>
            <Changed f={f} view={view} list={a.changes} />
          </If>
        )}
        {review.length === 0 ? null : (
          <If title={t.review(review.length)}>
            <p>{capital(t.reviewWhy)}:</p>
            <ul class="rel__why">
              {review.slice(0, SHOWN).map((r) => (
                <li>
                  <Cite f={f} href={f.href(`/documents/${r.work.id}`, {}, r.eIds[0])} status={r.status}>
                    {shortName(f, r.work)}
                  </Cite>
                </li>
              ))}
              {review.length > SHOWN ? <li class="muted">{t.more(review.length - SHOWN)}</li> : null}
            </ul>
          </If>
        )}
        {a.left.length === 0 ? null : (
          <If state="unknown" title={t.left(a.left.length)}>
            <ul class="rel__why">
              {a.left.map((l) => (
                <li>
                  <Cite f={f} href={f.href(`/documents/${l.work.id}`)}>
                    <FullName f={f} work={l.work} />
                  </Cite>
                  : <Said f={f} text={t.leftWhy[l.why](l.of)} />
                </li>
              ))}
            </ul>
          </If>
        )}
        {a.delegations.length === 0 ? null : (
          <If title={t.delegations(a.delegations.length)}>
            <ul class="rel__why">
              {a.delegations.map((d) => (
                <li>
                  <Cite f={f} href={f.href(`/documents/${d.parent}`, {}, d.parentEIds[0])}>
                    <Said
                      f={f}
                      text={capital(
                        [
                          d.parentEIds.map((eId) => eIdName(eId)).join(", "),
                          d.parentWork === null ? d.evidence.symbol : shortName(f, d.parentWork),
                        ]
                          .filter(Boolean)
                          .join(" "),
                      )}
                    />
                  </Cite>
                </li>
              ))}
            </ul>
          </If>
        )}
      </ul>
      {a.repealClause === null ? null : (
        <section aria-labelledby="h-clause" class="flow-s">
          <h3 class="after" id="h-clause">
            {t.clause}
          </h3>
          <p class="small muted">{t.clauseWhy}</p>
          <copy-text
            data-copy={f.t.citing.copy}
            data-what={t.clause}
            data-done={f.t.citing.done}
            data-failed={f.t.citing.failed}
          >
            <p class="law-voice lines" lang={f.lang === "vi" ? undefined : "vi"}>
              {a.repealClause}
            </p>
          </copy-text>
        </section>
      )}
      {a.lost.length === 0 ? null : (
        <section aria-labelledby="h-lost">
          <h3 class="after" id="h-lost">
            {t.lost}
          </h3>
          <ul class="small flow-s">
            {a.lost.map((l) => (
              <li>
                <Icon name="i-info" /> <Said f={f} text={`“${l.text}”`} />
                {l.within === null ? null : (
                  <>
                    {" ("}
                    <Said f={f} text={eIdName(l.within)} />)
                  </>
                )}
                : {l.ambiguous ? t.lostSeveral : t.lostUnknown}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
};

const If = ({ state, title, children }: { state?: State; title: string; children: Child }) => (
  <li data-state={state}>
    <b>
      {state === undefined ? null : <Icon name={`m-${state}`} />} {title}
    </b>
    {children}
  </li>
);

const Changed = ({ f, view, list }: { f: Frame; view: DraftView; list: readonly DraftOutcome[] }) => (
  <ul class="rel__why">
    {list.map((o) => (
      <li>
        <Cite f={f} href={f.href(`/documents/${o.work.id}`, {}, o.units[0])}>
          <FullName f={f} work={o.work} />
        </Cite>
        {": "}
        {o.actions.map((a) => f.t.action[a]).join(", ")}
        {o.units.length === 0 ? null : (
          <>
            {" "}
            <Said f={f} text={o.units.map((eId) => view.names.of(o.work.id, eId)).join("; ")} />
          </>
        )}
        {o.by.length === 0 ? null : (
          <span class="muted">
            {" "}
            ({f.t.draft.through} <Said f={f} text={o.by.map((eId) => eIdName(eId)).join("; ")} />)
          </span>
        )}
        {o.whyNot === null ? null : (
          <span class="muted">
            {". "}
            <Said f={f} text={o.whyNot} />
          </span>
        )}
      </li>
    ))}
  </ul>
);
