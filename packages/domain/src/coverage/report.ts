import {
  type ConnectorDefinition,
  Problem,
  type ServiceDefinition,
  type StatusCoverage,
} from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import {
  findConnector,
  listLiveServices,
  listStatusesSeen,
  type StatusSeen,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

const dayMs = 86_400_000;
/** How long a status that was seen counts. */
export const seenForMs = 90 * dayMs;
const mostServices = 10_000;

/**
 * Tell of every status that a back office is known to have, or was seen to have in 90 days, what it means to the
 * citizens of each service that it works.
 *
 * @throws Problem `not-found` (connector)
 */
export async function coverageReport(
  ctx: Context,
  { connector, service }: { readonly connector: string; readonly service?: string | undefined },
): Promise<{ data: StatusCoverage[] }> {
  requireScope(ctx, "connectors:read");
  const definition = (await findConnector(ctx.db, connector))?.definition;
  if (!definition) throw new Problem("not-found");
  const seen = await listStatusesSeen(ctx.db, { since: ctx.now() - seenForMs, connector });
  const worked = await workedBy(ctx, connector, seen);
  const asked = worked.filter(({ id }) => service === undefined || id === service);
  return { data: asked.flatMap((one) => rowsOf(one, definition, seen)) };
}

/** The services that go to a connector now, and those whose cases were heard of lately. */
async function workedBy(
  { db }: Context,
  connector: string,
  seen: readonly StatusSeen[],
): Promise<ServiceDefinition[]> {
  const live = (await listLiveServices(db, { limit: mostServices })).map(
    ({ definition }) => definition,
  );
  const heard = new Set(seen.map(({ service }) => service));
  return live.filter(
    ({ id, mappings }) => heard.has(id) || mappings.some((one) => one.connector === connector),
  );
}

function rowsOf(
  service: ServiceDefinition,
  connector: ConnectorDefinition,
  seen: readonly StatusSeen[],
): StatusCoverage[] {
  const known = new Map(connector.knownStatuses.map(({ code, text }) => [code, text]));
  const came = new Map(
    seen.filter((one) => one.service === service.id).map((one) => [one.external, one]),
  );
  return [...new Set([...known.keys(), ...came.keys()])].map((external) => ({
    service: service.id,
    serviceTitle: service.title,
    external,
    ...textOf(known.get(external)),
    ...meaningOf(service, connector, external),
    ...timesOf(came.get(external)),
  }));
}

function textOf(text: string | undefined): Pick<StatusCoverage, "text"> {
  return text === undefined ? {} : { text };
}

type Meaning = Pick<StatusCoverage, "state" | "stage" | "stageTitle" | "ends" | "table">;

function meaningOf(
  { statuses, stages }: ServiceDefinition,
  connector: ConnectorDefinition,
  external: string,
): Meaning {
  const row = stageFor([...statuses, ...connector.statuses], external);
  if (!row) return { state: "unmapped" };
  const table = statuses.includes(row) ? "service" : "connector";
  const { stage, ends } = row;
  if (stage === undefined) return { state: "silent", table };
  const title = stages.find(({ id }) => id === stage)?.title;
  return {
    state: "mapped",
    table,
    stage,
    ...(title === undefined ? {} : { stageTitle: title }),
    ...(ends === undefined ? {} : { ends }),
  };
}

function timesOf(
  seen: StatusSeen | undefined,
): Pick<StatusCoverage, "count" | "firstSeenAt" | "lastSeenAt"> {
  if (!seen) return { count: 0 };
  const { count, firstAt, lastAt } = seen;
  return { count, firstSeenAt: instant(firstAt), lastSeenAt: instant(lastAt) };
}
