import { ConnectorFault, createConnector, GuardFault, resolveAddress } from "@guildhall/connectors";
import type { ConnectionTest, Connector, NewTenantConnector } from "@guildhall/contract";
import type { ConnectorOptions } from "./connectors.ts";

const patienceMs = 15_000;
const minuteMs = 60_000;

/** Speak to an outside system once, with a connection that is not kept: nothing is changed there. */
export function createConnectionTest({ request, simulators }: ConnectorOptions) {
  return async ({ credential, ...definition }: NewTenantConnector): Promise<ConnectionTest> => {
    const address = resolveAddress(definition.address, simulators);
    try {
      const deps = { request, now: () => new Date() };
      return await ask(createConnector({ ...definition, address }, given(credential), deps));
    } catch (error) {
      return { outcome: "fails", sentence: sentenceOf(error) };
    }
  };
}

function given(credential: NewTenantConnector["credential"] = {}): Record<string, string> {
  const set = Object.entries(credential).filter((pair) => pair[1] !== undefined);
  // What is not set was left out above.
  return Object.fromEntries(set) as Record<string, string>;
}

/** The first question that it answers without a case: what it takes, or else what has changed in the last minute. */
async function ask(connector: Connector): Promise<ConnectionTest> {
  const signal = AbortSignal.timeout(patienceMs);
  if (connector.designs) {
    const designs = await connector.designs(signal);
    const words = designs.length === 1 ? "one kind of case" : `${designs.length} kinds of case`;
    return { outcome: "answers", sentence: `It answers, and takes ${words}.` };
  }
  if (!connector.poll)
    return {
      outcome: "cannot-be-asked",
      sentence: "It answers nothing before it is sent a case, so the first one will tell.",
    };
  const to = new Date();
  await connector.poll({ from: new Date(to.getTime() - minuteMs), to }, signal);
  return { outcome: "answers", sentence: "It answers, and tells what has changed." };
}

/** In words of ours: what the other side says may hold anything. */
function sentenceOf(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return sentences[code] ?? `It does not answer as it has to (${code}).`;
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof ConnectorFault || error instanceof GuardFault) return error.code;
  return error instanceof Error && error.name === "TimeoutError" ? "timeout" : undefined;
}

const notLetIn = "It answers, and does not let us in with this credential.";
const silent = "Nothing answers at this address.";

const sentences: Readonly<Record<string, string>> = {
  "credential-refused": notLetIn,
  "settings-invalid": "The settings of this connection are not complete.",
  "credentials-invalid": "The credential of this connection is not complete.",
  "egress-blocked": "This address may not be called from here.",
  timeout: "It does not answer in time.",
  "name-not-found": silent,
  "connection-refused": silent,
  "connection-lost": silent,
};
