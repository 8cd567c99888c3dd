import type { AttentionList, Named } from "../../../src/use-cases/view-attention.ts";
import type { AttentionFilters } from "../../../src/use-cases/attention-filters.ts";
import { PageHead } from "../../components/layout.tsx";
import { Pager } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Waiting } from "./rows.tsx";

interface Props {
  readonly f: Frame;
  readonly view: { readonly list: AttentionList } & Named;
  readonly filters: AttentionFilters;
}

/** All of one kind, narrowed by the body and field of the documents concerned. */
export const AttentionListPage = ({ f, view, filters }: Props) => {
  const t = f.t.attention;
  const { list } = view;
  const filtered = f.query.has("body") || f.query.has("field");
  const first = list.rows[0];
  return (
    <>
      <PageHead
        title={
          <>
            {t.kinds[list.kind].title} <span class="n">{f.t.n(list.n)}</span>
          </>
        }
      >
        {t.kinds[list.kind].why}
      </PageHead>
      {f.query.has("name") && first?.of === "citation" ? (
        <p class="rowx">
          <b>{words(t.oneName(first.citation.link.text))}</b>
          <a href={f.here({ name: null })}>{t.kinds[list.kind].title}</a>
        </p>
      ) : null}
      {list.kind === "refused" ? null : <Filter f={f} filters={filters} />}
      {list.rows.length === 0 ? (
        <Blank
          title={filtered ? t.noneFiltered : t.noneHere}
          act={
            filtered ? (
              <a class="btn" href={f.here({ body: null, field: null })}>
                {t.dropFilter}
              </a>
            ) : (
              <a class="btn" href={f.href("/attention")}>
                {t.title}
              </a>
            )
          }
        >
          {filtered ? t.noneFilteredWhy : t.noneWhy}
        </Blank>
      ) : (
        <>
          <ul class="rel att-list">
            {list.rows.map((row) => (
              <Waiting f={f} view={view} row={row} />
            ))}
          </ul>
          {list.kind === "refused" ? (
            <p>
              <a class="btn" href={f.href("/import")}>
                {t.importAgain}
              </a>
            </p>
          ) : null}
          <Pager f={f} shown={list.rows.length} total={list.n} next={list.next} />
        </>
      )}
    </>
  );
};

const Filter = ({ f, filters }: Pick<Props, "f" | "filters">) => {
  const t = f.t.attention;
  const select = (name: "body" | "field", label: string, choices: AttentionFilters["bodies"]) => (
    <div class="field">
      <label for={`att-${name}`}>{label}</label>
      <select class="input input--s" id={`att-${name}`} name={name}>
        <option value="">{t.any}</option>
        {choices.map((choice) => (
          <option value={choice.key} selected={f.query.get(name) === choice.key}>
            {choice.name} ({f.t.n(choice.n)})
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="att-filter" action={f.path}>
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      {f.query.has("name") ? <input type="hidden" name="name" value={f.query.get("name") ?? ""} /> : null}
      {select("body", t.body, filters.bodies)}
      {select("field", t.field, filters.fields)}
      <button class="btn btn--s" type="submit">
        {t.filter}
      </button>
    </form>
  );
};
