import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../door/door.ts";
import { createForwarder, type Forwarder } from "./forward.ts";
import { Hosting } from "./hosting.ts";
import { listenOnSocket, type Socket } from "./listen-on-socket.ts";
import { createNodeDoor } from "./node-door.ts";
import { makeSocketPath } from "./node-socket.ts";
import { createTenantFetch } from "./tenant-fetch.ts";
import { address, get, post, textOf } from "./testing/requests.ts";
import type { Place, Whereabouts } from "./whereabouts.ts";

describe("a request of a tenant", () => {
  let folder: string;
  let forwarder: Forwarder;
  let nodes: Map<string, { hosting: Hosting; socket: Socket }>;
  let places: Place[];
  let gone: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guildhall-cluster-"));
    forwarder = createForwarder();
    nodes = new Map();
    places = [];
    gone = [];
  });
  afterEach(async () => {
    await forwarder.close();
    for (const { socket } of nodes.values()) await socket.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is answered here where the tenant is held here, and goes nowhere else", async () => {
    const hosting = new Hosting();
    hosting.open("exampleshire");
    const fetch = fetchThrough({ api: () => new Response("here"), hosting });
    expect(await textOf(fetch(get("/t/exampleshire/v1/services")))).toBe("here");
  });

  it("is answered by whoever holds the tenant, with the status, headers and body as they were", async () => {
    await startNode("a", () => {
      const headers = new Headers({ "Content-Type": "text/csv", ETag: '"1"' });
      headers.append("Set-Cookie", "a=1");
      headers.append("Set-Cookie", "b=2");
      return new Response("one,two", { status: 203, headers });
    });
    places = [at("a")];
    const answer = await fetchThrough()(get("/t/exampleshire/v1/processes?format=csv"));
    expect([answer.status, answer.headers.get("etag"), answer.headers.getSetCookie()]).toEqual([
      203,
      '"1"',
      ["a=1", "b=2"],
    ]);
    expect(await answer.text()).toBe("one,two");
  });

  it("brings along who asked, and nothing of the kind that an outsider wrote", async () => {
    await startNode("a", (request, caller) =>
      Response.json({ caller, id: request.headers.get("x-request-id") }),
    );
    places = [at("a"), at("a")];
    const caller = { address: "203.0.113.9", certificate: "thumb" };
    const forged = Buffer.from('{"address":"127.0.0.1"}').toString("base64url");
    const headers = {
      "Guildhall-Caller": forged,
      "guildhall-take": "1",
      "X-Request-Id": "quoted-1",
    };
    const fetch = fetchThrough();
    const said = await (await fetch(get("/t/exampleshire/v1/services", headers), caller)).json();
    expect(said).toEqual({ caller, id: "quoted-1" });
    const unknown = await (await fetch(get("/t/exampleshire/v1/services", headers))).json();
    expect(unknown).toEqual({ id: "quoted-1" });
  });

  it.each([
    "/t/exampleshire/../../lend/exampleshire",
    "/t/exampleshire/%2e%2e/%2e%2e/lend/exampleshire",
  ])(
    "reaches the API and none of what nodes do for one another, whatever its path: %s",
    async (path) => {
      const api = vi.fn(() => new Response("the API"));
      const node = await startNode("a", api);
      places = [at("a")];
      const request = get("/t/exampleshire/v1");
      // A Request resolves such a path by itself; what comes over a socket is taken as it stands.
      Object.defineProperty(request, "url", { value: `http://localhost:3000${path}` });
      await fetchThrough()(request);
      expect(node.lend).not.toHaveBeenCalled();
    },
  );

  it("goes to the next owner when the one it was sent to says that it is not", async () => {
    const first = await startNode("a", () => new Response("a"));
    await first.hosting.close("exampleshire", 0);
    await startNode("b", async (request) => new Response(`b got ${await request.text()}`));
    places = [at("a"), at("b")];
    expect(await textOf(fetchThrough()(post("words")))).toBe("b got words");
  });

  it.each([
    ["one that reads", () => get("/t/exampleshire/v1/services")],
    ["a write with an Idempotency-Key", () => post("words", { "Idempotency-Key": "once" })],
  ])("is sent again when its owner dies over it: %s", async (_, request) => {
    await startDying("a");
    await startNode("b", () => new Response("b"));
    places = [at("a"), at("b")];
    expect(await textOf(fetchThrough()(request()))).toBe("b");
  });

  it("is not sent again when it may have been done already, and its sender is told to come again", async () => {
    await startDying("a");
    const api = vi.fn(() => new Response("b"));
    await startNode("b", api);
    places = [at("a"), at("b")];
    const answer = await fetchThrough()(post("words"));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await answer.json()).toMatchObject({ code: "busy" });
    expect(api).not.toHaveBeenCalled();
  });

  it("is sent again, whatever it is, when its owner was gone before anything was sent, which is then known to be so", async () => {
    await startNode("b", () => new Response("b"));
    places = [at("never-started"), at("b")];
    expect(await textOf(fetchThrough()(post("words")))).toBe("b");
    expect(gone).toEqual(["never-started"]);
  });

  it("waits while nobody holds the tenant", async () => {
    await startNode("b", () => new Response("b"));
    places = [{ at: "nowhere" }, { at: "nowhere" }, at("b")];
    expect(await textOf(fetchThrough()(post("words")))).toBe("b");
  });

  it("is told to come again when nobody holds the tenant for too long", async () => {
    const answer = await fetchThrough({ holdMs: 0 })(get("/t/exampleshire/v1/services"));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("takes a large body along as it comes, and brings a large answer back as it comes", async () => {
    await startNode("a", (request) => new Response(request.body, { status: 200 }));
    places = [at("a")];
    const chunk = new Uint8Array(64 * 1024).fill(7);
    let left = 64;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const request = new Request(address("/t/exampleshire/v1/drafts/d/documents"), {
      method: "POST",
      body,
      duplex: "half",
    } as RequestInit);
    const answer = await fetchThrough()(request);
    expect((await answer.arrayBuffer()).byteLength).toBe(64 * chunk.length);
  });

  it("is called off at its owner when whoever asked has gone", async () => {
    let tell: (signal: AbortSignal) => void = () => undefined;
    const asked = new Promise<AbortSignal>((resolve) => {
      tell = resolve;
    });
    await startNode("a", (request) => {
      tell(request.signal);
      return new Promise(() => undefined);
    });
    places = [at("a")];
    const caller = new AbortController();
    const request = new Request(get("/t/exampleshire/v1/services"), { signal: caller.signal });
    const answer = expect(fetchThrough()(request)).rejects.toThrow();
    const signal = await asked;
    const ended = once(signal, "abort");
    caller.abort();
    await Promise.all([answer, ended]);
    expect(signal.aborted).toBe(true);
  });

  function fetchThrough({
    api = () => new Response("not here", { status: 500 }),
    hosting = new Hosting(),
    holdMs = 5000,
  }: {
    api?: Answer;
    hosting?: Hosting;
    holdMs?: number;
  } = {}): (...asked: Parameters<Answer>) => Promise<Response> {
    const fetch = createTenantFetch({
      api,
      hosting,
      whereabouts: inTurn(),
      forwarder,
      publicUrl: "http://localhost:3000",
      onError: () => undefined,
      holdMs,
    });
    return async (...asked) => fetch(...asked);
  }

  /** A directory that says one thing after the other, each until it turns out to be wrong. */
  function inTurn(): Whereabouts {
    return {
      homeOf: async (tenant) => tenant,
      find: async () => {
        const place = places[0] ?? { at: "nowhere" };
        if (place.at === "nowhere") places.shift();
        return place;
      },
      forget: async ({ node }, isGone) => {
        places.shift();
        if (isGone) gone.push(node);
      },
    };
  }

  function at(node: string): Place {
    const socket = makeSocketPath(folder, node);
    return { at: "node", home: "exampleshire", node, socket, take: false };
  }

  async function startNode(name: string, api: Answer) {
    const hosting = new Hosting();
    hosting.open("exampleshire");
    const lend = vi.fn(async () => undefined);
    const favours = {
      ...{ lend, take: async () => false, takeBack: async () => undefined },
      ...{ wake: () => {}, metrics: async () => "" },
    };
    const door = createNodeDoor({ api, hosting, whereabouts: inTurn(), favours });
    const socket = await listenOnSocket(makeSocketPath(folder, name), door);
    nodes.set(name, { hosting, socket });
    return { hosting, lend };
  }

  /** A node that ends as soon as a request has reached it. */
  async function startDying(name: string): Promise<void> {
    const server = createServer((connection) =>
      connection.once("data", () => connection.destroy()),
    );
    server.listen(makeSocketPath(folder, name));
    await once(server, "listening");
    const close = async () => {
      server.close();
    };
    nodes.set(`${name}-${randomUUID()}`, { hosting: new Hosting(), socket: { close } });
  }
});
