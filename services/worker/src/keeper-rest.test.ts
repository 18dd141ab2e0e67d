import { StoreFault } from "@guildhall/store";
import { createKeepers, type Keepers, openHeld, type TestNode, write } from "./testing/keepers.ts";

const restS = 60;

describe("a tenant that is held", () => {
  let world: Keepers;
  beforeEach(async () => {
    world = await createKeepers();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const addMany = async (count: number) => {
    const ids = Array.from({ length: count }, (_, index) => `council-${index}`);
    for (const id of ids) await world.add(id);
    return ids;
  };
  const heldBy = (...nodes: TestNode[]) => nodes.flatMap(({ store }) => store.leases.held).sort();
  const hintOf = async (node: TestNode, tenant: string) =>
    (await node.store.leases.list()).find((lease) => lease.tenant === tenant)?.nextDue;

  it("let a tenant rest that was unused for a minute, and begin it when it is due", async () => {
    const [id = ""] = await addMany(1);
    const a = await world.join("a");
    await write(await openHeld(a, id), "note_1");
    const dueAt = world.clock.now + 300_000;
    world.due.set(id, dueAt);
    await world.pass(restS - 1, a);
    expect([a.begun, a.store.openCount]).toEqual([[id], 1]);
    await world.pass(1, a);
    expect([a.begun, a.store.openCount, await hintOf(a, id)]).toEqual([[], 0, dueAt]);
    await world.pass(300 - restS - 1, a);
    expect(a.begun).toEqual([]);
    await world.pass(1, a);
    expect([a.begun, await hintOf(a, id)]).toEqual([[id], 0]);
  });

  it("let no tenant rest that is due soon, or of which something is under way", async () => {
    const [soon = "", busy = ""] = await addMany(2);
    const a = await world.join("a");
    a.busy.add(busy);
    for (let second = 0; second < 2 * restS; second += 1) {
      world.due.set(soon, world.clock.now + 59_000);
      await world.pass(1, a);
    }
    expect(a.begun).toEqual([soon, busy].sort());
    expect([await hintOf(a, soon), await hintOf(a, busy)]).toEqual([0, 0]);
  });

  it("begin a tenant that rests when something is written to it, though the process dies right after", async () => {
    const [id = ""] = await addMany(1);
    const a = await world.join("a");
    const tenant = await openHeld(a, id);
    await world.pass(restS, a);
    expect([a.begun, await hintOf(a, id)]).toEqual([[], null]);
    await write(tenant, "note_1");
    expect(await hintOf(a, id)).toBe(0);
    await world.pass(0);
    expect(a.begun).toEqual([id]);

    const b = await world.join("b");
    await b.store.nodes.endOf("a");
    await world.pass(1, b);
    expect(b.begun).toEqual([id]);
  });

  it("begin for a successor what is due, and only then, though nothing was handed over", async () => {
    const [later = "", never = ""] = await addMany(2);
    world.due.set(later, world.clock.now + 200_000);
    const a = await world.join("a");
    await world.pass(restS, a);
    const b = await world.join("b");
    await b.store.nodes.endOf("a");
    await world.pass(100, b);
    expect([heldBy(b), b.begun]).toEqual([[later, never], []]);
    await world.pass(40, b);
    expect(b.begun).toEqual([later]);
    expect(b.store.openCount).toBe(0);
  });

  it("have the directory say when quiet tenants are due that are handed over, and look at the others at once", async () => {
    const [quiet = "", busy = ""] = await addMany(2);
    const a = await world.join("a");
    world.due.set(quiet, world.clock.now + 30_000);
    a.busy.add(busy);
    await a.keeper.stop();
    const b = await world.join("b");
    expect([heldBy(b), b.begun]).toEqual([[quiet, busy], [busy]]);
    await world.pass(30, b);
    expect(b.begun).toEqual([quiet, busy]);
  });

  it("end everything before their leases are over, when these cannot be prolonged", async () => {
    const ids = await addMany(3);
    const a = await world.join("a");
    await world.pass(2, a);
    const until = (await a.store.leases.list())[0]?.until ?? 0;
    vi.spyOn(a.store.directory.writer, "begin").mockRejectedValue(new StoreFault("busy"));
    await world.pass(4, a);
    expect(a.begun).toEqual([...ids].sort());
    await world.pass(1, a);
    expect([a.begun, heldBy(a)]).toEqual([[], []]);
    expect(world.clock.now).toBeLessThan(until);
    expect(a.errors).toContainEqual(new StoreFault("busy"));
    vi.restoreAllMocks();
    await world.pass(2, a);
    expect([a.begun, heldBy(a)]).toEqual([[...ids].sort(), [...ids].sort()]);
  });

  it("try again after a while to begin what could not be begun, and see to the others", async () => {
    const [spoilt = "", sound = ""] = await addMany(2);
    const a = await world.join("a", ["api"]);
    a.spoilt.add(spoilt);
    await a.keeper.take(spoilt);
    await a.keeper.take(sound);
    await world.pass(9, a);
    expect([a.begun, a.errors.length]).toEqual([[sound], 1]);
    a.spoilt.clear();
    await world.pass(1, a);
    expect(a.begun).toEqual([sound, spoilt].sort());
  });

  it("open no file for 400 idle tenants, and ask the directory the same few things for them as for one", async () => {
    await addMany(400);
    const first = await world.join("first");
    await world.pass(restS + 25, first);
    expect(first.begun).toEqual([]);
    await first.keeper.stop();

    const a = await world.join("a");
    expect([a.store.leases.held.length, a.done]).toEqual([400, []]);
    await world.pass(4, a);
    const reads = vi.spyOn(a.store.directory, "reads", "get");
    const begin = vi.spyOn(a.store.directory.writer, "begin");
    await world.pass(10, a);
    expect(reads).toHaveBeenCalledTimes(20);
    // Writes of the same moment may share a commit or not; none is of a tenant.
    expect(begin.mock.calls.length).toBeLessThanOrEqual(10);
    expect([a.store.leases.held.length, a.done, a.store.openCount]).toEqual([400, [], 0]);
    vi.restoreAllMocks();
  });
});
