import type { Work } from "../../../src/domain/work.ts";
import { IMPACT_GROUNDS } from "../../../src/use-cases/impact-of.ts";
import type { Act, ImpactPart, ImpactView } from "../../../src/use-cases/view-impact.ts";
import { Cite } from "../../components/cite.tsx";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Pager } from "../../components/lists.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Status } from "../../components/status.tsx";
import { FullName, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

const PROOFS_SHOWN = 3;
const UNITS_SHOWN = 8;

type Row = ImpactView["rows"][number];

/** Which documents came in lately that are a ground for reviewing others. */
export const ActsPage = ({ f, acts, notFound }: { f: Frame; acts: readonly Act[]; notFound: string | null }) => {
  const t = f.t.impact;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      {notFound === null ? null : (
        <Message kind="warn" what={t.notFound(notFound)}>
          {t.notFoundWhy}
        </Message>
      )}
      <Pick f={f} />
      {acts.length === 0 ? (
        <Blank title={t.none}>{t.noneWhy}</Blank>
      ) : (
        <Section id="h-acts" title={t.recent}>
          <ul class="rel">
            {acts.map(({ work, targets, importedAt }) => (
              <li>
                <a href={f.href("/impact", { work: work.id })} data-row>
                  <FullName f={f} work={work} />
                </a>{" "}
                <span class="small muted">
                  {t.acts(targets)}
                  {importedAt === null ? null : `, ${t.imported(moment(f, importedAt))}`}
                </span>
                {work.title === null ? null : (
                  <div class="small">
                    <Said f={f} text={work.title} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

/** A number that several documents bear: a symbol is no identity. */
export const SeveralPage = ({ f, works, symbol }: { f: Frame; works: readonly Work[]; symbol: string }) => (
  <>
    <PageHead title={f.t.impact.title}>{f.t.impact.several(symbol)}</PageHead>
    <ul class="rel">
      {works.map((work) => (
        <li>
          <a href={f.href("/impact", { work: work.id })} data-row>
            <FullName f={f} work={work} />
          </a>
        </li>
      ))}
    </ul>
  </>
);

/** What must be reviewed because of one document, by ground, each with its words. */
export const ImpactPage = ({
  f,
  view,
  part,
  mayPlan,
}: {
  f: Frame;
  view: ImpactView;
  part: ImpactPart;
  /** May make a batch of review of what is listed. */
  mayPlan: boolean;
}) => {
  const t = f.t.impact;
  return (
    <>
      <PageHead
        title={
          <>
            {t.of} {words(shortName(f, view.work))}
          </>
        }
        acts={
          view.documents === 0 ? null : (
            <>
              {(["xlsx", "csv"] as const).map((format) => (
                <a class="btn" href={f.href("/impact/list", { work: view.work.id, format })} download>
                  {`${t.save} (${t[format]})`}
                </a>
              ))}
              {mayPlan ? (
                <a class="btn btn--go" href={f.href("/batches/new", { scope: "impact", work: view.work.id })}>
                  {f.t.batches.make.fromImpact}
                </a>
              ) : null}
            </>
          )
        }
      >
        <a href={f.href(`/documents/${view.work.id}`)}>
          <FullName f={f} work={view.work} />
        </a>
        {view.work.title === null ? null : (
          <>
            {": "}
            <Said f={f} text={view.work.title} />
          </>
        )}
        . <b>{t.counted(view.documents)}.</b>
      </PageHead>
      {view.totals.has(1) ? null : <Message what={t.nobody} />}
      <div class="stack">
        {IMPACT_GROUNDS.map((ground) => {
          const rows = view.rows.filter((r) => r.ground === ground);
          const total = view.totals.get(ground) ?? 0;
          return rows.length === 0 ? null : (
            <Section
              id={`h-g${ground}`}
              title={
                <>
                  {`(${ground}) ${t.grounds[ground]}`} <span class="n">{f.t.n(total)}</span>
                </>
              }
              aside={<p>{t.why[ground]}</p>}
            >
              <ul class="rel">
                {rows.map((row) => (
                  <Line f={f} view={view} row={row} />
                ))}
              </ul>
              {part.ground === null && rows.length < total ? (
                <p class="after">
                  <a class="btn" href={f.href("/impact", { work: view.work.id, ground: String(ground) })}>
                    {t.whole(total)}
                  </a>
                </p>
              ) : null}
              {part.ground === null || total <= part.count ? null : (
                <Pager
                  f={f}
                  shown={rows.length}
                  total={total}
                  first={part.from + 1}
                  next={part.from + rows.length < total ? String(part.from + rows.length) : null}
                />
              )}
            </Section>
          );
        })}
      </div>
      <p class="after">
        {part.ground === null ? (
          <a href={f.href("/impact")}>{t.back}</a>
        ) : (
          <a href={f.href("/impact", { work: view.work.id })}>{t.allGrounds}</a>
        )}
      </p>
    </>
  );
};

const Line = ({ f, view, row }: { f: Frame; view: ImpactView; row: Row }) => {
  const t = f.t.impact;
  const through = row.through === null ? null : (view.works.get(row.through) ?? null);
  return (
    <li>
      <a href={f.href(`/documents/${row.work.id}`)} data-row>
        <FullName f={f} work={row.work} />
      </a>{" "}
      {row.status === null ? null : <Status f={f} status={row.status} known={row.work.known} />}
      {row.work.title === null ? null : (
        <div class="small">
          <Said f={f} text={row.work.title} />
        </div>
      )}
      <div class="small">
        {row.actions.length === 0 ? null : <b>{row.actions.map((a) => f.t.action[a]).join(", ")} </b>}
        {row.units.slice(0, UNITS_SHOWN).map((u, i) => (
          <>
            {i === 0 ? "" : "; "}
            <Cite f={f} href={f.href(`/documents/${row.work.id}`, {}, u.eId)}>
              <Said f={f} text={u.name} />
            </Cite>
          </>
        ))}
        {row.units.length > UNITS_SHOWN ? `, ${t.more(row.units.length - UNITS_SHOWN)}` : null}
        {through === null ? null : (
          <span class="muted">
            {" "}
            {t.through} {words(shortName(f, through))}, {row.reach === null ? null : t.reach[row.reach]}
          </span>
        )}
      </div>
      <Proofs f={f} view={view} row={row} />
    </li>
  );
};

/** The words it rests on. Ground 4 shows what both titles say instead: the title stands above already. */
const Proofs = ({ f, view, row }: { f: Frame; view: ImpactView; row: Row }) => {
  const t = f.t.impact;
  if (row.ground === 4)
    return (
      <p class="small muted">
        {t.shared}{" "}
        <Said
          f={f}
          text={row.because
            .slice(1)
            .map((b) => `“${b.quote}”`)
            .join(", ")}
        />
      </p>
    );
  return (
    <ul class="rel__why small muted">
      {row.because.slice(0, PROOFS_SHOWN).map((b) => (
        <li>
          <q lang={f.lang === "vi" ? undefined : "vi"}>{words(b.quote)}</q>{" "}
          <Cite f={f} href={f.href(`/documents/${b.work}`, {}, b.eId ?? undefined)}>
            <Said
              f={f}
              text={[b.eId === null ? null : view.names.of(b.work, b.eId), b.symbol].filter(Boolean).join(", ")}
            />
          </Cite>
        </li>
      ))}
      {row.because.length > PROOFS_SHOWN ? <li>{t.more(row.because.length - PROOFS_SHOWN)}</li> : null}
    </ul>
  );
};

const Pick = ({ f }: { f: Frame }) => (
  <form class="one-field no-print" action="/impact">
    {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
    <Field name="symbol" label={f.t.impact.pick} help={f.t.impact.pickHelp} required />
    <button class="btn btn--go" type="submit">
      {f.t.impact.go}
    </button>
  </form>
);
