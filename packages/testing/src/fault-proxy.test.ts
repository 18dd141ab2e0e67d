import { once } from "node:events";
import { createServer, request } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

describe("the fault proxy", () => {
  let received: string[];
  let server: Server;
  let proxy: FaultProxy;

  beforeEach(async () => {
    received = [];
    server = createServer(async (incoming, answer) => {
      let body = "";
      for await (const piece of incoming) body += piece;
      received.push(body);
      answer.end(`got ${body}`);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    proxy = await startFaultProxy({
      target: { port: (server.address() as AddressInfo).port },
      delayMs: 1,
    });
  });

  afterEach(async () => {
    await proxy.close();
    server.close();
  });

  it("passes request and reply unchanged", async () => {
    expect(await post("hello")).toBe("got hello");
    expect(proxy.connections).toBe(1);
  });

  it("refuses a connection before the server hears of it", async () => {
    proxy.mode = "refuse";
    await expect(post("hello")).rejects.toThrow();
    expect(received).toEqual([]);
  });

  it("delivers the request and loses the reply", async () => {
    proxy.mode = "cut-after-request";
    await expect(post("hello")).rejects.toThrow(/ECONNRESET|hang up/);
    expect(received).toEqual(["hello"]);
  });

  it("leaves the client waiting for ever", async () => {
    proxy.mode = "hang";
    const waiting = post("hello", AbortSignal.timeout(50));
    await expect(waiting).rejects.toThrow(/abort/i);
    expect(received).toEqual([]);
    expect(proxy.connections).toBe(1);
  });

  it("brings a slow reply whole", async () => {
    proxy.mode = "slow";
    const long = "x".repeat(300_000);
    expect(await post(long)).toBe(`got ${long}`);
  });

  it("passes again once the fault is over", async () => {
    proxy.mode = "refuse";
    await expect(post("lost")).rejects.toThrow();
    proxy.mode = "pass";
    expect(await post("found")).toBe("got found");
  });

  it("ends its connections when it is closed", async () => {
    const silent = createTcpServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const other = await startFaultProxy({
      target: { port: (silent.address() as AddressInfo).port },
    });
    const arrived = once(silent, "connection");
    const waiting = expect(send(other.port, "hello")).rejects.toThrow();
    await arrived;

    await other.close();
    await waiting;
    silent.close();
  });

  function post(body: string, signal?: AbortSignal): Promise<string> {
    return send(proxy.port, body, signal);
  }
});

function send(port: number, body: string, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { port, method: "POST", agent: false as const, ...(signal && { signal }) };
    const sent = request(options, async (answer) => {
      let text = "";
      for await (const piece of answer) text += piece;
      resolve(text);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
