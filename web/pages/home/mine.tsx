import type { MyWork } from "../../../src/use-cases/view-my-work.ts";
import { Section } from "../../components/layout.tsx";
import { Stat } from "../../components/lists.tsx";
import { Notice } from "../../components/notice.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Names shown; a person alone with the program follows everybody's. */
const NAMES_SHOWN = 6;

/** What waits for the person who looks: what was given to them, what others wait for, what they were told. */
export const Mine = ({ f, mine, token }: { f: Frame; mine: MyWork; token: string }) => {
  const t = f.t.mine;
  const waiting = [
    { label: t.toConclude, n: mine.toConclude, href: f.href("/sheets", { state: "proposed" }) },
    { label: t.returned, n: mine.returned, href: f.href("/sheets", { state: "returned" }) },
    { label: t.opinions, n: mine.opinions, href: f.href("/opinions") },
  ].filter(({ n }) => n > 0);
  const nothing = mine.findings.length + waiting.length + mine.unread === 0;
  return (
    <Section id="h-mine" title={t.title} aside={<a href={f.href("/notifications")}>{t.all}</a>}>
      {nothing ? <p class="muted">{t.none}</p> : null}
      {mine.findings.length + waiting.length === 0 ? null : (
        <ul>
          {mine.findings.slice(0, NAMES_SHOWN).map(({ name, n, overdue }) => (
            <Stat
              f={f}
              n={n}
              href={f.href("/findings", { assigned: name })}
              label={
                <>
                  {words(t.assigned(name))}
                  {overdue > 0 ? <span class="mine__over">, {t.overdue(overdue)}</span> : null}
                </>
              }
            />
          ))}
          {waiting.map((row) => (
            <Stat f={f} {...row} />
          ))}
        </ul>
      )}
      {mine.news.length === 0 ? null : (
        <ul class="notices">
          {mine.news.map((one) => (
            <Notice f={f} notice={one} token={token} />
          ))}
        </ul>
      )}
    </Section>
  );
};
