import type { Notification } from "../domain/notification.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import { digestLetter, testLetter } from "../report/digest-letter.ts";
import type { Store } from "../store/store.ts";
import { type Colleague, peopleAtWork } from "./people-at-work.ts";
import { type MailFault, type MailServer, sendMail, type Sent } from "./send-mail.ts";

/** The way letters go out; what is secret of it stays inside. */
export interface Post {
  /** `thu.tinh.gov.vn:587` */
  readonly server: string;
  readonly from: string;
  /** Origin that links in letters begin with. */
  readonly publicUrl: string;
  send(letter: Parameters<typeof sendMail>[1]): Promise<Sent>;
  /** The sentence of a message. */
  say(message: Pick<Notification, "kind" | "body">): string;
}

export interface PostOptions {
  readonly server: MailServer;
  readonly publicUrl: string;
  readonly say: Post["say"];
  readonly send?: typeof sendMail;
}

export const openPost = ({ server, publicUrl, say, send = sendMail }: PostOptions): Post => ({
  server: `${server.host}:${server.port}`,
  from: server.from,
  publicUrl,
  send: (letter) => send(server, letter),
  say,
});

/** How sending went lately, as administration shows it. */
export interface MailState {
  /** When a letter was last taken by the server; null = never. */
  readonly sentAt: number | null;
  /** Letters of the last round that sent any. */
  readonly sent: number;
  /** The last failure; null when everything has gone since. `to`: whom the letter was for. */
  readonly failure: {
    readonly at: number;
    readonly fault: MailFault;
    readonly said: string;
    readonly to: string;
  } | null;
}

const STATE = "mail-state";
/** The day each person was sent the last digest. */
const CLAIMS = "digest-days";
const LINES = 40;
/** After these the server takes no other letter either. */
const OF_SERVER: ReadonlySet<MailFault> = new Set([
  "unreachable",
  "timeout",
  "no-tls",
  "certificate",
  "login",
  "sender",
]);

const NOTHING: MailState = { sentAt: null, sent: 0, failure: null };

export const mailState = async (store: Store): Promise<MailState> =>
  JSON.parse((await store.settings.get(STATE)) ?? "null") ?? NOTHING;

/**
 * One letter a day to everybody who wants it and has messages that are neither read nor mailed. A letter that did not go is
 * tried again in the next round; what is wrong with the server ends the round. How many went.
 */
export async function sendDigests(store: Store, post: Post, now: number): Promise<number> {
  const wanting = (await peopleAtWork(store)).filter(({ digest, email }) => digest && email !== null);
  let sent = 0;
  let failure: MailState["failure"] = null;
  for (const one of wanting) {
    const outcome = await sendOne(store, post, one, now);
    if (outcome === null) continue;
    if (outcome.ok) sent += 1;
    else {
      const { fault, said } = outcome;
      failure = { at: now, fault, said, to: one.person.signature };
      if (OF_SERVER.has(fault)) break;
    }
  }
  await note(store, sent, failure, now);
  return sent;
}

/** Null: nothing to say, or said already on this day. */
async function sendOne(store: Store, post: Post, { person, email }: Colleague, now: number): Promise<Sent | null> {
  const day = dayAt(now);
  // claimed before it is sent, so that two programs on one index do not send it twice
  if (!(await claim(store, person.id, day))) return null;
  const waiting = await store.messages.unmailed(person.id, LINES);
  if (waiting.length === 0) {
    await unclaim(store, person.id);
    return null;
  }
  const words = digestLetter({
    name: person.name,
    day,
    lines: waiting.map((message) => ({
      sentence: post.say(forLetter(message)),
      url: `${post.publicUrl}/notifications/${message.id}`,
    })),
    more: Math.max(0, (await store.messages.unread(person.id)) - waiting.length),
    url: `${post.publicUrl}/notifications`,
  });
  const outcome = await post.send({ to: email ?? "", ...words });
  if (outcome.ok)
    await store.messages.markMailed(
      waiting.map(({ id }) => id),
      now,
    );
  else await unclaim(store, person.id);
  return outcome;
}

/** A letter leaves the house: what people wrote as reasons stays inside. */
function forLetter({ kind, body }: Notification): Pick<Notification, "kind" | "body"> {
  const { reason: _, ...values } = body.values;
  return { kind, body: { ...body, values } };
}

const claims = async (store: Store): Promise<Record<string, string>> =>
  JSON.parse((await store.settings.get(CLAIMS)) ?? "{}");

const claim = (store: Store, person: string, day: string): Promise<boolean> =>
  store.withTransaction(async () => {
    const days = await claims(store);
    if (days[person] === day) return false;
    await store.settings.set(CLAIMS, JSON.stringify({ ...days, [person]: day }));
    return true;
  });

const unclaim = (store: Store, person: string): Promise<void> =>
  store.withTransaction(async () => {
    const { [person]: _, ...days } = await claims(store);
    await store.settings.set(CLAIMS, JSON.stringify(days));
  });

/** What failed before has been mended when letters go and none fails. */
async function note(store: Store, sent: number, failure: MailState["failure"], now: number): Promise<void> {
  if (sent === 0 && failure === null) return;
  const before = await mailState(store);
  const state: MailState = sent === 0 ? { ...before, failure } : { sentAt: now, sent, failure };
  await store.settings.set(STATE, JSON.stringify(state));
}

/** Sends a letter that shows whether letters arrive; how it went is noted as of any other. */
export async function sendTest(store: Store, post: Post, to: string, now: number): Promise<Sent> {
  const outcome = await post.send({ to, ...testLetter(post.publicUrl) });
  const failure = outcome.ok ? null : { at: now, fault: outcome.fault, said: outcome.said, to };
  await note(store, outcome.ok ? 1 : 0, failure, now);
  return outcome;
}
