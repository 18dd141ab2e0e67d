import fc from "fast-check";
import { createV1 } from "./app.ts";
import { describeApi } from "./openapi.ts";
import { type ApiWorld, type Asking, createApiWorld } from "./testing.ts";

const numRuns = 200;
const seed = 20250522;

interface Shape {
  readonly method: string;
  readonly path: string;
  readonly example: unknown;
}

describe("no input yields a 500", () => {
  let world: ApiWorld;
  /** What is there, by the path that it is found at, so that more is reached than the refusal of what is not. */
  let there: Record<string, string>;
  let credentials: (string | undefined)[];
  beforeAll(async () => {
    world = await createApiWorld();
    const { id, reference } = await world.start();
    const begun = await world.ask("POST", "/drafts", { json: { service: "noise" } });
    const draft = await begun.json();
    const tasks = await world.ask("GET", `/processes/${id}/tasks`, { as: world.key });
    there = {
      services: "noise",
      brands: "exampleshire",
      drafts: draft.id,
      processes: id,
      tasks: (await tasks.json()).data[0].id,
      documents: id.replace("prc_", "frm_"),
      tracking: reference,
    };
    credentials = [world.key, world.key, world.grantFor(id), draft.token, undefined];
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(shapes())("at $method $path", async ({ method, path, example }) => {
    const takesBody = method === "POST" || method === "PATCH";
    await fc.assert(
      fc.asyncProperty(
        pathLike(path),
        fc.nat(4),
        takesBody ? requestBody(example) : fc.constant({}),
        async (asked, who, body) => {
          const response = await world.ask(method, asked, { as: credentials[who], ...body });
          expect(response.status).toBeLessThan(500);
          expect(world.faults).toEqual([]);
        },
      ),
      { numRuns, seed },
    );
  });

  /** A path with anything in the place of its parameters, and a query of anything. */
  function pathLike(path: string): fc.Arbitrary<string> {
    const known = fc.constant(there[path.split("/")[1] ?? ""] ?? "");
    const parts = path
      .split(/(\{.+?\})/)
      .map((part) => (part.startsWith("{") ? fc.oneof(known, segment) : fc.constant(part)));
    return fc.tuple(fc.tuple(...parts), query).map(([made, asked]) => `${made.join("")}${asked}`);
  }
});

const bytes = fc.uint8Array({ minLength: 1, maxLength: 30 });
const segment = fc.oneof(
  bytes.map((all) => Buffer.from(all).toString("hex").replaceAll(/../g, "%$&")),
  fc
    .string({ unit: "binary", minLength: 1 })
    .map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom("%", "%zz", "%2f", "%00", "%2e%2e%2f", "__proto__", "constructor", "' OR 1=1--"),
);
const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc
    .dictionary(
      fc.constantFrom("limit", "cursor", "service", "status", "version", "__proto__", "x"),
      fc.oneof(fc.nat().map(String), segment),
    )
    .map(
      (fields) =>
        `?${Object.entries(fields)
          .map((pair) => pair.join("="))
          .join("&")}`,
    ),
);

/** JSON of any shape, or the documented example with something of any shape put into it. */
function requestBody(example: unknown): fc.Arbitrary<Asking> {
  const anything = fc.jsonValue({ depthSize: "medium", stringUnit: "binary" });
  const shaken =
    typeof example === "object" && example !== null
      ? fc
          .tuple(fc.constantFrom(...Object.keys(example), "x", "__proto__"), anything)
          .map(([key, value]) => ({ ...example, [key]: value }))
      : anything;
  const shaped = fc.oneof(anything, shaken).map((json): Asking => ({ json }));
  const broken = fc
    .tuple(fc.string({ unit: "binary" }), fc.constantFrom(...types))
    .map(
      ([body, type]): Asking => ({ body: Buffer.from(body), headers: { "Content-Type": type } }),
    );
  return fc.oneof({ weight: 5, arbitrary: shaped }, broken);
}

const types = [
  "application/json",
  "application/json ; charset=utf-8",
  "text/plain",
  "multipart/form-data; boundary=b",
  "",
];

function shapes(): Shape[] {
  const unused = () => Promise.reject(new Error("Nothing is asked of this one"));
  const v1 = createV1({
    files: { receive: unused, read: unused, remove: unused },
    payments: { start: unused, list: unused, hear: unused, look: unused, expect: () => undefined },
  });
  const { paths = {} } = describeApi(v1, { name: "", issuer: "" });
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).map(([method, operation]): Shape => {
      const { requestBody: body } = operation as { requestBody?: { content: Content } };
      const example = body?.content["application/json"]?.example;
      return { method: method.toUpperCase(), path, example };
    }),
  );
}

type Content = Readonly<Record<string, { readonly example?: unknown } | undefined>>;
