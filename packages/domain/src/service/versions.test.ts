import { keepTrialVersion, transact } from "@guildhall/store";
import { asPlatform } from "../context.ts";
import { getProcess } from "../process/get.ts";
import { startProcess } from "../process/start.ts";
import { beginServiceDraft } from "../service-draft/begin.ts";
import { createWorld, maker, noise, sampleAnswers, type World } from "../testing.ts";
import { getService } from "./get.ts";
import { getServiceExit, getServiceVersionAt, listServiceVersions } from "./versions.ts";
import { withdrawService } from "./withdraw.ts";

const words = { text: "Ring us on 01223 457000.", welsh: "Ffoniwch ni ar 01223 457000." };

describe("the history of a service", () => {
  let world: World;
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
    for (const title of ["Noise", "Din"]) await world.publish({ title });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is its versions, the latest first, a part at a time", async () => {
    const first = await listServiceVersions(grace(), "noise", { limit: 2 });
    expect(first.data).toMatchObject([
      { version: 3, title: "Din", state: "live" },
      { version: 2, title: "Noise", state: "superseded" },
    ]);
    const cursor = first.nextCursor;
    const rest = await listServiceVersions(grace(), "noise", { limit: 2, cursor });
    expect(rest.data.map(({ version }) => version)).toEqual([1]);
    expect(rest).not.toHaveProperty("nextCursor");
  });

  it("has each version whole", async () => {
    const { definition, version } = await getServiceVersionAt(grace(), "noise", 2);
    expect([version, definition.title]).toEqual([2, "Noise"]);
    expect(definition.mappings).toHaveLength(1);
  });

  it("has nothing of what is only tried out, though what began with it goes on", async () => {
    const tried = { ...noise, title: "Not yet published" };
    const version = await transact(world.ctx.db, (tx) => keepTrialVersion(tx, tried, 1));
    const { data } = await listServiceVersions(grace(), "noise", { limit: 9 });
    expect(data.map((one) => one.version)).not.toContain(version);
    const asked = { service: "noise", version, answers: sampleAnswers };
    const { id } = await startProcess(asPlatform(world.ground), asked);
    expect(await getProcess(world.ctx, id)).toMatchObject({ id, serviceVersion: version });
    const key = { ...world.ctx, actor: grace().actor };
    for (const refused of [
      () => getServiceVersionAt(grace(), "noise", version),
      () => getService(key, "noise", version),
      () => startProcess(key, asked),
      () => beginServiceDraft(grace(), { service: "noise", version }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "not-found" });
  });

  it("is of no service that never was", async () => {
    const none = listServiceVersions(grace(), "none", { limit: 2 });
    await expect(none).rejects.toMatchObject({ code: "not-found" });
    const never = getServiceVersionAt(grace(), "noise", 9);
    await expect(never).rejects.toMatchObject({ code: "not-found" });
  });

  it("ends with words for its page, until it is published again", async () => {
    const exit = () => getServiceExit(world.as({ scopes: [] }), "noise");
    await expect(exit()).rejects.toMatchObject({ code: "not-found" });
    await withdrawService(grace(), "noise", { words });
    expect(await exit()).toEqual({ service: "noise", title: "Din", ...words });
    await world.publish({ title: "Noise again" });
    await expect(exit()).rejects.toMatchObject({ code: "not-found" });
    await withdrawService(grace(), "noise");
    await expect(exit()).rejects.toMatchObject({ code: "not-found" });
  });
});
