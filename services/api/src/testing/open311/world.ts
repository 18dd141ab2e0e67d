import type { z } from "zod";
import { describeOpen311 } from "../../open311/describe.ts";
import { createOpen311 } from "../../open311/open311.ts";
import { type ApiWorld, createApiWorld } from "../../testing.ts";
import { createDocumentCheck } from "../documented.ts";
import { ErrorsRule } from "./rules.ts";

const root = "/t/exampleshire/open311/v2";

export interface Posted {
  readonly as?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Exampleshire as an Open311 client sees it; every answer is held to the document and to the protocol's rules. */
export interface Open311World extends ApiWorld {
  /** Ask for something in JSON that is there, and read it by its rule. */
  get<T>(path: string, rule: z.ZodType<T>, as?: string): Promise<T>;
  /** Send a form that is taken, by the vendor's key unless another is named, and read the answer by its rule. */
  post<T>(path: string, fields: Fields, rule: z.ZodType<T>, posted?: Posted): Promise<T>;
  /** Ask or send, and read why that was refused. */
  refused(path: string, fields?: Fields, posted?: Posted): Promise<Refused>;
  send(path: string, fields?: Fields, posted?: Posted): Promise<Response>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Refused {
  readonly status: number;
  readonly said: string[];
}

export async function createOpen311World(): Promise<Open311World> {
  const world = await createApiWorld();
  const tenant = { name: "Exampleshire", issuer: "https://guildhall.test/t/exampleshire" };
  const expectDocumented = createDocumentCheck(describeOpen311(createOpen311(world.deps), tenant));

  async function send(path: string, fields?: Fields, posted: Posted = {}) {
    const response = await world.fetch(
      `${root}${path}`,
      fields ? formOf({ api_key: posted.as ?? world.key, ...fields }, posted) : asking(posted),
    );
    const asked = { method: fields ? "POST" : "GET", path: path.split("?")[0] ?? path };
    await expectDocumented(asked, response);
    return response;
  }

  async function taken<T>(response: Response, rule: z.ZodType<T>): Promise<T> {
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return rule.parse(await response.json());
  }

  return {
    ...world,
    send,
    get: async (path, rule, as) => taken(await send(path, undefined, { as }), rule),
    post: async (path, fields, rule, posted) => taken(await send(path, fields, posted), rule),
    refused: async (path, fields, posted) => {
      const response = await send(path, fields, posted);
      const errors = ErrorsRule.parse(await response.json());
      expect(new Set(errors.map(({ code }) => code))).toEqual(new Set([response.status]));
      return { status: response.status, said: errors.map(({ description }) => description) };
    },
  };
}

function asking({ as, headers }: Posted): RequestInit {
  return { headers: { ...(as ? { Authorization: `Bearer ${as}` } : {}), ...headers } };
}

function formOf(fields: Fields, { headers }: Posted): RequestInit {
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  return { method: "POST", body: encoded(fields), headers: { ...type, ...headers } };
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  return new URLSearchParams(pairs as string[][]).toString();
}
