import type { Work } from "../../../src/domain/work.ts";
import type { ConsolidatedText } from "../../../src/use-cases/consolidated-text.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { RefusedChanges } from "../../components/refused-change.tsx";
import { FullName, Symbol } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { ConsolidatedBody } from "./text.tsx";

export const ConsolidatedPage = ({ f, text }: { f: Frame; text: ConsolidatedText }) => {
  const t = f.t.consolidated;
  const file = (format: string): string => f.href(`/documents/${text.work.id}/consolidated/file`, { format });
  return (
    <>
      <PageHead
        title={
          <>
            {t.title}: <Symbol text={text.work.symbol ?? f.t.work.noSymbol} />
          </>
        }
        acts={
          <>
            <a class="btn" href={file("docx")} download>
              {t.save("Word")}
            </a>
            <a class="btn" href={file("md")} download>
              {t.save("Markdown")}
            </a>
          </>
        }
      >
        <b>{t.textOn(f.date(text.on))}.</b> {t.noValue}
      </PageHead>
      <div class="stack">
        <Sources f={f} text={text} />
        <Refused f={f} text={text} />
        <ConsolidatedBody f={f} text={text} />
      </div>
    </>
  );
};

export const NoTextPage = ({ f, work }: { f: Frame; work: Work }) => (
  <>
    <PageHead title={f.t.consolidated.title}>
      <a href={f.href(`/documents/${work.id}`)}>
        <FullName f={f} work={work} />
      </a>
    </PageHead>
    <Blank title={f.t.consolidated.noText}>{f.t.consolidated.noTextWhy}</Blank>
  </>
);

/** The documents worked in, each with its day: a day is a link to the text as it read then. */
const Sources = ({ f, text }: { f: Frame; text: ConsolidatedText }) => {
  const t = f.t.consolidated;
  return (
    <Section id="h-from" title={t.from}>
      <ul class="rel">
        <li>
          <a href={f.href(`/documents/${text.work.id}`)}>
            <FullName f={f} work={text.work} />
          </a>{" "}
          <span class="small muted">
            ({t.base}
            {text.work.effectiveOn === null ? "" : `, ${t.effective(f.date(text.work.effectiveOn))}`})
          </span>
        </li>
        {text.amenders.map(({ work, symbol, from }) => (
          <li>
            {work === null ? (
              <b>{symbol}</b>
            ) : (
              <a href={f.href(`/documents/${work.id}`)}>
                <FullName f={f} work={work} />
              </a>
            )}{" "}
            <span class="small muted">
              {t.effective(f.date(from))} · <a href={f.here({ on: from })}>{t.seeOn(f.date(from))}</a>
            </span>
          </li>
        ))}
      </ul>
      {text.amenders.length === 0 ? <p class="muted">{t.asIssued}</p> : null}
      {text.amenders.length > 0 && text.work.effectiveOn !== null ? (
        <p class="small">
          <a href={f.here({ on: text.work.effectiveOn })}>{t.before(f.date(text.work.effectiveOn))}</a>
        </p>
      ) : null}
    </Section>
  );
};

/** What is not in the words stands above them: nobody may read on without having seen it. */
const Refused = ({ f, text }: { f: Frame; text: ConsolidatedText }) => {
  const t = f.t.consolidated;
  return (
    <div>
      {text.refused.length === 0 ? (
        text.amenders.length > 0 ? (
          <Message kind="ok" what={t.complete} />
        ) : null
      ) : (
        <>
          <Message kind="warn" what={t.refused(text.refused.length)}>
            {t.refusedWhy}
          </Message>
          <RefusedChanges f={f} changes={text.refused} />
        </>
      )}
      {text.idle.length === 0 ? null : (
        <details class="fold">
          <summary>{t.idle(text.idle.length)}</summary>
          <RefusedChanges f={f} changes={text.idle} />
        </details>
      )}
    </div>
  );
};
