import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import { openStore } from "../open-store.ts";
import { openBorrower } from "./borrow.ts";
import { buryDead } from "./bury-dead.ts";
import { createForwarder } from "./forward.ts";
import { listenOnSocket } from "./listen-on-socket.ts";
import { makeSocketPath } from "./node-socket.ts";

const tenant = "exampleshire";

describe("a command beside a server", () => {
  let data: string;
  let server: Store;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "guildhall-borrow-"));
    const address = makeSocketPath(data, "server");
    const node = { id: "server", address, roles: ["worker"] };
    server = await openStore(configOf(), { node });
    await server.nodes.join();
    await server.leases.take(tenant);
  });
  afterEach(async () => {
    server.close();
    await rm(data, { recursive: true, force: true });
  });

  it("works on what the server lends it, and gives it back", async () => {
    const asked: string[] = [];
    await using _ = await listen(async ({ url }) => {
      asked.push(new URL(url).pathname);
      if (url.includes("/lend/")) await server.leases.release([tenant]);
      return new Response(null, { status: 204 });
    });
    await using borrower = await openBorrower(configOf());
    const term = await borrower.borrow(tenant, async () => borrower.store.leases.termOf(tenant));
    expect(term).toBeGreaterThan(0);
    expect(asked).toEqual([`/lend/${tenant}`, `/take-back/${tenant}`]);
    expect(await server.leases.take(tenant)).toBeGreaterThan(term ?? 0);
  });

  it("says in a sentence that the server does not hand the tenant over, and does nothing", async () => {
    await using _ = await listen(async () => new Response(null, { status: 500 }));
    await using borrower = await openBorrower(configOf());
    const work = vi.fn(async () => undefined);
    await expect(borrower.borrow(tenant, work)).rejects.toThrow("is in use by another process");
    expect(work).not.toHaveBeenCalled();
  });

  it("waits for no server that is dead", async () => {
    await using borrower = await openBorrower(configOf());
    expect(await borrower.borrow(tenant, async () => "done")).toBe("done");
    expect((await server.nodes.list()).map(({ id }) => id)).not.toContain("server");
  });

  it("can be seen to live while it works, by the socket whose silence would tell that it was killed", async () => {
    await server.leases.release([tenant]);
    const forwarder = createForwarder();
    const borrower = await openBorrower(configOf());
    const address = await borrower.borrow(tenant, async () => {
      const owner = await server.leases.ownerOf(tenant);
      const asked = { method: "POST", path: `/lend/${tenant}` } as const;
      expect(await forwarder.ask(owner?.address ?? "", asked)).toMatchObject({ status: 421 });
      await buryDead(server);
      expect(await server.leases.take(tenant)).toBeUndefined();
      return owner?.address ?? "";
    });
    await borrower[Symbol.asyncDispose]();
    expect(await forwarder.ask(address, { method: "GET", path: "/" })).toBeUndefined();
    await forwarder.close();
  });

  it("waits for another command to be done", async () => {
    await server.leases.release([tenant]);
    await using first = await openBorrower(configOf());
    await using second = await openBorrower(configOf());
    const order: string[] = [];
    let end = () => {};
    const working = first.borrow(tenant, async () => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      order.push("first");
    });
    await vi.waitFor(() => expect(first.store.leases.held).toEqual([tenant]));
    const waiting = second.borrow(tenant, async () => order.push("second"));
    setImmediate(end);
    await Promise.all([working, waiting]);
    expect(order).toEqual(["first", "second"]);
  });

  function configOf() {
    return readConfig({ GUILDHALL_DATA: data });
  }

  async function listen(fetch: (request: Request) => Promise<Response>): Promise<AsyncDisposable> {
    const { close } = await listenOnSocket(makeSocketPath(data, "server"), fetch);
    return { [Symbol.asyncDispose]: close };
  }
});
