import { refusedBy } from "./refused.ts";

/** What a call of the SDK comes to. */
export interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response?: Response;
}

interface Schema<T> {
  parse(value: unknown): T;
}

/**
 * Give what a call answers, read as what it should be.
 *
 * @throws Refused
 */
export async function ask<T>(call: Promise<Answered>, schema: Schema<T>): Promise<T> {
  const { data, error, response } = await call;
  if (!response?.ok) throw refusedBy(response, error);
  return schema.parse(data);
}

/**
 * Give an answer that is bytes, to be passed on as they come.
 *
 * @throws Refused
 */
export async function askForBytes(call: Promise<Answered>): Promise<Response> {
  const { data, error, response } = await call;
  if (!response?.ok) throw refusedBy(response, error);
  return new Response(data instanceof ReadableStream ? data : null, {
    headers: response.headers,
  });
}
