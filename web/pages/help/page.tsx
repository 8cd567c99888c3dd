import type { Child } from "hono/jsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import type { Frame } from "../../frame.ts";
import { GLOSSARY } from "./glossary.ts";
import { GUIDE_IDS } from "./guide.ts";
import { guidesOf } from "./guide-page.tsx";
import { helpWords } from "./words.tsx";

/** Where help begins: the three guides, then what holds for everybody. */
export const HelpPage = ({ f }: { f: Frame }) => {
  const t = f.t.help;
  const parts = [
    ["guides", t.guides],
    ["keys", t.keys],
    ["knows", t.knows],
    ["limits", t.limits],
    ["glossary", t.glossary],
    ["about", t.about],
  ] as const;
  return (
    <div class="help">
      <PageHead title={t.title}>{t.lead}</PageHead>
      <nav class="help__parts" aria-label={t.onPage}>
        <ul class="rowx">
          {parts.map(([id, name]) => (
            <li>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="stack">
        <Guides f={f} />
        <Keys f={f} />
        <Says id="knows" title={t.knows} rows={t.knowsRows} />
        <Says id="limits" title={t.limits} rows={t.limitRows} />
        <Glossary f={f} />
        <Section id="about" title={t.about}>
          <div class="flow-s help__measure">
            <p>{t.version(f.version)}</p>
            <p>{t.offline}</p>
            <p>{t.contact}</p>
          </div>
        </Section>
      </div>
    </div>
  );
};

const Guides = ({ f }: { f: Frame }) => (
  <Section id="guides" title={f.t.help.guides}>
    <ul class="rel">
      {GUIDE_IDS.map((id) => {
        const guide = guidesOf(f)[id];
        return (
          <li>
            <a class="help__guide" href={f.href(`/help/${id}`)} data-row>
              {guide.title}
            </a>{" "}
            <span class="muted small">{f.t.help.steps(guide.steps.length)}</span>
            <p class="help__measure">{guide.lead}</p>
          </li>
        );
      })}
    </ul>
  </Section>
);

const Keys = ({ f }: { f: Frame }) => (
  <Section id="keys" title={f.t.help.keys}>
    <p class="help__measure">{f.t.help.keysLead}</p>
    <div class="help__keys">
      {f.t.help.keyRows.map(({ where, rows }) => (
        <div>
          <h3>{where}</h3>
          <dl class="kv">
            {rows.map(([key, does]) => (
              <>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </>
            ))}
          </dl>
        </div>
      ))}
    </div>
  </Section>
);

const Says = ({
  id,
  title,
  rows,
}: {
  id: string;
  title: Child;
  rows: readonly { readonly what: string; readonly how: string }[];
}) => (
  <Section id={id} title={title}>
    <dl class="help__says">
      {rows.map(({ what, how }) => (
        <div>
          <dt>{what}</dt>
          <dd>{helpWords(how)}</dd>
        </div>
      ))}
    </dl>
  </Section>
);

const Glossary = ({ f }: { f: Frame }) => (
  <Section id="glossary" title={f.t.help.glossary}>
    <div class="flow">
      {GLOSSARY.map((group) => (
        <>
          <h3>{f.lang === "en" ? group.en : group.vi}</h3>
          <Table
            caption={f.lang === "en" ? group.en : group.vi}
            columns={[{ head: f.t.help.term }, { head: f.t.help.means }]}
          >
            {group.terms.map(({ term, vi, en }) => (
              <Row>
                <NameCell>
                  <span lang={f.lang === "en" ? "vi" : undefined}>{term}</span>
                </NameCell>
                <Cell full>{helpWords(f.lang === "en" ? en : vi)}</Cell>
              </Row>
            ))}
          </Table>
        </>
      ))}
    </div>
  </Section>
);
