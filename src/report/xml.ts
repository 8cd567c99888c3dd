/** Pieces of XML: an element is written once, with everything in it escaped. */
export type Xml = string & { readonly __xml: true };

/** What no XML 1.0 document may hold: control characters, halves of characters, non-characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

export const xmlText = (text: string): Xml =>
  text.replace(FORBIDDEN, "").replace(/[&<>]/gu, (c) => ESCAPES[c] as string) as Xml;

const attribute = (value: string): string =>
  value.replace(FORBIDDEN, "").replace(/[&<>"\t\n\r]/gu, (c) => ESCAPES[c] as string);

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** An element; an attribute that is null is left out. */
export function xml(name: string, attributes: Attributes, ...inside: readonly (Xml | readonly Xml[] | null)[]): Xml {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => typeof entry[1] === "string")
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join("");
  const content = inside.flat().filter(Boolean).join("");
  return (content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`) as Xml;
}
