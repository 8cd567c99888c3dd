import { z } from "zod";
import { en } from "../i18n/en.ts";
import { vi } from "../i18n/vi.ts";
import { type Operation, TAGS, writes } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { SHAPES } from "./shapes/named.ts";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document, made of the list of operations: what is not in the one is not in the other. */
export function openApi(version: string): Json {
  const schemas: Schemas = { input: inputSchemas(), output: answerSchemas() };
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of OPERATIONS) {
    const at = `/api/v1${operation.path}`;
    paths[at] = { ...paths[at], [operation.method.toLowerCase()]: described(operation, schemas) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Rasoat",
      version,
      summary: vi.api.lead,
      description: `${vi.api.intro.join("\n\n")}\n\n---\n\n${en.api.intro.join("\n\n")}`,
    },
    tags: TAGS.map((name) => ({ name, description: `${vi.api.tags[name]} / ${en.api.tags[name]}` })),
    paths,
    components: {
      schemas: {
        ...Object.fromEntries([...SHAPES].map(([id, shape]) => [id, schemas.output.get(shape)])),
        Problem: PROBLEM,
      },
      securitySchemes: { key: { type: "http", scheme: "bearer", description: vi.api.keyHelp } },
      parameters: {
        on: {
          name: "on",
          in: "query",
          required: false,
          description: "Ngày tính hiệu lực: 2026-04-01 hoặc 01/04/2026; bỏ trống = hôm nay. / The day; default today.",
          schema: { type: "string", examples: ["2026-04-01"] },
        },
      },
      responses: {
        Problem: {
          description: "Không làm được: việc gì, vì sao, cần làm gì. / What went wrong, why, what to do (RFC 9457).",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

const PROBLEM: Json = {
  type: "object",
  required: ["type", "title", "status", "detail", "instance", "requestId", "why", "todo"],
  properties: {
    type: { type: "string", description: "urn:rasoat:problem:…" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
    requestId: { type: "string" },
    why: { type: "string" },
    todo: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["at", "what"],
        properties: { at: { type: "string" }, what: { type: "string" } },
      },
    },
  },
};

interface Schemas {
  readonly input: ReadonlyMap<z.ZodType, Json>;
  readonly output: ReadonlyMap<z.ZodType, Json>;
}

function described(o: Operation, { input, output }: Schemas): Json {
  const note = o.note === undefined ? "" : `\n\n${o.note.vi}\n\n${o.note.en}`;
  return {
    operationId: o.id,
    tags: [o.tag],
    summary: o.summary.vi,
    description: `${o.summary.en}${note}`,
    // reading is open while there are no accounts; a key may be shown all the same
    security: writes(o) ? [{ key: [] }] : [{}, { key: [] }],
    parameters: [
      ...parametersOf(o.params, "path", o, input),
      ...(o.day ? [{ $ref: "#/components/parameters/on" }] : []),
      ...parametersOf(o.query, "query", o, input),
    ],
    ...(o.body || o.takes ? { requestBody: { required: true, content: bodyOf(o, input) } } : {}),
    responses: { ...goodAnswer(o, output), default: { $ref: "#/components/responses/Problem" } },
    "x-permission": o.permission,
  };
}

function parametersOf(
  shape: z.ZodObject | undefined,
  place: "path" | "query",
  { example }: Operation,
  schemas: Schemas["input"],
): readonly Json[] {
  return Object.entries(shape?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = schemas.get(field as z.ZodType) ?? {};
    const shown = example?.[name];
    return {
      name,
      in: place,
      required: place === "path" || !(field as z.ZodType).safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: shown === undefined ? schema : { ...schema, examples: [shown] },
    };
  });
}

const FILES: Json = { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } };

function bodyOf(o: Operation, schemas: Schemas["input"]): Json {
  const schema: Json = (o.body && schemas.get(o.body)) ?? { type: "object", properties: {} };
  const json = o.body === undefined ? {} : { "application/json": { schema } };
  if (o.takes !== "files") return json;
  const properties = { ...(schema.properties as Json | undefined), files: FILES };
  return { ...json, "multipart/form-data": { schema: { type: "object", properties } } };
}

function goodAnswer(o: Operation, schemas: Schemas["output"]): Json {
  const headers = { "X-Request-Id": { schema: { type: "string" } } };
  const description = o.summary.vi;
  if (o.answers === null)
    return {
      200: {
        description,
        headers,
        content: Object.fromEntries((o.files ?? []).map((type) => [type.split(";")[0], {}])),
      },
    };
  const name = [...SHAPES].find(([, shape]) => shape === o.answers)?.[0];
  const schema = name === undefined ? schemas.get(o.answers) : { $ref: `#/components/schemas/${name}` };
  return { [o.makes ?? 200]: { description, headers, content: { "application/json": { schema } } } };
}

/** What answers are as JSON Schema; those with names refer to each other by them. */
function answerSchemas(): ReadonlyMap<z.ZodType, Json> {
  const registry = z.registry<{ id: string }>();
  const ids = new Map<z.ZodType, string>();
  const add = (shape: z.ZodType | null, id: string): void => {
    if (shape === null || ids.has(shape)) return;
    ids.set(shape, id);
    registry.add(shape, { id });
  };
  for (const [id, shape] of SHAPES) add(shape, id);
  for (const o of OPERATIONS) add(o.answers, `${o.id}.answer`);
  const { schemas } = z.toJSONSchema(registry, {
    ...OPTIONS,
    io: "output",
    uri: (id) => `#/components/schemas/${id}`,
  });
  return new Map([...ids].map(([shape, id]) => [shape, bare(schemas[id] as Record<string, unknown>)]));
}

const OPTIONS = {
  target: "draft-2020-12",
  // a list that TypeScript may not change is no property that clients may not send
  override: ({ jsonSchema }: { jsonSchema: { readOnly?: boolean } }): void => void delete jsonSchema.readOnly,
} as const;

/** What is sent, each on its own: nothing of it has a name. */
const inputSchemas = (): ReadonlyMap<z.ZodType, Json> =>
  new Map(
    OPERATIONS.flatMap(inputsOf).map((shape) => [
      shape,
      bare(z.toJSONSchema(shape, { ...OPTIONS, io: "input" }) as Record<string, unknown>),
    ]),
  );

const inputsOf = (o: Operation): readonly z.ZodType[] => [
  ...(Object.values(o.params?.shape ?? {}) as z.ZodType[]),
  ...(Object.values(o.query?.shape ?? {}) as z.ZodType[]),
  ...(o.body === undefined ? [] : [o.body]),
];

function bare({ $schema: _, $id: __, id: ___, ...schema }: Record<string, unknown>): Json {
  return schema;
}
