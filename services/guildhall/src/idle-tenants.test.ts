import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  applyTenant,
  asPlatform,
  beginServiceDraft,
  getService,
  publishServiceDraft,
} from "@guildhall/domain";
import { exampleshire, noise } from "@guildhall/domain/testing";
import { createLog, readConfig } from "@guildhall/runtime";
import { wholeServer } from "./cluster/node-shape.ts";
import { openPlatform, type Platform } from "./platform.ts";

const minuteMs = 60_000;
const tenants = ["idle-a", "idle-b", "idle-c"];
/** A back office would be asked for real. */
const steps = noise.steps.filter(({ kind }) => kind === "task");
const worked = { ...noise, steps, mappings: [] };
const withoutOffice = { ...exampleshire, services: [worked], connectors: [] };

/** Whether files are being read or written: that takes true time, and none of theirs may pass meanwhile. */
function isAtDisk(): boolean {
  return process.getActiveResourcesInfo().some((kind) => kind.startsWith("FSReq"));
}

describe("tenants that nobody uses", () => {
  let data: string;
  let platform: Platform;
  let used: string[];
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "guildhall-idle-"));
    const clocks = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] as const;
    // Ten in the morning: neither the night's work nor the morning's is due for a while.
    vi.useFakeTimers({ toFake: [...clocks, "performance"], now: Date.UTC(2025, 4, 22, 9) });
    platform = await open();
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    for (const id of tenants) {
      const bundle = { ...withoutOffice, tenant: { ...exampleshire.tenant, id } };
      await applyTenant(platform.store, bundle, { actor, now: Date.now() });
    }
    await platform.start();
  });
  afterEach(async () => {
    await close();
    vi.useRealTimers();
    await rm(data, { recursive: true });
  });

  async function open(): Promise<Platform> {
    const config = readConfig({ GUILDHALL_DATA: data, QUEUE: "in-process", SIMULATORS: "off" });
    const log = createLog({ name: "test", level: "silent" });
    used = [];
    const onUse = (tenant: string) => used.push(tenant);
    return openPlatform({ config, log, node: wholeServer(), onUse });
  }
  async function close(): Promise<void> {
    const closed = platform.close();
    await vi.advanceTimersByTimeAsync(1000);
    await closed;
  }
  /** Let time pass as it does: what is due each second is done before the next. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 1000) {
      await vi.advanceTimersByTimeAsync(1000);
      for (let turn = 0; turn < 10 || isAtDisk(); turn += 1) await new Promise(setImmediate);
    }
  }
  async function rested(): Promise<void> {
    await pass(1.5 * minuteMs);
    expect(platform.store.openTenants).toEqual([]);
    used = [];
  }

  it("are opened by nothing, once what a start has to see to is done", async () => {
    await rested();
    await pass(10 * minuteMs);
    expect([...new Set(used)]).toEqual([]);
  });

  it("are not even opened by a start, where all was done before", async () => {
    await rested();
    await close();
    platform = await open();
    await platform.start();
    await pass(2 * minuteMs);
    expect([...new Set(used)]).toEqual([]);
  });

  it("are opened alone when somebody asks or something is due, and rest again after that", async () => {
    await rested();
    const [tenant = ""] = tenants;
    const ground = await platform.groundFor(tenant);
    if (!ground) throw new Error(`no tenant ${tenant}`);
    const ctx = asPlatform(ground);
    const { id: service, ...rest } = worked;
    const definition = { ...rest, title: "Tell us about noise" };
    await beginServiceDraft(ctx, { service, definition });
    const at = new Date(Date.now() + 10 * minuteMs).toISOString();
    await publishServiceDraft(ctx, { service, summary: "A shorter title", at });
    await rested();
    await pass(8 * minuteMs);
    expect(used).toEqual([]);
    await pass(minuteMs);
    expect(new Set(used)).toEqual(new Set([tenant]));
    expect((await getService(ctx, service)).title).toBe("Tell us about noise");
    await rested();
  });
});
