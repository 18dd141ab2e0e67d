import { z } from "zod";
import type { Link } from "./workflow.ts";

const Document = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number().optional(),
});
export type Document = z.infer<typeof Document>;
const List = z.object({ data: z.array(Document) });

/** The documents of an item as the platform lists them now, or why it does not. */
export type Listing = { readonly documents: readonly Document[] } | { readonly problem: string };

const timeoutMs = 5000;

/** Ask the platform for the submitted form and evidence, with the grant that came with the item. */
export async function listDocuments(link: Link, ask: typeof fetch): Promise<Listing> {
  try {
    const response = await get(link, ask, `${link.callbackUrl}/documents`);
    if (!response.ok) return { problem: `The platform answered ${response.status}.` };
    return { documents: List.parse(await response.json()).data };
  } catch (error) {
    return { problem: `The platform did not answer (${nameOf(error)}).` };
  }
}

/** Fetch one document's bytes from the platform. */
export function fetchDocument(link: Link, ask: typeof fetch, id: string): Promise<Response> {
  const url = new URL(`../documents/${encodeURIComponent(id)}`, link.callbackUrl);
  return get(link, ask, url.href);
}

function get({ grant }: Link, ask: typeof fetch, url: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${grant}` };
  const signal = AbortSignal.timeout(timeoutMs);
  return ask(url, { headers, redirect: "error", signal });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown fault";
}
