import { bulletSign, formatNumber } from "./docx-number-format.ts";
import { type OdtLevel, type OdtStyles, whole } from "./odt-styles.ts";
import { attribute, type XmlTag } from "./xml-tags.ts";

/** Follows the lists of an OpenDocument text and gives each paragraph the number printed before it; null for none. */
export interface OdtLists {
  enter(list: XmlTag): void;
  leave(): void;
  item(tag: XmlTag): void;
  paragraph(style: string | undefined): string | null;
  heading(tag: XmlTag): string | null;
}

interface OpenList {
  readonly style: string;
  /** Numbers by level, shared by the lists inside. */
  readonly counters: (number | undefined)[];
  /** The item's first paragraph is still to come: only that one bears the number. */
  fresh: boolean;
}

export function createOdtLists(styles: OdtStyles): OdtLists {
  const open: OpenList[] = [];
  const byId = new Map<string, (number | undefined)[]>();
  const lastOfStyle = new Map<string, (number | undefined)[]>();
  const headings: (number | undefined)[] = [];

  const countersFor = (tag: XmlTag, style: string): (number | undefined)[] => {
    const outer = open.at(-1);
    if (outer !== undefined) return outer.counters;
    const goesOnWith = attribute(tag, "text:continue-list");
    const before =
      goesOnWith !== undefined
        ? byId.get(goesOnWith)
        : attribute(tag, "text:continue-numbering") === "true"
          ? lastOfStyle.get(style)
          : undefined;
    return before ?? [];
  };

  return {
    enter(tag) {
      const style = attribute(tag, "text:style-name") ?? open.at(-1)?.style ?? "";
      const counters = countersFor(tag, style);
      byId.set(attribute(tag, "xml:id") ?? "", counters);
      lastOfStyle.set(style, counters);
      open.push({ style, counters, fresh: false });
    },
    leave: () => void open.pop(),
    item(tag) {
      const list = open.at(-1);
      if (list === undefined) return;
      list.fresh = tag.name === "text:list-item";
      const start = whole(attribute(tag, "text:start-value"));
      if (start !== null) list.counters[open.length - 1] = start - 1;
    },
    paragraph(style) {
      const list = open.at(-1);
      if (list === undefined || !list.fresh) return null;
      // The number belongs to the innermost list; outer items that begin with a list show none of their own.
      for (const outer of open) outer.fresh = false;
      const at = open.length - 1;
      const of = (level: number): OdtLevel | undefined =>
        styles.levelOf(list.style || (styles.listOf(style) ?? ""), level);
      return count(at, list.counters, of);
    },
    heading(tag) {
      const at = (whole(attribute(tag, "text:outline-level")) ?? 1) - 1;
      if (at < 0 || at > 9 || open.length > 0 || attribute(tag, "text:is-list-header") === "true") return null;
      return count(at, headings, (level) => styles.outline(level));
    },
  };
}

function count(
  at: number,
  counters: (number | undefined)[],
  of: (level: number) => OdtLevel | undefined,
): string | null {
  const level = of(at);
  if (level === undefined) return null;
  counters[at] = (counters[at] ?? level.start - 1) + 1;
  for (let deeper = at + 1; deeper < counters.length; deeper++) counters[deeper] = undefined;
  if (level.format === null) return bulletSign(level.bullet) || null;
  if (level.format === "") return null;
  const numbers: string[] = [];
  for (let k = Math.max(0, at - level.shown + 1); k <= at; k++) {
    const here = of(k);
    const value = counters[k] ?? here?.start ?? 1;
    if (here?.format) numbers.push(formatNumber(value, FORMATS[here.format] ?? "decimal"));
  }
  return `${level.prefix}${numbers.join(".")}${level.suffix}`.trim() || null;
}

const FORMATS: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
