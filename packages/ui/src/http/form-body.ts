/** The fields of a form as they were sent: each with its values, in order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const largestBytes = 1024 * 1024;
const mostFields = 5000;
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Read the fields of a form that a page of ours sent; undefined for anything else, or for more than a page can hold.
 *
 * Bytes are counted as they come, since a length that was announced may be a lie. The tabs and page breaks that come
 * with what is pasted from a word processor end a line.
 */
export async function readForm(request: Request): Promise<Fields | undefined> {
  if (!formType.test(request.headers.get("content-type") ?? "")) return undefined;
  const text = await readText(request);
  if (text === undefined) return undefined;
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, sent] of new URLSearchParams(text)) {
    count += 1;
    if (count > mostFields) return undefined;
    const value = sent.replaceAll(/[\v\f]/g, "\n");
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** The one value of a field. */
export function fieldOf(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.[0];
}

async function readText(request: Request): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > largestBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, length).toString();
}
