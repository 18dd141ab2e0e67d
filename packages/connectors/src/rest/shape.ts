import type { Design, DesignField } from "@guildhall/contract";
import { z } from "zod";
import { ConnectorFault, orFault } from "../connector-fault.ts";
import type { Caller } from "../generic/caller.ts";
import { listLimit } from "../generic/reading.ts";

interface Described {
  readonly caller: Caller;
  readonly shape: { readonly path: string; readonly documents: Readonly<Record<string, string>> };
}

/** Fields of one document, and how deep they are looked for. */
const most = { fields: 500, depth: 6 };

const Schema = z.object({
  $ref: z.string().optional(),
  title: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional().catch(undefined),
  items: z.unknown().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  allOf: z.array(z.unknown()).optional(),
});
type Schema = z.infer<typeof Schema>;

/**
 * Read what documents look like from an OpenAPI document or a JSON Schema, as it is now. One that is gone is left out.
 *
 * @throws ConnectorFault
 */
export async function describeJson(
  { caller, shape }: Described,
  designs: readonly string[],
  signal: AbortSignal,
): Promise<readonly Design[]> {
  const get = {
    method: "GET",
    path: shape.path.replace(/^\//, ""),
    query: [],
    headers: {},
  } as const;
  const answer = await orFault(caller.call(() => get, signal, listLimit));
  if (answer.status >= 300) throw new ConnectorFault("shape-refused");
  const whole = parsed(answer.body);
  return designs.flatMap((id) => {
    const pointer = shape.documents[id];
    const schema = pointer === undefined ? undefined : resolve(whole, { $ref: pointer });
    if (!schema) return [];
    const fields = fieldsOf(whole, schema, { under: "", depth: 0, left: { fields: most.fields } });
    return [{ id, title: schema.title ?? id, fields }];
  });
}

interface Place {
  readonly under: string;
  readonly depth: number;
  /** How many more are read: a document that holds itself has no end. */
  readonly left: { fields: number };
}

/** The fields of an object, those of its inner objects and of lists of objects under theirs. */
function fieldsOf(whole: unknown, schema: Schema, { under, depth, left }: Place): DesignField[] {
  if (depth > most.depth) return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, raw]) => {
    const inner = left.fields > 0 ? resolve(whole, raw) : undefined;
    if (!inner) return [];
    left.fields -= 1;
    const target = under === "" ? name : `${under}/${name}`;
    const required = schema.required?.includes(name) ?? false;
    const holder = resolve(whole, inner.items) ?? inner;
    const below = fieldsOf(whole, holder, { under: target, depth: depth + 1, left });
    return [toField(target, inner, required), ...below];
  });
  const joined = (schema.allOf ?? []).flatMap((raw) => {
    const part = resolve(whole, raw);
    return part ? fieldsOf(whole, part, { under, depth: depth + 1, left }) : [];
  });
  return [...own, ...joined];
}

function toField(target: string, schema: Schema, required: boolean): DesignField {
  const options = schema.enum?.map((code) => ({ code: String(code), text: String(code) }));
  const type = [schema.type ?? "any"].flat().find((one) => one !== "null") ?? "any";
  return { target, title: schema.title ?? target, type, required, ...(options && { options }) };
}

/** Follow references inside the document, and none that leads outside it. */
function resolve(whole: unknown, raw: unknown): Schema | undefined {
  let current = raw;
  for (let steps = 0; steps < 8; steps += 1) {
    const schema = Schema.safeParse(current);
    if (!schema.success) return undefined;
    const { $ref } = schema.data;
    if ($ref === undefined) return schema.data;
    if (!$ref.startsWith("#")) return undefined;
    current = at(whole, $ref.slice(1));
  }
  return undefined;
}

function at(whole: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((value, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const isHolder = value !== null && typeof value === "object" && Object.hasOwn(value, name);
    return isHolder ? (value as Record<string, unknown>)[name] : undefined; // It was just seen to have it.
  }, whole);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    throw new ConnectorFault("bad-answer");
  }
}
