import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Process, StartedProcess, Tracking } from "@guildhall/contract";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "huntingdonshire";
const hasRedis = (process.env.PATH ?? "")
  .split(delimiter)
  .some((folder) =>
    ["redis-server", "valkey-server"].some((name) => existsSync(join(folder, name))),
  );

describe.skipIf(!hasRedis)("the circle, over BullMQ on a real Redis", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ QUEUE: "bullmq" });
  });
  afterAll(() => town?.[Symbol.asyncDispose]());

  it("delivers to Alloy, takes in what the officer did, and tells the citizen once of each", {
    timeout: 60_000,
  }, async () => {
    expect(town.running.platform.carrier).toBe("private-redis");
    const started = await start("noise-nuisance", "most");
    const delivered = await until<Process>(
      `/processes/${started.id}`,
      ({ destinations }) => destinations[0]?.state === "accepted",
    );
    const item = delivered.destinations[0]?.reference;

    await officer(`/alloy/${council}/items/${item}/notes`, {
      contents: "We will call tomorrow.",
      visible: "yes",
    });
    const told = await until<Tracking>(`/tracking/${started.reference}`, ({ timeline }) =>
      timeline.some(({ title }) => title === "A note was added"),
    );
    expect(told.complete).toBe(false);
    const mails = await eventually(
      () => mailTitles(),
      (titles) => titles.length >= 2,
    );
    expect(mails).toEqual([
      expect.stringContaining(started.reference),
      expect.stringContaining(started.reference),
    ]);
  });

  async function start(service: string, example: string): Promise<StartedProcess> {
    const answers = exampleOf(council, service, example);
    const headers = {
      ...authorised(),
      "Content-Type": "application/json",
      "Idempotency-Key": "circle-over-bullmq-1",
    };
    const body = JSON.stringify({ service, answers: withoutFiles(answers) });
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, {
      method: "POST",
      headers,
      body,
    });
    expect(response.status).toBe(202);
    return response.json();
  }

  function until<T>(path: string, done: (value: T) => boolean): Promise<T> {
    const ask = async (): Promise<T> =>
      (
        await fetch(`${town.base}/t/${council}/v1${path}`, {
          headers: path.startsWith("/tracking") ? {} : authorised(),
        })
      ).json();
    return eventually(ask, done);
  }

  async function officer(path: string, fields: Record<string, string>): Promise<void> {
    const headers = { Origin: town.simulators };
    const response = await fetch(`${town.simulators}${path}`, {
      method: "POST",
      headers,
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
    expect(response.status).toBe(303);
  }

  async function mailTitles(): Promise<string[]> {
    return ((await town.running.platform.mailbox?.list()) ?? []).map(({ subject }) => subject);
  }

  function authorised() {
    return { Authorization: `Bearer ${town.keys[council]?.partner}` };
  }
});

/** Evidence comes with a citizen's draft; a partner's key brings none. */
function withoutFiles(answers: Record<string, unknown>): Record<string, unknown> {
  const isFile = (value: unknown) =>
    Array.isArray(value) &&
    value.some((item) => typeof item === "string" && item.startsWith("doc_"));
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isFile(value)));
}

async function eventually<T>(ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await ask();
    if (done(value)) return value;
    if (tries === 200) throw new Error(`It never came to be: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
