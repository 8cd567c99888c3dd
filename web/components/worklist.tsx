import type { Child } from "hono/jsx";
import type { Work } from "../../src/domain/work.ts";
import type { UnitNames } from "../../src/use-cases/view-unit-names.ts";
import type { Frame } from "../frame.ts";
import { Section } from "./layout.tsx";
import { capital, Said, shortName } from "./words.tsx";

/** One list of things that wait for a person, with how many there are; nothing where there are none. */
export const Worklist = ({
  f,
  id,
  title,
  n,
  children,
}: {
  f: Frame;
  id: string;
  title: Child;
  n: number;
  children: Child[];
}) =>
  n === 0 ? null : (
    <Section
      id={id}
      title={
        <>
          {title} <span class="n">{f.t.n(n)}</span>
        </>
      }
    >
      <ul class="rel">
        {children}
        {n > children.length ? <li class="small muted">{f.t.document.more(n - children.length)}</li> : null}
      </ul>
    </Section>
  );

interface Places {
  readonly f: Frame;
  readonly view: { readonly works: ReadonlyMap<string, Work>; readonly names: UnitNames };
}

/** `khoản 2 Điều 5, 17/2025/QĐ-UBND` as a link. `row`: j and k stop at it. */
export const Place = ({ f, view, id, eId, row }: Places & { id: string; eId: string | null; row?: boolean }) => {
  const work = view.works.get(id);
  const text = [eId === null ? null : view.names.of(id, eId), work ? shortName(f, work) : id]
    .filter(Boolean)
    .join(", ");
  return (
    <a href={f.href(`/documents/${id}`, {}, eId ?? undefined)} data-row={row}>
      <Said f={f} text={capital(text)} />
    </a>
  );
};

/** Leads to the form that says what a citation means; nothing where its words give nothing to say it about. */
export const MendCitation = ({
  f,
  link,
}: {
  f: Frame;
  link: { readonly from: string; readonly key: string | null; readonly text: string };
}) =>
  link.key === null || !f.grants("document:mend") ? null : (
    <>
      {" "}
      <a class="btn btn--s" href={f.href(`/attention/citations/${link.from}`, { key: link.key })}>
        {f.t.fix.open}
        <span class="sr">: {link.text}</span>
      </a>
    </>
  );
