import { type ConnectorDefinition, registerSettings } from "@guildhall/contract";
import { createConnector, resolveAddress } from "./create-connector.ts";
import { createGuard } from "./http/guard.ts";
import { unhurried } from "./test-server.ts";

const alloy: ConnectorDefinition = {
  id: "alloy",
  kind: "alloy",
  name: "environmental health",
  address: "http://127.0.0.1:1/",
  settings: { reference: "attributes_reference" },
  maxParallel: 2,
  timeoutMs: 30_000,
  statuses: [],
  follows: [],
  knownStatuses: [],
  codes: {},
};
const uniform: ConnectorDefinition = {
  ...alloy,
  kind: "uniform",
  settings: { databaseId: "LIVE" },
};
const valuebill: ConnectorDefinition = {
  ...alloy,
  kind: "valuebill",
  settings: { billingAuthority: "0505" },
};
const http: ConnectorDefinition = {
  ...alloy,
  kind: "http",
  settings: registerSettings.http,
};
const soap: ConnectorDefinition = { ...alloy, kind: "soap", settings: registerSettings.soap };
const open311: ConnectorDefinition = { ...alloy, kind: "open311", settings: {} };
const report = `<BAreports xmlns="http://www.govtalk.gov.uk/LG/Valuebill"><BAidentityNumber>0505</BAidentityNumber></BAreports>`;
const outgoing = {
  key: "out_1",
  reference: "CAM-2V4K-7XQP",
  does: "create" as const,
  operation: "create",
  attempt: 1,
  evidence: [],
  headers: {},
};
const deps = { request: createGuard({ allowLoopback: ["127.0.0.1:1"] }) };

describe("createConnector", () => {
  it.each([
    ["alloy", alloy, { apiKey: "k" }, '{"design":"designs_x"}'],
    ["uniform", uniform, { userName: "u", password: "p" }, "<SubmitGeneralServiceRequest/>"],
    ["valuebill", valuebill, { userName: "u", password: "p" }, report],
    ["http", http, { apiKey: "k" }, "{}"],
    ["soap", soap, { userName: "u", password: "p" }, "<a/>"],
    ["open311", open311, {}, '{"service_code":"a"}'],
  ])(
    "makes a connector of kind %s that tries again when nobody listens",
    async (_, definition, credentials, body) => {
      const connector = createConnector(definition, credentials, deps);

      expect(await connector.send({ ...outgoing, body }, unhurried())).toEqual({
        outcome: "retry",
        code: "connection-refused",
      });
    },
  );

  it.each([
    [
      "alloy",
      { ...alloy, address: "https://10.0.0.1/" },
      { apiKey: "k" },
      '{"design":"designs_x"}',
    ],
    [
      "uniform",
      { ...uniform, address: "https://10.0.0.1/" },
      { userName: "u", password: "p" },
      "<SubmitGeneralServiceRequest/>",
    ],
    [
      "valuebill",
      { ...valuebill, address: "https://10.0.0.1/" },
      { userName: "u", password: "p" },
      report,
    ],
    ["http", { ...http, address: "https://10.0.0.1/" }, { apiKey: "k" }, "{}"],
    [
      "soap",
      { ...soap, address: "https://169.254.169.254/" },
      { userName: "u", password: "p" },
      "<a/>",
    ],
    ["open311", { ...open311, address: "https://localhost/" }, {}, '{"service_code":"a"}'],
  ])(
    "says of kind %s that its address is not let out",
    async (_, definition, credentials, body) => {
      const connector = createConnector(definition, credentials, deps);

      expect(await connector.send({ ...outgoing, body }, unhurried())).toEqual({
        outcome: "retry",
        code: "egress-blocked",
      });
    },
  );

  it.each([
    [alloy, {}, "credentials-invalid"],
    [{ ...alloy, settings: {} }, { apiKey: "k" }, "settings-invalid"],
    [http, {}, "credentials-invalid"],
    [{ ...http, settings: {} }, { apiKey: "k" }, "settings-invalid"],
    [soap, { userName: "u" }, "credentials-invalid"],
    [open311, { password: "p" }, "credentials-invalid"],
    [uniform, { userName: "u" }, "credentials-invalid"],
    [{ ...uniform, settings: {} }, { userName: "u", password: "p" }, "settings-invalid"],
    [valuebill, { userName: "u" }, "credentials-invalid"],
    [
      { ...valuebill, settings: { billingAuthority: "505" } },
      { userName: "u", password: "p" },
      "settings-invalid",
    ],
  ])(
    "makes none of what is incomplete",
    (definition, credentials: Record<string, string>, code) => {
      expect(() => createConnector(definition, credentials, deps)).toThrow(code);
    },
  );
});

describe("resolveAddress", () => {
  it("leads to this installation's simulators", () => {
    const expected = "http://localhost:3001/alloy/cambridge-city/";

    expect(resolveAddress("simulator:alloy/cambridge-city", "http://localhost:3001")).toBe(
      expected,
    );
    expect(resolveAddress("simulator:/alloy/cambridge-city/", "http://localhost:3001/")).toBe(
      expected,
    );
  });

  it("leaves any other address as it is", () => {
    const address = "https://api.uk.alloyapp.io/api/";

    expect(resolveAddress(address, "http://localhost:3001")).toBe(address);
  });
});
