import { z } from "zod";
import { apiFault, type ApiFault, type FieldFault } from "../../../web/api/fault.ts";
import type { Operation } from "../../../web/api/operation.ts";
import type { Lang } from "../../../web/frame.ts";
import type { Upload } from "../../use-cases/import-desk.ts";
import { receiveForm, type UploadLimits } from "../receive-form.ts";

type Read<T> = { readonly value: T } | { readonly fault: ApiFault };

/** Faults told of one call; more would not help anybody. */
const MOST_FIELDS_TOLD = 20;

/** What is wrong with a value, in the caller's language. */
const SAYS = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** Values of the address as their shapes want them. Left empty = left out: a form sends every field it has. */
export function readQuery(operation: Operation, search: URLSearchParams, lang: Lang): Read<unknown> {
  const shape = operation.query?.shape ?? {};
  const given: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    if (name === "on" && operation.day) continue;
    const values = search.getAll(name).filter((v) => v !== "");
    if (!Object.hasOwn(shape, name)) return apiFault(400, "unknown-parameter", name);
    if (takesSeveral(shape[name] as z.ZodType)) given[name] = values;
    else if (values.length > 1) return apiFault(400, "repeated-parameter", name);
    else if (values.length === 1) given[name] = values[0];
  }
  return check(operation.query ?? z.object({}), given, "query", lang);
}

const takesSeveral = (shape: z.ZodType): boolean =>
  shape instanceof z.ZodArray ||
  ((shape instanceof z.ZodOptional || shape instanceof z.ZodDefault || shape instanceof z.ZodReadonly) &&
    takesSeveral(shape.unwrap() as z.ZodType));

export const readPath = (operation: Operation, given: Readonly<Record<string, string>>, lang: Lang): Read<unknown> =>
  check(operation.params ?? z.object({}), given, "path", lang);

function check(shape: z.ZodType, given: unknown, place: FieldFault["at"], lang: Lang): Read<unknown> {
  const parsed = shape.safeParse(given, { error: SAYS[lang] });
  if (parsed.success) return { value: parsed.data };
  const fields = parsed.error.issues
    .slice(0, MOST_FIELDS_TOLD)
    .map((issue) => ({ at: [place, ...issue.path.map(String)].join("."), what: issue.message }));
  return apiFault(400, "bad-fields", fields.map((f) => f.at).join(", "), { fields });
}

export interface ReadBody {
  readonly body: unknown;
  readonly upload: Upload | null;
}

/** A draft of a hundred pages fits. */
const LONGEST_JSON = 2 * 1024 * 1024;

interface Receiving {
  readonly folder: string | null;
  readonly limits: UploadLimits;
}

/** JSON, or a multipart form where files are taken. Nothing else: a plain form of another site's page never gets here. */
export async function readBody(
  operation: Operation,
  request: Request,
  receiving: Receiving,
  lang: Lang,
): Promise<Read<ReadBody>> {
  const shape = operation.body;
  const type = request.headers.get("content-type") ?? "";
  if (operation.takes === "files" && /^multipart\/form-data\s*;/iu.test(type)) {
    const received = await receiveForm(request, { mayStore: () => true, ...receiving });
    if (!received.ok) return apiFault(received.status, received.code);
    const checked = check(shape ?? z.object({}), Object.fromEntries(received.fields), "body", lang);
    if ("fault" in checked) await received.upload?.discard();
    return "fault" in checked ? checked : { value: { body: checked.value, upload: received.upload } };
  }
  if (shape === undefined) return { value: { body: undefined, upload: null } };
  if (!/^application\/json(?:\s*;|$)/iu.test(type)) return apiFault(415, "bad-media-type", type);
  const text = await readText(request);
  if (text === null) return apiFault(413, "body-too-large");
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return apiFault(400, "bad-json");
  }
  const checked = check(shape, given, "body", lang);
  return "fault" in checked ? checked : { value: { body: checked.value, upload: null } };
}

async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? "0") > LONGEST_JSON) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LONGEST_JSON) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
