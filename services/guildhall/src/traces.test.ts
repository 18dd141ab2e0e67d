import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { traceCalls } from "@guildhall/connectors";
import type { Ticket } from "@guildhall/contract";
import { findRedis, type OpenQueue, openQueue } from "@guildhall/queue";
import { inRequestSpan, startTelemetry, type TelemetryOptions } from "@guildhall/runtime";

type Exporter = NonNullable<TelemetryOptions["exporter"]>;
type Span = Parameters<Exporter["export"]>[0][number];

const found = await findRedis({ searchPath: process.env.PATH });
const facts = { method: "POST", route: "/t/:tenant/v1/processes", status: 202 };
const ticket = (id: string, generation = 1): Ticket => ({
  tenant: "exampleshire",
  id,
  generation,
  kind: "delivery",
});

describe.each(["in-process", "bullmq"] as const)("a trace through the queue (%s)", (kind) => {
  describe.skipIf(kind === "bullmq" && found?.kind !== "program")("where it is there", () => {
    let directory: string;
    let opened: OpenQueue;
    let spans: Span[];
    let carried: (string | undefined)[];
    let stop: () => Promise<void>;

    beforeEach(async () => {
      [spans, carried] = [[], []];
      directory = await mkdtemp(join(tmpdir(), "guildhall-traces-"));
      const telemetry = await startTelemetry({ endpoint: "", name: "test", exporter });
      stop = telemetry.stop;
      const searchPath = process.env.PATH;
      const options = { directory, prefix: "test", searchPath, traced: true };
      opened = await openQueue({ kind, ...options, onError: (error) => expect(error).toBe("") });
      opened.queue.work(callOutside, { concurrency: 2 });
    });
    afterEach(async () => {
      await opened.close();
      await rm(directory, { recursive: true });
    });

    const exporter: Exporter = {
      export: (batch, done) => {
        spans.push(...batch);
        done({ code: 0 });
      },
      shutdown: async () => undefined,
    };
    const request = traceCalls(async ({ headers }) => {
      carried.push(headers?.traceparent);
      return { status: 201, headers: {}, cookies: [], body: new Uint8Array() };
    });
    const callOutside = async () => {
      const url = "https://alloy.test/items?name=Ada";
      await request({ method: "POST", url, body: "Ada" }, AbortSignal.timeout(60_000));
    };
    const submit = (id: string) =>
      inRequestSpan(new Headers(), async (describe) => {
        await dispatch(ticket(id));
        describe(facts);
      });
    const dispatch = async (one: Ticket) => {
      await vi.waitFor(async () => expect(await opened.queue.dispatch([one])).toEqual([]));
    };
    const traceOf = (span: Span | undefined) => span?.spanContext().traceId;
    const work = (id: string) =>
      spans.filter(({ attributes }) => attributes["guildhall.outbox.id"] === id);

    async function ended(calls: number): Promise<void> {
      await vi.waitFor(() => expect(carried).toHaveLength(calls));
      await opened.close();
      await stop();
    }

    it("joins the request, the job and the call, and is handed on to whoever is called", async () => {
      await submit("out_1");
      await ended(1);
      const [made] = spans.filter(({ name }) => name === "POST /t/:tenant/v1/processes");
      const [job] = work("out_1");
      const [call] = spans.filter(({ name }) => name === "POST");
      expect(job?.name).toBe("work connector");
      expect(traceOf(job)).toBe(traceOf(made));
      expect(call?.parentSpanContext?.spanId).toBe(job?.spanContext().spanId);
      expect(carried).toEqual([`00-${traceOf(made)}-${call?.spanContext().spanId}-01`]);
    });

    it("keeps the traces of two requests apart that were handed over together", async () => {
      await Promise.all([submit("out_1"), submit("out_2")]);
      await ended(2);
      expect(traceOf(work("out_1")[0])).not.toBe(traceOf(work("out_2")[0]));
      const requests = spans.filter(({ name }) => name === "POST /t/:tenant/v1/processes");
      expect(new Set(requests.map(traceOf))).toEqual(
        new Set([traceOf(work("out_1")[0]), traceOf(work("out_2")[0])]),
      );
    });

    it("begins a trace anew for a later claim, which is found by the row", async () => {
      await submit("out_1");
      await vi.waitFor(() => expect(carried).toHaveLength(1));
      await dispatch(ticket("out_1", 2));
      await ended(2);
      const claims = work("out_1");
      expect(claims.map(({ attributes }) => attributes["guildhall.outbox.generation"])).toEqual([
        1, 2,
      ]);
      expect(new Set(claims.map(traceOf)).size).toBe(2);
    });

    it("says nothing of what was sent or asked for", async () => {
      await submit("out_1");
      await ended(1);
      expect(spans.length).toBeGreaterThan(2);
      const said = spans.map(({ name, attributes, events, status }) => ({
        name,
        attributes,
        events,
        status,
      }));
      expect(JSON.stringify(said)).not.toMatch(/Ada|\?|https:/);
    });
  });
});
