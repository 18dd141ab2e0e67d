import type { DryRun } from "@guildhall/contract";
import { asPlatform, type Context } from "../context.ts";
import { createSandboxes, type Sandboxes } from "../sandbox/sandboxes.ts";
import { forgetOld } from "../tenant/forget-old.ts";
import { testMending } from "../testing/mending.ts";
import { createWorld, type World } from "../testing/world.ts";
import type { DryRunDesk } from "./desk.ts";
import { getDryRun, getScenarioRun } from "./get.ts";
import { beginRecord } from "./record.ts";
import { dryRun } from "./run.ts";

const id = "dry_01kb3zq8w5v0t6m2h9r4c7d1xe";
const service = "noise";
const run: DryRun = {
  id,
  service,
  begunAt: "2026-06-12T08:15:30.000Z",
  outcome: "running",
  verdict: "It begins.",
  steps: [],
  documents: [],
  theirReferences: {},
  stages: [],
  stageIds: [],
  messages: [],
};

describe("the record of a run", () => {
  let world: World;
  let desk: DryRunDesk;
  let sandbox: Context;
  let sandboxes: Sandboxes;
  beforeEach(async () => {
    world = await createWorld();
    const { store, groundFor } = world;
    const onError = (error: unknown) => {
      throw error;
    };
    const credentialFor = async () => ({});
    sandboxes = createSandboxes({
      isSimulated: () => true,
      store,
      groundFor,
      credentialFor,
      onError,
    });
    desk = {
      sandboxFor: sandboxes.of,
      findSandbox: sandboxes.find,
      write: testMending(world).write,
      lookUp: async () => undefined,
      writeMessage: ({ words }) => words,
      showMessage: () => expect.fail("No message is shown here"),
      officerOf: () => undefined,
      misbehaviourOf: () => undefined,
      pay: async () => undefined,
      keepSample: () => expect.fail("No form asks for a file here"),
      wait: async () => undefined,
      patienceMs: 30_000,
    };
    sandbox = asPlatform(await desk.sandboxFor(world.ground));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const get = () => getDryRun(asPlatform(world.ground), { service, id }, desk);
  const begin = () => beginRecord(sandbox, { id, service }, run);

  it("shows the latest news, and at last the end", async () => {
    const record = await begin();
    expect(await get()).toEqual(run);
    record.note({ ...run, verdict: "The form is well." });
    record.note({ ...run, verdict: "It is delivered." });
    await record.end({ ...run, outcome: "passed" });
    expect(await get()).toEqual({ ...run, outcome: "passed" });
  });

  it("says that a run was interrupted of which nothing is heard any more", async () => {
    await begin();
    world.clock.move(2 * desk.patienceMs);
    expect(await get()).toMatchObject({ outcome: "running" });
    world.clock.move(60_001);
    expect(await get()).toMatchObject({
      outcome: "failed",
      verdict: "The platform stopped while it was under way. Begin it again.",
    });
  });

  it("is gone after a day, from the database too", async () => {
    await (await begin()).end(run);
    world.clock.move(86_400_001);
    await expect(get()).rejects.toMatchObject({ code: "not-found" });
    await forgetOld(sandbox);
    world.clock.move(-86_400_001);
    await expect(get()).rejects.toMatchObject({ code: "not-found" });
  });

  it("makes no sandbox for a look, and is not for who looks from the sandbox", async () => {
    const council = await createWorld();
    const { store, groundFor } = council;
    const { find } = createSandboxes({
      isSimulated: () => true,
      store,
      groundFor,
      credentialFor: async () => ({}),
      onError: () => undefined,
    });
    const look = () =>
      getDryRun(asPlatform(council.ground), { service, id }, { ...desk, findSandbox: find });
    await expect(look()).rejects.toMatchObject({ code: "not-found" });
    expect(await groundFor("exampleshire-test")).toBeUndefined();
    await council[Symbol.asyncDispose]();

    await begin();
    await expect(getDryRun(sandbox, { service, id }, desk)).rejects.toMatchObject({
      code: "not-found",
    });
    const nested = dryRun(sandbox, service, {}, desk);
    await expect(nested).rejects.toMatchObject({ code: "not-found" });
    expect(await sandboxes.of(sandbox)).toBe(sandbox);
    expect(await world.groundFor("exampleshire-test-test")).toBeUndefined();
  });

  it("is of its own kind, and not for who may not see services", async () => {
    await begin();
    const asked = getScenarioRun(asPlatform(world.ground), { service, id }, desk);
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
    const nobody = { ...asPlatform(world.ground), scopes: new Set<never>() };
    await expect(getDryRun(nobody, { service, id }, desk)).rejects.toMatchObject({
      code: "scope-missing",
    });
  });
});
