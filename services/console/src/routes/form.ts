import { type Fields, fieldOf, readForm } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../environment.ts";

/** Something that no page of ours sends, or more than one can hold. */
export class FormRefused extends Error {
  constructor() {
    super("The form is none that a page of ours sends.");
    this.name = "FormRefused";
  }
}

/**
 * Read the form that was sent.
 *
 * @throws FormRefused
 */
export async function formOf(c: Context<ConsoleEnv>): Promise<Fields> {
  const fields = await readForm(c.req.raw);
  if (!fields) throw new FormRefused();
  c.set("sent", fields);
  return fields;
}

/** What names this sending: the page gave it, so that pressing twice does it once. */
export function onceOf(fields: Fields): string {
  const given = fieldOf(fields, "once") ?? "";
  return /^[\w-]{16,64}$/.test(given) ? given : crypto.randomUUID();
}
