import { ConnectorFault } from "../connector-fault.ts";
import { answeringText, type Handler, hangUp, unhurried } from "../test-server.ts";
import {
  message,
  serveUniform,
  soap,
  soapFault,
  submitted,
  type TestUniform,
} from "./test-uniform.ts";

const list = "GetChangedServiceRequestRefVals";
const read = "GetGeneralServiceRequestByReferenceValue";

const refVals = (...entries: [reference: string, type: string][]): Handler =>
  soap(
    `<R>${entries.map(([reference, type]) => `<RefVals><ReferenceValue>${reference}</ReferenceValue><RequestType>${type}</RequestType></RefVals>`).join("")}</R>`,
  );

const details = (status: string, closing = ""): Handler =>
  soap(
    `<R><AdministrationDetails><StatusCode>${status}</StatusCode><ClosingActionCode>${closing}</ClosingActionCode></AdministrationDetails></R>`,
  );

describe("polling Uniform", () => {
  let uniform: TestUniform;

  const window = { from: new Date("2025-07-01T08:00:00Z"), to: new Date("2025-07-01T08:05:00Z") };
  const poll = async (when = window) => uniform.connector.poll?.(when, unhurried());

  beforeEach(async () => {
    uniform = await serveUniform();
    uniform.answers[list] = refVals(["25/00034/HOU", "GENERAL"]);
    uniform.answers[read] = details("4_INV");
  });

  it("sees the state of a single changed case", async () => {
    const [change, ...others] = (await poll()) ?? [];

    expect(others).toEqual([]);
    expect(change).toMatchObject({ reference: "25/00034/HOU", status: "4_INV", at: window.to });
    expect(change?.changeKey).toMatch(/^25_00034_HOU_[0-9a-f]{8}_[0-9a-z]+$/);
  });

  it("reads each general case once, and leaves the others alone", async () => {
    uniform.answers[list] = refVals(
      ["25/1/A", "GENERAL"],
      ["25/2/B", "FOOD"],
      ["25/1/A", "GENERAL"],
      ["25/3/C&amp;D", "GENERAL"],
    );

    expect((await poll())?.map(({ reference }) => reference)).toEqual(["25/1/A", "25/3/C&D"]);
    expect(uniform.server.seen.at(-1)?.body).toContain(
      "<m:ReferenceValue>25/3/C&amp;D</m:ReferenceValue>",
    );
  });

  it("joins a closed case's status and action, and keys each state its own way, always the same", async () => {
    const [first] = (await poll()) ?? [];
    const [again] = (await poll()) ?? [];
    uniform.answers[read] = details("8_CLO", "RESFIX");
    const [closed] = (await poll()) ?? [];

    expect(closed?.status).toBe("8_CLO/RESFIX");
    expect(again?.changeKey).toBe(first?.changeKey);
    expect(closed?.changeKey).not.toBe(first?.changeKey);
  });

  it("keys a return to an earlier state as a change of its own", async () => {
    const keys: (string | undefined)[] = [];
    for (const [minute, status] of ["4_INV", "5_NOT", "4_INV", "4_INV"].entries()) {
      uniform.answers[read] = details(status);
      const to = new Date(window.to.getTime() + minute * 60_000);
      const [change] = (await poll({ from: window.from, to })) ?? [];
      keys.push(change?.changeKey);
    }

    expect(new Set(keys).size).toBe(3);
    expect(keys[3]).toBe(keys[2]);
  });

  it("never misses what changed in the hour that comes twice", async () => {
    const from = new Date("2025-10-26T00:59:30Z"); // 01:59:30 by summer time
    await poll({ from, to: new Date("2025-10-26T01:05:00Z") });
    await poll({ from: new Date("2025-10-26T01:04:00Z"), to: new Date("2025-10-26T01:09:00Z") });

    const asked = uniform.server.seen.flatMap(({ body }) =>
      [...body.matchAll(/<m:LastUpdated>(.+)<\/m:LastUpdated>/g)].map(([, local]) => local),
    );
    expect(asked).toEqual(["2025-10-26T00:59:30", "2025-10-26T01:04:00"]);
  });

  it.each([
    ["in summer", "2025-07-01T08:00:00Z", "2025-07-01T09:00:00"],
    ["in winter", "2025-01-01T08:00:00Z", "2025-01-01T08:00:00"],
    ["at midnight", "2025-07-01T23:00:00Z", "2025-07-02T00:00:00"],
  ])("asks in UK local time %s", async (_, from, local) => {
    await poll({ from: new Date(from), to: new Date(from) });

    expect(uniform.server.seen[1]?.body).toContain(`<m:LastUpdated>${local}</m:LastUpdated>`);
  });

  it("sees nothing where nothing changed", async () => {
    uniform.answers[list] = soap("<R/>");

    expect(await poll()).toEqual([]);
  });

  it.each([
    ["is refused", submitted("False", message("No such request"))],
    ["cannot be shown", soapFault("S:Server", "Failed")],
    ["has no status yet", details("")],
  ])("goes on to the next when a case %s", async (_, handler) => {
    uniform.answers[list] = refVals(["25/1/A", "GENERAL"], ["25/2/B", "GENERAL"]);
    uniform.instead(read, handler);

    expect((await poll())?.map(({ reference }) => reference)).toEqual(["25/2/B"]);
  });

  it.each([
    ["the list is refused", list, submitted("False", message("Mr Smith")), "list-refused"],
    ["the list fails", list, soapFault("S:Server", "Mr Smith"), "list-refused"],
    ["the list is HTML", list, answeringText("<html></html>"), "bad-answer"],
    ["the list is lost", list, hangUp, "connection-lost"],
    ["a case is lost", read, hangUp, "connection-lost"],
    ["a case is a gateway's error", read, answeringText("", 502), "bad-answer"],
    ["the logon fails", "LogonToConnector", answeringText("", 401), "credential-refused"],
  ])("fails with a code of ours when %s", async (_, operation, handler, code) => {
    uniform.instead(operation, handler);

    const fault = await poll().catch((error) => error);
    expect(fault).toBeInstanceOf(ConnectorFault);
    expect(fault.message).toBe(code);
  });
});
