import type { ConnectorDefinition, ServiceDefinition, StatusRow } from "@guildhall/contract";
import type { Path, Said } from "./said.ts";

/** A status table names each status once, and stages that its services have; what speaks to the citizen has a stage. */
export function statusFaults(
  { statuses }: Pick<ConnectorDefinition, "statuses">,
  services: readonly ServiceDefinition[],
): Said[] {
  return statuses.flatMap((row, at): Said[] => {
    const said = [
      ...repeatedFaults(row, statuses.slice(0, at)),
      ...(row.stage === undefined ? silentFaults(row) : stageFaults(row.stage, services)),
    ];
    return said.map(([path, sentence]) => [["statuses", at, ...path], sentence]);
  });
}

function repeatedFaults({ external, after }: StatusRow, earlier: readonly StatusRow[]): Said[] {
  if (!earlier.some((row) => row.external === external && row.after === after)) return [];
  const which = after === undefined ? `“${external}”` : `“${external}” after “${after}”`;
  return [[["external"], `${which} is there twice.`]];
}

function silentFaults({ external, ends, text }: StatusRow): Said[] {
  const said: (readonly [Path, string] | undefined)[] = [
    ends && [["ends"], `“${external}” ends the process, and has no stage to end at.`],
    text === undefined ? undefined : [["text"], `“${external}” has words, and no stage for them.`],
  ];
  return said.filter((one) => one !== undefined);
}

function stageFaults(stage: string, services: readonly ServiceDefinition[]): Said[] {
  const lacking = services
    .filter(({ stages }) => !stages.some(({ id }) => id === stage))
    .map(({ id }) => `“${id}”`);
  return lacking.length > 0 ? [[["stage"], `${lacking.join(", ")} has no stage “${stage}”.`]] : [];
}
