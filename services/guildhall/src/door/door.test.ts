import { connect } from "node:net";
import { type Listening, startServer } from "../serve.ts";
import { ask, listen } from "../testing/door.ts";
import { leadToHttps } from "./door.ts";

describe("the port that leads to https", () => {
  let server: Listening;
  beforeAll(async () => {
    const fetch = (request: Request) => leadToHttps(request, "https://services.example.gov.uk");
    server = await startServer({ port: 0, fetch });
  });
  afterAll(() => server.close());

  it.each(["GET", "HEAD"])("leads a %s to the same page", async (method) => {
    const { status, headers } = await ask({ port: server.port, method, path: "/c/x/?a=%20b" });
    expect(status).toBe(308);
    expect(headers.location).toBe("https://services.example.gov.uk/c/x/?a=%20b");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("leads nowhere else, whatever the request says of its host", async () => {
    const { headers } = await ask({
      port: server.port,
      path: "//evil.example/",
      headers: { Host: "evil.example" },
    });
    expect(headers.location).toBe("https://services.example.gov.uk//evil.example/");
  });

  it.each(["POST", "PATCH", "DELETE"])(
    "refuses a %s, which was sent in the clear",
    async (method) => {
      const { status, headers, body } = await ask({
        port: server.port,
        method,
        path: "/t/x/v1/processes",
      });
      expect(status).toBe(421);
      expect(JSON.parse(body)).toMatchObject({ code: "request-misdirected" });
      expect(headers).not.toHaveProperty("location");
    },
  );
});

describe("a request", () => {
  let server: Listening;
  beforeAll(async () => {
    const patience = {
      headersTimeout: 300,
      requestTimeout: 60_000,
      bodySilence: 300,
      connectionsCheckingInterval: 50,
    };
    const env = { PUBLIC_URL: "https://a.example", HOSTS: "a.internal" };
    server = await listen(env, { patience });
  });
  afterAll(() => server.close());

  it.each([
    "a.example",
    "A.Example.",
    "a.example:8443",
    "a.internal",
    "localhost:3000",
    "127.0.0.1",
    "[::1]:3000",
  ])("for %s is answered", async (host) => {
    expect(await statusOf(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toBe(200);
  });

  it.each([
    "b.example",
    "a.example.b.example",
    "a.example@b.example",
    "10.0.0.1",
    "127.0.0.1.example",
  ])("for %s, which is not served here, is refused", async (host) => {
    expect(await statusOf(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).not.toBe(200);
  });

  it("for another host is refused as what it is, however it says so", async () => {
    const answer = await exchange("GET / HTTP/1.1\r\nHost: b.example\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1.1 421 /);
    expect(answer).toContain('"code":"request-misdirected"');
    const forwarded = "GET / HTTP/1.1\r\nHost: b.example\r\nX-Forwarded-Host: a.example\r\n\r\n";
    expect(await statusOf(forwarded)).toBe(421);
  });

  it.each([
    ["the one it is for", "a.example", "a.example", 200],
    ["another that is served", "a.internal", "a.example", 421],
    ["another that is not", "b.example", "a.example", 421],
  ])("whose line names %s beside its Host", async (_, line, host, status) => {
    const text = `GET http://${line}/c/x/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    expect(await statusOf(text)).toBe(status);
  });

  it("with two Hosts is none", async () => {
    const text = "GET / HTTP/1.1\r\nHost: a.example\r\nhost: b.example\r\n\r\n";
    expect(await statusOf(text)).toBe(400);
  });

  it("of a health check is answered at whatever address", async () => {
    expect(await statusOf("GET /livez HTTP/1.1\r\nHost: 10.0.0.1:3000\r\n\r\n")).toBe(200);
  });

  it.each([
    ["a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"],
    ["two lengths", "Content-Length: 5\r\nContent-Length: 6", "12345"],
    ["chunks in a name that is almost right", "Transfer-Encoding: xchunked", "0\r\n\r\n"],
    ["a folded header", "X-A: b\r\n c", ""],
    ["a space before the colon", "Content-Length : 5", "12345"],
  ])("with %s is refused, and its connection closed", async (_, headers, body) => {
    const next = "GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n";
    const text = `POST / HTTP/1.1\r\nHost: a.example\r\n${headers}\r\n\r\n${body}${next}`;
    const answer = await exchange(text);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer.match(/HTTP\/1.1 /g)).toHaveLength(1);
  });

  it.each([
    ["in their headers", "POST / HTTP/1.1\r\nHost: a.exa"],
    ["in their bodies", "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 100\r\n\r\nsome"],
    ["without a word", ""],
  ])("is answered while two hundred others stop %s, who are ended", async (_, text) => {
    const ended = Array.from({ length: 200 }, () => endOf(text));
    expect((await ask({ port: server.port })).status).toBe(200);
    for (const answer of await Promise.all(ended)) expect(answer).toContain("HTTP/1.1 408 ");
  });

  const statusOf = async (text: string) =>
    Number(/^HTTP\/1.1 (\d+)/.exec(await exchange(text))?.[1]);

  /** Write these bytes and no more, and give all that comes back until the server ends it. */
  const exchange = (text: string) => endOf(text, "end");
  function endOf(text: string, then: "end" | "wait" = "wait"): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(server.port, "127.0.0.1", () => {
        socket.write(text);
        if (then === "end") socket.end();
      });
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(answer));
    });
  }
});
