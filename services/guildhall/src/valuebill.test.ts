import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createConnector, createGuard, resolveAddress } from "@guildhall/connectors";
import type { Change, Connector, Outgoing } from "@guildhall/contract";
import type { TenantFolder } from "@guildhall/folder";
import { createSimulators, type Simulators } from "@guildhall/simulators";
import { createSchemaChecker } from "@guildhall/xml";
import { getRequestListener } from "@hono/node-server";
import { readTenantFolder } from "./folder/read.ts";
import { renderExample } from "./folder/render-example.ts";

const tenants = resolve(import.meta.dirname, "../../../tenants");
const councils = ["cambridge-city", "huntingdonshire", "south-cambridgeshire"];
const login = { userName: "GUILDHALL", password: "word of mouth" };

/** From answers to what the citizen is told: the whole way of a report to the Valuation Office and back. */
describe.each(councils)("a report of %s to the Valuation Office", async (council) => {
  const folder = await readFolder(council);
  const definition = folder.connectors.find(({ kind }) => kind === "valuebill");
  const service = folder.services.find(({ id }) => id === "property-change");
  if (!definition || !service) throw new Error(`${council} sends no reports`);
  const checker = createSchemaChecker();
  let world: ReturnType<typeof startOffice>;
  let base: string;
  let connector: Connector;

  beforeEach(async () => {
    world = startOffice(council, checker);
    base = await world.listen();
    connector = createConnector(
      { ...definition, address: resolveAddress(definition.address, base) },
      login,
      { request: createGuard({ allowLoopback: [new URL(base).host] }) },
    );
  });
  afterEach(() => world.close());
  afterAll(() => checker.close());

  const documentOf = async (name: string): Promise<string> => {
    const example = folder.examples.find((one) => one.service === service.id && one.name === name);
    if (!example) throw new Error(`no example ${name}`);
    const rendered = await renderExample(service, example, { folder, checker });
    if ("refused" in rendered) throw new Error(rendered.refused.join("\n"));
    return rendered.documents.case ?? "";
  };
  const send = (body: string, change: Partial<Outgoing> = {}) =>
    connector.send({ ...outgoing, body, ...change }, AbortSignal.timeout(20_000));
  const poll = async (): Promise<readonly Change[]> => {
    await world.simulators.settled();
    const to = new Date();
    const from = new Date(to.getTime() - 600_000);
    return (await connector.poll?.({ from, to }, AbortSignal.timeout(20_000))) ?? [];
  };
  const stageOf = ([change]: readonly Change[]) =>
    definition.statuses.find(({ external }) => external === change?.status);
  const decide = (action: string) =>
    fetch(`${base}/valuebill/${council}/cases/${outgoing.key}/${action}`, {
      method: "POST",
      headers: { origin: base, "content-type": "application/x-www-form-urlencoded" },
      body: "",
    });

  it.each(
    folder.examples.filter((example) => example.service === service.id).map(({ name }) => name),
  )("is taken, and checked without a fault, when it is the example %s", async (name) => {
    expect(await send(await documentOf(name))).toEqual({
      outcome: "accepted",
      reference: outgoing.key,
    });

    const changes = await poll();
    expect(changes).toMatchObject([{ reference: outgoing.key, status: "Verified" }]);
    expect(stageOf(changes)?.stage).toBe("assessing");
  });

  it("tells the citizen of each decision of an officer, and ends with the last", async () => {
    await send(await documentOf("most"));
    await poll();

    await decide("accept");
    expect(stageOf(await poll())).toMatchObject({ stage: "investigating" });
    await decide("done");
    expect(stageOf(await poll())).toMatchObject({ stage: "resolved", ends: "completed" });
  });

  it("is there once when the answer is lost, and when it is sent again", async () => {
    const body = await documentOf("most");
    await misbehave(base, council, { "lost-reply": { times: 1 } });

    expect(await send(body)).toMatchObject({ outcome: "accepted", duplicate: true });
    expect(await send(body, { attempt: 2 })).toMatchObject({ duplicate: true });
    expect(await poll()).toHaveLength(1);
  });

  it("is a person's, not the citizen's, when the Valuation Office finds it wrong", async () => {
    const body = await documentOf("most");
    await send(body.replace(/<ExistingEntries>.*<\/ExistingEntries>/s, ""));

    const changes = await poll();
    expect(changes).toMatchObject([{ status: "Failed/1005" }]);
    expect(stageOf(changes)).toBeUndefined();
  });

  it("is not let in on another council's account", async () => {
    const other = council === "cambridge-city" ? "0520" : "0505";
    const body = (await documentOf("most")).replace(/(Code|Number)>\d{4}</g, `$1>${other}<`);

    expect(await send(body)).toEqual({ outcome: "refused", code: "other-authority" });
    expect(await poll()).toEqual([]);
  });
});

const outgoing: Outgoing = {
  key: "out_01kb3zq8w5v0t6m2h9r4c7d1xe",
  reference: "EXA-2V4K-7XQP",
  does: "create",
  operation: "upload",
  body: "",
  attempt: 1,
  evidence: [],
  headers: {},
};

async function readFolder(council: string): Promise<TenantFolder> {
  const result = await readTenantFolder(join(tenants, council), {
    cookbook: join(tenants, "cookbook"),
  });
  if ("faults" in result) throw new Error(result.faults.map(({ sentence }) => sentence).join("\n"));
  return result.folder;
}

/** The Valuation Office alone, as the council's folder sets it up. */
function startOffice(council: string, checker: ReturnType<typeof createSchemaChecker>) {
  const root = mkdtempSync(join(tmpdir(), "valuation-office-"));
  for (const path of ["cookbook/schemas/valuebill", `${council}/simulators/valuebill.yaml`]) {
    cpSync(join(tenants, path), join(root, "tenants", path), { recursive: true });
  }
  const simulators: Simulators = createSimulators({
    folder: join(root, "tenants"),
    dataDir: join(root, "data"),
    credentials: { alloy: {}, uniform: {}, pay: {}, valuebill: { [council]: login } },
    checker,
  });
  const server = createServer(getRequestListener(simulators.app.fetch));
  return {
    simulators,
    async listen() {
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const { port } = server.address() as AddressInfo; // a TCP server's address is never a path
      return `http://127.0.0.1:${port}`;
    },
    async close() {
      await simulators.close();
      server.closeAllConnections();
      server.close();
      rmSync(root, { recursive: true });
    },
  };
}

async function misbehave(base: string, council: string, faults: object): Promise<void> {
  const address = `${base}/valuebill/${council}/faults`;
  await fetch(address, { method: "PUT", body: JSON.stringify(faults) });
}
