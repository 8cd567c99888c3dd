import type { Account, Session, Unit } from "../domain/account.ts";
import type { Attachment, AttachedTo, Notification } from "../domain/notification.ts";
import type { Page } from "./stored-findings.ts";

/** People, where they belong, browsers that are signed in. Nothing here is deleted: deeds carry the names. */
export interface AccountStore {
  /** Is there any account? Until then one person is alone with the program. */
  any(): Promise<boolean>;
  /** By name. */
  accounts(): Promise<readonly Account[]>;
  account(id: string): Promise<Account | null>;
  byLogin(login: string): Promise<Account | null>;
  bySubject(subject: string): Promise<Account | null>;
  /** False where the login or the subject is taken. */
  addAccount(account: Account): Promise<boolean>;
  /** Writes all but `id`, `login`, `by`, `at`, and counts the version up; false where it is no longer `account.version`. */
  changeAccount(account: Account): Promise<boolean>;
  /** One more wrong password: what stands afterwards. `window` and `most`: so many within so many milliseconds lock for as long. */
  failed(id: string, now: number, window: number, most: number): Promise<Pick<Account, "failures" | "lockedUntil">>;
  /** The right password: nothing is held against this account any more. */
  entered(id: string, now: number): Promise<void>;
  /** By name, those that are no longer used as well. */
  units(): Promise<readonly Unit[]>;
  unit(id: string): Promise<Unit | null>;
  /** False where another unit has this name. */
  addUnit(unit: Unit): Promise<boolean>;
  changeUnit(unit: Unit): Promise<"changed" | "taken" | "stale">;
  beginSession(session: Session): Promise<void>;
  session(hash: string): Promise<Session | null>;
  touchSession(hash: string, now: number): Promise<void>;
  endSession(hash: string, now: number): Promise<boolean>;
  /** Ends all of an account but one; how many there were. */
  endSessionsOf(account: string, now: number, except?: string): Promise<number>;
  /** Those that have not been ended, newest first. */
  sessionsOf(account: string): Promise<readonly Session[]>;
  /** When this person was seen last, in any session. */
  lastSeen(account: string): Promise<number | null>;
}

/** What people are told, and files kept beside their work. */
export interface MessageStore {
  /** Tells it once: the same `once` for the same person is told no second time. How many were new. */
  tell(notifications: readonly Notification[]): Promise<number>;
  /** Newest first: those that are read, or those that are not. */
  to(
    person: string,
    query: { readonly read: boolean; readonly after?: string; readonly limit: number },
  ): Promise<Page<Notification>>;
  /** One of this person's; null where it is another's. */
  one(person: string, id: string): Promise<Notification | null>;
  unread(person: string): Promise<number>;
  /** One, or all that are not read. */
  markRead(person: string, id: string | null, now: number): Promise<number>;
  /** Not read and not mailed yet, oldest first. */
  unmailed(person: string, limit: number): Promise<readonly Notification[]>;
  markMailed(ids: readonly string[], now: number): Promise<void>;
}

export interface AttachmentStore {
  add(attachment: Attachment & { readonly bytes: Uint8Array }): Promise<void>;
  /** Those that stand, oldest first, those of one moment by name. */
  of(kind: AttachedTo, subject: string): Promise<readonly Attachment[]>;
  find(id: string): Promise<Attachment | null>;
  bytes(id: string): Promise<Uint8Array | null>;
  /** Hides it; its bytes stay. False when it was removed already. */
  remove(id: string, now: number): Promise<boolean>;
}
