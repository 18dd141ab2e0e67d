import { type Need, neededDesigns } from "@guildhall/mapping";
import {
  type ConnectorRow,
  type Db,
  findDataset,
  listLiveServices,
  type ServiceVersion,
} from "@guildhall/store";
import { usesOf } from "../delivery/uses.ts";

const mostServices = 10_000;

/** What the live services of a tenant need of one back office. */
export interface Needed {
  readonly needs: readonly Need[];
  readonly wanted: Wanted;
}

/** What a back office is asked to tell of itself. */
export interface Wanted {
  readonly designs: readonly string[];
  /** Names of code lists. */
  readonly lists: readonly string[];
  /** Whether the names of all designs are wanted too. */
  readonly names?: true;
}

/** Gather what live services send to a back office, with what their rows can be answered from. */
export async function needsOf(
  db: Db,
  { definition: { id, kind } }: Pick<ConnectorRow, "definition">,
): Promise<Needed> {
  const live = await listLiveServices(db, { limit: mostServices });
  const mappings = live
    .flatMap(({ definition }) => definition.mappings)
    .filter(({ connector }) => connector === id);
  const uses = mappings.map(usesOf);
  const columnOf = await columnsOf(
    db,
    uses.flatMap(({ datasets }) => datasets),
  );
  return {
    needs: live.flatMap((service) => needsOfService(service, id, columnOf)),
    wanted: {
      designs: neededDesigns(kind, mappings),
      lists: [...new Set(uses.flatMap(({ codes }) => codes))],
    },
  };
}

function needsOfService(
  { definition, version }: ServiceVersion,
  connector: string,
  columnOf: Need["columnOf"],
): Need[] {
  const { id, title, form, mappings } = definition;
  return mappings
    .filter((mapping) => mapping.connector === connector)
    .map((mapping) => ({ service: id, serviceTitle: title, version, mapping, form, columnOf }));
}

/** The datasets whole, since any row of them may be written. */
async function columnsOf(db: Db, ids: readonly string[]): Promise<Need["columnOf"]> {
  const tables = new Map<string, Awaited<ReturnType<typeof findDataset>>>();
  for (const id of new Set(ids)) tables.set(id, await findDataset(db, id));
  return (dataset, column) => {
    const table = tables.get(dataset);
    const at = table?.columns.indexOf(column) ?? -1;
    return at < 0 ? undefined : new Set(table?.rows.flatMap((row) => row[at] ?? []));
  };
}
