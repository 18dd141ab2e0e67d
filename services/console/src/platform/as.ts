import type { Client } from "@guildhall/sdk";

/** Who calls, and through what. */
export interface As {
  readonly client: Client;
  readonly auth: string;
}

/** The name of one sending of a form: what comes again under it is not done again. */
export function under(once: string) {
  return { headers: { "Idempotency-Key": `console-${once}` } };
}

/** How many of a list are shown at once. */
export const pageLength = 50;

/** A body as JSON has it: what is undefined is not there. */
type Sent<T> = T extends readonly (infer Item)[]
  ? Sent<Item>[]
  : T extends object
    ? { [Key in keyof T]: Sent<Exclude<T[Key], undefined>> }
    : T;

export function asSent<T>(body: T): Sent<T> {
  return body as Sent<T>; // It is written as JSON, which leaves out what is undefined.
}
