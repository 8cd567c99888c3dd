import { strToU8, type Zippable, zipSync } from "fflate";

/** A minimal .odt for tests: the inside of `<office:text>`, of the automatic styles, and further or other parts. */
export function odtFile(
  body: string,
  parts: { readonly styles?: string; readonly masters?: string; readonly extra?: Zippable } = {},
): Uint8Array {
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${parts.styles ?? ""}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    "styles.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${NAMESPACES}><office:master-styles>${parts.masters ?? ""}</office:master-styles></office:document-styles>`,
    ),
    ...parts.extra,
  });
}

const NAMESPACES = ["office", "style", "text", "table", "draw", "fo", "svg"]
  .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
  .join(" ");

export const odtParagraph = (text: string): string => `<text:p>${text}</text:p>`;

/** A list style: `[format, prefix, suffix]` for each level; a null format is a bullet. */
export const odtListStyle = (
  name: string,
  levels: readonly (readonly [format: string | null, prefix: string, suffix: string])[],
): string =>
  `<text:list-style style:name="${name}">${levels
    .map(([format, prefix, suffix], i) =>
      format === null
        ? `<text:list-level-style-bullet text:level="${i + 1}" text:bullet-char="•"/>`
        : `<text:list-level-style-number text:level="${i + 1}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"/>`,
    )
    .join("")}</text:list-style>`;
