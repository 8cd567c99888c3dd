import { groupBy } from "../../../src/domain/group-by.ts";
import type { Batch } from "../../../src/domain/batch.ts";
import type { Work } from "../../../src/domain/work.ts";
import type { AssignPlan, Assignment } from "../../../src/use-cases/assign-batch.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { GIVEN, type ItemDeed, writePicks } from "./picks.ts";

const SHOWN = 60;

/** What would be done, document by document, before it is. */
export const PlanPage = ({
  f,
  batch,
  deed,
  plan,
  assignment,
  units,
  token,
  carried,
}: {
  f: Frame;
  batch: Batch;
  deed: ItemDeed;
  plan: AssignPlan;
  assignment: Assignment;
  units: ReadonlyMap<string, string>;
  token: string;
  carried: Readonly<Record<"to" | "person" | "due" | "reason", string>>;
}) => {
  const t = f.t.batches;
  const n = plan.given.length;
  const byUnit = groupBy(plan.given, (one) => one.unit);
  const said = [
    assignment.person === undefined ? null : `${t.person}: ${assignment.person?.signature ?? t.nobody}`,
    assignment.due === undefined
      ? null
      : `${t.assignDue}: ${assignment.due === null ? t.nobody : f.date(assignment.due)}`,
    deed === "leave-out" ? `${t.leaveOutWhy}: ${carried.reason}` : null,
  ].filter((one) => one !== null);
  const press = deed === "leave-out" ? t.leaveOut : deed === "put-back" ? t.putBack : t.apply(n);
  return (
    <>
      <PageHead title={t.planTitle}>
        <a href={f.href(`/batches/${batch.id}`)}>{batch.body.name}</a>
      </PageHead>
      <div class="flow">
        {n + plan.open.length === 0 ? <Blank title={t.planNothing}>{t.planNothingWhy}</Blank> : null}
        {said.length === 0 ? null : <p>{words(said.join("; "))}</p>}
        {n === 0 ? null : (
          <form class="acts acts--left" method="post" action={f.href(`/batches/${batch.id}/items`)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="do" value={deed} />
            {deed === "scope" ? (
              [...byUnit].map(([unit, given]) => (
                <input type="hidden" name={`${GIVEN}${unit}`} value={writePicks({ given })} />
              ))
            ) : (
              <>
                <input type="hidden" name="picks" value={writePicks(plan)} />
                {Object.entries(carried).map(([name, value]) => (
                  <input type="hidden" name={name} value={value} />
                ))}
              </>
            )}
            <button class="btn btn--go" type="submit">
              {press}
            </button>
            <a class="btn btn--quiet" href={f.href(`/batches/${batch.id}`)}>
              {f.t.triage.bulk.back}
            </a>
          </form>
        )}
        {[...byUnit].map(([unit, given], i) => (
          <Section
            id={`h-plan-${i}`}
            title={
              <>
                {deed === "leave-out" || deed === "put-back"
                  ? press
                  : unit === null
                    ? t.noUnit
                    : (units.get(unit) ?? unit)}{" "}
                <span class="n">{f.t.n(given.length)}</span>
              </>
            }
          >
            <Works f={f} works={given.map((one) => ({ id: one.item.work, work: one.work }))} />
          </Section>
        ))}
        {plan.open.length === 0 ? null : (
          <Section id="h-plan-open" title={t.planOpen(plan.open.length)}>
            <ul class="rel small">
              {plan.open.slice(0, SHOWN).map(({ item, work, units: able }) => (
                <li>
                  <WorkLink f={f} id={item.work} work={work} />{" "}
                  <span class="muted">
                    {able.length === 0 ? t.planNone : t.planSeveral(able.map((unit) => unit.name).join(", "))}
                  </span>
                </li>
              ))}
              {plan.open.length > SHOWN ? <li class="muted">{f.t.document.more(plan.open.length - SHOWN)}</li> : null}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
};

const Works = ({ f, works }: { f: Frame; works: readonly { readonly id: string; readonly work: Work | null }[] }) => (
  <ul class="rel small">
    {works.slice(0, SHOWN).map(({ id, work }) => (
      <li>
        <WorkLink f={f} id={id} work={work} />
        {work?.title ? (
          <span class="muted">
            {" "}
            <Said f={f} text={work.title} />
          </span>
        ) : null}
      </li>
    ))}
    {works.length > SHOWN ? <li class="muted">{f.t.document.more(works.length - SHOWN)}</li> : null}
  </ul>
);

const WorkLink = ({ f, id, work }: { f: Frame; id: string; work: Work | null }) => (
  <a href={f.href(`/documents/${id}`)}>{work === null ? id : words(shortName(f, work))}</a>
);
