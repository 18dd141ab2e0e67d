import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld, type World } from "@guildhall/domain/testing";
import { findRedis, isChore, type OpenQueue, openQueue } from "@guildhall/queue";
import type { DeliveryDeps } from "./jobs/ready-connector.ts";
import { ReceiverLimits } from "./receiver-limits.ts";
import { Relay } from "./relay.ts";
import { createHandler } from "./worker.ts";

const found = await findRedis({ searchPath: process.env.PATH });
const leaseMs = 3 * 60_000;

describe.skipIf(found?.kind !== "program")("what is owed while Redis fails", () => {
  let world: World;
  let relay: Relay;
  let opened: OpenQueue;
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "guildhall-losses-"));
    const searchPath = process.env.PATH;
    const options = { directory, prefix: "test", searchPath, onError: () => undefined };
    opened = await openQueue({ kind: "bullmq", ...options });
    world = await createWorld({
      handover: ({ groundFor, clock }) => {
        const carrier = opened.queue;
        relay = new Relay({ carrier, groundFor, now: clock.now, onError: () => undefined });
        return relay;
      },
    });
  });
  afterEach(async () => {
    relay.stop();
    await opened.close({ deadlineMs: 0 });
    await world[Symbol.asyncDispose]();
    await rm(directory, { recursive: true });
  });

  it("comes again when Redis was emptied while all of it waited, and is sent once", async () => {
    const started = [await world.start(), await world.start(), await world.start()];
    await vi.waitFor(async () => expect(await waiting()).toBe(6));
    await tellRedis("FLUSHALL");
    expect(await waiting()).toBe(0);

    work();
    await after(leaseMs + 1);
    await allAccepted(started);
    expect(world.backOffice.sent).toHaveLength(3);
    expect(world.sender.sent).toHaveLength(3);
  });

  it("waits in the database while Redis is full, and nobody who submits notices", async () => {
    work();
    await tellRedis("CONFIG SET maxmemory 1");
    const started = [await world.start(), await world.start()];
    await vi.waitFor(async () => {
      for (const { id } of started) expect(await states(id)).toEqual(["pending", "pending"]);
    });
    expect(world.backOffice.sent).toEqual([]);

    await tellRedis("CONFIG SET maxmemory 0");
    await after(60_000);
    await allAccepted(started);
    expect(world.backOffice.sent).toHaveLength(2);
  });

  const states = async (id: string) => (await world.owed(id)).map(({ state }) => state);
  const waiting = async () => {
    const { connector, message } = (await opened.queue.depth()) ?? {};
    return (connector?.waiting ?? 0) + (message?.waiting ?? 0);
  };
  const after = async (ms: number) => {
    world.clock.move(ms);
    relay.wake("exampleshire");
  };
  const allAccepted = (started: { id: string }[]) =>
    vi.waitFor(
      async () => {
        for (const { id } of started) expect(await states(id)).toEqual(["accepted", "accepted"]);
      },
      { timeout: 10_000 },
    );

  /** Say something to Redis over its socket, and wait until it has answered. */
  async function tellRedis(command: string): Promise<void> {
    const socket = createConnection(await readFile(join(directory, "socket"), "utf8"));
    socket.write(`${command}\r\n`);
    expect(String(await once(socket, "data"))).toContain("+OK");
    socket.destroy();
  }

  function work(): void {
    const handle = createHandler({ groundFor: world.groundFor, relay, ...outside() });
    const options = { concurrency: 4 };
    opened.queue.work(async (carried) => {
      if (!isChore(carried)) await handle(carried);
    }, options);
  }

  function outside() {
    const onFault = (error: unknown) => expect(error).toBeUndefined();
    const ready = { timeoutMs: 1000, withPlace: <T>(call: () => Promise<T>) => call() };
    const delivery: DeliveryDeps = {
      write: async () => ({ text: "{}" }),
      connectorFor: async () => ({ connector: world.backOffice, ...ready }),
      readEvidence: async () => new Uint8Array(),
      onFault,
    };
    const from = { name: "Council", address: "a@b.test" };
    const words = { subject: "", html: "", text: "" };
    const write = ({ to }: { to: string }) => ({ to, from, ...words });
    const message = { sender: world.sender, timeoutMs: 1000, write, onFault };
    const request = async () => ({ status: 204, headers: {}, cookies: [], body: new Uint8Array() });
    const limits = new ReceiverLimits({ now: world.clock.now });
    return { delivery, message, webhook: { request, limits, timeoutMs: 1000, onFault } };
  }
});
