import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreFault } from "@guildhall/store";
import { createForwarder, type Forwarder } from "./forward.ts";
import { Hosting } from "./hosting.ts";
import { createTenantFetch } from "./tenant-fetch.ts";
import { get, post } from "./testing/requests.ts";
import type { Whereabouts } from "./whereabouts.ts";

describe("a request of a tenant that is held elsewhere", () => {
  let forwarder: Forwarder;
  beforeEach(() => {
    forwarder = createForwarder();
  });
  afterEach(() => forwarder.close());

  const fetchThrough = (find: Whereabouts["find"], hosting = new Hosting()) =>
    createTenantFetch({
      api: () => new Response("here"),
      hosting,
      whereabouts: { homeOf: async (tenant) => tenant, find, forget: async () => undefined },
      forwarder,
      publicUrl: "http://localhost:3000",
      onError: () => undefined,
      lookEveryMs: 5,
    });

  it.each([
    ["is locked", new StoreFault("busy"), "busy"],
    ["has no room left", new StoreFault("full"), "tenant-unavailable"],
  ])("is answered with a problem where the directory %s", async (_, fault, code) => {
    const fetch = fetchThrough(() => Promise.reject(fault));
    const answer = await fetch(get("/t/exampleshire/v1/services"));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code });
  });

  it("is led to where the tenant's sandbox is, with a test key", async () => {
    const find = vi.fn(async () => ({ at: "anywhere" }) as const);
    const fetch = fetchThrough(find);
    await fetch(get("/t/exampleshire/v1/services"));
    expect(find).toHaveBeenLastCalledWith("exampleshire", false);
    await fetch(get("/t/exampleshire/v1/services", { Authorization: "Bearer gh_test_0123456789" }));
    expect(find).toHaveBeenLastCalledWith("exampleshire", true);
  });

  describe("by a node that has been stopped", () => {
    let folder: string;
    let socket: string;
    const stopped = createServer();
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "guildhall-stopped-"));
      socket = join(folder, "a.sock");
      stopped.listen(socket);
      await once(stopped, "listening");
    });
    afterEach(async () => {
      await forwarder.close();
      stopped.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** It has the request, and another has the tenant from then on. */
    const fetchAfterwards = () => {
      const hosting = new Hosting();
      hosting.open("exampleshire-home");
      let isTaken = false;
      stopped.once("connection", () => {
        isTaken = true;
      });
      return fetchThrough(async () => {
        const home = "exampleshire-home";
        return isTaken
          ? { at: "here", home }
          : { at: "node", home, node: "a", socket, take: false };
      }, hosting);
    };

    it("is answered by the next owner", async () => {
      const fetch = fetchAfterwards();
      const answer = await fetch(get("/t/exampleshire/v1/services"));
      expect(await answer.text()).toBe("here");
    });

    it("is not done by the next owner too, where that could do it twice", async () => {
      const fetch = fetchAfterwards();
      const answer = await fetch(post("words"));
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
    });
  });
});
