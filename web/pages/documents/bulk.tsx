import type { Child } from "hono/jsx";
import { MOST_ORIGINALS } from "../../../src/use-cases/download-originals.ts";
import { Kept } from "../../components/kept.tsx";
import type { Frame } from "../../frame.ts";

/** Whether the address asks for every box of the page to be ticked: what the script does at once, it does without script. */
export const picksPage = (f: Frame): boolean => f.query.get("pick") === "page";

/**
 * The list with its boxes, and below it what can be done with the ticked ones. One form, read by whichever address its
 * buttons name; filters and day go along.
 */
export const BulkForm = ({
  f,
  shown,
  total,
  mayPlan,
  children,
}: {
  f: Frame;
  shown: number;
  total: number;
  /** May make a batch of review of them. */
  mayPlan: boolean;
  children: Child;
}) => {
  const t = f.t.documents.bulk;
  const all = picksPage(f);
  return (
    <pick-rows>
      <form action="/documents/export" method="get">
        <Kept f={f} but={["format"]} />
        {f.on === f.today || f.query.has("on") ? null : <input type="hidden" name="on" value={f.on} />}
        <input type="hidden" name="picked" value="yes" />
        <div class="list-scroll">{children}</div>
        <div class="bulk pick-bar" role="group" aria-label={t.label}>
          <b data-picked={t.picked("#")}>{all ? t.picked(f.t.n(shown)) : t.lead}</b>
          <a
            class="btn btn--s"
            href={pickAddress(f, all)}
            data-pick="page"
            aria-keyshortcuts={f.keys ? "X" : undefined}
          >
            {all ? t.none : t.page}
          </a>
          {total > shown ? (
            <label class="check">
              <input type="checkbox" name="all" value="yes" />
              <span>{t.all(total)}</span>
            </label>
          ) : null}
          <span class="rowx">
            <button class="btn btn--s" type="submit" name="format" value="xlsx">
              {t.xlsx}
            </button>
            <button class="btn btn--s" type="submit" name="format" value="csv">
              {t.csv}
            </button>
            <button class="btn btn--s" type="submit" formaction="/documents/compare">
              {t.compare}
            </button>
            <button
              class="btn btn--s"
              type="submit"
              formaction="/documents/originals"
              title={t.originalsBound(MOST_ORIGINALS)}
            >
              {t.originals}
            </button>
            {f.grants("document:mend") ? (
              <button class="btn btn--s" type="submit" formaction="/documents/fields">
                {f.t.documents.filing.title}
              </button>
            ) : null}
            {mayPlan ? (
              <button class="btn btn--s" type="submit" formaction="/batches/new">
                {f.t.batches.make.fromDocuments}
              </button>
            ) : null}
          </span>
        </div>
      </form>
    </pick-rows>
  );
};

/** This very page, cursor and all, with its boxes ticked or not. */
function pickAddress(f: Frame, picked: boolean): string {
  const [after, before] = [f.query.get("after"), f.query.get("before")];
  return f.here({ after, before, pick: picked ? null : "page" });
}

export const PickBox = ({ f, id, name }: { f: Frame; id: string; name: string }) => (
  <label class="tick">
    <input type="checkbox" name="work" value={id} checked={picksPage(f)} aria-keyshortcuts={f.keys ? "x" : undefined} />
    <span class="sr">{f.t.documents.bulk.pick(name)}</span>
  </label>
);
