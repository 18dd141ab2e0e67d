import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import { createApi } from "./app.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

describe("the API", () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await createApiWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  describe("at an address that leads nowhere", () => {
    let notFound: string;
    beforeAll(async () => {
      notFound = await (await world.fetch("/t/nowhere/v1/services")).text();
    });

    it.each([
      "/",
      "/t",
      "/t/",
      "/t/exampleshire",
      "/t/exampleshire/v2/services",
      "/t/exampleshire/v1/nothing",
      "/t/exampleshire/v1//services",
      "/t/exampleshire//v1/services",
      "/t/exampleshire/v1/services/noise/",
      "/t/Exampleshire/v1/services",
      "/t/exampleshire./v1/services",
      "/t/exampleshire%00/v1/services",
      "/t/exampleshire%2f..%2fotherford/v1/services",
      "/t/..%2f..%2fdirectory/v1/services",
      "/t/%2e%2e/v1/services",
      "/t/ex\u0430mpleshire/v1/services",
      "/t/e%CC%81xampleshire/v1/services",
      "/t/%zz/v1/services",
      "/t/%ff/v1/services",
      `/t/${"a".repeat(81)}/v1/services`,
      "/t/exampleshire' OR '1'='1/v1/services",
      "/t/exampleshire/v1/processes%2f../services",
      "/t/constructor/v1/services",
      "/t/__proto__/v1/services",
      "/platform/v1/nothing",
    ])("answers %s like every other", async (path) => {
      const response = await world.fetch(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(notFound);
    });
  });

  describe("gives with every answer", () => {
    const paths = [
      "/t/exampleshire/v1/services",
      "/t/exampleshire/v1/processes",
      "/t/nowhere/v1/services",
      "/t/exampleshire/docs/",
      "/nothing",
    ];

    it.each(paths)("an id to quote, and no leave to guess its type: %s", async (path) => {
      const [first, second] = [await world.fetch(path), await world.fetch(path)];
      expect(first.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
      expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    });

    it.each([
      ["trace-1.A_b", true],
      ["x".repeat(64), true],
      ["x".repeat(65), false],
      ["a b", false],
      ["<script>", false],
      ["ä", false],
    ])("the caller's own id %s where it is a plain one", async (given, kept) => {
      const response = await world.fetch(paths[0] ?? "", { headers: { "X-Request-Id": given } });
      expect(response.headers.get("x-request-id") === given).toBe(kept);
    });

    it("leave to keep it only where nothing personal can be in it", async () => {
      const kept = async (path: string) => (await world.fetch(path)).headers.get("cache-control");
      expect(await kept("/t/exampleshire/v1/services")).toBe("no-store");
      expect(await kept("/t/exampleshire/v1/tracking/EXM-2222-2222")).toBe("no-store");
      expect(await kept("/t/exampleshire/.well-known/jwks.json")).toBe("public, max-age=300");
      expect(await kept("/t/exampleshire/v1/openapi.json")).toBe("public, max-age=300");
    });
  });

  describe("takes", () => {
    it.each([
      ["/processes", "GET, HEAD, POST, OPTIONS"],
      ["/processes/prc_01kb3zq8w5v0t6m2h9r4c7d1xe", "GET, HEAD, OPTIONS"],
      ["/tasks/tsk_01kb3zq8w5v0t6m2h9r4c7d1xe/complete", "POST, OPTIONS"],
      ["/drafts/drf_01kb3zq8w5v0t6m2h9r4c7d1xe/documents", "POST, OPTIONS"],
    ])("at %s the methods %s and no other", async (path, methods) => {
      const options = await world.ask("OPTIONS", path);
      expect(options.status).toBe(204);
      expect(options.headers.get("allow")).toBe(methods);
      for (const method of ["PUT", "PURGE"]) {
        const response = await world.ask(method, path, { as: world.key });
        expect(response.status).toBe(405);
        expect(response.headers.get("allow")).toBe(methods);
        expect(await response.json()).toMatchObject({ code: "method-not-allowed" });
      }
    });

    it("HEAD like GET, without a body", async () => {
      const response = await world.ask("HEAD", "/services");
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.text()).toBe("");
    });
  });

  it("publishes the keys that its tokens can be checked with, and no other half of them", async () => {
    const response = await world.fetch("/t/exampleshire/.well-known/jwks.json");
    const { keys } = await response.json();
    expect(keys[0]).toMatchObject({ kty: "OKP", crv: "Ed25519", alg: "EdDSA" });
    for (const key of keys) expect(key).not.toHaveProperty("d");
  });

  describe("over a socket", () => {
    let server: ReturnType<typeof serve>;
    beforeAll(async () => {
      const { fetch } = createApi(world.deps);
      await new Promise<void>((listening) => {
        server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, () => listening());
      });
    });
    afterAll(() => new Promise((closed) => server.close(closed)));

    const json = '{"contents":"a","visibleToCitizen":true}';

    it("refuses a body that is shorter than its length said, once nothing more comes", async () => {
      const answer = await send({ length: json.length + 100, body: json, end: true });
      expect(answer).not.toMatch(/ 20\d /);
      expect(world.faults).toEqual([]);
    });

    it("reads no further than the length said, and takes the rest for no request", async () => {
      const answer = await send({ length: 10, body: `${json}\r\n\r\n` });
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toMatch(/^HTTP\/1\.1 [^4]/m);
    });

    it("answers what is too large before it has come whole", async () => {
      const answer = await send({ length: 300_000, body: json });
      expect(answer).toContain("HTTP/1.1 413");
    });

    it("takes the council from the path, whatever host the request names", async () => {
      const answer = await exchange(
        "GET http://otherford.test/t/exampleshire/v1/tenant HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n",
      );
      expect(answer).toContain('"id":"exampleshire"');
      expect(answer).not.toContain("evil.test");
    });

    interface Sending {
      readonly length: number;
      readonly body: string;
      readonly end?: boolean;
    }

    function send({ length, body, end = false }: Sending): Promise<string> {
      const lines = [
        "POST /t/exampleshire/v1/processes HTTP/1.1",
        "Host: guildhall.test",
        `Authorization: Bearer ${world.key}`,
        "Content-Type: application/json",
        `Content-Length: ${length}`,
        "Idempotency-Key: over-a-socket-of-ours",
      ];
      return exchange(`${lines.join("\r\n")}\r\n\r\n${body}`, end);
    }

    /** Send bytes as they are and give all that comes back until the server closes, or a whole answer is there. */
    function exchange(bytes: string, end = false): Promise<string> {
      const { port } = server.address() as AddressInfo;
      return new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => {
          socket.write(bytes);
          if (end) socket.end();
        });
        let answer = "";
        socket.setTimeout(1500, () => socket.destroy());
        socket.on("data", (chunk) => {
          answer += chunk;
        });
        socket.on("error", reject);
        socket.on("close", () => resolve(answer));
      });
    }
  });
});
