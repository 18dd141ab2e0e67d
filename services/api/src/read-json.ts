import { createHash } from "node:crypto";
import { type Fault, isCleanJson, Problem } from "@guildhall/contract";
import { createMiddleware } from "hono/factory";
import { deepest, findUnclean } from "./clean-json.ts";
import type { ApiEnv } from "./environment.ts";

/** The largest body but for a file. */
export const largestBytes = 256 * 1024;
const jsonType = /^application\/json\s*(?:;\s*charset=(?:"utf-8"|utf-8)\s*)?$/i;

/** Read a JSON body: no larger than it may be, of the right type, well-formed, every text in it clean. */
export const readJson = readJsonUpTo(largestBytes);

/** The same for what is larger than most. */
export function readJsonUpTo(bytes: number) {
  return createMiddleware<ApiEnv>(async function readJsonBody(c, next) {
    if (!jsonType.test(c.req.header("content-type") ?? ""))
      throw new Problem("media-type-unsupported");
    const body = await readLimited(c.req.raw, bytes);
    // Hono keeps the promise of a text here, though its type says the text.
    c.req.bodyCache.text = Promise.resolve(checked(body)) as unknown as string;
    c.set("bodyDigest", createHash("sha256").update(body).digest("base64url"));
    await next();
  });
}

/**
 * Read a body that is no longer than it may be.
 *
 * The server's parser holds a sender to the length it announced, so such a body is read in one go, in half the
 * time; any other is counted as it comes.
 */
export async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > limit) throw new Problem("body-too-large");
  try {
    return await (announced ? readWhole(request, limit) : readCounted(request, limit));
  } catch (error) {
    // A body that breaks off is the sender's failure, not ours.
    throw error instanceof Problem ? error : new Problem("malformed-json");
  }
}

async function readWhole(request: Request, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > limit) throw new Problem("body-too-large");
  return bytes;
}

async function readCounted({ body }: Request, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > limit) throw new Problem("body-too-large");
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Give a body as text once it is known to be clean JSON. */
function checked(bytes: Uint8Array): string {
  const { text, value } = parse(bytes);
  if (isCleanJson(value, deepest)) return text;
  const fault = findUnclean(value) ?? { pointer: "", code: "invalid-text" };
  throw new Problem(problemOf(fault), { faults: [fault] });
}

function parse(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = decoder.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw new Problem("malformed-json");
  }
}

function problemOf({ code }: Fault) {
  return code === "invalid-text" ? "invalid-text" : "request-invalid";
}
