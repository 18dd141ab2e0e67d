import { createKeepers, type Keepers, type TestNode } from "./testing/keepers.ts";

const leaseS = 6;

describe("keepers", () => {
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

  it("hold every tenant once between them, and begin what nobody knows of", async () => {
    const ids = await addMany(30);
    const a = await world.join("a");
    expect(a.begun).toEqual([...ids].sort());
    const b = await world.join("b");
    const c = await world.join("c");
    for (let second = 0; second < 20; second += 1) {
      await world.pass(1, a, b, c);
      const held = heldBy(a, b, c);
      expect(new Set(held).size).toBe(held.length);
    }
    expect(heldBy(a, b, c)).toEqual([...ids].sort());
    for (const node of [a, b, c]) {
      expect(node.store.leases.held.length).toBeGreaterThan(3);
      expect(heldBy(node)).toEqual(expect.arrayContaining([...node.begun]));
      expect(node.errors).toEqual([]);
    }
  });

  it("hand a few at a time to a node that joins, and none of which something is under way", async () => {
    const ids = await addMany(40);
    const a = await world.join("a");
    for (const id of ids.slice(0, 10)) a.busy.add(id);
    const b = await world.join("b");
    await world.pass(1, a);
    const first = 40 - a.store.leases.held.length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(8);
    await world.pass(10, a, b);
    const busyMoved = heldBy(b).filter((id) => a.busy.has(id));
    expect(busyMoved).toEqual([]);
    a.busy.clear();
    await world.pass(5, a, b);
    expect(heldBy(b).some((id) => ids.indexOf(id) < 10)).toBe(true);
    for (const id of heldBy(b)) {
      expect(a.done.filter((deed) => deed.endsWith(` ${id}`))).toEqual([
        `begin ${id}`,
        `leave ${id}`,
        `end ${id}`,
      ]);
    }
  });

  it("take over what a node held that died, once its lease is over and not before", async () => {
    const ids = await addMany(12);
    const a = await world.join("a");
    const b = await world.join("b");
    await world.pass(6, a, b);
    const left = heldBy(a);
    // The node's last beat was in this second or the one before.
    await world.pass(leaseS - 2, b);
    expect(heldBy(b)).not.toEqual(expect.arrayContaining(left));
    await world.pass(2, b);
    expect(heldBy(b)).toEqual([...ids].sort());
    expect(b.begun).toEqual(expect.arrayContaining(left));
    expect(a.store.leases.held).toEqual([]);
  });

  it("take over at once what a node held that was seen to die, or that left", async () => {
    const ids = await addMany(12);
    const a = await world.join("a");
    const b = await world.join("b");
    const c = await world.join("c");
    await world.pass(6, a, b, c);
    await c.store.nodes.endOf("a");
    await b.keeper.stop();
    expect(b.store.leases.held).toEqual([]);
    expect(b.begun).toEqual([]);
    await world.pass(1, c);
    expect(heldBy(c)).toEqual([...ids].sort());
  });

  it("keep a sandbox with its original, wherever that goes", async () => {
    const ids = await addMany(10);
    for (const id of ids) await world.add(`${id}-test`, { sandboxOf: id });
    const a = await world.join("a");
    const b = await world.join("b");
    await world.pass(6, a, b);
    const pairs = (node: TestNode) => heldBy(node).filter((id) => !id.endsWith("-test"));
    expect(pairs(b).length).toBeGreaterThan(0);
    for (const node of [a, b])
      expect(heldBy(node)).toEqual(pairs(node).flatMap((id) => [id, `${id}-test`]));
    const [one = ""] = pairs(b);
    await b.keeper.letGo(`${one}-test`);
    expect(heldBy(b)).not.toContain(one);
    expect(await a.keeper.take(`${one}-test`)).toBe(true);
    expect(heldBy(a)).toEqual(expect.arrayContaining([one, `${one}-test`]));
  });

  it("take when asked what nobody holds, and leave for a while what they let go", async () => {
    const [id = ""] = await addMany(1);
    const a = await world.join("a");
    const b = await world.join("b", ["api"]);
    expect(await b.keeper.take(id)).toBe(false);
    await a.keeper.letGo(id);
    await world.pass(14, a);
    expect(heldBy(a)).toEqual([]);
    expect(await b.keeper.take(id)).toBe(true);
    expect(heldBy(b)).toEqual([id]);
    await world.pass(2, a, b);
    expect([heldBy(a), heldBy(b)]).toEqual([[id], []]);
  });

  it("let nothing more in, and wait for what is under way, before a tenant is given back", async () => {
    const [id = ""] = await addMany(1);
    const a = await world.join("a");
    let finish = () => {};
    a.ending = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const letting = a.keeper.letGo(id);
    await world.pass(3, a);
    expect(a.done).toEqual([`begin ${id}`, `leave ${id}`]);
    expect(heldBy(a)).toEqual([id]);
    finish();
    await letting;
    expect(a.done.at(-1)).toBe(`end ${id}`);
    expect(heldBy(a)).toEqual([]);
  });

  it("prolong their leases however long a tenant takes to end", async () => {
    const ids = await addMany(20);
    const a = await world.join("a");
    a.ending = new Promise(() => {});
    const b = await world.join("b");
    await world.pass(1, b);
    for (let second = 0; second < 2 * leaseS; second += 1) {
      world.clock.now += 1_000;
      a.keeper.tick().catch(() => {});
      await world.pass(0);
    }
    await world.pass(0, b);
    expect(heldBy(a)).toEqual([...ids].sort());
  });
});
