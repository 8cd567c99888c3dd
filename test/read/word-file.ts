import { strToU8, zipSync } from "fflate";

/** A minimal .docx for tests: `body` is the inside of `<w:body>`; numbering and styles as the inside of their roots. */
export function wordFile(
  body: string,
  parts: { readonly numbering?: string; readonly styles?: string; readonly extra?: Record<string, Uint8Array> } = {},
): Uint8Array {
  const root = (name: string, inside: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`);
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    ...(parts.numbering === undefined ? {} : { "word/numbering.xml": root("numbering", parts.numbering) }),
    ...(parts.styles === undefined ? {} : { "word/styles.xml": root("styles", parts.styles) }),
    ...parts.extra,
  });
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A paragraph: its text, and the inside of `<w:pPr>`. */
export const paragraph = (text: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const inList = (numId: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** A list definition: `[format, text]` for each level. */
export const listDefinition = (
  id: number,
  levels: readonly (readonly [format: string, text: string, more?: string])[],
): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, more = ""], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join("")}</w:abstractNum>`;

export const list = (numId: number, definition: number, more = ""): string =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
