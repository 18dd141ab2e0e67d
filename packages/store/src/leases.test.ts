import { setImmediate as nextTurn } from "node:timers/promises";
import { tenantLeaseMs } from "./lease-terms.ts";
import { leases } from "./schema/nodes.ts";
import { Store } from "./tenants.ts";
import { Child } from "./testing/children.ts";
import { addNote, createNodes, type Nodes, openHeld } from "./testing/nodes.ts";
import { transact } from "./transact.ts";

describe.each(["file", "server"] as const)("leases (%s driver)", (driver) => {
  let nodes: Nodes;
  let a: Store;
  let b: Store;
  beforeEach(async () => {
    nodes = await createNodes(driver, ["exampleshire", "othershire"]);
    a = await nodes.open("a");
    b = await nodes.open("b");
  });
  afterEach(() => nodes[Symbol.asyncDispose]());

  const rowOf = async (tenant: string) =>
    (await a.leases.list()).find((lease) => lease.tenant === tenant);
  /** Who was told that a write is done may still be a turn ahead of the writer. */
  const idle = async () => {
    while (!a.isUnused("exampleshire", 0)) await nextTurn();
  };
  const told = (store: Store) => {
    const heard: string[] = [];
    for (const event of ["gained", "lost", "woken"] as const)
      store.leases.events.on(event, (tenant) => heard.push(`${event} ${tenant}`));
    return heard;
  };

  it("are had by one node at a time, and each owner's term is above the last one's", async () => {
    expect(await a.leases.take("exampleshire")).toBe(1);
    expect(await b.leases.take("exampleshire")).toBeUndefined();
    expect(b.leases.held).toEqual([]);
    await a.leases.release(["exampleshire"]);
    expect(a.leases.termOf("exampleshire")).toBeUndefined();
    expect(await b.leases.take("exampleshire")).toBe(2);
    await b.leases.release();
    expect(await a.leases.take("exampleshire")).toBe(3);
  });

  it("go on for a node that takes its own again, and begin anew for one that comes back by the same name", async () => {
    await a.leases.take("exampleshire");
    nodes.clock.now += tenantLeaseMs - 1;
    expect(await a.leases.take("exampleshire")).toBe(1);
    nodes.clock.now += tenantLeaseMs - 1;
    expect(a.leases.termOf("exampleshire")).toBe(1);
    expect(await (await nodes.open("a")).leases.take("exampleshire")).toBe(2);
  });

  it("run out when they are not renewed, for their holder as for the others", async () => {
    await a.leases.takeMany(["exampleshire", "othershire"]);
    nodes.clock.now += tenantLeaseMs - 1;
    await a.leases.renew();
    nodes.clock.now += tenantLeaseMs - 1;
    expect(await b.leases.take("exampleshire")).toBeUndefined();
    nodes.clock.now += 1;
    expect(a.leases.held).toEqual([]);
    expect(await b.leases.take("exampleshire")).toBe(2);
  });

  it("are lost when another took over, which renewing tells, and what nobody took goes on", async () => {
    const heard = told(a);
    await a.leases.takeMany(["exampleshire", "othershire"]);
    nodes.clock.now += tenantLeaseMs;
    await b.leases.take("exampleshire");
    await a.leases.renew();
    expect(a.leases.held).toEqual(["othershire"]);
    expect(heard).toEqual(["gained exampleshire", "gained othershire", "lost exampleshire"]);
  });

  it("that are about to end are dropped, and given back once the directory can be written again", async () => {
    await a.leases.take("exampleshire");
    nodes.clock.now += tenantLeaseMs - 1_000;
    a.leases.dropEnding(1_000);
    expect(a.leases.held).toEqual([]);
    await a.leases.renew();
    expect(await b.leases.take("exampleshire")).toBe(2);
  });

  it("of a node that was seen to die end at once, and the node with them", async () => {
    await a.leases.take("exampleshire");
    await b.nodes.endOf("a");
    expect((await b.nodes.list()).map(({ id }) => id)).toEqual(["b"]);
    expect(await b.leases.take("exampleshire")).toBe(2);
    await b.nodes.leave();
    expect(await rowOf("exampleshire")).toMatchObject({ node: undefined, term: 2 });
  });

  it("say where a tenant is served, a quarter of a second old at most", async () => {
    expect(await b.leases.ownerOf("exampleshire")).toBeUndefined();
    await a.leases.take("exampleshire");
    nodes.clock.now += 249;
    expect(await b.leases.ownerOf("exampleshire")).toBeUndefined();
    nodes.clock.now += 1;
    const until = nodes.clock.now - 250 + tenantLeaseMs;
    expect(await b.leases.ownerOf("exampleshire")).toEqual({ node: "a", address: "a.sock", until });
    await a.leases.release();
    b.leases.forgetOwner("exampleshire");
    expect(await b.leases.ownerOf("exampleshire")).toBeUndefined();
  });

  it("name no owner any more from the moment that a lease has run out", async () => {
    await a.leases.take("exampleshire");
    nodes.clock.now += tenantLeaseMs - 1;
    expect(await b.leases.ownerOf("exampleshire")).toMatchObject({ node: "a" });
    nodes.clock.now += 1;
    expect(await b.leases.ownerOf("exampleshire")).toBeUndefined();
  });

  it("keep when a tenant that rests is next due, and what is written has it looked at first", async () => {
    await a.leases.take("exampleshire");
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: 0 });
    const tenant = await openHeld(a);
    const heard = told(a);
    expect(await a.rest("exampleshire", async () => 5_000_000)).toBe(true);
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: 5_000_000 });

    let hint: unknown;
    const commit = addNote(tenant, "note_1", () => {
      hint = a.leases.isAwake("exampleshire");
    });
    await commit;
    expect([hint, heard]).toEqual([true, ["woken exampleshire"]]);
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: 0 });
    expect(await a.rest("exampleshire", async () => undefined)).toBe(true);
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: null });
  });

  it("tell a successor whether there is anything to do", async () => {
    await a.leases.takeMany(["exampleshire", "othershire"]);
    await a.rest("exampleshire", async () => undefined);
    await a.leases.release();
    await b.leases.takeMany(["exampleshire", "othershire"]);
    expect(b.leases.isAwake("exampleshire")).toBe(false);
    expect(b.leases.isAwake("othershire")).toBe(true);
  });

  it("do not let a tenant rest that is written to meanwhile, is being written to, or is due soon", async () => {
    await a.leases.take("exampleshire");
    const tenant = await openHeld(a);
    const writing = addNote(tenant, "note_1");
    expect(await a.rest("exampleshire", async () => undefined)).toBe(false);
    await writing;
    await idle();
    const meanwhile = async () => {
      await addNote(tenant, "note_2");
      return 5_000_000;
    };
    expect(await a.rest("exampleshire", meanwhile)).toBe(false);
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: 0 });
    await idle();
    expect(await a.rest("exampleshire", async () => 0)).toBe(false);
    const failing = a.rest("exampleshire", () => Promise.reject(new Error("not to be read")));
    await expect(failing).rejects.toThrow("not to be read");
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: 0 });
    expect(a.leases.isAwake("exampleshire")).toBe(true);
  });

  it("let nothing be written to a tenant that rests while the directory cannot be told", async () => {
    await a.leases.take("exampleshire");
    const tenant = await openHeld(a);
    await a.rest("exampleshire", async () => undefined);
    const refused = vi.spyOn(a.directory.writer, "begin").mockRejectedValue(new Error("locked"));
    await expect(addNote(tenant, "note_1")).rejects.toThrow("locked");
    refused.mockRestore();
    await addNote(tenant, "note_1");
    expect(await rowOf("exampleshire")).toMatchObject({ nextDue: 0 });
  });

  it("are had by no tool, which is no node, and what it uses is looked at by the next owner", async () => {
    await a.leases.takeMany(["exampleshire", "othershire"]);
    for (const tenant of a.leases.held) await a.rest(tenant, async () => undefined);
    await a.leases.release();
    const tool = await Store.open({ folder: nodes.folder, rootKey: new Uint8Array(32), driver });
    await expect(tool.leases.take("exampleshire")).rejects.toThrow("no node");
    await addNote(await openHeld(tool), "note_1");
    tool.close();
    await b.leases.takeMany(["exampleshire", "othershire"]);
    expect(b.leases.isAwake("exampleshire")).toBe(true);
    expect(b.leases.isAwake("othershire")).toBe(false);
  });

  it("are each had by one of four processes that race for fifty tenants, and terms only grow", async () => {
    const tenants = Array.from({ length: 50 }, (_, index) => `council-${index}`);
    const { folder } = nodes;
    const children = ["p", "q", "r", "s"].map(
      (node) => new Child({ do: "race", folder, driver, node, tenants, rounds: 15 }),
    );
    await Promise.all(children.map((child) => child.hears(1)));
    for (const child of children) child.go("on");
    expect(await Promise.all(children.map((child) => child.ends()))).toEqual([0, 0, 0, 0]);

    const taken = children.flatMap((child) => child.told.filter(isTaken));
    expect(children.map((child) => child.told.at(-1))).toEqual(["done", "done", "done", "done"]);
    const terms = taken.map(({ tenant, term }) => `${tenant} ${term}`);
    expect(new Set(terms).size).toBe(terms.length);
    const highest = new Map((await storedTerms()).map(({ tenant, term }) => [tenant, term]));
    for (const tenant of tenants) {
      const own = taken.filter((one) => one.tenant === tenant).length;
      // Every term was somebody's: none was given twice and none was skipped.
      expect(highest.get(tenant) ?? 0).toBe(own);
    }
    for (const child of children) expect(growsAlways(child.told.filter(isTaken))).toBe(true);
  });

  const storedTerms = () =>
    transact(a.directory, async (tx) => tx.reads.select().from(leases).all());
});

interface Taken {
  readonly tenant: string;
  readonly term: number;
}

function isTaken(told: unknown): told is Taken {
  return typeof told === "object" && told !== null && "term" in told;
}

function growsAlways(taken: readonly Taken[]): boolean {
  const last = new Map<string, number>();
  return taken.every(({ tenant, term }) => {
    const grows = term > (last.get(tenant) ?? 0);
    last.set(tenant, term);
    return grows;
  });
}
