import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiSite, apiSite } from "./api-site.ts";

let site: ApiSite;
beforeAll(async () => {
  site = await apiSite();
});
afterAll(() => site.store.close());

const write = (path: string, body: unknown, method?: string) =>
  site.call(path, { key: site.keys.decide, body, method });
const read = async (path: string) => (await site.call(path, { key: site.keys.decide })).json;

test("the queue is narrowed as on its page, and figures and groups agree with it", async () => {
  const counts = await read("/findings/counts");
  const sum = (figures: Record<string, number>) => Object.values(figures).reduce((a, b) => a + b, 0);
  const groups = await read("/findings/groups?by=document");
  expect(groups.rows.reduce((n: number, g: { n: number }) => n + g.n, 0)).toBe(counts.total);
  for (const [filter, figures] of [
    ["level", counts.levels],
    ["field", counts.fields],
    ["body", counts.bodies],
    ["age", counts.ages],
  ]) {
    expect(sum(figures), filter).toBe(counts.total);
    for (const [value, n] of Object.entries(figures))
      expect((await read(`/findings?${new URLSearchParams({ [filter]: value })}`)).total, `${filter} ${value}`).toBe(n);
  }
  expect((await site.call("/findings?level=moon")).status).toBe(400);
  const before = (await read("/findings?assigned=me")).total;
  await write("/findings/f-ended/assignments", { to: "Máy rà soát", due: "2020-01-01" });
  const mine = await read("/findings?assigned=me&due=over");
  expect(mine.total).toBe(before + 1);
  expect(mine.rows[0]).toMatchObject({ key: "f-ended", assigned: { to: "Máy rà soát", due: "2020-01-01" } });
  await write("/findings/f-ended/assignments", undefined, "DELETE");
});

test("many findings are previewed, decided together and opened again", async () => {
  const keys = ["f-ended", "f-hostile"];
  const open = (await read("/findings")).total;
  const preview = await read("/decision-batches/preview?key=f-ended&key=f-hostile");
  expect(preview.rows.map((r: { finding: { key: string } }) => r.finding.key)).toEqual(keys);
  expect((await write("/decision-batches", { keys, verdict: "dismissed" })).json.type).toMatch(/reason-missing$/u);
  const made = await write("/decision-batches", { keys, verdict: "dismissed", reason: "Bến tạm" });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ decided: 2, skipped: 0 });
  expect((await read("/findings")).total).toBe(open - 2);
  const place = `/decision-batches/${made.json.batch}`;
  expect(made.headers.get("location")).toBe(`/api/v1${place}`);
  expect((await write("/decision-batches", { keys, verdict: "confirmed" })).json.type).toMatch(/nothing-to-decide$/u);
  expect(await read(place)).toMatchObject({ standing: 2, decisions: [{ by: "Máy rà soát" }, {}] });
  expect((await write(place, undefined, "DELETE")).json).toEqual({ undone: 2 });
  expect((await write(place, undefined, "DELETE")).status).toBe(409);
  expect((await write("/decision-batches/b-khong", undefined, "DELETE")).status).toBe(404);
  expect((await read("/findings")).total).toBe(open);
});

test("the audit trail tells what was done, page by page, and is checked", async () => {
  const all = await read("/audit");
  expect(all.rows.length).toBeGreaterThan(4);
  const seen: number[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page: { rows: { seq: number }[]; next: string | null } = await read(`/audit?limit=2&after=${next}`);
    seen.push(...page.rows.map((row) => row.seq));
    next = page.next;
  }
  expect(seen).toEqual(all.rows.map((row: { seq: number }) => row.seq));
  const undone = await read("/audit?action=finding.undo&by=M%C3%A1y+r%C3%A0+so%C3%A1t");
  expect(undone.rows).toHaveLength(2);
  expect(undone.rows[0].work).not.toBeNull();
  expect((await read("/audit?action=finding.unassign")).rows[0]).toMatchObject({
    subject: "f-ended",
    by: "Máy rà soát",
  });
  expect((await read("/audit?to=2020-01-01")).rows).toEqual([]);
  expect((await site.call("/audit?from=31/02/2026")).status).toBe(400);
  expect(await read("/audit/verification")).toMatchObject({ ok: true, entries: seen.length, broken: null });
});

