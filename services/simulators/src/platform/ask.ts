import { z } from "zod";
import type { Link } from "./link.ts";

const Document = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number().optional(),
});
export type Document = z.infer<typeof Document>;
const Documents = z.object({ data: z.array(Document) });

const Tracking = z.object({
  stage: z.object({ title: z.string(), text: z.string().optional() }),
  timeline: z.array(
    z.object({ at: z.iso.datetime(), title: z.string(), text: z.string().optional() }),
  ),
});
/** Where a case stands in the citizen's words. */
export type Tracking = z.infer<typeof Tracking>;

/** What the platform answered just now, or why there is nothing to show. */
export type Asked<T> = { readonly answer: T } | { readonly problem: string };

/** What an officer's page shows of a case from the platform itself. */
export interface Look {
  readonly documents: Asked<readonly Document[]>;
  readonly tracking: Asked<Tracking>;
}

/** Ask the platform for a case's documents and its citizen's view, with the grant that came with it. */
export async function look(link: Link, reference: string, ask: typeof fetch): Promise<Look> {
  const [documents, tracking] = await Promise.all([
    read(link, ask, { path: "documents", schema: Documents }),
    read(link, ask, { path: `../../tracking/${encodeURIComponent(reference)}`, schema: Tracking }),
  ]);
  return {
    documents: "answer" in documents ? { answer: documents.answer.data } : documents,
    tracking,
  };
}

/** Fetch one document's bytes from the platform. */
export function fetchDocument(link: Link, ask: typeof fetch, id: string): Promise<Response> {
  return get(link, ask, `../../documents/${encodeURIComponent(id)}`);
}

const timeoutMs = 5000;

async function read<T>(
  link: Link,
  ask: typeof fetch,
  { path, schema }: { path: string; schema: z.ZodType<T> },
): Promise<Asked<T>> {
  try {
    const response = await get(link, ask, path);
    if (!response.ok) return { problem: `The platform answered ${response.status}.` };
    return { answer: schema.parse(await response.json()) };
  } catch (error) {
    return { problem: `The platform did not answer (${nameOf(error)}).` };
  }
}

/** Paths lead on from the address of the process itself. */
function get({ callbackUrl, grant }: Link, ask: typeof fetch, path: string): Promise<Response> {
  const url = new URL(path, `${callbackUrl.replace(/\/+$/, "")}/`).href;
  const headers = { Authorization: `Bearer ${grant}` };
  return ask(url, { headers, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown fault";
}
