import { isDeepStrictEqual } from "node:util";
import { Problem, type ServiceDefinition, type ServiceVersion } from "@guildhall/contract";
import {
  appendEvent,
  type Db,
  findColumns,
  findLiveService,
  listBrands,
  listConnectors,
  listDatasets,
  listSchemaSets,
  listStatusesSeen,
  publishService as publishRow,
} from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { seenForMs } from "../coverage/report.ts";
import type { Known } from "./check/known.ts";
import { refuseFaulty } from "./check/said.ts";
import { serviceFaults } from "./check/service.ts";
import { presentVersion } from "./definition.ts";

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
 * @throws Problem `request-invalid` with each thing that cannot work, `precondition-failed`
 */
export async function publishService(
  ctx: Context,
  definition: ServiceDefinition,
  unchanged?: Precondition,
): Promise<Published> {
  requireScope(ctx, "services:write");
  refuseFaulty(serviceFaults(definition, await knownTo(ctx)));
  const published = await change(ctx, async ({ tx }) => {
    const { id } = definition;
    const live = await findLiveService(tx, id);
    if (live) unchanged?.(presentVersion(live));
    else if (unchanged) throw new Problem("precondition-failed");
    if (live && isSame(live.definition, definition))
      return { version: presentVersion(live), created: false };
    const at = ctx.now();
    const version = await publishRow(tx, definition, at);
    await appendEvent(tx, {
      type: "service.published",
      subject: id,
      actor: ctx.actor,
      at,
      data: { version },
    });
    const row = { service: id, version, definition, publishedAt: at };
    return { version: presentVersion(row), created: live === undefined };
  });
  ctx.catalogue.lookAgain();
  return published;
}

/** What a tenant has that its services may speak of. */
export async function knownTo({ db, now }: Context): Promise<Known> {
  return {
    brands: (await listBrands(db)).map(({ id }) => id),
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

function isSame(a: ServiceDefinition, b: ServiceDefinition): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
