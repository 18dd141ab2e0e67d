import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { startTown, type Town } from "./testing/town.ts";

describe("webhooks of the whole server", () => {
  let town: Town;
  const receiver = createServer();
  let url: string;
  beforeAll(async () => {
    await once(receiver.listen(0, "127.0.0.1"), "listening");
    // It listens on TCP, so its address has a port.
    const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    url = `http://${host}/hook`;
    town = await startTown({ ALLOW_LOOPBACK_CALLBACKS: host });
  });
  afterAll(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await town?.[Symbol.asyncDispose]();
  });

  const post = (path: string, body: unknown) =>
    fetch(`${town.base}/t/cambridge-city/v1${path}`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${town.keys["cambridge-city"]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": randomUUID(),
      },
      body: JSON.stringify(body),
    });
  const exampleProcess = async () => {
    const document = await fetch(`${town.base}/t/cambridge-city/v1/openapi.json`);
    const { post: start } = (await document.json()).paths["/processes"];
    return start.requestBody.content["application/json"].example;
  };
  const subscribe = (where: string) =>
    post("/subscriptions", { url: where, events: ["process.started"], signature: "hmac" });

  it("reach whoever asked for them, signed", async () => {
    const subscribed = await subscribe(url);
    expect(subscribed.status).toBe(201);
    const { secret } = await subscribed.json();
    const call = once(receiver, "request");
    const started = await post("/processes", await exampleProcess());
    expect(started.status).toBe(202);
    const [request, response] = await call;
    const body = await bodyOf(request);
    response.writeHead(204).end();

    const heard = new Webhook(secret).verify(body, request.headers);
    const { id, reference } = await started.json();
    expect(heard).toMatchObject({ type: "process.started", data: { process: id, reference } });
  });

  it.each([
    "https://10.0.0.7/hook",
    "https://localhost/hook",
    "https://user:password@cases.example.com/",
    "https://cases.example.com/#part",
    "https://cases.example.com:8443/",
    "http://cases.example.com/",
    "simulators",
  ])("do not lead to %s", async (where) => {
    const refused = await subscribe(where === "simulators" ? `${town.simulators}/alloy/` : where);
    expect([refused.status, (await refused.json()).code]).toEqual([422, "url-not-allowed"]);
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
