import { bulletSign, formatNumber } from "./docx-number-format.ts";
import { attribute, type XmlTag, xmlTags } from "./xml-tags.ts";

/** What a paragraph says of its list: its own properties, null where it leaves them to its style. */
export interface ParagraphList {
  readonly style: string | null;
  readonly numId: string | null;
  readonly level: number | null;
}

/** Gives each paragraph, in document order, the number Word would print before it; null for none. */
export type Numberer = (paragraph: ParagraphList) => string | null;

/**
 * Word keeps list numbers out of the text: a paragraph names a list (`numId`) and a level, itself or by its style, and
 * `numbering.xml` says how that level counts and looks ("Điều %1.", "%1)", "%1.%2"). This counts as Word does.
 */
export function createNumberer(numberingXml: string, stylesXml: string): Numberer {
  const { lists, definitions } = readNumbering(numberingXml);
  const styles = readStyles(stylesXml);
  const counters = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();

  const definitionOf = (list: List): Definition | undefined => {
    const own = definitions.get(list.definition);
    const link = own?.numStyleLink === null ? null : own?.numStyleLink;
    const linked = link === null || link === undefined ? null : styleList(styles, link).numId;
    return linked === null || linked === undefined
      ? own
      : (definitions.get(lists.get(linked)?.definition ?? "") ?? own);
  };

  return (paragraph) => {
    const inherited = styleList(styles, paragraph.style ?? styles.byDefault);
    const numId = paragraph.numId ?? inherited.numId;
    const list = numId === null ? undefined : lists.get(numId);
    const definition = list === undefined ? undefined : definitionOf(list);
    if (numId === null || list === undefined || definition === undefined) return null;
    const styleLevel =
      inherited.numId === null
        ? -1
        : definition.levels.findIndex((l) => l !== undefined && l.style === inherited.style);
    const level = paragraph.level ?? inherited.level ?? Math.max(styleLevel, 0);
    const levels = definition.levels.map((l, i) => list.levels[i] ?? l);
    const here = levels[level];
    if (here === undefined) return null;

    const values = counters.get(definition.id) ?? [];
    counters.set(definition.id, values);
    const start = list.starts[level];
    const first = start !== undefined && !restarted.has(`${numId} ${level}`);
    if (first) restarted.add(`${numId} ${level}`);
    const before = values[level];
    values[level] = first ? start : before === undefined ? here.start : before + 1;
    for (let deeper = level + 1; deeper < levels.length; deeper++) {
      const restart = levels[deeper]?.restart ?? null;
      if (restart === null || level < restart) values[deeper] = undefined;
    }
    return printed(here, level, levels, values);
  };
}

function printed(
  here: Level,
  level: number,
  levels: readonly (Level | undefined)[],
  values: readonly (number | undefined)[],
): string | null {
  if (here.format === "bullet") return bulletSign(here.text) || null;
  const text = here.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const value = values[at] ?? levels[at]?.start ?? 1;
    return formatNumber(value, here.legal && at < level ? "decimal" : (levels[at]?.format ?? "decimal"));
  });
  return text.trim() === "" ? null : text.trim();
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** 0 = never begins again; n = begins again after level n or higher; null = after any higher level. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
}

interface Definition {
  readonly id: string;
  readonly levels: (Level | undefined)[];
  numStyleLink: string | null;
}

interface List {
  definition: string;
  /** First values that override the definition's, by level. */
  readonly starts: (number | undefined)[];
  readonly levels: (Level | undefined)[];
}

const LAST_LEVEL = 8;

