import { createConnector, createGuard } from "@guildhall/connectors";
import {
  type Connector,
  ConnectorDefinition,
  type Outgoing,
  registerDoors,
  registerSettings,
} from "@guildhall/contract";
import {
  form,
  registerUser,
  startSimulators,
  type TestSimulators,
} from "../fixtures/test-simulators.ts";

const kinds = ["http", "soap", "open311"] as const;
type Kind = (typeof kinds)[number];
const { apiKey, ...login } = registerUser;
const credentials = { http: { apiKey }, soap: login, open311: { apiKey } };
const documents: Record<Kind, string> = {
  http: '{"title":"Pothole"}',
  soap: '<Works xmlns="urn:x"><Title>Pothole &amp; more</Title></Works>',
  open311: '{"service_code":"works","description":"Pothole"}',
};
const base = "/register/exampleshire";
const signal = () => new AbortController().signal;

describe.each(kinds)("a connector of kind %s at the register", (kind) => {
  let world: TestSimulators;
  let connector: Connector;
  let make: (given: Record<string, string>) => Connector;
  const outgoing: Outgoing = {
    key: "out_1",
    reference: "EXA-2V4K-7XQP",
    does: "create",
    operation: "create",
    body: documents[kind],
    attempt: 1,
    evidence: [],
    headers: {},
  };
  const send = (change: Partial<Outgoing> = {}) =>
    connector.send({ ...outgoing, ...change }, signal());
  const faults = (given: object) =>
    world.request(`${base}/faults`, { method: "PUT", body: JSON.stringify(given) });
  const officer = (action: string, fields: Record<string, string>) =>
    world.request(`${base}/cases/SW-00001/${action}`, form(fields));
  const page = async () => (await world.request(`${base}/cases/SW-00001`)).text();

  beforeEach(async () => {
    world = startSimulators();
    const url = await world.listen();
    const address = `${url}${base}/${registerDoors[kind]}`;
    const settings = registerSettings[kind];
    // A definition's own address is an https one; what a worker resolves may be this machine's.
    const definition = ConnectorDefinition.parse({
      id: "works",
      kind,
      name: "works",
      address: "simulator:x",
      settings,
    });
    const request = createGuard({ allowLoopback: [new URL(url).host] });
    make = (given) =>
      createConnector({ ...definition, address }, given, { request, now: () => world.at });
    connector = make(credentials[kind]);
  });
  afterEach(() => world.close());

  it("makes a case, and says so again without a second one", async () => {
    expect(await send()).toEqual({ outcome: "accepted", reference: "SW-00001" });
    expect(await page()).toContain("Pothole");
    expect(await send({ key: "out_2", attempt: 2 })).toMatchObject({ reference: "SW-00001" });
    const list = await (await world.request(`${base}/?state=all`)).text();
    expect(list).toContain("SW-00001");
    expect(list).not.toContain("SW-00002");
  });

  it("is refused in the register's own way", async () => {
    await faults({ refused: { times: 1 } });
    const code = kind === "open311" ? "request-refused" : "register-refused";

    expect(await send()).toEqual({ outcome: "refused", code });
  });

  it("is in doubt about a lost reply, or finds the case by our reference where that can be done", async () => {
    await faults({ "lost-reply": { times: 1 } });
    const found = { outcome: "accepted", reference: "SW-00001", duplicate: true };
    const doubt = { outcome: "ambiguous", code: "connection-lost" };

    expect(await send()).toEqual(kind === "open311" ? doubt : found);
  });

  it("tells a note once, and sees what an officer answers", async () => {
    await send();
    const note = {
      id: "not_01kb3zq8w5v0t6m2h9r4c7d1xe",
      text: "Worse <now>",
      author: "Ada",
      byCitizen: true,
      at: "2026-03-03T09:15:00Z",
    };
    const told = {
      does: "note" as const,
      theirReference: "SW-00001",
      body: JSON.stringify({ operation: "note", note }),
    };
    expect(await send(told)).toEqual({ outcome: "accepted", reference: "SW-00001" });
    expect(await send(told)).toMatchObject({ outcome: "accepted" });
    expect((await page()).split("Worse &lt;now&gt;")).toHaveLength(2);

    await officer("status", { status: "in_progress" });
    await officer("note", { text: "On our way", visible: "yes" });
    const window = {
      from: new Date(world.at.getTime() - 60_000),
      to: new Date(world.at.getTime() + 60_000),
    };
    const seen = (await connector.poll?.(window, signal())) ?? [];
    const again = (await connector.poll?.(window, signal())) ?? [];
    expect(seen.map(({ status }) => status).filter(Boolean)).toEqual(["in_progress"]);
    expect(seen.flatMap(({ notes = [] }) => notes)).toMatchObject([
      { text: "On our way", visibleToCitizen: true },
    ]);
    expect(again).toEqual(seen);
  });

  it("is not let in with another credential", async () => {
    const other = { http: { apiKey: "x" }, soap: { ...login, password: "x" }, open311: {} }[kind];
    connector = make(other);

    expect(await send()).toEqual({ outcome: "retry", code: "credential-refused" });
  });
});
