import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { addressFault, nationalAddress } from "../../src/domain/national-address.ts";
import type { ReportModel } from "../../src/report/form.ts";
import { formOn } from "../../src/report/forms/form-definition.ts";
import { fillForm } from "../../src/report/forms/fill-form.ts";
import { withNationalLinks } from "../../src/report/national-links.ts";
import { reportHtml } from "../../src/report/report-html.ts";
import { formSections } from "../../src/report/report-docx.ts";
import { WordLinks, wordBytes } from "../../src/report/word/word-file.ts";
import { aPeriod, aWork } from "../store/build.ts";

const TEMPLATE = "https://phapluat.example.vn/tim?so={symbol}&loai=tat-ca";
const ADDRESS = "https://phapluat.example.vn/tim?so=12%2F2021%2FQ%C4%90-UBND&loai=tat-ca";
const WORK = aWork({ symbol: "12/2021/QĐ-UBND", issuedOn: "2021-05-04", effectiveOn: "2021-05-20" });

function collection(template: string, key: "03" | "05" = "05"): ReportModel {
  const period = { from: "2024-01-01", to: "2028-12-31" };
  const works = [{ work: WORK, period: aPeriod(WORK, { status: "in-force" }), fields: [], resumes: null }];
  const { form } = formOn(key, period.to, null);
  const published = { whole: new Set<string>(), part: new Map<string, string>(), until: null };
  const model = fillForm({ form, period, of: "" }, { works, recommendations: [], sources: new Map(), published });
  return withNationalLinks(model, form, works, template);
}

const docx = async (model: ReportModel): Promise<string> => {
  const links = new WordLinks();
  const bytes = await wordBytes({ title: "t", links, sections: formSections(model, { links, linkTo: () => null }) });
  return strFromU8(unzipSync(bytes)["word/_rels/document.xml.rels"] ?? new Uint8Array());
};

describe("numbers of form 05", () => {
  it("lead to the national database from every file, and the name to the text here", async () => {
    const model = collection(TEMPLATE);
    const html = reportHtml(model, { linkTo: (href) => (href === `/documents/${WORK.id}` ? "van-ban/12.docx" : null) });
    expect(html).toContain(`<a href="${ADDRESS.replace("&", "&amp;")}">12/2021/QĐ-UBND ngày 04/05/2021</a>`);
    expect(html).toContain(`<a href="van-ban/12.docx">${WORK.title}</a>`);
    // what is printed to PDF leads nowhere else
    expect(reportHtml(model, { linkTo: () => null }).match(/<a /gu)).toHaveLength(1);
    expect(await docx(model)).toContain(`Target="${ADDRESS.replace("&", "&amp;")}" TargetMode="External"`);
  });

  it("lead to the text here while no address is known, and in no other form", async () => {
    expect(reportHtml(collection(""))).toContain(`<a href="/documents/${WORK.id}">12/2021/QĐ-UBND`);
    expect(await docx(collection(""))).not.toContain("hyperlink");
    expect(JSON.stringify(collection(TEMPLATE, "03"))).not.toContain("phapluat.example.vn");
  });

  it("lead nowhere by an address that was kept before it was checked", () => {
    expect(reportHtml(collection("javascript:alert('{symbol}')"))).not.toContain("javascript");
  });
});

describe("the template", () => {
  it.each([TEMPLATE, "http://a.vn/{symbol}", "https://a.vn/#so={symbol}"])("may be kept: %s", (template) =>
    expect(addressFault(template)).toBeNull(),
  );

  it.each([
    ["no-symbol", "https://a.vn/tim"],
    ["no-address", "javascript:alert({symbol})"],
    ["no-address", "a.vn/{symbol}"],
    ["no-address", "https://a.vn/tim kiem/{symbol}"],
    ["no-address", "https://{symbol}.vn/"],
    ["no-address", "https://a.{symbol}"],
    ["no-address", "https://ten:mat-khau@a.vn/{symbol}"],
    ["no-address", 'https://a.vn/"{symbol}'],
    ["no-address", "https://a/{symbol}"],
  ])("is refused, %s: %s", (why, template) => {
    expect(addressFault(template)).toBe(why);
    expect(nationalAddress(template, "1/QĐ-X")).toBeNull();
  });
});
