import type { Context } from "hono";
import type { Wrong } from "./parts.tsx";

/** A form as it was posted: only its texts, with plain line breaks. */
export type Posted = Readonly<Record<string, string>>;

/** A form that was read, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly wrongs: readonly Wrong[] };

/** A form that was not accepted, to be shown again with what was typed. */
export interface Mistake {
  readonly wrongs: readonly Wrong[];
  readonly typed: Posted;
}

export async function readPosted(c: Context): Promise<Posted> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(await c.req.parseBody())) {
    if (typeof value === "string") texts[name] = value.replace(/\r\n?/g, "\n");
  }
  return texts;
}
