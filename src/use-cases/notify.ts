import { randomUUID } from "node:crypto";
import type { Person } from "../domain/account.ts";
import type { Batch, BatchItem } from "../domain/batch.ts";
import type { Assignment } from "../domain/desk.ts";
import type { Handling } from "../domain/handling.ts";
import type { NotificationKind } from "../domain/notification.ts";
import { may } from "../domain/policy.ts";
import type { Petition } from "../domain/petition.ts";
import type { Consultation, ReviewSheet } from "../domain/review-sheet.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store, StoredFinding } from "../store/store.ts";
import { peopleAtWork, peopleCalled, peopleWhoMay } from "./people-at-work.ts";

/** One thing told to several people. */
export interface Telling {
  readonly to: readonly Person[];
  readonly kind: NotificationKind;
  /** What makes it the same thing: it is told to nobody twice. */
  readonly once: string;
  /** Address in the app. */
  readonly path: string;
  /** What the sentence of its kind is filled with (`web/i18n/*-notices.ts`); what has no value is left out. */
  readonly values: Readonly<Record<string, string | number | null>>;
  /** Whose deed it is, as a signature; that person knows already. Null = the machine's. */
  readonly by: string | null;
  readonly now: number;
}

/** Tells each of them once; joins the transaction of what is told. How many were told. */
export function tell(store: Store, { to, kind, once, path, values, by, now }: Telling): Promise<number> {
  const said = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== ""),
  ) as Record<string, string | number>;
  const ids = [...new Set(to.filter((person) => person.signature !== by).map((person) => person.id))];
  const common = {
    kind,
    at: now,
    readAt: null,
    mailedAt: null,
    once: `${kind} ${once}`,
    body: { path, values: said, by },
  };
  return store.messages.tell(ids.map((id) => ({ ...common, id: randomUUID(), to: id })));
}

/** What a document is called in one word: its number, else its title. */
export async function nameOfWork(store: Store, id: WorkId): Promise<string> {
  const work = await store.works.find(id);
  return work?.symbol ?? work?.title ?? id;
}

/** A finding was given to a person or a unit. */
export async function tellAssigned(store: Store, given: Assignment, finding: StoredFinding): Promise<void> {
  await tell(store, {
    to: peopleCalled(await peopleAtWork(store), given.to),
    kind: "assigned",
    once: given.id,
    path: `/findings/${given.finding}`,
    values: { ...(await saidOf(store, finding)), due: given.due, to: given.to },
    by: given.by,
    now: given.at,
  });
}

const saidOf = async (store: Store, { code, message, work }: StoredFinding) => ({
  code,
  what: message,
  document: await nameOfWork(store, work),
});

/** More than so many reopened findings of one run are told by their number. */
const MOST_REOPENED = 200;

/** Findings of this run that stand where somebody had decided: whoever decided, and whoever was given the old one, is told. */
export async function tellReopened(store: Store, now: number): Promise<void> {
  const findings = await store.findings.findAll(await store.overview.arrived(now, true, MOST_REOPENED));
  if (findings.length === 0) return;
  const people = await peopleAtWork(store);
  for (const finding of findings) {
    const old = finding.reopens ?? "";
    const decision = (await store.decisions.of(old)).findLast((one) => one.undoneAt === null);
    const given = (await store.desk.assignmentsOf(old)).findLast((one) => one.endedAt === null);
    await tell(store, {
      to: [...peopleCalled(people, decision?.by ?? null), ...peopleCalled(people, given?.to ?? null)],
      kind: "finding.reopened",
      once: finding.key,
      path: `/findings/${finding.key}`,
      values: await saidOf(store, finding),
      by: null,
      now,
    });
  }
}

/** What an import changed for documents that were here before. */
export interface Impact {
  /** The import's job. */
  readonly job: string;
  readonly by: string;
  /** When it began: what came since is told. */
  readonly since: number;
  readonly added: number;
  readonly gone: number;
}

