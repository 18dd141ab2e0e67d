import { verbsOfCouncil } from "./testing/verbs/council.ts";
import { verbsOfDeliveries } from "./testing/verbs/deliveries.ts";
import { verbsOfProcesses } from "./testing/verbs/processes.ts";
import { verbsOfServices } from "./testing/verbs/services.ts";
import { createWorld, type World } from "./testing.ts";

const verbs = [...verbsOfProcesses, ...verbsOfDeliveries, ...verbsOfServices, ...verbsOfCouncil];

describe("requireScope", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(verbs)("lets nobody do %s without %s", async (_, scope, verb) => {
    const others = [...world.ctx.scopes].filter((one) => one !== scope);
    await expect(verb(world.as({ scopes: others }))).rejects.toMatchObject({
      code: "scope-missing",
    });
  });

  it.each(verbs)(
    "lets whoever may do %s with %s alone, as far as that is concerned",
    async (_, scope, verb) => {
      const answer = await verb(world.as({ scopes: [scope] })).catch((problem) => problem);
      expect(answer).not.toMatchObject({ code: "scope-missing" });
    },
  );
});
