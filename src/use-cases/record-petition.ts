import { randomUUID } from "node:crypto";
import { formatDate, type LegalDate, parseDate } from "../domain/legal-date.ts";
import { PETITION_STATE_NAMES, PETITION_STATES, type Petition } from "../domain/petition.ts";
import type { Store } from "../store/store.ts";
import { findWork } from "./find-work.ts";
import { tellPetitionReceived } from "./notify.ts";
import { recogniseWorks } from "./recognise-works.ts";

/** Fields of the form as they are sent; those left out stay as they are. */
export type PetitionValues = Readonly<Record<string, string>>;
export type PetitionFault = "bad-day" | "bad-value" | "missing" | "no-document" | "several-documents";

export type PetitionSaved =
  | { readonly ok: true; readonly petition: Petition; readonly changed: boolean }
  | { readonly ok: false; readonly why: "no-petition" }
  | { readonly ok: false; readonly why: "stale"; readonly current: Petition }
  | { readonly ok: false; readonly why: "faults"; readonly faults: Readonly<Record<string, PetitionFault>> };

const LONGEST_TEXT = 20_000;

interface Saving {
  readonly store: Store;
  readonly values: PetitionValues;
  readonly by: string;
  readonly now: number;
}

/** A letter has come in (Điều 36, Điều 8 NĐ 79/2025): it is kept with the documents its text names. */
export async function recordPetition({ store, values, by, now }: Saving): Promise<PetitionSaved> {
  const faults: Record<string, PetitionFault> = {};
  const text = (name: string): string => (values[name] ?? "").normalize("NFC").trim().slice(0, LONGEST_TEXT);
  for (const name of ["from", "text"]) if (text(name) === "") faults[name] = "missing";
  const receivedOn = parseDate(text("receivedOn"));
  if (receivedOn === null) faults["receivedOn"] = "bad-day";
  const kind = text("kind");
  if (kind !== "review" && kind !== "inspection") faults["kind"] = "bad-value";
  if (receivedOn === null || (kind !== "review" && kind !== "inspection") || Object.keys(faults).length > 0)
    return { ok: false, why: "faults", faults };
  const found = await recogniseWorks(store, text("text"), receivedOn);
  const petition: Petition = {
    id: randomUUID(),
    state: "received",
    receivedOn,
    version: 1,
    at: now,
    body: {
      kind,
      from: text("from"),
      contact: text("contact"),
      letter: text("letter"),
      text: text("text"),
      ...found,
      toldOn: null,
      passedTo: null,
      passedOn: null,
      answer: null,
      answeredOn: null,
      by,
      history: [],
    },
  };
  await store.withTransaction(async () => {
    await store.petitions.add(petition);
    const detail = { from: petition.body.from, is: kind, works: found.works.length, unfound: found.unfound.length };
    await store.audit.append({ at: now, by, action: "petition.make", subject: petition.id, detail });
    await tellPetitionReceived(store, petition, now);
  });
  return { ok: true, petition, changed: true };
}

/** What became of a letter: considered, passed on, answered; who was told when. The first of two writers wins. */
export async function changePetition(
  given: Saving & { readonly id: string; readonly version: number },
): Promise<PetitionSaved> {
  const { store, id, version, by, now } = given;
  const old = await store.petitions.find(id);
  if (old === null) return { ok: false, why: "no-petition" };
  if (old.version !== version) return { ok: false, why: "stale", current: old };
  const { next, faults } = await readPetition(given, old);
  if (Object.keys(faults).length > 0) return { ok: false, why: "faults", faults };
  const what = petitionDifferences(old, next);
  if (what === "") return { ok: true, petition: old, changed: false };
  return store.withTransaction(async () => {
    const changed: Petition = {
      ...next,
      version: old.version + 1,
      body: { ...next.body, history: [...old.body.history, { at: now, by, what }] },
    };
    if (!(await store.petitions.change(changed)))
      return { ok: false, why: "stale", current: (await store.petitions.find(id)) ?? old };
    await store.audit.append({ at: now, by, action: "petition.change", subject: id, detail: { what } });
    return { ok: true, petition: changed, changed: true };
  });
}

async function readPetition({ store, values }: Saving, old: Petition) {
  const faults: Record<string, PetitionFault> = {};
  const text = (name: string, was: string | null): string | null => {
    const given = values[name];
    return given === undefined ? was : given.normalize("NFC").trim().slice(0, LONGEST_TEXT) || null;
  };
  const day = (name: string, was: LegalDate | null): LegalDate | null => {
    const given = values[name]?.trim();
    if (given === undefined) return was;
    const read = given === "" ? null : parseDate(given);
    if (given !== "" && read === null) faults[name] = "bad-day";
    return read;
  };
  const state = PETITION_STATES.find((one) => one === (values["state"] ?? old.state));
  if (state === undefined) faults["state"] = "bad-value";
  const works = new Set(old.body.works);
  const typed = values["addWork"]?.trim() ?? "";
  if (typed !== "") {
    const found = await findWork(store, typed);
    if (found.kind === "one") works.add(found.work.id);
    else faults["addWork"] = found.kind === "none" ? "no-document" : "several-documents";
  }
  works.delete(values["dropWork"] ?? "");
  const next: Petition = {
    ...old,
    state: state ?? old.state,
    body: {
      ...old.body,
      contact: text("contact", old.body.contact) ?? "",
      letter: text("letter", old.body.letter) ?? "",
      works: [...works],
      toldOn: day("toldOn", old.body.toldOn),
      passedTo: text("passedTo", old.body.passedTo),
      passedOn: day("passedOn", old.body.passedOn),
      answer: text("answer", old.body.answer),
      answeredOn: day("answeredOn", old.body.answeredOn),
    },
  };
  const { passedTo, passedOn, answer, answeredOn } = next.body;
  const need = (name: string, value: string | null): void => {
    if (value === null && faults[name] === undefined) faults[name] = "missing";
  };
  if (next.state === "passed-on") {
    need("passedTo", passedTo);
    need("passedOn", passedOn);
  }
  if (next.state === "answered") {
    need("answer", answer);
    need("answeredOn", answeredOn);
  }
  return { next, faults };
}

function petitionDifferences(old: Petition, next: Petition): string {
  const said: string[] = [];
  const tell = (name: string, was: string | null, is: string | null): void => {
    if (was !== is) said.push(`${name}: ${was ?? "chưa có"} → ${is ?? "bỏ trống"}`);
  };
  const day = (value: LegalDate | null): string | null => (value === null ? null : formatDate(value));
  tell("Tình trạng", PETITION_STATE_NAMES[old.state], PETITION_STATE_NAMES[next.state]);
  tell("Báo cho người kiến nghị", day(old.body.toldOn), day(next.body.toldOn));
  tell("Chuyển đến", old.body.passedTo, next.body.passedTo);
  tell("Ngày chuyển", day(old.body.passedOn), day(next.body.passedOn));
  tell("Trả lời", old.body.answer, next.body.answer);
  tell("Ngày trả lời", day(old.body.answeredOn), day(next.body.answeredOn));
  tell("Liên hệ", old.body.contact || null, next.body.contact || null);
  tell("Văn bản kiến nghị", old.body.letter || null, next.body.letter || null);
  const [added, dropped] = [
    next.body.works.filter((work) => !old.body.works.includes(work)).length,
    old.body.works.filter((work) => !next.body.works.includes(work)).length,
  ];
  if (added > 0) said.push("thêm văn bản được kiến nghị");
  if (dropped > 0) said.push("bớt văn bản được kiến nghị");
  return said.join("; ");
}
