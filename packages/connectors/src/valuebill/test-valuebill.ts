import type { ConnectorDefinition, Outgoing } from "@guildhall/contract";
import { createConnector } from "../create-connector.ts";
import { createGuard } from "../http/guard.ts";
import { type Handler, json, type Seen, serve } from "../test-server.ts";

export const report = (authority = "0505", inside = authority) =>
  `<BAreports xmlns="http://www.govtalk.gov.uk/LG/Valuebill"><BAreportHeader><BillingAuthorityIdentityCode>${authority}</BillingAuthorityIdentityCode></BAreportHeader><BApropertyReport><BAidentityNumber>${inside}</BAidentityNumber></BApropertyReport></BAreports>`;

export const outgoing: Outgoing = {
  key: "out_1",
  reference: "CAM-2V4K-7XQP",
  does: "create",
  operation: "upload",
  body: report(),
  attempt: 1,
  evidence: [],
  headers: { traceparent: "00-1" },
};

export const submission = (status = "Pending", rest: object = {}) => ({
  reference: "out_1",
  status,
  ...rest,
});

/** The codes of what is wrong, as an answer that takes nothing. */
export const refusing = (codes: readonly string[], status = 400): Handler => {
  return (_, response) => json(response, { errors: codes.map((code) => ({ code })) }, status);
};

/** A service that numbers its tokens and takes only the newest; `instead` answers the next call of an operation. */
export async function serveValuebill() {
  const instead: { operation: string; handler: Handler }[] = [];
  let token = 0;
  const answers: Record<string, Handler> = {
    login: (_, response) => {
      token += 1;
      json(response, { token: tokenOf(token) });
    },
    upload: (_, response) => json(response, submission(), 202),
    submission: (_, response) => json(response, { errors: [] }, 404),
    submissions: (_, response) => json(response, { submissions: [] }),
  };
  const isKnown = ({ headers }: Seen) => headers.authorization === `Bearer ${tokenOf(token)}`;
  const server = await serve((seen, response) => {
    const operation = operationOf(seen);
    const index = instead.findIndex((one) => one.operation === operation);
    const [other] = index < 0 ? [] : instead.splice(index, 1);
    if (other) return other.handler(seen, response);
    if (operation !== "login" && !isKnown(seen)) return json(response, {}, 401);
    answers[operation]?.(seen, response);
  });
  let now = new Date("2025-03-03T09:15:00Z");
  const deps = { request: createGuard({ allowLoopback: [server.host] }), now: () => now };
  return {
    server,
    answers,
    instead: (operation: string, handler: Handler) => instead.push({ operation, handler }),
    operations: () => server.seen.map(operationOf),
    loseToken: () => {
      token += 1;
    },
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    connector: createConnector(definition(server.url), { userName: "ba", password: "p" }, deps),
  };
}
export type TestValuebill = Awaited<ReturnType<typeof serveValuebill>>;

const tokenOf = (number: number) => `token-number-${number}`;

function operationOf({ path }: Seen): string {
  if (path.startsWith("/submissions/")) return "submission";
  return /^\/(\w+)/.exec(path)?.[1] ?? "";
}

function definition(address: string): ConnectorDefinition {
  return {
    id: "valuebill",
    kind: "valuebill",
    name: "the Valuation Office",
    address,
    settings: { billingAuthority: "0505" },
    maxParallel: 1,
    timeoutMs: 30_000,
    statuses: [],
    follows: [],
    knownStatuses: [],
    codes: {},
  };
}
