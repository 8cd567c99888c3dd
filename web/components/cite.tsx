import type { Child } from "hono/jsx";
import { isUnder } from "../../src/domain/e-id.ts";
import type { LinkView } from "../../src/use-cases/view-document.ts";
import type { StatusName } from "../../src/domain/status.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Frame } from "../frame.ts";
import { Icon } from "./sprite.tsx";
import { stateOf, toldBy } from "./status.tsx";

/** A link to law. In force: a plain link; otherwise it carries the mark of what it points at. */
export const Cite = ({
  f,
  href,
  status = null,
  known = "text",
  card,
  children,
}: {
  f: Frame;
  href: string;
  status?: StatusName | null;
  known?: Work["known"];
  /** Address of the card that shows the target beside the link. */
  card?: string;
  children?: Child;
}) => (
  <a class="cite" href={href} data-card={card}>
    {children}
    {status === null || status === "in-force" ? null : (
      <span data-state={stateOf(status)} title={[f.t.status[status], toldBy(f, known)].filter(Boolean).join(", ")}>
        <Icon name={`m-${stateOf(status)}`} />
      </span>
    )}
    {status === null || status === "in-force" ? null : (
      <span class="sr"> ({[f.t.status[status].toLowerCase(), toldBy(f, known)].filter(Boolean).join(", ")})</span>
    )}
  </a>
);

/** "Quyết định này", "Điều này" lead nowhere one is not already. */
const isHere = ({ link }: LinkView): boolean =>
  link.eIds.every((eId) => link.within !== null && isUnder(link.within, eId));

/** A citation inside a text: to its document and unit, or, where that is not known, to the list of what is not known. */
export const CiteInText = ({
  f,
  view,
  home,
  children,
}: {
  f: Frame;
  view: LinkView;
  home: string;
  children?: Child;
}) => {
  if (view.link.resolution.kind !== "work") {
    return (
      <a
        class="cite cite--lost"
        href={f.href(home, { tab: "relations" }, "lost")}
        title={f.t.document.lost(view.link.text)}
      >
        {children}
        <span class="sr"> ({f.t.document.lostShort})</span>
      </a>
    );
  }
  if (view.self && isHere(view)) return <>{children}</>;
  // an instruction names the unit it is about to insert: that one is rightly not there yet
  const missing = view.link.missing.length > 0 && view.link.role !== "amends";
  const unit = view.link.eIds.find((eId) => !view.link.missing.includes(eId));
  const shown = missing ? view.link.missing[0] : unit;
  const card = f.href(`/documents/${view.link.resolution.work}/card`, {
    unit: shown,
    in: view.self ? null : view.link.from,
  });
  const href = view.self
    ? `#${encodeURIComponent(unit ?? "main")}`
    : f.href(`/documents/${view.link.resolution.work}`, {}, unit);
  return (
    <Cite f={f} href={href} status={view.status} known={view.work?.known} card={card}>
      {children}
      {missing ? (
        <span data-state="ended">
          <Icon name="i-warn" />
        </span>
      ) : null}
      {missing ? <span class="sr"> ({f.t.document.missing})</span> : null}
    </Cite>
  );
};
