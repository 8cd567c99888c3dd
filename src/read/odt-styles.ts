import { attribute, type XmlTag, xmlTags } from "./xml-tags.ts";

/** How a level of a list prints its number. */
export interface OdtLevel {
  /** "1", "a", "I" …; "" for none; null for a bullet. */
  readonly format: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels are shown: 2 prints "1.2". */
  readonly shown: number;
  readonly bullet: string;
}

export interface OdtStyles {
  /** Font of a style, through its parents; null where none is named. */
  fontOf(family: string, style: string | undefined): string | null;
  isHidden(style: string | undefined): boolean;
  /** List a paragraph style puts its paragraphs in; null for none. */
  listOf(style: string | undefined): string | null;
  levelOf(list: string, level: number): OdtLevel | undefined;
  /** Heading numbers of the whole document. */
  outline(level: number): OdtLevel | undefined;
}

interface Style {
  readonly parent: string | null;
  readonly list: string | null;
  font: string | null;
  hidden: boolean;
}

/** Reads what decides numbers, fonts and visibility from `styles.xml` and the automatic styles of `content.xml`. */
export function readOdtStyles(...parts: readonly string[]): OdtStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, OdtLevel[]>();
  const outline: OdtLevel[] = [];
  const faces = new Map<string, string>();
  for (const part of parts) readPart(part, { styles, lists, outline, faces });
  const find = <T>(key: string, get: (style: Style) => T | null): T | null => {
    let at: string | null = key;
    // Styles may point in a circle.
    for (let depth = 0; at !== null && depth < 20; depth++) {
      const style = styles.get(at);
      if (style === undefined) return null;
      const value = get(style);
      if (value !== null) return value;
      at = style.parent;
    }
    return null;
  };
  return {
    fontOf(family, style) {
      const font = find(`${family} ${style ?? ""}`, (s) => s.font) ?? styles.get(`${family} `)?.font ?? null;
      return font === null ? null : (faces.get(font) ?? font);
    },
    isHidden: (style) => style !== undefined && find(`text ${style}`, (s) => (s.hidden ? true : null)) === true,
    listOf: (style) => (style === undefined ? null : find(`paragraph ${style}`, (s) => s.list)) || null,
    levelOf: (list, level) => lists.get(list)?.[level],
    outline: (level) => outline[level],
  };
}

interface Found {
  readonly styles: Map<string, Style>;
  readonly lists: Map<string, OdtLevel[]>;
  readonly outline: OdtLevel[];
  readonly faces: Map<string, string>;
}

function readPart(xml: string, found: Found): void {
  let style: Style | null = null;
  let levels: OdtLevel[] | null = null;
  for (const tag of xmlTags(xml)) {
    if (tag.name === "office:body") return;
    if (tag.name === "style:style" || tag.name === "style:default-style") {
      style = tag.kind === "close" ? null : addStyle(tag, found.styles);
      if (tag.kind === "empty") style = null;
    } else if (tag.kind === "close") {
      if (tag.name === "text:list-style" || tag.name === "text:outline-style") levels = null;
    } else if (tag.name === "style:font-face") {
      const family = attribute(tag, "svg:font-family");
      if (family !== undefined) found.faces.set(attribute(tag, "style:name") ?? "", family.replace(/^'|'$/gu, ""));
    } else if (tag.name === "style:text-properties" && style !== null) {
      style.font = attribute(tag, "style:font-name") ?? attribute(tag, "fo:font-family") ?? style.font;
      style.hidden ||= attribute(tag, "text:display") === "none";
    } else if (tag.name === "text:list-style" && tag.kind === "open") {
      levels = [];
      found.lists.set(attribute(tag, "style:name") ?? "", levels);
    } else if (tag.name === "text:outline-style") levels = found.outline;
    else if (levels !== null && tag.name.startsWith("text:") && /-level-style(?:-|$)/u.test(tag.name)) {
      const at = Number(attribute(tag, "text:level"));
      if (at >= 1 && at <= 10) levels[at - 1] = levelFrom(tag);
    }
  }
}

function addStyle(tag: XmlTag, styles: Map<string, Style>): Style {
  const family = attribute(tag, "style:family") ?? "";
  const parent = attribute(tag, "style:parent-style-name");
  const style: Style = {
    parent: parent === undefined ? null : `${family} ${parent}`,
    list: attribute(tag, "style:list-style-name") ?? null,
    font: null,
    hidden: false,
  };
  styles.set(`${family} ${tag.name === "style:default-style" ? "" : (attribute(tag, "style:name") ?? "")}`, style);
  return style;
}

function levelFrom(tag: XmlTag): OdtLevel {
  const numbered = tag.name !== "text:list-level-style-bullet" && tag.name !== "text:list-level-style-image";
  return {
    format: numbered ? (attribute(tag, "style:num-format") ?? "") : null,
    prefix: (attribute(tag, "style:num-prefix") ?? "").slice(0, 100),
    suffix: (attribute(tag, "style:num-suffix") ?? "").slice(0, 100),
    start: whole(attribute(tag, "text:start-value")) ?? 1,
    shown: whole(attribute(tag, "text:display-levels")) ?? 1,
    bullet: attribute(tag, "text:bullet-char") ?? "-",
  };
}

export const whole = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : null;
