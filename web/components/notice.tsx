import type { Notification } from "../../src/domain/notification.ts";
import type { Frame } from "../frame.ts";
import { moment } from "./moment.ts";
import { Icon } from "./sprite.tsx";
import { words } from "./words.tsx";

/** The way to what one was told; `unread` messages are counted on it. */
export const Bell = ({ f, unread }: { f: Frame; unread: number }) => {
  const t = f.t.notices;
  const shown = unread > MOST_SHOWN ? t.many : f.t.n(unread);
  return (
    <a
      class="bell"
      href={f.href("/notifications")}
      aria-label={unread === 0 ? t.title : t.bell(shown)}
      aria-keyshortcuts={f.keys ? "!" : undefined}
    >
      <Icon name="i-bell" />
      {unread === 0 ? null : <span class="bell__n">{shown}</span>}
    </a>
  );
};

const MOST_SHOWN = 99;

/** One message: opening it reads it. */
export const Notice = ({ f, notice, token }: { f: Frame; notice: Notification; token: string }) => {
  const t = f.t.notices;
  const { kind, body, at, readAt, id } = notice;
  const what = t.said[kind](body.values);
  return (
    <li class={readAt === null ? "notice notice--new" : "notice"}>
      <a href={f.href(`/notifications/${id}`)} data-row>
        {words(what)}
      </a>
      <small class="muted">
        {moment(f, at)} · {body.by === null ? t.machine : words(body.by)}
      </small>
      {readAt === null ? (
        <form method="post" action={f.href("/notifications/read")}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="id" value={id} />
          <button class="btn btn--s btn--quiet" type="submit" aria-label={t.markThis(what)}>
            {t.markOne}
          </button>
        </form>
      ) : null}
    </li>
  );
};
