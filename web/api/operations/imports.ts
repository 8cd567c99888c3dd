import { z } from "zod";
import type { ImportEntry, Job } from "../../../src/store/store.ts";
import { jobProgress, RESULT_GROUPS, ROWS_A_PAGE, viewJob } from "../../../src/use-cases/view-import.ts";
import { apiFault } from "../fault.ts";
import { operation } from "../operation.ts";
import { DONE, done, keysOf, list, moment, named, workId } from "../shapes/named.ts";

/** Jobs listed; older ones are history. */
const JOBS_SHOWN = 100;
const byJob = z.object({ job: z.string().regex(/^[0-9a-f]{16}$/u) });

const job = named(
  "ImportJob",
  z.strictObject({
    id: z.string(),
    state: z.enum(["queued", "running", "done", "cancelled", "interrupted", "failed"]),
    step: z.enum(["reading", "linking", "rules"]),
    done: z.number().int(),
    total: z.number().int(),
    current: z.string().nullable(),
    cancelRequested: z.boolean(),
    problem: z.string().nullable(),
    by: z.string(),
    createdAt: moment,
    finishedAt: moment.nullable(),
  }),
);

const jobOf = (j: Job): z.input<typeof job> => ({
  id: j.id,
  state: j.state,
  step: j.step,
  done: j.done,
  total: j.total,
  current: j.current,
  cancelRequested: j.cancelRequested,
  problem: j.problem,
  by: j.by,
  createdAt: j.createdAt,
  finishedAt: j.finishedAt,
});

export const entry = named(
  "ImportEntry",
  z.strictObject({
    file: z.string(),
    outcome: z.enum(["imported", "unchanged", "new-version", "other-format", "needs-look", "refused"]),
    work: workId.nullable(),
    reason: z.string().nullable(),
    at: moment,
  }),
);

export const entryOf = (e: ImportEntry): z.input<typeof entry> => ({
  file: e.file,
  outcome: e.outcome,
  work: e.work,
  reason: e.reason,
  at: e.at,
});

export const listImports = operation({
  id: "listImports",
  method: "GET",
  path: "/imports",
  permission: "document:import",
  tag: "imports",
  summary: { vi: "Các lần nhập, mới nhất trước (tối đa 100)", en: "Imports, newest first (100 at most)" },
  answers: z.strictObject({ rows: list(job) }),
  async run({ store }) {
    return { body: { rows: (await store.jobs.latest(JOBS_SHOWN)).map(jobOf) } };
  },
});

export const startImport = operation({
  id: "startImport",
  method: "POST",
  path: "/imports",
  permission: "document:import",
  tag: "imports",
  makes: 202,
  takes: "files",
  summary: {
    vi: "Nhập tệp (multipart, trường files): Word, PDF, HTML, ảnh, bảng tính, ZIP; trả mã công việc",
    en: "Import files (multipart, field files): Word, PDF, HTML, images, spreadsheets, ZIP; answers with a job",
  },
  answers: z.strictObject({ job: z.string() }),
  async run({ desk, upload, by }) {
    if (desk === null) {
      await upload?.discard();
      return apiFault(503, "imports-off");
    }
    if (upload === null) return apiFault(400, "no-files");
    const id = await desk.take(upload, by);
    return id === null ? apiFault(429, "too-many-jobs") : { body: { job: id }, location: `/imports/${id}` };
  },
});

export const getImport = operation({
  id: "getImport",
  method: "GET",
  path: "/imports/{job}",
  permission: "document:import",
  tag: "imports",
  summary: {
    vi: "Một lần nhập: tiến độ và kết quả từng tệp; tệp cần người xem đứng trước",
    en: "One import: its progress and what became of each file; those that need a person first",
  },
  note: {
    vi: `Mỗi trang ${ROWS_A_PAGE} tệp; offset = bắt đầu từ tệp thứ mấy (từ 0). Khi công việc còn chạy, thứ tự có thể đổi.`,
    en: `${ROWS_A_PAGE} files a page; offset = where to begin (from 0). While the job runs, the order may change.`,
  },
  params: byJob,
  query: z.strictObject({
    group: keysOf(RESULT_GROUPS).optional(),
    offset: z.coerce.number().int().min(0).max(9_999_999).default(0),
  }),
  answers: z.strictObject({
    job,
    counts: z.record(z.string(), z.number().int()),
    rows: list(entry),
    matching: z.number().int(),
  }),
  async run({ store, path, query }) {
    const view = await viewJob(store, path.job, { group: query.group ?? null, offset: query.offset });
    if (view === null) return apiFault(404, "no-job", path.job);
    return {
      body: { job: jobOf(view.job), counts: view.counts, rows: view.rows.map(entryOf), matching: view.matching },
    };
  },
});

export const cancelImport = operation({
  id: "cancelImport",
  method: "DELETE",
  path: "/imports/{job}",
  permission: "document:import",
  tag: "imports",
  summary: { vi: "Dừng một lần nhập; tệp đã nhập vẫn giữ", en: "Stop an import; what is stored stays" },
  params: byJob,
  answers: done,
  async run({ by, store, desk, path }) {
    if (desk === null) return apiFault(503, "imports-off");
    if ((await jobProgress(store, path.job)) === null) return apiFault(404, "no-job", path.job);
    return (await desk.cancel(path.job, by)) ? DONE : apiFault(409, "job-ended", path.job);
  },
});
