import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleApp } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => expect(site.errors).toEqual([]));

const model = async (path: string) => JSON.parse(await (await site.app.request(`http://localhost${path}`)).text());

/** Rows of the two groups of part A: as ended, as suspended. */
async function partA(form: "01" | "02", year: number): Promise<readonly number[]> {
  const { parts } = await model(`/reports/list?form=${form}&from=${year}-01-01&to=${year}-12-31&format=json`);
  return parts[0].groups.map(({ rows }: { readonly rows: readonly unknown[] }) => rows.length);
}

test.each([2021, 2022, 2023, 2025, 2026])("the report of %i counts what its forms 01 and 02 list", async (year) => {
  const { parts } = await model(`/reports/periodic/file?kind=year&period=${year}&format=json`);
  const law = parts.find(({ label }: { readonly label: string }) => label.endsWith("Hiệu lực của văn bản trong tỉnh"));
  const figures = new Map(law.groups[0].rows.map(([name, now]: readonly string[]) => [name, Number(now)]));
  const [ceased, suspended] = await partA("01", year);
  const [partly, partlySuspended] = await partA("02", year);
  expect([
    figures.get("Hết hiệu lực toàn bộ"),
    figures.get("Tạm ngưng hiệu lực toàn bộ"),
    figures.get("Hết hiệu lực một phần"),
    figures.get("Tạm ngưng hiệu lực một phần"),
  ]).toEqual([ceased, suspended, partly, partlySuspended]);
});
