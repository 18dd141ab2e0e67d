import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type RunningCluster, startCluster } from "./testing/running-cluster.ts";
import { beginLoad, casesAt, deliveredAs, type LoadResult } from "./testing/steady-load.ts";

const council = "huntingdonshire";
const hasRedis = (process.env.PATH ?? "")
  .split(delimiter)
  .some((folder) => existsSync(join(folder, "redis-server")));
// Processes are told apart by what the kernel says of them.
const canRun = hasRedis && existsSync("/proc/self/cmdline");

describe.skipIf(!canRun)("a cluster of two that answer and two that work", () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 120_000);
  afterAll(() => cluster?.[Symbol.asyncDispose](), 60_000);

  it("goes round: a report is delivered, worked, and its citizen is told", {
    timeout: 60_000,
  }, async () => {
    const { started } = await loadDuring(async () => undefined, 1);
    const item = await deliveredAs(cluster, started[0] ?? "");
    const note = new URLSearchParams({ contents: "We will call tomorrow.", visible: "yes" });
    await fetch(`${cluster.simulators}/alloy/${council}/items/${item}/notes`, {
      method: "POST",
      headers: { Origin: cluster.simulators },
      body: note,
      redirect: "manual",
    });
    const titles = await eventually(
      async () => titlesOf(await ask(`/processes/${started[0]}/events`)),
      (types) => types.includes("note.added"),
    );
    expect(titles).toContain("note.added");
  });

  it("does not believe what an outsider writes of where they are, nor does them a node's favour", {
    timeout: 60_000,
  }, async () => {
    const place = { "--cidr": "203.0.113.0/24", "--scopes": "processes:read", "--name": "There" };
    const flags = Object.entries({ ...place, "--tenant": council }).flat();
    const { stdout } = await cluster.guildhall("key", "issue", ...flags);
    const said = (caller: object) => Buffer.from(JSON.stringify(caller)).toString("base64url");
    const headers = {
      Authorization: `Bearer ${stdout.trim()}`,
      "Guildhall-Caller": said({ address: "203.0.113.9" }),
    };
    const answer = await fetch(`${cluster.base}/t/${council}/v1/processes`, { headers });
    expect((await answer.json()).code).toBe("address-not-allowed");
    for (const favour of ["holds", "metrics", "lend"])
      expect((await fetch(`${cluster.base}/${favour}/${council}`)).status).toBe(404);
  });

  it("counts what all its processes do, whichever is asked", async () => {
    const text = await (await fetch(`${cluster.base}/metrics`)).text();
    for (const slot of ["api-1", "api-2", "worker-1", "worker-2"])
      expect(text).toContain(`node="${slot}"`);
  });

  it("loses nothing and does nothing twice when the worker that holds a tenant is killed", {
    timeout: 60_000,
  }, async () => {
    const before = await casesAt(cluster);
    const owner = (await cluster.ownerOf(council)) ?? "";
    const result = await loadDuring(async () => {
      process.kill(cluster.pidOf(owner) ?? 0, "SIGKILL");
      await cluster.says(`${owner} ended`);
      await eventually(
        () => cluster.ownerOf(council),
        (now) => now !== undefined,
      );
    });
    expect(result.failures).toEqual([]);
    await isDeliveredOnce(result, before);
  });

  it("answers for a tenant whose worker stands still, and does nothing twice when that one goes on", {
    timeout: 90_000,
  }, async () => {
    const before = await casesAt(cluster);
    const owner = (await cluster.ownerOf(council)) ?? "";
    const pid = cluster.pidOf(owner) ?? 0;
    const result = await loadDuring(async () => {
      process.kill(pid, "SIGSTOP");
      try {
        await eventually(
          () => cluster.ownerOf(council),
          (now) => now !== undefined && now !== owner,
        );
        await wait(2000);
      } finally {
        process.kill(pid, "SIGCONT");
      }
    });
    // One that was stopped in the midst of writing keeps the file locked: whoever comes again meanwhile is answered.
    expect(result.failures.filter((failure) => failure !== "503 busy")).toEqual([]);
    await isDeliveredOnce(result, before);
  });

  it("goes on when a process that answers is killed", { timeout: 60_000 }, async () => {
    const before = await casesAt(cluster);
    const slot = ["api-1", "api-2"].find((one) => cluster.pidOf(one)) ?? "";
    const result = await loadDuring(async () => {
      process.kill(cluster.pidOf(slot) ?? 0, "SIGKILL");
      await cluster.says(`${slot} ended`);
      await eventually(
        async () => cluster.pidOf(slot),
        (pid) => pid !== undefined,
      );
    });
    // The kernel cuts the connections of the dead process; whoever sends again is answered.
    expect(result.failures.filter((failure) => /^\d/.test(failure))).toEqual([]);
    await isDeliveredOnce(result, before);
  });

  it("replaces all its processes under load without a failed request", {
    timeout: 90_000,
  }, async () => {
    const before = await casesAt(cluster);
    const result = await loadDuring(() => cluster.roll());
    expect(result.failures).toEqual([]);
    await isDeliveredOnce(result, before);
  });

  it("lends a tenant to a command and takes it back, without a failed request", {
    timeout: 60_000,
  }, async () => {
    const flags = ["--tenant", council, "--name", "Beside", "--scopes", "processes:read"];
    const codes: number[] = [];
    const result = await loadDuring(async () => {
      const issued = await cluster.guildhall("key", "issue", ...flags);
      const applied = await cluster.guildhall("tenant", "apply", "tenants/huntingdonshire");
      codes.push(issued.code, applied.code);
      const headers = { Authorization: `Bearer ${issued.stdout.trim()}` };
      const url = `${cluster.base}/t/${council}/v1/processes?limit=1`;
      expect((await fetch(url, { headers })).status).toBe(200);
    });
    expect(codes).toEqual([0, 0]);
    expect(result.failures).toEqual([]);
  });

  it("ends in good order when it is told to", { timeout: 60_000 }, async () => {
    expect(await cluster.end()).toBe(0);
  });

  /** Load the cluster while something is done to it, and a little before and after. */
  async function loadDuring(work: () => Promise<void>, citizens = 3): Promise<LoadResult> {
    const load = beginLoad(cluster, citizens);
    await wait(300);
    await work();
    await wait(300);
    return load.enough();
  }

  async function isDeliveredOnce({ started }: LoadResult, before: number): Promise<void> {
    const references = new Set<string>();
    for (const id of started) references.add(await deliveredAs(cluster, id));
    expect(references.size).toBe(started.length);
    expect((await casesAt(cluster)) - before).toBe(started.length);
  }

  async function ask(path: string): Promise<{ data: { type: string }[] }> {
    const headers = { Authorization: `Bearer ${cluster.keys[council]?.partner}` };
    return (await fetch(`${cluster.base}/t/${council}/v1${path}`, { headers })).json();
  }
});

function titlesOf({ data }: { data: readonly { type: string }[] }): string[] {
  return data.map(({ type }) => type);
}

async function eventually<T>(ask: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await ask();
    if (done(value)) return value;
    if (tries === 300) throw new Error(`It never came to be: ${JSON.stringify(value)}`);
    await wait(100);
  }
}
