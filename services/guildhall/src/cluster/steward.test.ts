import { RecordingHandover } from "@guildhall/domain/testing";
import type { Forwarder } from "./forward.ts";
import { createHandover } from "./steward.ts";

const tenant = "exampleshire";

describe("what is stored", () => {
  let own: RecordingHandover;
  let news: string[];
  let asked: string[];
  beforeEach(() => {
    own = new RecordingHandover();
    news = [];
    asked = [];
  });

  const handover = (isHeld: boolean) => {
    const owner = { node: "other", address: "other.sock", until: 1 };
    const leases = { termOf: () => (isHeld ? 1 : undefined), ownerOf: async () => owner };
    const forwarder = {
      ask: async (address: string, { path }: { path: string }) => {
        asked.push(`${address} ${path}`);
      },
    };
    return createHandover({
      // No more of a store and of the way to other processes is used.
      store: { node: { id: "a", address: "a.sock", roles: [] }, leases } as never,
      forwarder: forwarder as unknown as Forwarder,
      own,
      onNews: (one) => news.push(one),
    });
  };

  it("has the lanes looked at here that it lies in, and all where anything may be due", () => {
    const { wake } = handover(true);
    wake(tenant, ["message"]);
    expect([own.woken, news]).toEqual([[tenant], []]);
    wake(tenant);
    expect([own.woken, news]).toEqual([[tenant, tenant], [tenant]]);
  });

  it("has whoever holds the tenant told, once for all that is stored meanwhile", async () => {
    const { wake } = handover(false);
    wake(tenant, ["message"]);
    wake(tenant);
    await vi.waitFor(() => expect(asked).toEqual(["other.sock /wake/exampleshire"]));
    expect([own.woken, news]).toEqual([[], []]);
  });
});
