import { createWorld, maker, type World } from "../testing.ts";
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
