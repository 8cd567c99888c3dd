/** What stands on a page of a test PDF. Points from the lower left corner, as in PDF itself. */
export type PdfItem =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly bold: boolean;
      readonly hidden?: boolean;
      readonly turned?: boolean;
    }
  | { readonly kind: "line"; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | { readonly kind: "picture" };

export const text = (
  x: number,
  y: number,
  words: string,
  more: { readonly size?: number; readonly bold?: boolean; readonly hidden?: boolean; readonly turned?: boolean } = {},
): PdfItem => ({
  kind: "text",
  text: words,
  x,
  y,
  size: 12,
  bold: false,
  ...more,
});
export const line = (x0: number, y0: number, x1: number, y1: number): PdfItem => ({
  kind: "line",
  from: [x0, y0],
  to: [x1, y1],
});
export const picture: PdfItem = { kind: "picture" };

/** Every letter is half as wide as it is high, a space a quarter. */
export const widthOf = (words: string, size = 12): number =>
  [...words].reduce((sum, c) => sum + (c === " " ? 0.25 : 0.5) * size, 0);

/** Words set centred on `x`. */
export const centred = (
  x: number,
  y: number,
  words: string,
  more: { readonly size?: number; readonly bold?: boolean } = {},
): PdfItem => text(x - widthOf(words, more.size) / 2, y, words, more);

/** Words spread from edge to edge, as in a full line. */
export function justified(left: number, right: number, y: number, words: string): PdfItem[] {
  const each = words.split(" ");
  const gap = (right - left - each.reduce((sum, word) => sum + widthOf(word), 0)) / (each.length - 1);
  let x = left;
  return each.map((word) => {
    const item = text(x, y, word);
    x += widthOf(word) + gap;
    return item;
  });
}

/**
 * A small PDF of A4 pages. Its fonts hold no letter shapes, only a map to Unicode, as is enough for reading. `map: false`
 * leaves even that out, so that letters are mere numbers.
 */
export function pdfFile(
  pages: readonly (readonly PdfItem[])[],
  options: { readonly map?: boolean; readonly fonts?: readonly [regular: string, bold: string] } = {},
): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap((item) => (item.kind === "text" ? [...item.text] : [])))];
  const code = new Map(letters.map((letter, i) => [letter, i + 1]));
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string, entries = ""): string =>
    `<< /Length ${Buffer.byteLength(content, "latin1")}${entries} >>\nstream\n${content}\nendstream`;
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("");
  const unicode = add(stream(toUnicode(letters)));
  const space = code.get(" ") ?? 0;
  const fonts = (options.fonts ?? ["AnKhe-Regular", "AnKhe-Bold"]).map((name) => {
    const descriptor = add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    );
    const cid = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [${space} [250]] /FontDescriptor ${descriptor} 0 R >>`,
    );
    const map = options.map === false ? "" : ` /ToUnicode ${unicode} 0 R`;
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${cid} 0 R]${map} >>`,
    );
  });
  const grey = "\x80";
  const image = add(
    stream(
      grey.repeat(16),
      " /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
  );
  const kids = pages.map((items) => {
    const content = add(stream(items.map((item) => draw(item, code)).join("\n")));
    const resources = `<< /Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >> /XObject << /I1 ${image} 0 R >> >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((n) => `${n} 0 R`).join(" ")}] >>`;
  return assemble(objects);
}

function draw(item: PdfItem, code: ReadonlyMap<string, number>): string {
  if (item.kind === "line") return `0.5 w ${item.from.join(" ")} m ${item.to.join(" ")} l S`;
  if (item.kind === "picture") return "q 500 0 0 700 50 70 cm /I1 Do Q";
  const hex = [...item.text].map((c) => (code.get(c) ?? 0).toString(16).padStart(4, "0")).join("");
  const place = item.turned ? `0.7 0.7 -0.7 0.7 ${item.x} ${item.y} Tm` : `1 0 0 1 ${item.x} ${item.y} Tm`;
  return `BT /F${item.bold ? 2 : 1} ${item.size} Tf ${item.hidden ? 3 : 0} Tr ${place} <${hex}> Tj ET`;
}

function toUnicode(letters: readonly string[]): string {
  const hex = (n: number): string => n.toString(16).padStart(4, "0");
  const lines = letters.map(
    (letter, i) =>
      `<${hex(i + 1)}> <${[...Array(letter.length).keys()].map((k) => hex(letter.charCodeAt(k))).join("")}>`,
  );
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100)
    blocks.push(`${Math.min(100, lines.length - i)} beginbfchar\n${lines.slice(i, i + 100).join("\n")}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join("\n")}\nendcmap end end`;
}

function assemble(objects: readonly string[]): Uint8Array {
  let out = "%PDF-1.7\n";
  const places = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  const entries = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(out, "latin1");
}

export interface SetOptions {
  readonly left?: number;
  readonly right?: number;
  readonly indent?: number;
  readonly size?: number;
  readonly leading?: number;
}

/** Sets paragraphs on pages as a word processor does: first lines set in, lines filled up to the right edge, page after page. */
export function setParagraphs(
  paragraphs: readonly string[],
  { left = 85, right = 538, indent = 28, size = 12, leading = 16 }: SetOptions = {},
  start = 780,
): PdfItem[][] {
  const pages: PdfItem[][] = [[]];
  let y = start;
  for (const paragraph of paragraphs) {
    let words: string[] = [];
    let x = left + indent;
    const flush = (): void => {
      if (y < 70) {
        pages.push([]);
        y = 780;
      }
      pages.at(-1)?.push(text(x, y, words.join(" "), { size }));
      words = [];
      x = left;
      y -= leading;
    };
    for (const word of paragraph.split(" ")) {
      if (words.length > 0 && x + widthOf([...words, word].join(" "), size) > right) flush();
      words.push(word);
    }
    flush();
    y -= 6;
  }
  return pages;
}