/** An import changed documents that were here, or brought findings: whoever imported is told, and who plans reviews. */
export async function tellImpact(store: Store, { job, by, since, added, gone }: Impact, now: number): Promise<void> {
  const { all, targets } = await store.overview.acts(since, 1);
  if (targets === 0 && added === 0 && gone === 0) return;
  const people = await peopleAtWork(store);
  await tell(store, {
    to: [...peopleCalled(people, by), ...peopleWhoMay(people, "batch:manage")],
    kind: "import.impact",
    once: job,
    path: `/news?since=${since}`,
    values: { acts: all, targets, added, gone, importer: by },
    // it ran in the background: whoever began it is told as well
    by: null,
    now,
  });
}

/** What policy asks of a sheet: its document's filing, its unit, who filled it in. */
async function aboutSheet(store: Store, sheet: ReviewSheet) {
  const facet = (await store.facets.of([sheet.work])).get(sheet.work) ?? null;
  return { facet, unit: sheet.unit, author: sheet.body.proposedBy?.id ?? sheet.body.reviewerId };
}

const pathOfSheet = (sheet: Pick<ReviewSheet, "id">): string => `/sheets/${sheet.id}`;

/** A sheet has come into another state: whoever has to know of it. */
export async function tellSheet(store: Store, sheet: ReviewSheet, by: string, now: number): Promise<void> {
  if (sheet.state === "proposed") await tellSheetProposed(store, sheet, now);
  if (sheet.state === "returned") await tellSheetSettled(store, sheet, "sheet.returned", by, now);
  if (sheet.state === "concluded") await tellSheetSettled(store, sheet, "sheet.concluded", by, now);
}

/** A reviewer has signed a sheet: whoever may conclude it. */
async function tellSheetProposed(store: Store, sheet: ReviewSheet, now: number): Promise<void> {
  await tell(store, {
    to: peopleWhoMay(await peopleAtWork(store), "sheet:conclude", await aboutSheet(store, sheet)),
    kind: "sheet.proposed",
    once: `${sheet.id} ${sheet.version}`,
    path: pathOfSheet(sheet),
    values: { document: await nameOfWork(store, sheet.work), form: sheet.body.form },
    by: sheet.body.proposedBy?.signature ?? null,
    now,
  });
}

/** A sheet came back with a reason, or was concluded: whoever filled it in and whoever proposed it. */
async function tellSheetSettled(
  store: Store,
  sheet: ReviewSheet,
  kind: "sheet.returned" | "sheet.concluded",
  by: string,
  now: number,
): Promise<void> {
  const people = await peopleAtWork(store);
  const { reviewerId, proposedBy, form, stateReason } = sheet.body;
  const concerned = people.map(({ person }) => person).filter(({ id }) => id === reviewerId || id === proposedBy?.id);
  await tell(store, {
    to: concerned,
    kind,
    once: `${sheet.id} ${sheet.version}`,
    path: pathOfSheet(sheet),
    values: {
      document: await nameOfWork(store, sheet.work),
      form,
      reason: kind === "sheet.returned" ? stateReason : null,
    },
    by,
    now,
  });
}

/** A unit is asked for its opinion: whoever may answer for it. */
export async function tellOpinionAsked(
  store: Store,
  asked: Consultation,
  sheet: ReviewSheet,
  now: number,
): Promise<void> {
  const able = (await peopleAtWork(store)).filter(({ person }) => may(person, "opinion:answer"));
  await tell(store, {
    to: peopleCalled(able, asked.unit),
    kind: "opinion.asked",
    once: asked.id,
    path: pathOfSheet(sheet),
    values: { document: await nameOfWork(store, sheet.work), unit: asked.body.unitName, due: asked.due },
    by: asked.body.askedBy,
    now,
  });
}

/** The opinion has come: whoever asked, and whoever fills the sheet in. */
export async function tellOpinionAnswered(
  store: Store,
  answered: Consultation,
  sheet: ReviewSheet,
  now: number,
): Promise<void> {
  const people = await peopleAtWork(store);
  await tell(store, {
    to: [...peopleCalled(people, answered.body.askedBy), ...peopleCalled(people, sheet.body.reviewer)],
    kind: "opinion.answered",
    once: `${answered.id} ${answered.version}`,
    path: pathOfSheet(sheet),
    values: {
      document: await nameOfWork(store, sheet.work),
      unit: answered.body.unitName,
      answer: answered.body.answer,
    },
    by: answered.body.answeredBy,
    now,
  });
}

