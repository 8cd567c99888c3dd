import type { UnclearList } from "../../../src/use-cases/view-reports.ts";
import { Message } from "../../components/message.tsx";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Lists that may have published some of part B already: named, with the way to say when they were published. */
export const UnclearLists = ({ f, lists }: { f: Frame; lists: readonly UnclearList[] }) => {
  const t = f.t.reports;
  if (lists.length === 0) return null;
  return (
    <div class="flow-s report-notes" id="unclear">
      <Message kind="warn" what={t.unclear}>
        {t.unclearWhy}
      </Message>
      <ul class="report-changes">
        {lists.map(({ id, name, works }) => (
          <li>
            <b>
              <Said f={f} text={name} />
            </b>
            : {t.unclearList(works)};{" "}
            {id === null ? (
              <>
                {t.unclearTable} (<a href={f.href("/reports/lists")}>{f.t.lists.goTo}</a>)
              </>
            ) : (
              <a href={f.href(`/reports/lists/${id}`, {}, "dates")}>
                {t.dateIt}
                <span class="sr">: {name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
