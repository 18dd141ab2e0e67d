import type { ConnectorDefinition, ServiceDefinition } from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import type { Known } from "./known.ts";
import type { Said } from "./said.ts";

/** Statuses that a back office has, and that neither the service's table nor the connector's says the meaning of. */
export function coverageFaults(service: ServiceDefinition, tenant: Known): Said[] {
  const used = new Set(service.mappings.map(({ connector }) => connector));
  return tenant.connectors
    .filter(({ id }) => used.has(id))
    .flatMap((connector): Said[] => {
      const lacking = statusesOf(connector, service, tenant).filter(
        (code) => !isCovered(service, connector, code),
      );
      if (lacking.length === 0) return [];
      const codes = lacking.map((code) => `“${code}”`).join(", ");
      return [[["statuses"], `Nobody has said what ${codes} of “${connector.id}” means.`]];
    });
}

/** Known from the folder, or seen lately in this service's cases. */
function statusesOf(
  { id, knownStatuses }: ConnectorDefinition,
  service: ServiceDefinition,
  { seen = [] }: Known,
): string[] {
  const lately = seen.filter((one) => one.connector === id && one.service === service.id);
  return [
    ...new Set([
      ...knownStatuses.map(({ code }) => code),
      ...lately.map(({ external }) => external),
    ]),
  ];
}

/** Whether a table has a row for a status, whatever the case stood at before. */
export function isCovered(
  service: Pick<ServiceDefinition, "statuses">,
  connector: Pick<ConnectorDefinition, "statuses">,
  external: string,
): boolean {
  return stageFor([...service.statuses, ...connector.statuses], external) !== undefined;
}
