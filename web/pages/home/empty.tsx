import type { Frame } from "../../frame.ts";

/** Nothing is here yet: what to do first, second and third. */
export const EmptyHome = ({ f }: { f: Frame }) => {
  const t = f.t.home.start;
  return (
    <div class="start">
      <h1>{f.t.home.emptyTitle}</h1>
      <p class="muted">{t.lead}</p>
      <ol class="start__steps">
        {t.steps.map(([title, why]) => (
          <li>
            <b>{title}</b>
            <span class="muted">{why}</span>
          </li>
        ))}
      </ol>
      <p class="acts acts--left">
        <a class="btn btn--go" href={f.href("/import")}>
          {t.go}
        </a>
      </p>
      <p class="small muted">
        {t.orCommand} <code>npm start -- /path/to/folder</code>
      </p>
    </div>
  );
};
