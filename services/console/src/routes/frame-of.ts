import type { Context } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Done } from "../pages/done-banner.tsx";
import type { Frame } from "../pages/frame.ts";

/** What every page is told. */
export function frameOf(c: Context<ConsoleEnv>, { look }: Parts): Frame {
  return { ...c.var, look, done: c.req.query("done") };
}

/** Where the rest of this list is: the same page, with the same filters. */
export function moreOf(c: Context<ConsoleEnv>, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set("cursor", cursor);
  return `${pathname}?${searchParams}`;
}

/** Lead on to a page that says what was done. */
export function doneAt(c: Context<ConsoleEnv>, address: string, done: Done): Response {
  return c.redirect(`${address}${address.includes("?") ? "&" : "?"}done=${done}`, 303);
}
