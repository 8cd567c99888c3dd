import { zipStream } from "../zip-stream.ts";
import { FONT, FONT_SIZES, type Orientation, sectionXml } from "./word-manner.ts";
import { wordParagraph, xmlText } from "./word-xml.ts";

/** Where the words of a file lead; each address has one name, in the order they are met. */
export class WordLinks {
  readonly #ids = new Map<string, string>();

  idOf(address: string): string {
    const known = this.#ids.get(address);
    if (known !== undefined) return known;
    const id = `rLink${this.#ids.size + 1}`;
    this.#ids.set(address, id);
    return id;
  }

  /** Complete once the body has been written. */
  entries(): IterableIterator<[address: string, id: string]> {
    return this.#ids.entries();
  }
}

/** One stretch of pages of one size. */
export interface WordSection {
  readonly orientation: Orientation;
  /** XML of paragraphs and tables, piece by piece. */
  readonly body: Iterable<string>;
}

export interface WordPaper {
  readonly title: string;
  readonly sections: readonly WordSection[];
  readonly links: WordLinks;
}

/** Pieces of a body made before others get their turn. */
const PIECES_A_TURN = 200;

/**
 * The bytes of a .docx, made while they are sent: a list of ten thousand rows takes no more memory than one of ten, and pages are
 * answered in between. It bears no moment: the same paper is the same bytes.
 */
export function wordFile(paper: WordPaper): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const plain = (name: string, text: string) => ({ name, parts: [encoder.encode(text)], pack: true });
  async function* files() {
    yield plain("[Content_Types].xml", CONTENT_TYPES);
    yield plain("_rels/.rels", ROOT_LINKS);
    yield plain(
      "docProps/core.xml",
      `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(paper.title)}</dc:title><dc:creator>Rasoat</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`,
    );
    yield { name: "word/document.xml", parts: inTurns(bodyXml(paper.sections), encoder), pack: true };
    // after the body, which knows its links only when it has been written
    yield plain("word/_rels/document.xml.rels", documentLinks(paper.links));
    yield plain("word/styles.xml", STYLES);
    yield plain("word/header1.xml", header(NUMBER));
    yield plain("word/header2.xml", header(wordParagraph("")));
  }
  return zipStream(files());
}

/** All of it at once, for what is kept in memory anyway. */
export async function wordBytes(paper: WordPaper): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of wordFile(paper)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function* inTurns(pieces: Iterable<string>, encoder: TextEncoder): AsyncGenerator<Uint8Array> {
  let some: string[] = [];
  for (const piece of pieces) {
    some.push(piece);
    if (some.length < PIECES_A_TURN) continue;
    yield encoder.encode(some.join(""));
    some = [];
    await new Promise((others) => setImmediate(others));
  }
  yield encoder.encode(some.join(""));
}

function* bodyXml(sections: readonly WordSection[]): Generator<string> {
  yield `${XML}<w:document xmlns:w="${MAIN}" xmlns:r="${KIND}"><w:body>`;
  for (const [i, { orientation, body }] of sections.entries()) {
    yield* body;
    // the last section is said at the end of the body, every other one by the paragraph that ends it
    if (i < sections.length - 1) yield wordParagraph("", { section: sectionXml(orientation) });
    else yield sectionXml(orientation);
  }
  yield "</w:body></w:document>";
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/header2.xml" ContentType="${WORD}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
const ROOT_LINKS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${KIND}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function documentLinks(links: WordLinks): string {
  const own = [
    ["rStyles", "styles", "styles.xml"],
    ["rHead", "header", "header1.xml"],
    ["rFirst", "header", "header2.xml"],
  ].map(([id, kind, target]) => `<Relationship Id="${id}" Type="${KIND}/${kind}" Target="${target}"/>`);
  const outside = [...links.entries()].map(
    ([address, id]) =>
      `<Relationship Id="${id}" Type="${KIND}/hyperlink" Target="${xmlText(address)}" TargetMode="External"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${[...own, ...outside].join("")}</Relationships>`;
}

const header = (content: string): string => `${XML}<w:hdr xmlns:w="${MAIN}" xmlns:r="${KIND}">${content}</w:hdr>`;
const NUMBER = wordParagraph(
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  { align: "center" },
);

const FONTS = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}" w:eastAsia="${FONT}"/>`;
const STYLES = `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="${FONT_SIZES.text}"/><w:szCs w:val="${FONT_SIZES.text}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