test("where review stands: who decided what, and how much is left", async () => {
  const view = await read("/reviews?by=M%C3%A1y+r%C3%A0+so%C3%A1t&period=7");
  expect(view.rows.length).toBeGreaterThan(0);
  for (const row of view.rows) expect(row).toMatchObject({ by: "Máy rà soát", verdict: "dismissed" });
  expect(view.rows.every((row: { undoneAt: number | null }) => row.undoneAt !== null)).toBe(true);
  expect((await site.call("/reviews?period=8")).status).toBe(400);
  const { rows, total } = await read("/reviews/documents");
  expect(rows).toHaveLength(total);
});

test("an official list is the form of its period; a period turned round is refused", async () => {
  const list = await read("/reports/03?from=2020-01-01&to=2026-12-31&bodies=all");
  expect(list.total).toBeGreaterThan(0);
  const rows = list.parts[0].groups.flatMap((g: { rows: { cells: string[] }[] }) => g.rows);
  expect(rows).toHaveLength(list.shown);
  for (const { cells } of rows) expect(cells).toHaveLength(list.parts[0].columns.length);
  expect((await read("/reports/03?from=2020-01-01&to=2026-12-31&bodies=all&scope=kh%C3%B4ng+ai")).total).toBe(0);
  expect((await site.call("/reports/01?from=2026-12-31&to=2026-01-01")).status).toBe(400);
  expect((await site.call("/reports/06")).status).toBe(400);
});

test("the graph around a document holds its ties, of the chosen kinds", async () => {
  const all = await read("/documents/w17/neighbourhood");
  expect(all.ties).toHaveLength(all.direct);
  const known = new Set(all.works.map((w: { work: { id: string } }) => w.work.id));
  for (const { from, to } of all.ties) expect(known.has(from) && known.has(to)).toBe(true);
  const { line } = all.ties[0];
  const some = await read(`/documents/w17/neighbourhood?kind=${line}`);
  expect(some.ties).toEqual(all.ties.filter((tie: { line: string }) => tie.line === line));
});

test("a list is kept under its name, counted, renewed and forgotten", async () => {
  const body = { page: "findings", name: " Nặng  nhất ", query: "severity=critical&after=x" };
  const saved = await write("/saved-lists", body);
  expect(saved.json).toMatchObject({ name: "Nặng nhất", query: "severity=critical", by: "Máy rà soát" });
  const own = async () =>
    (await read("/saved-lists")).rows.filter((r: { list: { id: string } }) => r.list.id === saved.json.id);
  expect(await own()).toMatchObject([{ n: (await read("/findings?severity=critical")).total }]);
  expect((await write("/saved-lists", { ...body, query: "level=province" })).json.id).toBe(saved.json.id);
  expect((await write("/saved-lists", { ...body, name: " " })).json.type).toMatch(/list-unnamed$/u);
  expect((await write("/saved-lists", { ...body, name: "a".repeat(61) })).json.type).toMatch(/list-name-long$/u);
  expect((await write(`/saved-lists/${saved.json.id}`, undefined, "DELETE")).json).toEqual({ ok: true });
  expect((await write(`/saved-lists/${saved.json.id}`, undefined, "DELETE")).status).toBe(404);
  expect(await own()).toEqual([]);
});

test("what is new since a moment", async () => {
  expect((await read("/news?since=0")).findings.added).toBeGreaterThan(0);
  expect((await site.call("/news?since=-1")).status).toBe(400);
});

test("nothing above was a fault of the program", () => expect(site.errors).toEqual([]));
