import type { Answered } from "./ask.ts";
import { refusedBy } from "./refused.ts";

/**
 * Give an answer that is bytes, to be passed on as they come.
 *
 * @throws Refused
 */
export async function askForBytes(call: Promise<Answered>): Promise<Response> {
  const { data, error, response } = await call;
  if (!response?.ok) throw refusedBy(response, error);
  const body = data instanceof ReadableStream ? data : null;
  return new Response(body, { headers: passedOn(response.headers) });
}

const passed = [
  "content-type",
  "content-disposition",
  "content-security-policy",
  "x-content-type-options",
  "cache-control",
] as const;

/** What the API says of the bytes themselves; how they travelled is no matter of the reader's. */
function passedOn(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    passed.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
