import type { ConnectorDefinition } from "@guildhall/contract";
import { createWorld, exampleshire, type World } from "@guildhall/domain/testing";
import { putConnector, transact } from "@guildhall/store";
import type { ReadyConnector } from "../jobs/ready-connector.ts";
import { Poller } from "../poller.ts";

export const everyMs = 60_000;

/** A council with a poller, whose time passes when a test says so. */
export class PolledWorld {
  readonly world: World;
  readonly poller: Poller;
  readonly errors: unknown[] = [];
  /** What is otherwise about the connector; undefined where it is not ready. */
  connector: Partial<ReadyConnector> | undefined = {};

  constructor(world: World) {
    this.world = world;
    this.poller = new Poller({
      groundFor: async (tenant) => {
        if (tenant === "spoilt") throw new Error("the file is spoilt");
        return world.groundFor(tenant);
      },
      connectorFor: async () =>
        this.connector && {
          connector: world.backOffice,
          timeoutMs: 1000,
          withPlace: (call) => call(),
          ...this.connector,
        },
      onError: (error) => this.errors.push(error),
    });
  }

  /** Change the back office so, and begin. */
  async begin(changed: Partial<ConnectorDefinition>): Promise<void> {
    await this.put(changed);
    await this.poller.start(["exampleshire"]);
  }

  /** Change the back office so; with another id it is another. */
  async put(changed: Partial<ConnectorDefinition>): Promise<void> {
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    const wanted = { ...definition, ...changed };
    await transact(this.world.ctx.db, (tx) => putConnector(tx, wanted));
  }

  async pass(ms: number): Promise<void> {
    this.world.clock.move(ms);
    await vi.advanceTimersByTimeAsync(ms);
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  }

  get looks(): number {
    return this.world.backOffice.asked.length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.poller.stop();
    vi.useRealTimers();
    await this.world[Symbol.asyncDispose]();
  }
}

export async function createPolledWorld(): Promise<PolledWorld> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  return new PolledWorld(await createWorld());
}