function readNumbering(xml: string): { lists: Map<string, List>; definitions: Map<string, Definition> } {
  const lists = new Map<string, List>();
  const definitions = new Map<string, Definition>();
  let definition: Definition | null = null;
  let list: List | null = null;
  let level: { -readonly [K in keyof Level]: Level[K] } | null = null;
  let override = 0;
  for (const tag of xmlTags(xml)) {
    const name = localName(tag);
    if (tag.kind === "close") {
      if (name === "abstractNum") definition = null;
      if (name === "num") list = null;
      if (name === "lvl") level = null;
      continue;
    }
    const val = attribute(tag, "w:val");
    if (name === "abstractNum") {
      definition = { id: attribute(tag, "w:abstractNumId") ?? "", levels: [], numStyleLink: null };
      definitions.set(definition.id, definition);
    } else if (name === "num" && tag.kind === "open") {
      list = { definition: "", starts: [], levels: [] };
      lists.set(attribute(tag, "w:numId") ?? "", list);
    } else if (name === "abstractNumId" && list !== null) list.definition = val ?? "";
    else if (name === "lvlOverride") override = levelNumber(attribute(tag, "w:ilvl")) ?? 0;
    else if (name === "startOverride" && list !== null) list.starts[override] = whole(val) ?? 1;
    else if (name === "numStyleLink" && definition !== null) definition.numStyleLink = val ?? null;
    else if (name === "lvl") {
      level = { start: 1, format: "decimal", text: "", restart: null, legal: false, style: null };
      const at = levelNumber(attribute(tag, "w:ilvl"));
      const holder = list ?? definition;
      if (at !== null && holder !== null) holder.levels[at] = level;
    } else if (level !== null) readLevelProperty(level, name, val);
  }
  return { lists, definitions };
}

function readLevelProperty(
  level: { -readonly [K in keyof Level]: Level[K] },
  name: string,
  val: string | undefined,
): void {
  if (name === "start") level.start = whole(val) ?? 1;
  else if (name === "numFmt") level.format = val ?? "decimal";
  else if (name === "lvlText") level.text = (val ?? "").slice(0, 200);
  else if (name === "lvlRestart") level.restart = whole(val);
  else if (name === "isLgl") level.legal = isOn(val);
  else if (name === "pStyle") level.style = val ?? null;
}

interface Styles {
  readonly byId: ReadonlyMap<string, { basedOn: string | null; numId: string | null; level: number | null }>;
  readonly byDefault: string | null;
}

function readStyles(xml: string): Styles {
  const byId = new Map<string, { basedOn: string | null; numId: string | null; level: number | null }>();
  let byDefault: string | null = null;
  let style: { basedOn: string | null; numId: string | null; level: number | null } | null = null;
  for (const tag of xmlTags(xml)) {
    const name = localName(tag);
    if (name === "style" && tag.kind === "open") {
      style = { basedOn: null, numId: null, level: null };
      const id = attribute(tag, "w:styleId") ?? "";
      byId.set(id, style);
      if (attribute(tag, "w:type") === "paragraph" && isOn(attribute(tag, "w:default") ?? "0")) byDefault = id;
    } else if (name === "style") style = null;
    else if (style !== null && tag.kind !== "close") {
      const val = attribute(tag, "w:val");
      if (name === "basedOn") style.basedOn = val ?? null;
      if (name === "numId") style.numId = val ?? null;
      if (name === "ilvl") style.level = levelNumber(val);
    }
  }
  return { byId, byDefault };
}

/** The list a style puts its paragraphs in, looked up through `basedOn` (bounded: styles may point in a circle). */
function styleList(
  styles: Styles,
  id: string | null,
): { style: string | null; numId: string | null; level: number | null } {
  let level: number | null = null;
  let at = id;
  for (let depth = 0; at !== null && depth < 20; depth++) {
    const style = styles.byId.get(at);
    if (style === undefined) break;
    level ??= style.level;
    if (style.numId !== null) return { style: level === null ? id : at, numId: style.numId, level };
    at = style.basedOn;
  }
  return { style: null, numId: null, level: null };
}

const localName = (tag: XmlTag): string => tag.name.slice(tag.name.indexOf(":") + 1);
const whole = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : null;
const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off)$/u.test(value);

function levelNumber(value: string | undefined): number | null {
  const n = whole(value);
  return n !== null && n <= LAST_LEVEL ? n : null;
}
