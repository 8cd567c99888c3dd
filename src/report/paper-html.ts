import type { ReportModel, ReportPaper } from "./form.ts";
import { escapeHtml } from "./html-text.ts";
import { bodyLines } from "./word/paper-parts.ts";

const line = (text: string, kind = ""): string => `<p${kind === "" ? "" : ` class="${kind}"`}>${escapeHtml(text)}</p>`;
const up = (text: string): string => text.toLocaleUpperCase("vi");

/** Head of a report as its Word file has it: who, its number, the nation with its motto, what it is about (NĐ 30/2020/NĐ-CP). */
export const paperHeadHtml = (paper: ReportPaper, { kind, title }: ReportModel): string =>
  `<div class="two"><div class="c">${[
    ...(paper.above === "" ? [] : bodyLines(paper.above).map((each) => line(each, "small"))),
    ...bodyLines(paper.issuer).map((each) => line(each, "small strong")),
    RULE,
    line(`Số: ${paper.number}`),
  ].join("")}</div><div class="c">${[
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "small strong"),
    line("Độc lập - Tự do - Hạnh phúc", "strong"),
    RULE,
    line(paper.dateline, "slant"),
  ].join("")}</div></div><h1>${escapeHtml(up(kind))}</h1>${line(title, "title")}${RULE}`;

const RULE = '<div class="rule"></div>';

/** Who receives it, and who signs, never torn over two pages. */
export const paperFootHtml = ({ recipients, signature, signer }: ReportPaper): string =>
  `<div class="two foot"><div>${line("Nơi nhận:", "small strong slant")}${recipients
    .map((each) => line(`- ${each}`, "to"))
    .join(
      "",
    )}</div><div class="c">${signature.map((each) => line(each, "strong")).join("")}<div class="sign"></div>${line(signer, "strong")}</div></div>`;
