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
});

function worker(id: string, rest: Partial<NodeEntry> = {}): NodeEntry {
  const seenAt = Date.now();
  return { id, address: `/nodes/${id}.sock`, roles: ["worker"], startedAt: 0, seenAt, ...rest };
}

/** A directory with one tenant, which nobody holds. */
function inDirectory(nodes: readonly NodeEntry[]) {
  const entry = { tenant, isShared: false, term: 1, until: 0, nextDue: null, node: undefined };
  const list = vi.fn(async () => nodes);
  const leases = {
    list: async (): Promise<LeaseEntry[]> => [entry],
    ownerOf: async () => undefined,
    forgetOwner: () => undefined,
  };
  const store = { leases, nodes: { list }, originals: async () => new Map() };
  const { find } = createWhereabouts({ self: "api-1", store: store as unknown as Store });
  return { find, list };
}
