import { refusedBy } from "./refused.ts";

/** What a call of the SDK comes to. */
export interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response?: Response;
}

/** What can read a value as one of its type, or throw: a zod schema is one. */
export interface Reader<T> {
  parse(value: unknown): T;
}

/**
 * Give what a call answers, read as what it should be.
 *
 * @throws Refused
 */
export async function ask<T>(call: Promise<Answered>, reader: Reader<T>): Promise<T> {
  const { data, error, response } = await call;
  if (!response?.ok) throw refusedBy(response, error);
  return reader.parse(data);
}

/**
 * Wait until a call without an answer is done.
 *
 * @throws Refused
 */
export async function done(call: Promise<Answered>): Promise<void> {
  const { error, response } = await call;
  if (!response?.ok) throw refusedBy(response, error);
}