/** Documents of a batch were given to units and people: each is told how many. */
export async function tellBatchGiven(
  store: Store,
  batch: Batch,
  items: readonly BatchItem[],
  by: string,
  now: number,
): Promise<void> {
  const people = await peopleAtWork(store);
  const given = new Map<string, { readonly to: readonly Person[]; n: number; due: string | null }>();
  for (const item of items) {
    const name = item.body.person?.signature ?? item.unit;
    if (name === null) continue;
    const own = given.get(name) ?? { to: peopleCalled(people, name), n: 0, due: null };
    const due = item.due ?? batch.due;
    own.n += 1;
    if (due !== null && (own.due === null || due < own.due)) own.due = due;
    given.set(name, own);
  }
  for (const [name, { to, n, due }] of given)
    await tell(store, {
      to,
      kind: "batch.given",
      once: `${batch.id} ${name} ${now}`,
      path: `/batches/${batch.id}`,
      values: { batch: batch.body.name, n, due },
      by,
      now,
    });
}

/**
 * A unit or an officer has to draft: whoever is called so. Many given away in one act are one telling, which names the first.
 */
export async function tellHandlingGiven(store: Store, handling: Handling, by: string, now: number): Promise<void> {
  const { id, work, unit, due, state, body } = handling;
  if (state !== "open" || (unit === null && body.officer === "")) return;
  const people = await peopleAtWork(store);
  const named = unit === null ? null : ((await store.accounts.unit(unit))?.name ?? unit);
  await tell(store, {
    to: [...peopleCalled(people, body.officer), ...peopleCalled(people, unit)],
    kind: "handling.given",
    once: `${unit ?? ""} ${body.officer} ${now}`,
    path: `/handling/${id}`,
    values: {
      document: work === null ? (body.asWritten ?? body.content) : await nameOfWork(store, work),
      to: body.officer || named,
      due,
    },
    by,
    now,
  });
}

/** A document was imported that settles what was followed, or does not do what was planned; or what settled it counts no longer. */
export async function tellHandlingResult(store: Store, handling: Handling, now: number): Promise<void> {
  const { result, work, unit, state, body } = handling;
  const people = await peopleAtWork(store);
  await tell(store, {
    to: [
      ...peopleCalled(people, body.officer),
      ...peopleCalled(people, body.by),
      ...peopleCalled(people, unit),
      ...(state === "contradicted" ? peopleWhoMay(people, "sheet:conclude", { unit }) : []),
    ],
    kind: "handling.result",
    once: `${handling.id} ${handling.version}`,
    path: `/handling/${handling.id}`,
    values: {
      document: work === null ? body.asWritten : await nameOfWork(store, work),
      result: result === null ? null : await nameOfWork(store, result),
      state,
    },
    by: null,
    now,
  });
}

/** A petition has come in: whoever plans reviews. */
export async function tellPetitionReceived(store: Store, petition: Petition, now: number): Promise<void> {
  await tell(store, {
    to: peopleWhoMay(await peopleAtWork(store), "batch:manage"),
    kind: "petition.received",
    once: petition.id,
    path: `/petitions/${petition.id}`,
    values: { from: petition.body.from, is: petition.body.kind, day: petition.receivedOn },
    by: petition.body.by,
    now,
  });
}

/** The trail is not the one that was anchored, or the anchors cannot be kept: whoever reads the trail. Once a day. */
export async function tellTrailFault(
  store: Store,
  fault: string,
  what: string,
  day: string,
  now: number,
): Promise<void> {
  await tell(store, {
    to: peopleWhoMay(await peopleAtWork(store), "audit:read"),
    kind: "audit.fault",
    once: `${fault} ${day}`,
    path: "/admin/audit?verify=yes",
    values: { fault, what },
    by: null,
    now,
  });
}
