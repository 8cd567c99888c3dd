import type { NotificationsView } from "../../../src/use-cases/view-notifications.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Notice } from "../../components/notice.tsx";
import { Icon } from "../../components/sprite.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: NotificationsView;
  readonly token: string;
}

/** What the person was told: what is not read first. */
export const NotificationsPage = ({ f, view, token }: Props) => {
  const t = f.t.notices;
  const marked = f.query.get("marked");
  const later = f.query.has("after");
  return (
    <>
      <PageHead title={t.title} acts={view.unreadInAll === 0 ? undefined : <MarkAll f={f} token={token} />}>
        {t.lead}
      </PageHead>
      {marked !== null && /^\d{1,9}$/u.test(marked) ? <Message kind="ok" what={t.marked(Number(marked))} /> : null}
      {view.unreadInAll + view.readInAll === 0 ? <Blank title={t.none}>{t.noneWhy}</Blank> : null}
      {later || view.unreadInAll + view.readInAll === 0 ? null : (
        <Section id="unread" title={t.unread}>
          {view.unreadInAll === 0 ? (
            <p class="muted">{t.allRead}</p>
          ) : (
            <ul class="notices">
              {view.unread.map((one) => (
                <Notice f={f} notice={one} token={token} />
              ))}
            </ul>
          )}
          {view.unreadInAll > view.unread.length ? (
            <p class="small muted after">{t.more(view.unreadInAll - view.unread.length)}</p>
          ) : null}
        </Section>
      )}
      {view.readInAll === 0 ? null : (
        <Section id="read" title={t.read}>
          <ul class="notices">
            {view.read.map((one) => (
              <Notice f={f} notice={one} token={token} />
            ))}
          </ul>
          <nav class="pager" aria-label={f.t.pager.label}>
            {later ? (
              <a class="btn" href={f.href("/notifications")}>
                {t.newest}
              </a>
            ) : null}
            {view.next === null ? null : (
              <a class="btn" href={f.href("/notifications", { after: view.next })} rel="next">
                {t.older}
              </a>
            )}
          </nav>
        </Section>
      )}
    </>
  );
};

const MarkAll = ({ f, token }: Pick<Props, "f" | "token">) => (
  <form method="post" action={f.href("/notifications/read")}>
    <input type="hidden" name="token" value={token} />
    <button class="btn" type="submit">
      <Icon name="i-check" /> {f.t.notices.markAll}
    </button>
  </form>
);
