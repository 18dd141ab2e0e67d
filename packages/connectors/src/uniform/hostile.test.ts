import { ConnectorFault } from "../connector-fault.ts";
import { createConnector } from "../create-connector.ts";
import { createGuard } from "../http/guard.ts";
import { type Handler, serve, unhurried } from "../test-server.ts";
import { hostileAnswers } from "../testing/hostile-answers.ts";
import { outgoing, soap } from "./test-uniform.ts";

const window = { from: new Date("2026-03-03T09:00:00Z"), to: new Date("2026-03-03T09:05:00Z") };
const at = "2026-03-03T09:01:00.000Z";
const noteId = "not_01kb3zq8w5v0t6m2h9r4c7d1xa";
const note = { id: noteId, text: "Still damp", author: "citizen", byCitizen: true, at };
const telling = {
  ...outgoing,
  does: "note",
  theirReference: "26/00034/SR",
  body: JSON.stringify({ operation: "note", note }),
} as const;

/** A Uniform that lets anybody in, and answers every call but that as it is told. */
async function connectTo(handler: Handler) {
  const logon = soap("<R><LogonSuccessful>true</LogonSuccessful></R>");
  const server = await serve((seen, response) => {
    const isLogon = seen.body.includes("LogonToConnector");
    return (isLogon ? logon : handler)(seen, response);
  });
  const deps = { request: createGuard({ allowLoopback: [server.host] }), now: () => window.to };
  const notes = { visitType: "CUST", officer: "WEB", action: "PHON" };
  const definition = {
    id: "uniform",
    kind: "uniform",
    name: "housing",
    address: server.url,
    settings: { databaseId: "LIVE", referenceType: "SS", notes },
    maxParallel: 1,
    timeoutMs: 30_000,
    statuses: [],
    follows: [],
    knownStatuses: [],
    codes: {},
  } as const;
  const copied = { ...definition, statuses: [], follows: [], knownStatuses: [] };
  const login = { userName: "gh", password: "x" };
  return { server, connector: createConnector(copied, login, deps) };
}

describe("a Uniform that answers with", () => {
  const soapAnswers: readonly (readonly [string, Handler])[] = [
    ["a fault in a success", soap("<S:Fault><faultcode>S:Server</faultcode></S:Fault>")],
    [
      "a fault that blames us, in a success",
      soap("<S:Fault><faultcode>S:Client</faultcode></S:Fault>"),
    ],
    ["a failure in a success", soap("<R><TransactionSuccess>False</TransactionSuccess></R>")],
    ["an empty envelope", soap("")],
  ];

  it.each([...hostileAnswers, ...soapAnswers])(
    "%s has taken nothing over, and says nothing",
    async (_, handler) => {
      const { connector } = await connectTo(handler);
      expect(await connector.send(telling, unhurried())).toMatchObject({
        outcome: expect.stringMatching(/^(retry|refused)$/),
        code: expect.stringMatching(/^[a-z0-9-]{2,40}$/),
      });
      expect((await connector.send(outgoing, unhurried())).outcome).not.toBe("accepted");
    },
  );

  it.each([...hostileAnswers, ...soapAnswers.slice(0, 3)])(
    "%s has not been looked at",
    async (_, handler) => {
      const { connector } = await connectTo(handler);
      const looked = Promise.resolve(connector.poll?.(window, unhurried()));
      await expect(looked).rejects.toBeInstanceOf(ConnectorFault);
    },
  );

  it("one visit where there are usually several, and finds its own in it", async () => {
    const visit = `<Visit><ReferenceValue>V1</ReferenceValue><VisitTypeCode>CUST</VisitTypeCode><OfficerCode>WEB</OfficerCode><Comments>Customer update at 03/03/2026, 09:01&#13;\n[${noteId}]\n Still damp</Comments></Visit>`;
    const { server, connector } = await connectTo(
      soap(
        `<R><AdministrationDetails><StatusCode>4_INV</StatusCode></AdministrationDetails><InspectionDetails><ReferenceValue>I1</ReferenceValue><Visits>${visit}</Visits></InspectionDetails></R>`,
      ),
    );

    expect(await connector.send(telling, unhurried())).toEqual({
      outcome: "accepted",
      reference: "26/00034/SR",
      duplicate: true,
    });
    expect(server.seen.filter(({ body }) => body.includes("AddVisits"))).toEqual([]);
  });

  it("no visit after one was added, and so cannot say that it is there", async () => {
    const { connector } = await connectTo(
      soap(
        "<R><AdministrationDetails><StatusCode>4_INV</StatusCode></AdministrationDetails><InspectionDetails><ReferenceValue>I1</ReferenceValue><Visits/></InspectionDetails></R>",
      ),
    );

    expect(await connector.send(telling, unhurried())).toEqual({
      outcome: "retry",
      code: "visit-missing",
    });
  });
});
