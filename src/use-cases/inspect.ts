import { randomUUID } from "node:crypto";
import { type LegalDate, parseDate } from "../domain/legal-date.ts";
import {
  INSPECTION_EVENTS,
  INSPECTION_KINDS,
  type Inspection,
  type InspectionEvent,
  type InspectionState,
} from "../domain/petition.ts";
import type { Store } from "../store/store.ts";
import { findWork } from "./find-work.ts";

export type InspectionFault = "bad-day" | "bad-value" | "missing" | "no-document" | "several-documents" | "too-early";

const LONGEST_TEXT = 8000;

export interface OpenInspection {
  readonly store: Store;
  /** `work`, `kind`, `shortened`, `ground`, `unlawful`, `findings` (keys parted by spaces), `petition`, `openedOn`. */
  readonly values: Readonly<Record<string, string>>;
  readonly by: string;
  readonly now: number;
}

export type OpenedInspection =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly faults: Readonly<Record<string, InspectionFault>> };

/** Kiểm tra of a document that looks unlawful from the day it was issued (Điều 44 NĐ 79/2025). */
export async function openInspection({ store, values, by, now }: OpenInspection): Promise<OpenedInspection> {
  const faults: Record<string, InspectionFault> = {};
  const text = (name: string): string => (values[name] ?? "").normalize("NFC").trim().slice(0, LONGEST_TEXT);
  const found = text("work") === "" ? ({ kind: "none" } as const) : await findWork(store, text("work"));
  if (found.kind !== "one")
    faults["work"] = text("work") === "" ? "missing" : found.kind === "none" ? "no-document" : "several-documents";
  const kind = INSPECTION_KINDS.find((one) => one === text("kind"));
  if (kind === undefined) faults["kind"] = "bad-value";
  if (text("ground") === "") faults["ground"] = "missing";
  const openedOn = parseDate(text("openedOn"));
  if (openedOn === null) faults["openedOn"] = "bad-day";
  if (found.kind !== "one" || kind === undefined || openedOn === null || Object.keys(faults).length > 0)
    return { ok: false, faults };
  const inspection: Inspection = {
    id: randomUUID(),
    work: found.work.id,
    state: "open",
    version: 1,
    at: now,
    body: {
      kind,
      shortened: values["shortened"] === "yes",
      findings: text("findings").split(/\s+/u).filter(Boolean),
      ground: text("ground"),
      petition: text("petition") || null,
      unlawful: text("unlawful"),
      events: [{ event: "opened", day: openedOn, number: text("number"), note: "", outcome: null, by, at: now }],
      by,
    },
  };
  await store.withTransaction(async () => {
    await store.petitions.addInspection(inspection);
    const detail = { work: inspection.work, kind, ground: inspection.body.ground, petition: inspection.body.petition };
    await store.audit.append({ at: now, by, action: "inspection.open", subject: inspection.id, detail });
  });
  return { ok: true, inspection };
}

export interface NoteInspection {
  readonly store: Store;
  readonly id: string;
  readonly version: number;
  /** `event`, `day`, `number`, `note`, `outcome`, `unlawful`; `event` of `undo` takes the last one back. */
  readonly values: Readonly<Record<string, string>>;
  readonly by: string;
  readonly now: number;
}

export type NotedInspection =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly why: "no-inspection" }
  | { readonly ok: false; readonly why: "stale"; readonly current: Inspection }
  | { readonly ok: false; readonly why: "faults"; readonly faults: Readonly<Record<string, InspectionFault>> };

type Events = Inspection["body"]["events"];

/** Something has happened in an inspection: it starts and stops clocks. The last entry may be taken back. */
export async function noteInspection(given: NoteInspection): Promise<NotedInspection> {
  const { store, id, version, values, by, now } = given;
  const old = await store.petitions.inspection(id);
  if (old === null) return { ok: false, why: "no-inspection" };
  if (old.version !== version) return { ok: false, why: "stale", current: old };
  const undo = values["event"] === "undo";
  const read = undo
    ? { events: old.body.events.slice(0, -1), faults: {} }
    : withEvent(old.body.events, values, by, now);
  if (undo && old.body.events.length < 2) return { ok: false, why: "faults", faults: { event: "bad-value" } };
  if (Object.keys(read.faults).length > 0) return { ok: false, why: "faults", faults: read.faults };
  return store.withTransaction(async () => {
    const next: Inspection = {
      ...old,
      state: stateOf(read.events),
      version: old.version + 1,
      body: { ...old.body, unlawful: values["unlawful"]?.trim() ?? old.body.unlawful, events: read.events },
    };
    if (!(await store.petitions.changeInspection(next)))
      return { ok: false, why: "stale", current: (await store.petitions.inspection(id)) ?? old };
    const last = undo ? old.body.events.at(-1) : read.events.at(-1);
    const detail = {
      event: undo ? `undo ${last?.event}` : (last?.event ?? null),
      day: last?.day ?? null,
      number: last?.number ?? null,
    };
    await store.audit.append({ at: now, by, action: "inspection.note", subject: id, detail });
    return { ok: true, inspection: next };
  });
}

/** Events that answer: they say whether what was asked for was granted. */
const ANSWERS: readonly InspectionEvent[] = ["objection-answered", "appeal-answered"];
/** What must have happened before. */
const AFTER: Readonly<Partial<Record<InspectionEvent, InspectionEvent>>> = {
  objected: "received",
  "objection-answered": "objected",
  appealed: "objection-answered",
  "appeal-answered": "appealed",
  published: "handled",
};

function withEvent(
  events: Events,
  values: Readonly<Record<string, string>>,
  by: string,
  now: number,
): { readonly events: Events; readonly faults: Readonly<Record<string, InspectionFault>> } {
  const faults: Record<string, InspectionFault> = {};
  const event = INSPECTION_EVENTS.find((one) => one === values["event"] && one !== "opened");
  const day: LegalDate | null = parseDate((values["day"] ?? "").trim());
  if (event === undefined) faults["event"] = "bad-value";
  if (day === null) faults["day"] = "bad-day";
  const before = event === undefined ? undefined : AFTER[event];
  if (before !== undefined && !events.some((one) => one.event === before)) faults["event"] = "too-early";
  const given = values["outcome"];
  const outcome = given === "accepted" || given === "refused" ? given : null;
  if (event !== undefined && ANSWERS.includes(event) && outcome === null) faults["outcome"] = "missing";
  if (event === undefined || day === null || Object.keys(faults).length > 0) return { events, faults };
  const [number, note] = [values["number"] ?? "", values["note"] ?? ""].map((text) =>
    text.normalize("NFC").trim().slice(0, LONGEST_TEXT),
  ) as [string, string];
  return { events: [...events, { event, day, number, note, outcome, by, at: now }], faults };
}

function stateOf(events: Events): InspectionState {
  const has = (event: InspectionEvent): boolean => events.some((one) => one.event === event);
  if (has("closed-lawful") || has("sent-to-review") || has("published")) return "closed";
  if (has("handled")) return "handled";
  return has("concluded") || has("reported") ? "concluded" : "open";
}
