import {
  type Language,
  type LookFirst,
  type NearbyProcess,
  type NearbyQuery,
  Problem,
} from "@guildhall/contract";
import { toDegrees } from "@guildhall/forms";
import {
  countFollowers,
  listAtUprn,
  listNearby as listNearbyRows,
  type NearbyRow,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { instant, stageOf } from "../process/present.ts";
import { translate } from "../service/translate.ts";

const mostShown = 10;
const dayMs = 86_400_000;

/**
 * See which requests of a service are open near a place, the nearest first: open to anyone.
 *
 * What was said and by whom is in none of them. How near and how new they have to be is the service's to say.
 *
 * @throws Problem `not-found` (also where the service's owner lets nobody look), `request-invalid`
 */
export async function listNearby(
  ctx: Context,
  service: string,
  { language = "en", ...query }: NearbyQuery & { language?: Language },
): Promise<{ data: NearbyProcess[] }> {
  const { lookFirst } = (await ctx.catalogue.live(service)).definition;
  if (!lookFirst) throw new Problem("not-found");
  const rows = await rowsFor(ctx, { service, lookFirst, query });
  const followers = await countFollowers(
    ctx.db,
    rows.map(({ process }) => process),
  );
  const data = rows.map(async (row) => ({
    reference: row.reference,
    stage: await stageIn(ctx, { ...row, service }, language),
    receivedAt: instant(row.receivedAt),
    metres: toTheNearestTen(row.metres),
    followers: followers.get(row.process) ?? 0,
  }));
  return { data: await Promise.all(data) };
}

interface Looking {
  readonly service: string;
  readonly lookFirst: LookFirst;
  readonly query: NearbyQuery;
}

function rowsFor(ctx: Context, { service, lookFirst, query }: Looking): Promise<NearbyRow[]> {
  const { metres, days } = lookFirst;
  const asked = { service, since: ctx.now() - days * dayMs, limit: mostShown };
  const { uprn } = query;
  const point = pointOf(query);
  if ((uprn === undefined) === (point === undefined)) refuse();
  if (uprn !== undefined) return listAtUprn(ctx.db, { ...asked, uprn });
  return point ? listNearbyRows(ctx.db, { ...asked, ...point, metres }) : refuse();
}

/** The point that was asked for, in degrees; one that is named in two ways or by halves is none. */
function pointOf({ latitude, longitude, easting, northing }: NearbyQuery) {
  const halves = [latitude, longitude, easting, northing].filter((one) => one !== undefined);
  if (halves.length === 0) return undefined;
  if (halves.length > 2) return refuse();
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  if (easting === undefined || northing === undefined) return refuse();
  return toDegrees({ easting, northing }) ?? refuse();
}

function refuse(): never {
  throw new Problem("request-invalid", { faults: [{ pointer: "/latitude", code: "invalid" }] });
}

/** As it was called in the version that the process follows. */
async function stageIn(
  { catalogue }: Context,
  { service, version, stage }: NearbyRow & { service: string },
  language: Language,
): Promise<string> {
  const found = await catalogue.version(service, version);
  const { service: definition } = translate(found.definition, language);
  return stageOf({ ...found, definition }, stage).title;
}

/** That is enough to know a thing in the street again; it is measured from a point of a grid, and not from where somebody stood. */
function toTheNearestTen(metres: number): number {
  return Math.round(metres / 10) * 10;
}
