import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createConnector, createGuard, resolveAddress } from "@guildhall/connectors";
import { ConnectorDefinition, type Outgoing } from "@guildhall/contract";
import { parse } from "yaml";
import { startSimulators, type TestSimulators } from "./fixtures/test-simulators.ts";
import { loadTenants } from "./tenants.ts";

const folder = join(import.meta.dirname, "../../../tenants");

/** Every golden document of the repository's tenants, by the connector that it is for. */
const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\/examples\/[a-z-]+\.case\.(json|xml)$/.test(path))
  .map((path) => ({ path, tenant: path.split("/")[0] ?? "" }))
  .filter(({ tenant }) => tenant !== "cookbook")
  .map((found) => ({ ...found, kind: kindOf(found.path) }));

const credentials = { apiKey: "key-of-the-tenant", userName: "GUILDHALL", password: "secret" };

function kindOf(path: string): "alloy" | "uniform" | "valuebill" | "claims" {
  const text = readFileSync(join(folder, path), "utf8");
  if (path.endsWith(".json")) return "design" in JSON.parse(text) ? "alloy" : "claims";
  return text.startsWith("<BAreports") ? "valuebill" : "uniform";
}

/** A number below 1024 in two characters that a reference may hold. */
function letters(number: number): string {
  const digits = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return `${digits[Math.floor(number / 32)]}${digits[number % 32]}`;
}

const fieldNames = /(?<=<s4:FieldName>)[^<]+/g;

describe("the tenants' simulators", () => {
  let world: TestSimulators;
  let base: string;
  beforeAll(async () => {
    const tenants = [...new Set(documents.map(({ tenant }) => tenant))];
    const forAll = <T>(value: T) => Object.fromEntries(tenants.map((tenant) => [tenant, value]));
    world = startSimulators({
      folder,
      credentials: {
        alloy: forAll(credentials.apiKey),
        uniform: forAll(credentials),
        pay: {},
        valuebill: forAll(credentials),
        register: forAll(credentials),
      },
    });
    base = await world.listen();
  });
  afterAll(() => world.close());

  const connect = (tenant: string, kind: string) => {
    const file = join(folder, tenant, "connectors", `${kind}.yaml`);
    const definition = ConnectorDefinition.parse({
      id: kind,
      ...parse(readFileSync(file, "utf8")),
    });
    const address = resolveAddress(definition.address, base);
    const { apiKey, userName, password } = credentials;
    const given: Record<string, string> =
      kind === "alloy" || kind === "claims" ? { apiKey } : { userName, password };
    const request = createGuard({ allowLoopback: [new URL(base).host] });
    return createConnector({ ...definition, address }, given, { request });
  };

  it.each(documents)("take $path through the connector, once", async ({ path, tenant, kind }) => {
    const connector = connect(tenant, kind);
    const body = readFileSync(join(folder, path), "utf8");
    const reference = /[A-Z]{2,4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(body)?.[0] ?? "";
    const own = reference.slice(0, -2) + letters(documents.findIndex((one) => one.path === path));
    const photo = {
      name: "photo.jpg",
      contentType: "image/jpeg",
      read: async () => new Uint8Array([255, 216]),
    };
    const outgoing: Outgoing = {
      key: `out_${own}`,
      reference: own,
      does: "create",
      operation: "create",
      body: body.replaceAll(reference, own),
      attempt: 1,
      evidence: kind === "alloy" ? [photo] : [],
      headers: {},
    };

    const first = await connector.send(outgoing, AbortSignal.timeout(10_000));
    expect(first).toEqual({ outcome: "accepted", reference: expect.any(String) });
    const again = await connector.send({ ...outgoing, attempt: 2 }, AbortSignal.timeout(10_000));
    expect(again).toEqual({ ...first, duplicate: true });
  });

  it("have a plain name for every field that comes in XtraValues", () => {
    const machine = ["PROCESSID", "CALLBACK", "GRANT"];
    for (const { tenant, uniform } of loadTenants(folder)) {
      const sent = documents
        .filter((document) => document.tenant === tenant && document.kind === "uniform")
        .flatMap(({ path }) => readFileSync(join(folder, path), "utf8").match(fieldNames) ?? []);
      const known = [...machine, ...Object.keys(uniform?.xtraNames ?? {})];

      expect([...new Set(sent)].filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it("say of every complaint type what kind it is", () => {
    for (const { uniform } of loadTenants(folder)) {
      const types = uniform?.lists.SRRECTYPE ?? [];
      expect(types.filter(({ kind }) => kind === undefined)).toEqual([]);
    }
  });

  it("know every status that their connector gives a meaning", () => {
    for (const tenant of new Set(documents.map((document) => document.tenant))) {
      const read = (path: string) => parse(readFileSync(join(folder, tenant, path), "utf8"));
      const { workflow } = read("simulators/alloy.yaml");
      const ids = [...workflow.open, ...workflow.closing];
      const mapped = read("connectors/alloy.yaml").statuses.map(
        (row: { external: string }) => row.external,
      );

      expect(mapped.filter((external: string) => !ids.includes(external.split("/")[0]))).toEqual(
        [],
      );
    }
  });
});
