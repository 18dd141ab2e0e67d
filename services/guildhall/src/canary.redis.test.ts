import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StartedProcess } from "@guildhall/contract";
import { findRedis } from "@guildhall/queue";
import { createLog } from "@guildhall/runtime";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "huntingdonshire";
const service = "noise-nuisance";
const canary = "Zanzibarcanary";
const found = await findRedis({ searchPath: process.env.PATH });

describe.skipIf(found?.kind !== "program")("what a citizen entered", () => {
  let town: Town;
  let log: string;

  beforeAll(async () => {
    log = "";
    const destination = {
      write: (line: string) => {
        log += line;
      },
    };
    town = await startTown(
      { QUEUE: "bullmq" },
      createLog({ level: "trace", name: "canary", destination }),
    );
  }, 90_000);
  afterAll(() => town?.[Symbol.asyncDispose]());

  it("is in no log line, no metric and nothing that was ever written to Redis, whatever fails on the way", {
    timeout: 60_000,
  }, async () => {
    await misbehave({ "html-200": { times: 1 } });
    const { id } = await submit();
    await eventually(async () => (await processState(id)) === "accepted");

    const redis = writtenToRedis();
    expect(redis).toContain(`"tenant":"${council}"`);
    expect(redis).not.toContain(canary);
    const metrics = await (await fetch(`${town.base}/metrics`)).text();
    expect(metrics).toContain(`guildhall_outbound_total{tenant="${council}"`);
    expect(metrics).not.toContain(canary);
    // Nothing failed on our side; a fault would quote what it stumbled over.
    const bound = Object.assign(new Error(`params: ${canary}`), { params: [canary] });
    town.running.platform.reportFault(new Error(canary, { cause: bound }), "req_1");
    expect(log).toContain('"requestId":"req_1"');
    expect(log).not.toContain(canary);
  });

  async function misbehave(faults: object): Promise<void> {
    const response = await fetch(`${town.simulators}/alloy/${council}/faults`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Origin: town.simulators },
      body: JSON.stringify(faults),
    });
    expect(response.ok).toBe(true);
  }

  async function submit(): Promise<StartedProcess> {
    const answers = marked(exampleOf(council, service, "most"));
    expect(JSON.stringify(answers)).toContain(canary);
    const body = JSON.stringify({ service, answers });
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, { ...post(), body });
    expect(response.status).toBe(202);
    return response.json();
  }

  async function processState(id: string): Promise<string | undefined> {
    const { headers } = post();
    const response = await fetch(`${town.base}/t/${council}/v1/processes/${id}`, { headers });
    const process = (await response.json()) as { destinations: { state: string }[] };
    return process.destinations[0]?.state;
  }

  function post() {
    const headers = {
      Authorization: `Bearer ${town.keys[council]?.partner}`,
      "Content-Type": "application/json",
      "Idempotency-Key": "canary-in-the-mine-1",
    };
    return { method: "POST", headers };
  }

  /** Its log of all writes, from the first. */
  function writtenToRedis(): string {
    const folder = join(town.data, "redis", "appendonlydir");
    return readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), "latin1"))
      .join("");
  }
});

/** Answers that name the canary, without the files that only a citizen's draft can bring. */
function marked({ evidence: _, ...answers }: Record<string, unknown>) {
  return { ...answers, noiseDescription: `${canary} music`, personResponsible: `A. ${canary}` };
}

async function eventually(done: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => expect(await done()).toBe(true), { timeout: 50_000, interval: 100 });
}
