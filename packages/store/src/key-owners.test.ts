import { createTestStore, type TestStore } from "./testing.ts";

describe("KeyOwners", () => {
  let world: TestStore;
  beforeEach(async () => {
    world = await createTestStore();
    await world.tenant("exampleshire");
    await world.tenant("exampleshire-test", { sandboxOf: "exampleshire" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ownerOf = (id: string) => world.store.keyOwners.ownerOf(id);

  it("knows whose a key is, and of what its owner is the copy", async () => {
    await world.store.keyOwners.index(["key_1"], "exampleshire");
    await world.store.keyOwners.index(["key_2"], "exampleshire-test");
    expect(await ownerOf("key_1")).toEqual({ tenant: "exampleshire" });
    expect(await ownerOf("key_2")).toEqual({
      tenant: "exampleshire-test",
      sandboxOf: "exampleshire",
    });
  });

  it("knows a key at once that was nobody's a moment before", async () => {
    expect(await ownerOf("key_1")).toBeUndefined();
    await world.store.keyOwners.index(["key_1"], "exampleshire");
    expect(await ownerOf("key_1")).toEqual({ tenant: "exampleshire" });
  });

  it("opens no tenant to answer", async () => {
    await world.store.keyOwners.index(["key_1"], "exampleshire");
    const store = await world.reopen();
    await store.keyOwners.ownerOf("key_1");
    await store.keyOwners.ownerOf("key_2");
    expect(store.openCount).toBe(0);
  });
});
