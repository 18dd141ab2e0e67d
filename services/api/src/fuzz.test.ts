import { KeyScope, Role } from "@guildhall/contract";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import fc from "fast-check";
import { createV1 } from "./app.ts";
import { describeApi } from "./openapi.ts";
import { type Operation, operationsOf } from "./testing/operations.ts";
import { createPlaces, type Places, parameters } from "./testing/places.ts";
import { unused } from "./testing/unused.ts";
import { type ApiWorld, type Asking, createApiWorld } from "./testing.ts";

const numRuns = 200;
const seed = 20250522;
/** What takes things away comes last, so that what comes before finds them. */
const operations = operationsOf(describeApi(createV1(unused), { name: "", issuer: "" })).toSorted(
  (a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"),
);

describe("no input yields a 500", () => {
  let world: ApiWorld;
  let places: Places;
  let credentials: (string | undefined)[];
  beforeAll(async () => {
    world = await createApiWorld();
    places = await createPlaces(world);
    const everyRole = Role.exclude(["platform-admin"]).options;
    const admin = await addStaff(world.ctx, everyRole, "Ann Admin");
    const { token } = await signInByLink(world, admin);
    const key = await world.keyFor(...KeyScope.options);
    credentials = [token, key, world.grantFor(places.process), places.draftToken, undefined];
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(operations)("at $method $path", async (operation) => {
    await fc.assert(
      fc.asyncProperty(
        pathLike(operation),
        fc.nat(credentials.length - 1),
        hasBody(operation) ? requestBody(operation.example) : fc.constant({}),
        async (asked, who, body) => {
          const response = await world.ask(operation.method, asked, {
            as: credentials[who],
            ...body,
          });
          expect(response.status).toBeLessThan(500);
          expect(world.faults.splice(0)).toEqual([]);
        },
      ),
      { numRuns, seed },
    );
  });

  /** A path with anything in the place of its parameters, and a query of anything. */
  function pathLike({ path, query: names }: Operation): fc.Arbitrary<string> {
    const parts: fc.Arbitrary<string>[] = [];
    let from = 0;
    for (const found of path.matchAll(parameters)) {
      const [whole, noun = "", parameter = ""] = found;
      const known = fc.constant(places.placeOf(`${noun}/${parameter}`).real);
      parts.push(fc.constant(`${path.slice(from, found.index)}${noun}/`));
      parts.push(fc.oneof({ weight: 2, arbitrary: known }, segment));
      from = found.index + whole.length;
    }
    parts.push(fc.constant(path.slice(from)), queryOf(names));
    return fc.tuple(...parts).map((made) => made.join(""));
  }
});

function hasBody({ method }: Operation): boolean {
  return method === "POST" || method === "PATCH" || method === "PUT";
}

const bytes = fc.uint8Array({ minLength: 1, maxLength: 30 });
const segment = fc.oneof(
  bytes.map((all) => Buffer.from(all).toString("hex").replaceAll(/../g, "%$&")),
  fc
    .string({ unit: "binary", minLength: 1 })
    .map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom("%", "%zz", "%2f", "%00", "%2e%2e%2f", "__proto__", "constructor", "' OR 1=1--"),
);
const value = fc.oneof(
  fc.nat().map(String),
  segment,
  fc.constantFrom(
    "open",
    "1",
    "2025-05-22T09:00:00Z",
    "9999-12-31T23:59:59Z",
    "noise",
    "note.added",
  ),
);

/** Parameters that the operation has, and others, each with anything. */
function queryOf(names: readonly string[]): fc.Arbitrary<string> {
  const fields = fc.dictionary(fc.constantFrom(...names, "cursor", "__proto__", "x"), value);
  const asked = fields.map(
    (given) =>
      `?${Object.entries(given)
        .map((pair) => pair.join("="))
        .join("&")}`,
  );
  return fc.oneof({ weight: names.length > 0 ? 1 : 3, arbitrary: fc.constant("") }, asked);
}

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
