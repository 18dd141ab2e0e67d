import { createConnector, createGuard, resolveAddress } from "@guildhall/connectors";
import { ConnectorDefinition } from "@guildhall/contract";
import {
  form,
  startSimulators,
  type TestSimulators,
  uniformUser,
} from "../fixtures/test-simulators.ts";
import { logOn, soap, submission, textsOf } from "../fixtures/test-uniform.ts";

describe("the list of what changed in Uniform", () => {
  let world: TestSimulators;
  let base: string;
  beforeEach(async () => {
    world = startSimulators();
    base = await world.listen();
    const cookie = await logOn(world);
    await soap(world, "SubmitGeneralServiceRequest", submission(), { cookie });
    await changeStatus("26-00007-FS");
    await changeStatus("26-00001-SR");
  });
  afterEach(() => world.close());

  const changeStatus = (id: string) =>
    world.request(`/uniform/exampleshire/cases/${id}/status`, form({ status: "2_ALL" }));

  it("mixes the types of request", async () => {
    const content = "<m:LastUpdated>2026-03-03T09:00:00</m:LastUpdated>";
    const cookie = await logOn(world);
    const { text } = await soap(world, "GetChangedServiceRequestRefVals", content, { cookie });

    expect(textsOf(text, "ReferenceValue")).toEqual(["26/00007/FS", "26/00001/SR"]);
    expect(textsOf(text, "RequestType")).toEqual(["FOOD", "GENERAL"]);
  });

  it("is read by the platform's connector, which passes over what it cannot read", async () => {
    const definition = ConnectorDefinition.parse({
      id: "uniform",
      kind: "uniform",
      name: "housing",
      address: "simulator:uniform/exampleshire",
      settings: { databaseId: "EXTEST", referenceType: "GH" },
      statuses: [],
    });
    const address = resolveAddress(definition.address, base);
    const request = createGuard({ allowLoopback: [new URL(base).host] });
    const connector = createConnector({ ...definition, address }, uniformUser, { request });
    const window = { from: new Date("2026-03-03T09:00:00Z"), to: new Date("2026-03-03T10:00:00Z") };
    const changes = await connector.poll?.(window, AbortSignal.timeout(10_000));

    expect(changes?.map(({ reference, status }) => [reference, status])).toEqual([
      ["26/00001/SR", "2_ALL"],
    ]);
    const { data } = await (await world.request("/uniform/exampleshire/requests")).json();
    const reads = data.filter(
      ({ operation }: { operation?: string }) =>
        operation === "GetGeneralServiceRequestByReferenceValue",
    );
    expect(reads).toHaveLength(1);
  });

  it.each([
    ["SRKIND", ["H", "L", "F"]],
    ["VISITTYPE", ["EHCUR"]],
    ["ACTIONS", ["EHPCU"]],
    ["OFFICER", ["EHCALL"]],
    ["SRSTATUS", ["1_REC", "2_ALL", "3_VIS", "4_INV", "8_CLO"]],
  ])("comes beside the code list %s", async (list, codes) => {
    const cookie = await logOn(world);
    const content = `<v:ListName>${list}</v:ListName>`;
    const { text } = await soap(world, "GetCnCodeList", content, { cookie });

    expect(textsOf(text, "CodeValue")).toEqual(codes);
  });
});
