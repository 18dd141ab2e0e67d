import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "@guildhall/contract";
import type { Call } from "./call.ts";
import { createGuard } from "./guard.ts";
import { recordExchanges } from "./record.ts";

describe("what is recorded of calls", () => {
  let server: Server;
  let origin: string;
  let answer: RequestListener;
  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // It listens on TCP, so its address has a port.
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const says = (body: string | Buffer, type = "application/json"): RequestListener => {
    return (_, response) => response.writeHead(200, { "content-type": type }).end(body);
  };
  async function call(changes: Partial<Call> = {}): Promise<Exchange> {
    const exchanges: Exchange[] = [];
    const request = createGuard({ allowLoopback: [new URL(origin).host] });
    const made = {
      method: "POST",
      url: `${origin}/cases`,
      body: "what is sent",
      ...changes,
    } as const;
    await recordExchanges(exchanges, () => request(made, AbortSignal.timeout(5_000))).catch(
      () => undefined,
    );
    const [exchange, ...others] = exchanges;
    expect(others).toEqual([]);
    if (!exchange) throw new Error("nothing was recorded");
    return exchange;
  }

  it("says where a call went and what was answered, and neither what was sent nor asked", async () => {
    answer = says('{"error":"The ward is missing"}');
    const exchange = await call({ url: `${origin}/cases?surname=Lovelace` });
    expect(exchange).toEqual({
      method: "POST",
      url: `${origin}/cases`,
      status: 200,
      ms: expect.any(Number),
      response: '{"error":"The ward is missing"}',
    });
  });

  it("holds nothing of what let the call in, though the address and the answer repeat it", async () => {
    const secret = "p&ss<word 9f";
    answer = says(
      `<why>p&amp;ss&lt;word 9f; /cases?code=${encodeURIComponent(secret)}; ${secret}</why>`,
      "text/xml",
    );
    const url = `${origin}/${encodeURIComponent(secret)}/cases`;
    const { url: place, response } = await call({ url, secrets: [secret] });
    expect(place).toBe(`${origin}/[removed]/cases`);
    expect(response).toBe("<why>[removed]; /cases?code=[removed]; [removed]</why>");
  });

  it("says why there was no answer", async () => {
    answer = (request) => request.socket.destroy();
    expect(await call()).toMatchObject({ code: "connection-lost" });
    expect(await call({ url: "http://10.0.0.1/" })).toMatchObject({ code: "egress-blocked" });
  });

  it("keeps the beginning of a long answer, never half a letter", async () => {
    answer = says(`x${"é".repeat(3_000)}`, "text/plain; charset=utf-8");
    const { response = "", truncated } = await call();
    expect(truncated).toBe(true);
    expect(response).toBe(`x${"é".repeat(2_047)}`);
  });

  it.each([
    ["a picture", Buffer.from([1, 2, 3]), "image/png"],
    ["what has no type", "text", ""],
    ["nothing", "", "application/json"],
  ])("keeps nothing of %s", async (_, body, type) => {
    answer = says(body, type);
    expect(await call()).not.toHaveProperty("response");
  });

  it("keeps nothing of an answer that is a credential", async () => {
    answer = says('{"a":"canary"}');
    expect(await call({ isSecret: true })).not.toHaveProperty("response");
  });

  it.each([
    [
      "a token that is a field",
      '{"access_token":"canary","ok":1}',
      '{"access_token":"[removed]","ok":1}',
    ],
    [
      "a password in XML",
      "<s:Password Type='x'>canary</s:Password>",
      "<s:Password Type='x'>[removed]</s:Password>",
    ],
    ["a signed token", "Bearer eyJhbGciOiJFZERTQSJ9.canary.sig is bad", "Bearer [removed] is bad"],
    [
      "what the call was let in with",
      "No user with key canary-key-1",
      "No user with key [removed]",
    ],
  ])("takes out %s", async (_, body, kept) => {
    answer = says(body, "text/plain");
    const headers = { authorization: "ApiKey canary-key-1" };
    expect((await call({ headers })).response).toBe(kept);
  });

  it("keeps hostile bytes as text that any store takes", async () => {
    answer = says(Buffer.from([0x61, 0x00, 0xed, 0xa0, 0x80, 0xff, 0x62]), "text/plain");
    const { response = "" } = await call();
    expect(response.isWellFormed()).toBe(true);
    expect(response).not.toContain("\0");
    expect(response).toMatch(/^a.*b$/u);
  });

  it("keeps the calls of attempts that run side by side apart", async () => {
    answer = (request, response) =>
      response.writeHead(200, { "content-type": "text/plain" }).end(request.url);
    const request = createGuard({ allowLoopback: [new URL(origin).host] });
    const attempts = ["/a", "/b"].map(async (path) => {
      const exchanges: Exchange[] = [];
      const made = { method: "GET", url: `${origin}${path}` } as const;
      await recordExchanges(exchanges, () => request(made, AbortSignal.timeout(5_000)));
      return exchanges.map(({ response }) => response);
    });
    expect(await Promise.all(attempts)).toEqual([["/a"], ["/b"]]);
  });
});
