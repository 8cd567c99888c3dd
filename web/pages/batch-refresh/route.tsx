import type { Batch } from "../../../src/domain/batch.ts";
import { type Candidate, viewScope } from "../../../src/use-cases/batch-scope.ts";
import { compareWithBatch, refreshBatch } from "../../../src/use-cases/make-batch.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { FullName, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { type Ask, fault, goTo, type Route } from "../../route.ts";
import { scopeOf } from "../batch-new/scope.ts";
import { showBatch } from "../batch/route.tsx";

const SHOWN = 100;

/** What has come into the scope of a batch since its list was frozen, and what has left it. */
export const route: Route = {
  path: "/batches/:id/refresh",
  permission: "batch:manage",
  async answer(ask) {
    const { store, frame: f, param, token } = ask;
    const batch = await store.batches.find(param("id"));
    if (batch === null) return fault(404, "no-batch", param("id"));
    const candidates = await candidatesNow(ask, batch);
    if (candidates === null) return fault(400, "bad-value", batch.body.query ?? "");
    const { fresh, gone } = await compareWithBatch(store, batch.id, candidates);
    const works = await store.works.findAll(gone.slice(0, SHOWN));
    const t = f.t.batches;
    return {
      title: t.refreshTitle,
      nav: "batches",
      place: [
        { label: t.title, href: f.href("/batches") },
        { label: batch.body.name, href: f.href(`/batches/${batch.id}`) },
        { label: t.refreshTitle },
      ],
      styles: ["page-sheet.css"],
      body: (
        <>
          <PageHead title={t.refreshTitle}>
            <a href={f.href(`/batches/${batch.id}`)}>{batch.body.name}</a>
          </PageHead>
          <div class="flow">
            {fresh.length === 0 ? (
              <Message what={t.refreshSame} />
            ) : (
              <form class="acts acts--left" method="post" action={f.href(`/batches/${batch.id}/refresh`)}>
                <input type="hidden" name="token" value={token()} />
                <button class="btn btn--go" type="submit">
                  {t.refreshGo(fresh.length)}
                </button>
              </form>
            )}
            <Fresh f={f} fresh={fresh} />
            {gone.length === 0 ? null : (
              <Section id="h-gone" title={t.refreshGone(gone.length)} aside={<p>{t.refreshGoneWhy}</p>}>
                <ul class="rel small">
                  {gone.slice(0, SHOWN).map((id) => {
                    const work = works.get(id);
                    return (
                      <li>
                        <a href={f.href(`/documents/${id}`)}>{work === undefined ? id : words(shortName(f, work))}</a>
                      </li>
                    );
                  })}
                </ul>
              </Section>
            )}
          </div>
        </>
      ),
    };
  },
};

export const apply: Route = {
  method: "POST",
  path: "/batches/:id/refresh",
  permission: "batch:manage",
  async answer(ask) {
    const { store, frame: f, param, by, now } = ask;
    const batch = await store.batches.find(param("id"));
    if (batch === null) return fault(404, "no-batch", param("id"));
    if (batch.state !== "open") return showBatch(ask, "bad-state");
    const candidates = await candidatesNow(ask, batch);
    if (candidates === null) return fault(400, "bad-value", batch.body.query ?? "");
    const { added } = await refreshBatch(store, batch, candidates, by, now);
    return goTo(ask, f.href(`/batches/${batch.id}`, { added }));
  },
};

/** A systematization keeps the period it was laid out for. Null: the batch was given as a list. */
async function candidatesNow({ store, frame: f }: Ask, batch: Batch): Promise<readonly Candidate[] | null> {
  const { query, from, cutOff } = batch.body;
  if (query === null) return null;
  const period = from === null || cutOff === null ? undefined : { from, cutOff };
  const scope = await scopeOf(store, f, query, period);
  return scope === null ? null : (await viewScope(store, scope, f.today)).candidates;
}

const Fresh = ({ f, fresh }: { f: Frame; fresh: readonly Candidate[] }) =>
  fresh.length === 0 ? null : (
    <Section id="h-fresh" title={f.t.batches.refreshFresh(fresh.length)}>
      <ul class="rel small">
        {fresh.slice(0, SHOWN).map(({ work, why }) => (
          <li>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>
            <div class="muted">
              <Said f={f} text={why} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
