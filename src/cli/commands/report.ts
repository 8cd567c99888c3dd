import { writeFile } from "node:fs/promises";
import { countOf } from "../../report/form.ts";
import { FORM_KEYS } from "../../report/forms/form-definition.ts";
import { readAgency } from "../../use-cases/agency.ts";
import { reportFile } from "../../use-cases/export-report.ts";
import { ANY_DOCUMENT } from "../../use-cases/report-scope.ts";
import { fillReport, REPORT_FORMATS } from "../../use-cases/view-reports.ts";
import { dayOption, type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, printText, say } from "../terminal.ts";

const FORMS = ["01", "02", "03", "04", "05", "monthly", "yearly", "phieu"];

/** `report FORM (--on DATE | --from DATE --to DATE) --format F --out FILE`. Word and Excel files need a name. */
export async function report(shell: Shell, [form]: readonly string[], options: Options): Promise<number> {
  if (!FORMS.includes(form as string)) throw new CannotRun(`Không có mẫu “${form}”.`, `Các mẫu: ${FORMS.join(" ")}.`);
  const format = REPORT_FORMATS.find((each) => each === (options.format ?? "json"));
  if (!format)
    throw new CannotRun(`Không có dạng “${String(options.format)}”.`, `Các dạng: ${REPORT_FORMATS.join(" ")}.`);
  const out = typeof options.out === "string" ? options.out : null;
  if (out === null && (format === "docx" || format === "xlsx"))
    throw new CannotRun("Tệp Word, Excel không in ra màn hình được.", "Thêm --out TÊN_TỆP.");
  const to = dayOption(shell, options.to ?? options.on, options.to ? "--to" : "--on");
  const from = options.from ? dayOption(shell, options.from, "--from") : `${to.slice(0, 4)}-01-01`;
  if (from > to) throw new CannotRun("Ngày bắt đầu (--from) sau ngày kết thúc (--to).", "Đổi chỗ hai ngày.");
  const known = FORM_KEYS.find((each) => each === form);
  if (!known) throw new CannotRun(`Mẫu “${form}” chưa có ở phiên bản này.`, `Đã có các mẫu ${FORM_KEYS.join(", ")}.`);
  const scope = typeof options.scope === "string" ? options.scope : null;
  return withIndex(shell, options, async (store) => {
    const query = {
      form: known,
      from,
      to,
      scope: { ...ANY_DOCUMENT, words: scope },
      regime: null,
      title: null,
      publishedUntil: null,
    };
    const { model, unclear } = await fillReport(store, query, (await readAgency(store)).agency);
    for (const { name, works } of unclear)
      say(`Danh mục “${name}” chưa rõ ngày công bố, có tên ${works} văn bản: chưa dùng để bỏ văn bản khỏi phần B.`);
    if (out === null) {
      for await (const part of reportFile(model, format)) printText(new TextDecoder().decode(part));
      return 0;
    }
    await writeFile(out, reportFile(model, format));
    say(`Đã ghi mẫu số ${form}: ${model.parts.reduce((n, part) => n + countOf(part), 0)} văn bản, tệp ${out}`);
    return 0;
  });
}
