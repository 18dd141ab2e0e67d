import { setTimeout as pause } from "node:timers/promises";
import {
  type Connector,
  type ConnectorDefinition,
  credentialOf,
  HttpSettings,
  Open311Settings,
  SoapSettings,
} from "@guildhall/contract";
import type { z } from "zod";
import { createAlloy } from "./alloy/connector.ts";
import { AlloyCredentials, AlloySettings } from "./alloy/settings.ts";
import { ConnectorFault } from "./connector-fault.ts";
import type { GuardedRequest } from "./http/guard.ts";
import { createOpen311 } from "./open311/connector.ts";
import { createHttp } from "./rest/connector.ts";
import { createSoap } from "./soap/connector.ts";
import { createUniform } from "./uniform/connector.ts";
import { UniformCredentials, UniformSettings } from "./uniform/settings.ts";
import { createValuebill } from "./valuebill/connector.ts";
import { ValuebillCredentials, ValuebillSettings } from "./valuebill/settings.ts";

export interface ConnectorDeps {
  readonly request: GuardedRequest;
  readonly now?: () => Date;
  /** Waits between two questions of one delivery. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

type Make = (
  definition: ConnectorDefinition,
  credentials: Readonly<Record<string, string>>,
  deps: Required<ConnectorDeps>,
) => Connector;

/**
 * Make the connector of a definition whose address is resolved.
 *
 * It remembers sessions and looked-up ids, so make one for each definition and keep it.
 *
 * @throws ConnectorFault `settings-invalid`, `credentials-invalid`, `not-a-back-office`
 */
export function createConnector(
  definition: ConnectorDefinition,
  credentials: Readonly<Record<string, string>>,
  { request, now = () => new Date(), wait = waitFor }: ConnectorDeps,
): Connector {
  return kinds[definition.kind](definition, credentials, { request, now, wait });
}

/** Ends early, and without a fault, when its caller has no more time. */
async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/** Turn an address of this installation's simulators into one that can be called; leave any other as it is. */
export function resolveAddress(address: string, simulatorsBase: string): string {
  const path = /^simulator:(.+)$/.exec(address)?.[1];
  if (path === undefined) return address;
  return `${simulatorsBase.replace(/\/+$/, "")}/${path.replace(/^\/+|\/+$/g, "")}/`;
}

/** Where citizens pay, and who carries messages, are no back offices: `createPaymentProvider` and `createMessageSender` make those. */
const notABackOffice: Make = () => {
  throw new ConnectorFault("not-a-back-office");
};

const kinds: Record<ConnectorDefinition["kind"], Make> = {
  "govuk-pay": notABackOffice,
  "govuk-notify": notABackOffice,
  alloy: ({ address, settings }, credentials, deps) =>
    createAlloy({
      address,
      apiKey: parse(AlloyCredentials, credentials, "credentials-invalid").apiKey,
      settings: parse(AlloySettings, settings, "settings-invalid"),
      deps,
    }),
  uniform: (definition, given, deps) => {
    const settings = parse(UniformSettings, definition.settings, "settings-invalid");
    const { databaseId = settings.databaseId, ...login } = parse(
      UniformCredentials,
      given,
      "credentials-invalid",
    );
    const { address, timeoutMs } = definition;
    return createUniform({
      address,
      timeoutMs,
      settings,
      credentials: { ...login, databaseId },
      deps,
    });
  },
  valuebill: ({ address, timeoutMs, settings }, credentials, deps) =>
    createValuebill({
      address,
      timeoutMs,
      ...parse(ValuebillSettings, settings, "settings-invalid"),
      credentials: parse(ValuebillCredentials, credentials, "credentials-invalid"),
      deps,
    }),
  http: (definition, given, deps) => {
    const { address, timeoutMs } = definition;
    const settings = parse(HttpSettings, definition.settings, "settings-invalid");
    const credentials = parse(credentialOf(definition), given, "credentials-invalid");
    return createHttp({ address, timeoutMs, settings, credentials, deps });
  },
  soap: (definition, given, deps) => {
    const { address, timeoutMs } = definition;
    const settings = parse(SoapSettings, definition.settings, "settings-invalid");
    const credentials = parse(credentialOf(definition), given, "credentials-invalid");
    return createSoap({ address, timeoutMs, settings, credentials, deps });
  },
  open311: (definition, given, deps) => {
    const settings = parse(Open311Settings, definition.settings, "settings-invalid");
    const { apiKey } = parse(credentialOf(definition), given, "credentials-invalid");
    return createOpen311({ address: definition.address, settings, apiKey, deps });
  },
};

function parse<T extends z.ZodType>(schema: T, value: unknown, code: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ConnectorFault(code);
}
