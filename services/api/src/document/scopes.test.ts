import { KeyScope } from "@guildhall/contract";
import { createV1 } from "../app.ts";
import { describeApi } from "../openapi.ts";
import { operationsOf } from "../testing/operations.ts";
import { createPlaces, type Places } from "../testing/places.ts";
import { unused } from "../testing/unused.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const document = describeApi(createV1(unused), { name: "", issuer: "" });
const scopeOf = ({ path, method }: { path: string; method: string }): string | undefined => {
  const operation = document.paths?.[path]?.[method.toLowerCase() as "get"];
  return operation?.["x-required-scope"];
};
const needing = operationsOf(document).filter(({ needsCredential }) => needsCredential);
/** Each is for whoever the credential is: there is no scope that would open it to others. */
const own = /\/current\b|^\/(?:followed-cases|colleagues)$|\/access-requests\/\{id\}\/key$/;

describe("the scope that the document names for", () => {
  let world: ApiWorld;
  let places: Places;
  beforeAll(async () => {
    world = await createApiWorld();
    places = await createPlaces(world);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(needing.filter(({ path }) => !own.test(path)))(
    "$method $path is what it asks for",
    async (operation) => {
      const scope = scopeOf(operation);
      expect(scope).toEqual(expect.any(String));
      const others = KeyScope.options.filter((one) => one !== scope);
      expect(await codeWith(await world.keyFor(...others), operation)).toBe("scope-missing");
      const alone = KeyScope.safeParse(scope);
      if (!alone.success || operation.path === "/subscriptions") return;
      expect(await codeWith(await world.keyFor(alone.data), operation)).not.toBe("scope-missing");
    },
  );

  async function codeWith(
    as: string,
    { method, path, takesJson, example }: (typeof needing)[number],
  ) {
    const asking = { as, ...(takesJson ? { json: example } : {}) };
    const response = await world.ask(method, places.fill(path, "random"), asking);
    const text = await response.text();
    return text.startsWith("{") ? JSON.parse(text).code : undefined;
  }
});
