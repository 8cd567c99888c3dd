import { attribute, type XmlTag, xmlTags } from "./xml-tags.ts";

/** What of a run's look decides how its letters are read. Null leaves it to the style. */
export interface DocxLook {
  font: string | null;
  hidden: boolean | null;
}

export interface DocxLooks {
  /** A run's look with its character style, its paragraph's style and the document's defaults. */
  resolve(
    own: DocxLook,
    runStyle: string | null,
    paragraphStyle: string | null,
  ): { font: string | null; hidden: boolean };
}

interface Style extends DocxLook {
  basedOn: string | null;
}

/** Reads fonts and hidden letters of the styles from `styles.xml`. */
export function readDocxLooks(stylesXml: string): DocxLooks {
  const styles = new Map<string, Style>();
  const defaults: DocxLook = { font: null, hidden: null };
  let defaultStyle: string | null = null;
  let look: DocxLook | null = null;
  let properties = 0;
  for (const tag of xmlTags(stylesXml)) {
    if (tag.name === "w:style") {
      look = null;
      if (tag.kind !== "open") continue;
      const style: Style = { font: null, hidden: null, basedOn: null };
      const id = attribute(tag, "w:styleId") ?? "";
      styles.set(id, style);
      look = style;
      if (attribute(tag, "w:type") === "paragraph" && /^(?:1|true|on)$/u.test(attribute(tag, "w:default") ?? ""))
        defaultStyle = id;
    } else if (tag.name === "w:docDefaults") look = tag.kind === "open" ? defaults : null;
    else if (tag.name === "w:rPr" && tag.kind !== "empty") properties += tag.kind === "open" ? 1 : -1;
    else if (tag.kind === "close" || look === null) continue;
    else if (tag.name === "w:basedOn" && "basedOn" in look) (look as Style).basedOn = attribute(tag, "w:val") ?? null;
    else if (properties > 0) readLook(tag, look);
  }
  const known = new Map<string, DocxLook>();
  const lookOf = (id: string | null): DocxLook => {
    const cached = known.get(id ?? "");
    if (id === null || cached !== undefined) return cached ?? { font: null, hidden: null };
    const found: DocxLook = { font: null, hidden: null };
    let at: string | null = id;
    // Styles may point in a circle.
    for (let depth = 0; at !== null && depth < 20; depth++) {
      const style = styles.get(at);
      if (style === undefined) break;
      found.font ??= style.font;
      found.hidden ??= style.hidden;
      at = style.basedOn;
    }
    known.set(id, found);
    return found;
  };
  return {
    resolve(own, runStyle, paragraphStyle) {
      const run = lookOf(runStyle);
      const paragraph = lookOf(paragraphStyle ?? defaultStyle);
      return {
        font: own.font ?? run.font ?? paragraph.font ?? defaults.font,
        hidden: own.hidden ?? run.hidden ?? paragraph.hidden ?? false,
      };
    },
  };
}

/** A property of letters; letters beyond ASCII are drawn in the font for "high ANSI". */
export function readLook(tag: XmlTag, look: DocxLook): void {
  if (tag.name === "w:vanish") look.hidden = !/^(?:0|false|off)$/u.test(attribute(tag, "w:val") ?? "");
  if (tag.name !== "w:rFonts") return;
  const theme = attribute(tag, "w:hAnsiTheme") ?? attribute(tag, "w:asciiTheme");
  const font = attribute(tag, "w:hAnsi") ?? attribute(tag, "w:ascii");
  // A font of the theme wins over one that is named beside it.
  look.font = theme !== undefined ? "theme" : (font ?? look.font);
}
