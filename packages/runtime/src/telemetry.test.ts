import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { trace } from "@opentelemetry/api";
import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-base";
import { inRequestSpan } from "./request-span.ts";
import { startTelemetry } from "./telemetry.ts";

const facts = {
  method: "POST",
  route: "/t/:tenant/v1/processes",
  tenant: "exampleshire",
  status: 202,
  requestId: "req_1",
};
const theirs = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

describe("startTelemetry", () => {
  let receiver: Server;
  let endpoint: string;
  let received: { path: string | undefined; text: string }[];

  beforeEach(async () => {
    received = [];
    receiver = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      received.push({ path: request.url, text: Buffer.concat(parts).toString() });
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    }).listen(0, "127.0.0.1");
    await once(receiver, "listening");
    endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    receiver.close();
    await once(receiver, "close");
  });

  it("sends what is left to the receiver when it stops", async () => {
    const telemetry = await startTelemetry({ endpoint: `${endpoint}/`, name: "guildhall" });
    await inRequestSpan(new Headers(), async (describe) => describe(facts));
    await telemetry.stop();

    expect(received.map(({ path }) => path)).toEqual(["/v1/traces"]);
    const { text } = received[0] ?? { text: "" };
    expect(text).toContain('"POST /t/:tenant/v1/processes"');
    expect(text).toContain('"stringValue":"guildhall"');
  });

  it("keeps nothing once it has stopped, and can be started again", async () => {
    await (await startTelemetry({ endpoint, name: "guildhall" })).stop();
    await inRequestSpan(new Headers(), async (describe) => describe(facts));
    expect(received).toEqual([]);

    const again = await startTelemetry({ endpoint, name: "guildhall" });
    await inRequestSpan(new Headers(), async (describe) => describe(facts));
    await again.stop();
    expect(received).toHaveLength(1);
  });
});

describe("inRequestSpan", () => {
  async function spansOf(work: () => Promise<unknown>) {
    const exporter = new InMemorySpanExporter();
    // What was exported is forgotten at the shutdown.
    const spans: ReturnType<typeof exporter.getFinishedSpans> = [];
    const keep: typeof exporter.export = (batch, done) => {
      spans.push(...batch);
      done({ code: 0 });
    };
    exporter.export = keep;
    const telemetry = await startTelemetry({ endpoint: "", name: "guildhall", exporter });
    await work();
    await telemetry.stop();
    return spans;
  }

  it("names a request by its route, and says nothing that could name a person", async () => {
    const [span] = await spansOf(() =>
      inRequestSpan(new Headers(), async (describe) => describe(facts)),
    );
    expect(span?.name).toBe("POST /t/:tenant/v1/processes");
    expect(span?.attributes).toEqual({
      "http.request.method": "POST",
      "http.route": "/t/:tenant/v1/processes",
      "http.response.status_code": 202,
      "guildhall.tenant": "exampleshire",
      "guildhall.request.id": "req_1",
    });
  });

  it("is what all that is done meanwhile belongs to", async () => {
    const [inner, outer] = await spansOf(() =>
      inRequestSpan(new Headers(), async () => {
        await Promise.resolve();
        trace.getTracer("test").startSpan("inner").end();
      }),
    );
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
  });

  it("links a caller's trace and does not continue it", async () => {
    const headers = new Headers({ traceparent: theirs });
    const [span] = await spansOf(() => inRequestSpan(headers, async () => undefined));
    expect(span?.links.map(({ context }) => context.traceId)).toEqual([theirs.split("-")[1]]);
    expect(span?.spanContext().traceId).not.toBe(theirs.split("-")[1]);
    expect(span?.parentSpanContext).toBeUndefined();
  });

  it("takes no link from what is not a traceparent", async () => {
    const headers = new Headers({ traceparent: "Ada Lovelace" });
    const [span] = await spansOf(() => inRequestSpan(headers, async () => undefined));
    expect(span?.links).toEqual([]);
  });

  it("marks what failed on our side", async () => {
    const [span] = await spansOf(() =>
      inRequestSpan(new Headers(), async (describe) => describe({ ...facts, status: 503 })),
    );
    expect(span?.status).toEqual({ code: 2 });
  });
});
