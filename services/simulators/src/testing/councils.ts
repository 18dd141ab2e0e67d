import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createConnector, createGuard, resolveAddress } from "@guildhall/connectors";
import { type CaseUpdate, ConnectorDefinition, type Outgoing } from "@guildhall/contract";
import { parse } from "yaml";
import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

const tenants = join(import.meta.dirname, "../../../../tenants");
const councils = ["cambridge-city", "huntingdonshire", "south-cambridgeshire"];
export type Kind = "alloy" | "uniform";

const login = { userName: "GUILDHALL", password: "secret" };

/** A photo that goes with a case, or after it. */
export const photo = (name: string, bytes: readonly number[] = [255, 216]) => ({
  name,
  contentType: "image/jpeg",
  read: async () => new Uint8Array(bytes),
});

/** The three councils' own simulators on a real socket, and their own connectors to them through the guard. */
export async function startCouncils() {
  const forAll = <T>(value: T) => Object.fromEntries(councils.map((council) => [council, value]));
  const world = startSimulators({
    folder: tenants,
    credentials: { alloy: forAll("key"), uniform: forAll(login), pay: {}, valuebill: {} },
  });
  const base = await world.listen();
  const request = createGuard({ allowLoopback: [new URL(base).host] });
  const connect = (council: string, kind: Kind) => {
    const file = readFileSync(join(tenants, council, "connectors", `${kind}.yaml`), "utf8");
    const definition = ConnectorDefinition.parse({ id: kind, ...parse(file) });
    const address = resolveAddress(definition.address, base);
    const given: Record<string, string> = kind === "alloy" ? { apiKey: "key" } : login;
    return createConnector({ ...definition, address }, given, { request, now: () => world.at });
  };
  return { world, connect, close: () => world.close() };
}

export type Councils = Awaited<ReturnType<typeof startCouncils>>;

/** The golden document of a council's service, as it is handed over. */
export function creation(council: string, service: string, change: Partial<Outgoing> = {}) {
  const ending = service === "noise-nuisance" ? "json" : "xml";
  const path = join(tenants, council, "services", service, "examples", `least.case.${ending}`);
  const body = readFileSync(path, "utf8");
  const reference = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(body)?.[0] ?? "";
  return outgoing({ does: "create", reference, body, ...change });
}

export function outgoing(change: Partial<Outgoing>): Outgoing {
  return {
    key: "out_1",
    reference: "CAM-2V4K-7XQP",
    does: "note",
    operation: "create",
    body: "{}",
    attempt: 1,
    evidence: [],
    headers: {},
    ...change,
  };
}

/** What a case is told later. */
export function telling(
  theirReference: string,
  update: CaseUpdate,
  change: Partial<Outgoing> = {},
) {
  const body = JSON.stringify(update);
  return outgoing({ does: update.operation, theirReference, body, ...change });
}

export const noteIds = ["not_01kb3zq8w5v0t6m2h9r4c7d1xa", "not_01kb3zq8w5v0t6m2h9r4c7d1xb"];

export function note(text: string, id = noteIds[0] ?? "", at = "2026-07-03T08:15:00.000Z") {
  const written = { id, text, author: "citizen", byCitizen: true, at };
  return { operation: "note", note: written } as const satisfies CaseUpdate;
}

/** Make a back office misbehave. */
export async function misbehave(
  world: TestSimulators,
  place: string,
  faults: Record<string, unknown>,
): Promise<void> {
  const init = { method: "PUT", body: JSON.stringify(faults) };
  expect((await world.request(`/${place}/faults`, init)).status).toBe(200);
}

/** Do something as an officer does it, by a form of a page. */
export async function act(
  world: TestSimulators,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  expect((await world.request(path, form(fields))).status).toBe(303);
}

export const soon = () => AbortSignal.timeout(10_000);
