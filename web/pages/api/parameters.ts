import { z } from "zod";
import type { Operation } from "../../api/operation.ts";
import type { Lang } from "../../frame.ts";

/** One parameter of an operation as the page shows it. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly means: string;
  /** What may be chosen; null = whatever is written. */
  readonly options: readonly string[] | null;
  readonly example: string;
}

/** Parameters of the address, those of the path first. `on` is told apart: many operations share it. */
export function parametersOf(o: Operation, lang: Lang): readonly Parameter[] {
  const of = (shape: z.ZodObject | undefined): [string, z.ZodType][] =>
    Object.entries((shape?.shape ?? {}) as Record<string, z.ZodType>);
  return [...of(o.params), ...of(o.query)].map(([name, shape]) => ({
    name,
    required: !shape.safeParse(undefined).success,
    means: inLanguage(describe(shape), lang),
    options: optionsOf(shape),
    example: o.example?.[name] ?? "",
  }));
}

/** Where an operation is called with these values: those of its path in their places, the others behind. Null: one is missing. */
export function addressOf(o: Operation, value: (name: string) => string): string | null {
  let missing = false;
  const path = o.path.replace(/\{([A-Za-z0-9]+)\}/gu, (_, name: string) => {
    const given = value(name).trim();
    if (given === "") missing = true;
    return encodeURIComponent(given);
  });
  const search = new URLSearchParams();
  for (const name of [...(o.day ? ["on"] : []), ...Object.keys(o.query?.shape ?? {})])
    if (value(name).trim() !== "") search.set(name, value(name).trim());
  const text = search.toString();
  return missing ? null : `/api/v1${path}${text === "" ? "" : `?${text}`}`;
}

function inner(shape: z.ZodType): z.ZodType | null {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault || shape instanceof z.ZodReadonly)
    return shape.unwrap() as z.ZodType;
  return shape instanceof z.ZodArray ? (shape.element as z.ZodType) : null;
}

/** Said of the shape itself, or of what it wraps. */
function describe(shape: z.ZodType): string {
  const within = inner(shape);
  return shape.description ?? (within === null ? "" : describe(within));
}

function optionsOf(shape: z.ZodType): readonly string[] | null {
  if (shape instanceof z.ZodEnum) return shape.options.map(String);
  const within = inner(shape);
  return within === null ? null : optionsOf(within);
}

/** Descriptions say it in Vietnamese, then in English, with a stroke between. */
function inLanguage(text: string, lang: Lang): string {
  const [vi = "", en = vi] = text.split(" / ");
  return lang === "vi" ? vi : en;
}
