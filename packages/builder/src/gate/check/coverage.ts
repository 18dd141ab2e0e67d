import type { ConnectorDefinition, ServiceDefinition } from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import type { Known } from "./known.ts";
import type { Said } from "./said.ts";

/** Statuses that a back office has, and that no table says the meaning of, or one says a stage for that there is none of. */
export function coverageFaults(service: ServiceDefinition, tenant: Known): Said[] {
  const used = new Set(service.mappings.map(({ connector }) => connector));
  const stages = new Set(service.stages.map(({ id }) => id));
  return tenant.connectors
    .filter(({ id }) => used.has(id))
    .flatMap((connector): Said[] => {
      const codes = statusesOf(connector, service, tenant);
      const rows = codes.map((code) =>
        stageFor([...service.statuses, ...connector.statuses], code),
      );
      const unsaid = codes.filter((_, at) => rows[at] === undefined);
      const gone = rows.flatMap((row) =>
        row?.stage === undefined || stages.has(row.stage) || service.statuses.includes(row)
          ? []
          : [row.stage],
      );
      return [
        ...saidOf(unsaid, (named) => `Nobody has said what ${named} of “${connector.id}” means.`),
        ...saidOf(
          gone,
          (named) => `Statuses of “${connector.id}” lead to ${named}, which is no stage here.`,
        ),
      ];
    });
}

function saidOf(names: readonly string[], sentence: (named: string) => string): Said[] {
  if (names.length === 0) return [];
  const named = [...new Set(names)].map((name) => `“${name}”`).join(", ");
  return [[["statuses"], sentence(named)]];
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
