import { isDeepStrictEqual } from "node:util";
import { type Known, serviceFaults } from "@guildhall/builder";
import { Problem, type ServiceDefinition, type ServiceVersion } from "@guildhall/contract";
import {
  type Db,
  findColumns,
  findLiveService,
  listBrands,
  listConnectors,
  listDatasets,
  listSchemaSets,
  listStatusesSeen,
} from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { seenForMs } from "../coverage/report.ts";
import { refuseLockedWhole } from "../recipe/locks.ts";
import { refuseUndecided } from "../recipe/parts.ts";
import { tryToNoteTaken } from "../recipe/taken.ts";
import { refuseFaulty } from "./check/said.ts";
import { presentVersion } from "./definition.ts";
import { putLive } from "./put-live.ts";

/** A version that is live now, and whether the service was not there before. */
export interface Published {
  readonly version: ServiceVersion;
  readonly created: boolean;
}

/**
 * Publish a service: from now on citizens fill in this version. What was begun keeps the version it began with.
 *
 * One that says the same as the live version is that version.
 *
 * @throws Problem `request-invalid` with each thing that cannot work, `precondition-failed`, `recipe-part-locked`
 */
export async function publishService(
  ctx: Context,
  definition: ServiceDefinition,
  unchanged?: Precondition,
): Promise<Published> {
  requireScope(ctx, "services:write");
  refuseFaulty(serviceFaults(definition, await knownTo(ctx)));
  const published = await change(ctx, async (unit) => {
    const live = await findLiveService(unit.tx, definition.id);
    if (live) unchanged?.(presentVersion(live));
    else if (unchanged) throw new Problem("precondition-failed");
    if (live && isSame(live.definition, definition))
      return { version: presentVersion(live), created: false };
    await refuseLockedWhole(unit.tx, definition);
    await refuseUndecided(unit.tx, definition);
    const row = await putLive(unit, definition);
    return { version: presentVersion(row), created: live === undefined };
  });
  ctx.catalogue.lookAgain();
  await tryToNoteTaken(ctx);
  return published;
}

/** What a tenant has that its services may speak of. */
export async function knownTo({ db, now }: Context): Promise<Known> {
  const brands = await listBrands(db);
  return {
    brands: brands.map(({ id }) => id),
    colours: new Map(brands.map(({ id, colours }) => [id, colours])),
    connectors: (await listConnectors(db)).map(({ definition }) => definition),
    datasets: await datasetsOf(db),
    schemas: (await listSchemaSets(db)).map(({ id }) => id),
    seen: await listStatusesSeen(db, { since: now() - seenForMs }),
  };
}

async function datasetsOf(db: Db): Promise<Known["datasets"]> {
  const all = await listDatasets(db);
  return Promise.all(
    all.map(async ({ id }) => ({ id, columns: [...((await findColumns(db, id)) ?? [])] })),
  );
}

/** Whether two definitions say the same. */
export function isSame(a: ServiceDefinition, b: ServiceDefinition): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
