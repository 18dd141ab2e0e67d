import type { Context } from "hono";
import { serveFile } from "../pages/serve-file.ts";
import { fetchDocument } from "./ask.ts";
import type { Link } from "./link.ts";

/** Show an officer one of a case's documents, fetched from the platform with the case's grant. */
export async function openDocument(
  c: Context,
  link: Link,
  { ask, id }: { ask: typeof fetch; id: string },
): Promise<Response> {
  const answer = await fetchDocument(link, ask, id).catch(
    () => undefined, // shown to the officer as a platform that did not answer
  );
  if (!answer?.ok) return c.text(`The platform answered ${answer?.status ?? "nothing"}.`, 502);
  const contentType = answer.headers.get("content-type") ?? "application/octet-stream";
  return serveFile(c, { contentType, bytes: new Uint8Array(await answer.arrayBuffer()) });
}
