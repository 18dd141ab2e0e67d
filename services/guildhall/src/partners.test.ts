import type {
  AskedAccess,
  KeyScope,
  Process,
  ServiceVersion,
  StartedProcess,
} from "@guildhall/contract";
import { asPlatform, issueKey } from "@guildhall/domain";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "south-cambridgeshire";
const hub = "cambridge-citizens-hub";

describe("a partner", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown();
  }, 60_000);
  afterAll(() => town?.[Symbol.asyncDispose]());

  /** Ask as somebody; the second part of the answer is its status. */
  async function call<T>(
    path: string,
    { as, method = "GET", json }: Calling = {},
  ): Promise<Told<T>> {
    const response = await fetch(new URL(path, town.base), {
      method,
      headers: {
        ...(as === undefined ? {} : { Authorization: `Bearer ${as}` }),
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...(method === "POST" ? { "Idempotency-Key": crypto.randomUUID() } : {}),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  it("tries a council out with a key that it gets at once, and reaches simulators alone", {
    timeout: 60_000,
  }, async () => {
    const asked = await ask(council, "processes:read", "processes:write");
    expect(asked.status).toBe(201);
    const { key: as = "", baseUrl } = asked.body.testKey;
    const { evidence: _, ...answers } = exampleOf(council, "noise-nuisance", "most");
    const started = await call<StartedProcess>(`/t/${council}/v1/processes`, {
      as,
      method: "POST",
      json: { service: "noise-nuisance", answers },
    });
    expect(started.status).toBe(202);
    const { id, reference } = started.body;
    const process = await eventually(
      async () => (await call<Process>(`${baseUrl}/processes/${id}`, { as })).body,
      ({ destinations }) => destinations[0]?.state === "accepted",
    );
    const item = process.destinations[0]?.reference;
    await fetch(`${town.simulators}/alloy/${council}/items/${item}/notes`, {
      method: "POST",
      headers: { Origin: town.simulators },
      body: new URLSearchParams({ contents: "We will call tomorrow.", visible: "yes" }),
    });
    await eventually(
      async () => JSON.stringify(await call(`${baseUrl}/tracking/${reference}`)),
      (tracking) => tracking.includes("A note was added"),
    );
    await eventually(
      async () => JSON.stringify(await town.running.platform.mailbox?.list()),
      (mails) => mails.includes(reference),
    );

    const live = await call(`/t/${council}/v1/processes/${id}`, { as: town.keys[council]?.vendor });
    expect(live.status).toBe(404);
    const all = await call<{ data: { id: string }[] }>("/platform/v1/tenants");
    expect(all.body.data.map((tenant) => tenant.id)).not.toContain(`${council}-test`);
    const elsewhere = await call("/t/huntingdonshire/v1/processes", { as });
    expect(elsewhere.status).toBe(401);
  });

  it("has a service of its own, which anyone can ask for and it works by its tasks", {
    timeout: 60_000,
  }, async () => {
    const as = await keyOf(hub, "processes:read", "tasks:read", "tasks:write");
    const started = await call<StartedProcess>(`/t/${hub}/v1/processes`, {
      as: await keyOf(hub, "processes:write"),
      method: "POST",
      json: {
        service: "warm-home-check",
        answers: exampleOf(hub, "warm-home-check", "least"),
      },
    });
    expect(started.status).toBe(202);
    const path = `/t/${hub}/v1/processes/${started.body.id}`;
    const { body } = await call<{ data: { id: string; title: string }[] }>(`${path}/tasks`, { as });
    expect(body.data).toHaveLength(2);
    for (const task of body.data)
      await call(`/t/${hub}/v1/tasks/${task.id}/complete`, { as, method: "POST", json: {} });
    const done = await call<Process>(path, { as });
    expect(done.body).toMatchObject({ status: "completed", stage: { id: "done" } });
  });

  it("publishes a service with its own key, in its own tenant and in no other", {
    timeout: 60_000,
  }, async () => {
    const as = await keyOf(hub, "services:read", "services:write");
    const { baseUrl } = (await ask(hub, "services:read")).body.testKey;
    const read = await call<ServiceVersion>(`/t/${hub}/v1/services/warm-home-check/definition`, {
      as,
    });
    const { id: _, ...definition } = read.body.definition;
    const json = { ...definition, title: "Borrow a heater", summary: "Borrow a safe heater." };
    const put = { as, method: "PUT", json };
    const published = await call<ServiceVersion>(`/t/${hub}/v1/services/heater-loan`, put);
    expect([published.status, published.body.version]).toEqual([201, 1]);
    const page = await fetch(`${town.base}/c/${hub}/services/heater-loan`);
    expect(await page.text()).toContain("Borrow a heater");

    await eventually(
      async () => (await call(`${baseUrl}/services/heater-loan`)).status,
      (status) => status === 200,
    );
    const foreign = await call(`/t/${council}/v1/services/heater-loan`, put);
    expect(foreign.status).toBe(401);
    const listed = await call<{ data: { id: string }[] }>(`/t/${council}/v1/services?limit=100`);
    expect(listed.body.data.map(({ id }) => id)).not.toContain("heater-loan");
  });

  function ask(tenant: string, ...scopes: KeyScope[]): Promise<Told<AskedAccess>> {
    const json = {
      organisation: "Warm Homes Advice",
      kind: "partner",
      purpose: "To report noise for those who cannot",
      scopes,
      contact: { name: "Grace Hopper", email: "grace@warm-homes.example" },
      wants: "test",
    };
    return call(`/t/${tenant}/v1/access-requests`, { method: "POST", json });
  }

  async function keyOf(tenant: string, ...scopes: KeyScope[]): Promise<string> {
    const ground = await town.running.platform.groundFor(tenant);
    if (!ground) throw new Error(`there is no ${tenant}`);
    const asked = { name: "Citizens' Hub", kind: "partner", scopes } as const;
    return (await issueKey(asPlatform(ground), asked)).key;
  }
});

interface Calling {
  readonly as?: string | undefined;
  readonly method?: string;
  readonly json?: unknown;
}

interface Told<T> {
  readonly status: number;
  readonly body: T;
}

async function eventually<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = await look();
    if (isThere(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It never came about");
}
