import { Problem } from "@guildhall/contract";
import { verbsOfCases } from "./testing/verbs/cases.ts";
import { verbsOfCouncil } from "./testing/verbs/council.ts";
import { verbsOfDeliveries } from "./testing/verbs/deliveries.ts";
import { verbsOfProcesses } from "./testing/verbs/processes.ts";
import { verbsOfServices } from "./testing/verbs/services.ts";
import { createWorld, type World } from "./testing.ts";

const verbs = [
  ...verbsOfCases,
  ...verbsOfProcesses,
  ...verbsOfDeliveries,
  ...verbsOfServices,
  ...verbsOfCouncil,
];

/** What officers of another council can do for callers; beginning a form for them is tried with the agreements. */
const underAnAgreement: ReadonlySet<string> = new Set(["searchCases", "addNote", "countContact"]);

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

  it.each(verbs)(
    "lets officers of another council not do %s, whatever they may, unless it says so",
    async (name, _, verb) => {
      const agreement = { id: "agr_1", person: "per_1", session: "ses_1" };
      const answer = await verb(world.as({ only: { agreement } })).catch((problem) => problem);
      const isRefused = answer instanceof Problem && answer.code === "scope-missing";
      expect([name, isRefused]).toEqual([name, !underAnAgreement.has(name)]);
    },
  );
});
