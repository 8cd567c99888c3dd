/** Reports as pages show them: the models that files are made of. */
export { countOf, evenColumns, numberCell, textCell } from "../report/form.ts";
export type { ReportCell, ReportModel, ReportPart } from "../report/form.ts";
