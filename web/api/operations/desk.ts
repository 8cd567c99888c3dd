import { z } from "zod";
import { assignFinding, unassignFinding } from "../../../src/use-cases/assign-finding.ts";
import { addNote, LONGEST_NOTE, removeNote } from "../../../src/use-cases/note-finding.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { assignment, note } from "../shapes/finding.ts";
import { DONE, done, list } from "../shapes/named.ts";
import { byKey } from "./findings.ts";
import { aboutFinding } from "../../about.ts";

export const assign = operation({
  id: "assignFinding",
  method: "POST",
  path: "/findings/{key}/assignments",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  makes: 201,
  summary: {
    vi: "Giao một phát hiện cho người hoặc đơn vị, có thể kèm hạn; lần giao trước kết thúc",
    en: "Give a finding to a person or a unit, with a day if wanted; who had it before has it no longer",
  },
  params: byKey,
  body: z.strictObject({
    to: z.string().max(200),
    due: z.string().max(40).default(""),
    note: z.string().max(2000).default(""),
  }),
  answers: assignment,
  sample: { to: "Phòng Xây dựng và kiểm tra văn bản", due: "2026-12-31" },
  async run({ store, path, body, by, now }) {
    const given = await assignFinding({ store, finding: path.key, ...body, by, now });
    if (given.ok) return { body: given.assignment, location: `/findings/${encodeURIComponent(path.key)}` };
    if (given.why === "no-finding") return apiFault(404, "no-finding", path.key);
    return given.why === "bad-due" ? apiFault(400, "bad-day", body.due) : apiFault(400, "name-missing", body.to);
  },
});

export const unassign = operation({
  id: "unassignFinding",
  method: "DELETE",
  path: "/findings/{key}/assignments",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  summary: { vi: "Thôi giao phát hiện", en: "Take the standing assignment back" },
  params: byKey,
  answers: done,
  async run({ store, path, by, now }) {
    return (await unassignFinding(store, path.key, by, now)) ? DONE : apiFault(404, "not-assigned", path.key);
  },
});

export const listNotes = operation({
  id: "listNotes",
  method: "GET",
  path: "/findings/{key}/notes",
  permission: "finding:read",
  tag: "findings",
  summary: { vi: "Ghi chú và việc giao của một phát hiện", en: "Notes on a finding, and to whom it was given" },
  params: byKey,
  answers: z.strictObject({ notes: list(note), assignments: list(assignment) }),
  example: { key: "f-conflict" },
  async run({ store, path }) {
    if ((await store.findings.find(path.key)) === null) return apiFault(404, "no-finding", path.key);
    const [notes, assignments] = await Promise.all([store.desk.notesOf(path.key), store.desk.assignmentsOf(path.key)]);
    return { body: { notes, assignments } };
  },
});

export const writeNote = operation({
  id: "addNote",
  method: "POST",
  path: "/findings/{key}/notes",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  makes: 201,
  summary: { vi: "Viết ghi chú cạnh một phát hiện", en: "Write a note beside a finding" },
  params: byKey,
  body: z.strictObject({ text: z.string().max(LONGEST_NOTE) }),
  answers: done,
  sample: { text: "Đã hỏi Sở Xây dựng, chờ trả lời" },
  async run({ store, path, body, by, now }) {
    const written = await addNote(store, path.key, body.text, by, now);
    if (written.ok) return { ...DONE, location: `/findings/${encodeURIComponent(path.key)}/notes` };
    return written.why === "no-finding" ? apiFault(404, "no-finding", path.key) : apiFault(400, "text-missing");
  },
});

export const dropNote = operation({
  id: "removeNote",
  method: "DELETE",
  path: "/findings/{key}/notes/{id}",
  permission: "finding:decide",
  about: ({ store, path }) => aboutFinding(store, path.key),
  tag: "findings",
  summary: { vi: "Bỏ ghi chú do chính khóa này viết", en: "Take away a note that this key has written" },
  params: z.object({ key: byKey.shape.key, id: z.string().min(1).max(100) }),
  answers: done,
  async run({ store, path, by, now }) {
    if (!(await store.desk.notesOf(path.key)).some((n) => n.id === path.id)) return apiFault(404, "no-note", path.id);
    const removed = await removeNote(store, path.key, path.id, by, now);
    return removed.ok ? DONE : apiFault(403, "note-of-another", path.id);
  },
});
