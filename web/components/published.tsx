import type { PublishedView } from "../../src/use-cases/view-publications.ts";
import type { Frame } from "../frame.ts";
import { Section } from "./layout.tsx";
import { FullName, Said, words } from "./words.tsx";

/** `Đã công bố: Quyết định số …, mẫu số 01, phần A, dòng 3`: a line under the status. */
export const PublishedLine = ({ f, published: { places } }: { f: Frame; published: PublishedView }) => {
  const [place] = places;
  if (!place) return null;
  const t = f.t.published;
  return (
    <p class="small">
      {t.places}:{" "}
      <a href={f.href(`/reports/published/${place.publication.id}`)}>
        {place.by?.symbol ? <>{words(place.by.symbol)}, </> : null}
        {t.place(place.row.form, place.row.part, place.row.ord)}
      </a>
    </p>
  );
};

/** Every published list the document stands in, and the lists it published itself. */
export const PublishedPlaces = ({ f, published: { places, lists } }: { f: Frame; published: PublishedView }) => {
  const t = f.t.published;
  return (
    <>
      {places.length === 0 ? null : (
        <Section id="h-published" title={t.places}>
          <p>{t.placesLead}</p>
          <ul class="stack-s">
            {places.map(({ row, publication, by }) => (
              <li>
                <a href={f.href(`/reports/published/${publication.id}`)}>
                  {t.place(row.form, row.part, row.ord)}: <Said f={f} text={publication.title} />
                </a>
                {by === null ? null : (
                  <span class="small muted">
                    {" "}
                    <FullName f={f} work={by} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {lists.length === 0 ? null : (
        <Section id="h-publishes" title={t.publishes}>
          <ul class="stack-s">
            {lists.map((list) => (
              <li>
                <a href={f.href(`/reports/published/${list.id}`)}>
                  <Said f={f} text={list.title} />
                </a>{" "}
                <span class="small muted">
                  {t.version(list.version)}, {t.states[list.state].toLocaleLowerCase(f.lang)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
