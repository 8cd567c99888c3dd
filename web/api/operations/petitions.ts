import { z } from "zod";
import { INSPECTION_STATES, PETITION_STATES } from "../../../src/domain/petition.ts";
import { changePetition as change, recordPetition as record } from "../../../src/use-cases/record-petition.ts";
import { viewInspection, viewInspections } from "../../../src/use-cases/view-inspections.ts";
import { viewPetitions } from "../../../src/use-cases/view-petitions.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { inspection, inspectionOf, petition, petitionOf } from "../shapes/handling.ts";
import { list } from "../shapes/named.ts";

const byId = z.object({ id: z.string().min(1).max(100) });
const typedDay = z.string().max(40).describe("YYYY-MM-DD hoặc dd/mm/yyyy. / YYYY-MM-DD or dd/mm/yyyy.");

export const listPetitions = operation({
  id: "listPetitions",
  method: "GET",
  path: "/petitions",
  permission: "petition:read",
  tag: "petitions",
  summary: {
    vi: "Kiến nghị rà soát, phản ánh dấu hiệu trái pháp luật, nhận sau đứng trước",
    en: "Petitions for review and reports of unlawfulness, received last first",
  },
  query: z.strictObject({
    state: z.enum(PETITION_STATES).optional(),
    kind: z.enum(["review", "inspection"]).optional(),
  }),
  answers: z.strictObject({ rows: list(petition), untold: z.number().int() }),
  example: { state: "received" },
  async run({ store, query }) {
    const view = await viewPetitions(store, { state: query.state ?? null, kind: query.kind ?? null });
    return { body: { rows: view.rows.map(petitionOf), untold: view.untold } };
  },
});

export const getPetition = operation({
  id: "getPetition",
  method: "GET",
  path: "/petitions/{id}",
  permission: "petition:read",
  tag: "petitions",
  summary: { vi: "Một kiến nghị", en: "One petition" },
  params: byId,
  answers: petition,
  example: { id: "p1" },
  async run({ store, path }) {
    const found = await store.petitions.find(path.id);
    return found === null ? apiFault(404, "no-petition", path.id) : { body: petitionOf(found) };
  },
});

export const recordPetition = operation({
  id: "recordPetition",
  method: "POST",
  path: "/petitions",
  permission: "petition:write",
  tag: "petitions",
  summary: {
    vi: "Tiếp nhận một kiến nghị; văn bản được nêu trong nội dung được nhận ra",
    en: "Record a petition; documents its text names are recognised",
  },
  body: z.strictObject({
    kind: z.enum(["review", "inspection"]),
    from: z.string().min(1).max(1000),
    contact: z.string().max(1000).default(""),
    letter: z.string().max(1000).default(""),
    receivedOn: typedDay,
    text: z.string().min(1).max(20_000),
  }),
  answers: petition,
  makes: 201,
  sample: { kind: "review", from: "Ông An", receivedOn: "2026-06-20", text: "Rà soát Quyết định số 17/2025/QĐ-UBND" },
  async run({ store, body, by, now }) {
    const done = await record({ store, values: body, by, now });
    if (done.ok) return { body: petitionOf(done.petition), location: `/petitions/${done.petition.id}` };
    return faultsOf(done.why === "faults" ? done.faults : {});
  },
});

export const changePetition = operation({
  id: "changePetition",
  method: "PUT",
  path: "/petitions/{id}",
  permission: "petition:write",
  tag: "petitions",
  summary: { vi: "Ghi việc xem xét, chuyển, báo, trả lời một kiến nghị", en: "Note what became of a petition" },
  note: {
    vi: "Trường bỏ trống thì giữ nguyên. `version` là bản đã thấy; khác thì bị từ chối với mã 409.",
    en: "Fields left out stay. `version` is the one that was seen; another one is refused with 409.",
  },
  params: byId,
  body: z.strictObject({
    version: z.number().int(),
    state: z.enum(PETITION_STATES).optional(),
    toldOn: typedDay.optional(),
    passedTo: z.string().max(1000).optional(),
    passedOn: typedDay.optional(),
    answer: z.string().max(20_000).optional(),
    answeredOn: typedDay.optional(),
    addWork: z.string().max(300).optional(),
    dropWork: z.string().max(64).optional(),
  }),
  answers: petition,
  example: { id: "p1" },
  sample: { version: 1, state: "considering", toldOn: "2026-06-22" },
  async run({ store, path, body, by, now }) {
    const { version, ...given } = body;
    const values: Record<string, string> = {};
    for (const [field, value] of Object.entries(given)) if (value !== undefined) values[field] = value;
    const done = await change({ store, id: path.id, version, values, by, now });
    if (done.ok) return { body: petitionOf(done.petition) };
    if (done.why === "no-petition") return apiFault(404, "no-petition", path.id);
    return done.why === "stale"
      ? apiFault(409, "changed-meanwhile", String(done.current.version))
      : faultsOf(done.faults);
  },
});

export const listInspections = operation({
  id: "listInspections",
  method: "GET",
  path: "/inspections",
  permission: "petition:read",
  tag: "petitions",
  day: true,
  summary: { vi: "Kiểm tra văn bản với các thời hạn tại một ngày", en: "Inspections with their clocks on a day" },
  query: z.strictObject({ state: z.enum(INSPECTION_STATES).optional() }),
  answers: z.strictObject({ rows: list(inspection), over: z.number().int() }),
  example: { state: "concluded" },
  async run({ store, query, on }) {
    const view = await viewInspections(store, query.state ?? null, on);
    return { body: { rows: view.rows.map((row) => inspectionOf(row.inspection, row.clocks)), over: view.over } };
  },
});

export const getInspection = operation({
  id: "getInspection",
  method: "GET",
  path: "/inspections/{id}",
  permission: "petition:read",
  tag: "petitions",
  day: true,
  summary: { vi: "Một việc kiểm tra với các thời hạn tại một ngày", en: "One inspection with its clocks on a day" },
  params: byId,
  answers: inspection,
  example: { id: "i1" },
  async run({ store, path, on }) {
    const found = await viewInspection(store, path.id, on);
    return found === null
      ? apiFault(404, "no-inspection", path.id)
      : { body: inspectionOf(found.inspection, found.clocks) };
  },
});

/** Each value that cannot be taken, by its field. */
const faultsOf = (faults: Readonly<Record<string, string>>) =>
  apiFault(400, "bad-fields", Object.keys(faults).join(", "), {
    fields: Object.entries(faults).map(([at, what]) => ({ at: `body.${at}`, what })),
  });
