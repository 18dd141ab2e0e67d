import type { LeaseEntry, NodeEntry, Store } from "@guildhall/store";
import { createWhereabouts } from "./whereabouts.ts";

const tenant = "exampleshire";

describe("where a tenant is", () => {
  it("is waited for by all who ask before the directory has answered for the first time", async () => {
    const { find } = inDirectory([worker("worker-1")]);
    const found = await Promise.all([find(tenant), find(tenant), find(tenant)]);
    expect(found.map(({ at }) => at)).toEqual(["node", "node", "node"]);
  });

  it("is found out once for all who ask at the same time, while nobody holds it", async () => {
    const { find, list } = inDirectory([worker("worker-1")]);
    await find(tenant);
    list.mockClear();
    await Promise.all([find(tenant), find(tenant), find(tenant)]);
    expect(list).toHaveBeenCalledTimes(1);
    await find(tenant);
    expect(list).toHaveBeenCalledTimes(2);
  });

  it("is with a worker that lives, where nobody holds it", async () => {
    const { find } = inDirectory([worker("worker-1"), worker("api-2", { roles: ["api"] })]);
    expect(await find(tenant)).toMatchObject({ at: "node", node: "worker-1", take: true });
  });

  it("is with none that was not seen lately, since one that is stopped answers nobody", async () => {
    const dead = ["worker-1", "worker-2", "worker-3"].map((id) => worker(id, { seenAt: 0 }));
    expect(await inDirectory(dead).find(tenant)).toEqual({ at: "nowhere" });
    const { find } = inDirectory([...dead, worker("worker-4")]);
    expect(await find(tenant)).toMatchObject({ node: "worker-4" });
  });

  it("is anywhere where its database is on a server, and its sandbox's file with whoever holds it", async () => {
    const { find } = inDirectory([worker("worker-1")], true);
    expect(await find(tenant)).toEqual({ at: "anywhere" });
    const owner = { at: "node", home: tenant, node: "worker-1" };
    expect(await find(tenant, true)).toMatchObject(owner);
    expect(await find(`${tenant}-test`)).toMatchObject(owner);
  });

  it("is anywhere where there is no such tenant", async () => {
    const { find } = inDirectory([worker("worker-1")]);
    expect(await find("nowhere", true)).toEqual({ at: "anywhere" });
  });
});

function worker(id: string, rest: Partial<NodeEntry> = {}): NodeEntry {
  const seenAt = Date.now();
  return { id, address: `/nodes/${id}.sock`, roles: ["worker"], startedAt: 0, seenAt, ...rest };
}

/** A directory with one tenant and its sandbox, a file, which nobody holds. */
function inDirectory(nodes: readonly NodeEntry[], isShared = false) {
  const entry = { tenant, isShared, term: 1, until: 0, nextDue: null, node: undefined };
  const sandbox = { ...entry, tenant: `${tenant}-test`, isShared: false };
  const list = vi.fn(async () => nodes);
  const leases = {
    list: async (): Promise<LeaseEntry[]> => [entry, sandbox],
    ownerOf: async () => undefined,
    forgetOwner: () => undefined,
  };
  const store = {
    leases,
    nodes: { list },
    originals: async () => new Map([[sandbox.tenant, tenant]]),
  };
  const { find } = createWhereabouts({ self: "api-1", store: store as unknown as Store });
  return { find, list };
}
