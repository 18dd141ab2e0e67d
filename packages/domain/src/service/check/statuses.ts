import type { ConnectorDefinition, ServiceDefinition } from "@guildhall/contract";
import type { Said } from "./said.ts";

/** A status table names each status once, and stages that its services have. */
export function statusFaults(
  { statuses }: Pick<ConnectorDefinition, "statuses">,
  services: readonly ServiceDefinition[],
): Said[] {
  return statuses.flatMap(({ external, stage }, at): Said[] => {
    const lacking = services
      .filter(({ stages }) => !stages.some(({ id }) => id === stage))
      .map(({ id }) => `“${id}”`);
    const twice = statuses.findIndex((row) => row.external === external) < at;
    return [
      ...(twice ? [[["statuses", at, "external"], `“${external}” is there twice.`] as const] : []),
      ...(lacking.length > 0
        ? [[["statuses", at, "stage"], `${lacking.join(", ")} has no stage “${stage}”.`] as const]
        : []),
    ];
  });
}
