/**
 * The manner of administrative papers (NĐ 30/2020/NĐ-CP Phụ lục I mục I–II): A4, margins 20, 20, 30, 15 mm, Times New Roman,
 * text 14, page numbers at the top in the middle from page 2; an annex counts its own pages.
 */
export const FONT = "Times New Roman";
/** Half points. */
export const FONT_SIZES = { text: 28, table: 24, head: 26, notes: 22 } as const;

/** Millimetres in twentieths of a point. */
export const mm = (n: number): number => Math.round(n * 56.7);

/** Width of the text on the page, in twentieths of a point. */
export const TEXT_WIDTHS = { portrait: mm(210 - 30 - 15), landscape: mm(297 - 30 - 15) } as const;

export type Orientation = keyof typeof TEXT_WIDTHS;

/** The properties of one section; each begins its own count of pages and prints no number on its first page. */
export function sectionXml(orientation: Orientation): string {
  const wide = orientation === "landscape";
  const size = wide
    ? `<w:pgSz w:w="${mm(297)}" w:h="${mm(210)}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/>`;
  return `<w:sectPr><w:headerReference w:type="default" r:id="rHead"/><w:headerReference w:type="first" r:id="rFirst"/>${size}<w:pgMar w:top="${mm(20)}" w:right="${mm(15)}" w:bottom="${mm(20)}" w:left="${mm(30)}" w:header="${mm(10)}" w:footer="${mm(8)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}
