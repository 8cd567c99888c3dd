/** One tag of an XML text, as it stands there. */
export interface XmlTag {
  /** With its prefix: `w:p`. */
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  readonly start: number;
  readonly end: number;
  /** Everything between the name and the closing bracket. */
  readonly attributes: string;
}

/**
 * All tags of an XML text in order, in one pass. Word escapes ">" in attribute values, so the next ">" ends a tag;
 * elsewhere a mistake only costs a list number, since the text itself is read by the real parser.
 */
export function* xmlTags(xml: string, from = 0): Generator<XmlTag> {
  let at = from;
  for (;;) {
    const start = xml.indexOf("<", at);
    if (start < 0) return;
    const second = xml.charCodeAt(start + 1);
    if (second === 33 /* ! */ || second === 63 /* ? */) {
      const closing = xml.startsWith("<!--", start) ? "-->" : xml.startsWith("<![CDATA[", start) ? "]]>" : ">";
      const end = xml.indexOf(closing, start);
      if (end < 0) return;
      at = end + closing.length;
      continue;
    }
    const end = xml.indexOf(">", start);
    if (end < 0) return;
    at = end + 1;
    const close = second === 47 /* / */;
    const empty = xml.charCodeAt(end - 1) === 47;
    let nameEnd = start + (close ? 2 : 1);
    const nameStart = nameEnd;
    while (nameEnd < end && !ENDS_NAME.has(xml.charCodeAt(nameEnd))) nameEnd++;
    yield {
      name: xml.slice(nameStart, nameEnd),
      kind: close ? "close" : empty ? "empty" : "open",
      start,
      end: at,
      attributes: close ? "" : xml.slice(nameEnd, empty ? end - 1 : end),
    };
  }
}

/** space, tab, line ends, "/" and ">" */
const ENDS_NAME: ReadonlySet<number> = new Set([32, 9, 10, 13, 47, 62]);

/** The value of an attribute with the five XML entities decoded; undefined where it is not given. */
export function attribute(tag: XmlTag, name: string): string | undefined {
  const at = tag.attributes.indexOf(`${name}=`);
  if (at < 0) return undefined;
  const quote = tag.attributes.charAt(at + name.length + 1);
  const from = at + name.length + 2;
  const to = quote === '"' || quote === "'" ? tag.attributes.indexOf(quote, from) : -1;
  return to < 0 ? undefined : decodeXml(tag.attributes.slice(from, to));
}

/** True where every tag is closed in its order and the text ends after the last: a cut or mixed-up part is not read. */
export function isBalanced(xml: string): boolean {
  const open: string[] = [];
  let last = 0;
  for (const tag of xmlTags(xml)) {
    last = tag.end;
    if (tag.kind === "open") open.push(tag.name);
    else if (tag.kind === "close" && open.pop() !== tag.name) return false;
    if (open.length > DEEPEST) return false;
  }
  return last > 0 && open.length === 0 && !xml.includes("<", last);
}

/** Word and LibreOffice nest a few dozen. */
const DEEPEST = 2000;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const decodeXml = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu,
    (whole, hex?: string, decimal?: string, entity?: string) => {
      if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? whole;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

export const encodeXml = (text: string): string =>
  text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
