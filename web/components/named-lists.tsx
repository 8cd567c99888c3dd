import type { NamedInList, NamedLists } from "../../src/use-cases/view-named-lists.ts";
import type { Frame } from "../frame.ts";
import { Section } from "./layout.tsx";
import { Icon } from "./sprite.tsx";
import { Mark } from "./status.tsx";
import { Said } from "./words.tsx";

/** Published lists that were read in and name the document, each with whether it agrees with what is computed. */
export const NamedInLists = ({ f, places }: { f: Frame; places: NamedLists["places"] }) => {
  const t = f.t.lists.named;
  if (places.length === 0) return null;
  return (
    <Section id="h-named" title={t.title}>
      <p>{t.lead}</p>
      <ul class="stack-s">
        {places.map((place) => (
          <li>
            <Named f={f} place={place} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Named = ({ f, place: { id, name, issuedOn, row, item } }: { f: Frame; place: NamedInList }) => {
  const t = f.t.lists.named;
  const day = issuedOn === null ? "" : f.date(issuedOn);
  const words =
    row === null ? t.forgotten(name, day) : t.place(name, day, row.part, row.no === null ? "" : String(row.no));
  return (
    <>
      {f.grants("report:read") ? (
        <a href={f.href(`/reports/lists/${id}`, {}, item === null ? "rows" : `d-${item.key}`)}>
          <Said f={f} text={words} />
        </a>
      ) : (
        <Said f={f} text={words} />
      )}
      {row?.fate == null ? null : (
        <span class="small">
          {" "}
          {t.says([f.t.lists.fates[row.fate], row.since === null ? "" : f.t.since(f.date(row.since))].join(" ").trim())}
        </span>
      )}{" "}
      <Agreement f={f} row={row} item={item} />
    </>
  );
};

const Agreement = ({ f, row, item }: { f: Frame } & Pick<NamedInList, "row" | "item">) => {
  const t = f.t.lists.named;
  if (item === null)
    return row?.fate == null ? (
      <span class="small muted">{t.silent}</span>
    ) : (
      <span class="small">
        <Icon name="i-check" /> {t.agrees}
      </span>
    );
  return (
    <>
      <Mark state="unknown" words={f.t.lists.kinds[item.kind]} />
      {item.answer === null ? null : (
        <span class="small">
          {" "}
          {t.settled(f.t.lists.answers[item.answer.side])}: <Said f={f} text={item.answer.reason} />
        </span>
      )}
    </>
  );
};
