import type { Person } from "../domain/account.ts";
import type { Notification } from "../domain/notification.ts";
import type { Store } from "../store/store.ts";

/** What one person was told: what is not read first, then what is, page by page. */
export interface NotificationsView {
  readonly unread: readonly Notification[];
  /** All that are not read, also those not shown. */
  readonly unreadInAll: number;
  readonly read: readonly Notification[];
  readonly readInAll: number;
  /** Cursor of the next page of those that are read. */
  readonly next: string | null;
}

const UNREAD_SHOWN = 100;
const READ_A_PAGE = 40;

/** `after`: a later page, which shows only what is read. */
export async function viewNotifications(store: Store, person: Person, after?: string): Promise<NotificationsView> {
  const unread = await store.messages.to(person.id, { read: false, limit: UNREAD_SHOWN });
  const read = await store.messages.to(person.id, { read: true, after, limit: READ_A_PAGE });
  return {
    unread: after === undefined ? unread.rows : [],
    unreadInAll: unread.total,
    read: read.rows,
    readInAll: read.total,
    next: read.next,
  };
}

/** Reads one message: where it leads; null where this person has no such message. */
export async function openNotification(store: Store, person: Person, id: string, now: number): Promise<string | null> {
  const message = await store.messages.one(person.id, id);
  if (message === null) return null;
  await store.messages.markRead(person.id, id, now);
  return message.body.path;
}
