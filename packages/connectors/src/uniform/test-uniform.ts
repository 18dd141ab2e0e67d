import type { ConnectorDefinition, Outgoing } from "@guildhall/contract";
import { createConnector } from "../create-connector.ts";
import { createGuard } from "../http/guard.ts";
import { type Handler, type Seen, serve } from "../test-server.ts";

export const body = `<m:SubmitGeneralServiceRequest xmlns:m="urn:m" xmlns:s="urn:s"><s:ServiceRequestIdentification><s:AlternativeReferences><s:AlternativeReference><s:ReferenceType>SS</s:ReferenceType><s:ReferenceValue>SCD-2V4K-7XQP</s:ReferenceValue></s:AlternativeReference></s:AlternativeReferences></s:ServiceRequestIdentification><s:NatureOfComplaint>Damp &amp; mould — everywhere</s:NatureOfComplaint></m:SubmitGeneralServiceRequest>`;

export const outgoing: Outgoing = {
  key: "out_1",
  reference: "SCD-2V4K-7XQP",
  does: "create",
  operation: "submit-general-service-request",
  body,
  attempt: 1,
  evidence: [],
  headers: {},
};

/** Answer with what goes into a SOAP body. */
export const soap = (content: string, status = 200): Handler => {
  return (_, response) => {
    response.writeHead(status, { "content-type": "text/xml; charset=utf-8" });
    response.end(
      `<?xml version="1.0"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${content}</S:Body></S:Envelope>`,
    );
  };
};

export const soapFault = (code: string, words: string, status = 500): Handler =>
  soap(
    `<S:Fault><faultcode>${code}</faultcode><faultstring>${words}</faultstring></S:Fault>`,
    status,
  );

/** The reply to a submission: what came of it, and under which reference. */
export const submitted = (success: string, content: string): Handler =>
  soap(`<R><TransactionSuccess>${success}</TransactionSuccess>${content}</R>`);

export const identification = (reference: string) =>
  `<ServiceRequestIdentification><AlternativeReferences><AlternativeReference><ReferenceValue>other</ReferenceValue></AlternativeReference></AlternativeReferences><ReferenceValue>${reference}</ReferenceValue></ServiceRequestIdentification>`;

export const message = (words: string) =>
  `<TransactionMessages><TransactionMessage><MessageBrief>${words}</MessageBrief></TransactionMessage></TransactionMessages>`;

/** A Uniform that numbers its sessions and takes only the newest; `instead` answers the next call of an operation. */
export async function serveUniform() {
  const instead: { operation: string; handler: Handler }[] = [];
  let session = 0;
  const answers: Record<string, Handler> = {
    LogonToConnector: (seen, response) => {
      session += 1;
      response.setHeader("set-cookie", [
        `ASP.NET_SessionId=s${session}; path=/; HttpOnly`,
        "route=a",
      ]);
      soap("<R><X><LogonSuccessful>true</LogonSuccessful></X></R>")(seen, response);
    },
    SubmitGeneralServiceRequest: submitted("True", identification("25/00034/HOU")),
  };
  const isKnown = ({ headers }: Seen) =>
    headers.cookie === `ASP.NET_SessionId=s${session}; route=a`;
  const server = await serve((seen, response) => {
    const operation = operationOf(seen);
    const index = instead.findIndex((one) => one.operation === operation);
    const [other] = index < 0 ? [] : instead.splice(index, 1);
    if (other) return other.handler(seen, response);
    if (operation !== "LogonToConnector" && !isKnown(seen)) {
      return soapFault("soap:Client", "You are not logged on.")(seen, response);
    }
    answers[operation]?.(seen, response);
  });

  let now = new Date("2025-03-03T09:15:00Z");
  const deps = { request: createGuard({ allowLoopback: [server.host] }), now: () => now };
  return {
    server,
    answers,
    instead: (operation: string, handler: Handler) => instead.push({ operation, handler }),
    operations: () => server.seen.map(operationOf),
    loseSession: () => {
      session += 1;
    },
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    connector: createConnector(definition(server.url), { userName: "gh", password: "a<b&c" }, deps),
  };
}

export type TestUniform = Awaited<ReturnType<typeof serveUniform>>;

function operationOf({ headers }: Seen): string {
  return /\/(\w+)"$/.exec(String(headers.soapaction))?.[1] ?? "";
}

function definition(address: string): ConnectorDefinition {
  return {
    id: "uniform",
    kind: "uniform",
    name: "housing",
    address,
    settings: { databaseId: "LIVE", referenceType: "SS" },
    maxParallel: 2,
    timeoutMs: 30_000,
    statuses: [],
    follows: [],
    knownStatuses: [],
    codes: {},
  };
}
