import {
  type FoundAddresses,
  type FoundPlace,
  type Location,
  type PlaceFinder,
  type PlacesAnswer,
  Problem,
  type TenantDefinition,
  type Tile,
  type TileAt,
  type TileSource,
} from "@guildhall/contract";
import type { Context } from "../context.ts";
import { type AddressesWanted, type Finding, findAddresses, findPlace } from "./find.ts";
import { createOwnGazetteer } from "./own-gazetteer.ts";
import { createTileShelf } from "./tile-shelf.ts";

/** What a tenant has outside for addresses and maps. */
export interface ReadyPlaces {
  readonly finder?: PlaceFinder;
  readonly tiles?: TileSource;
}

export interface PlaceDeskDeps {
  /** What a tenant's settings and credential make; nothing where they will not do. */
  placesFor(ctx: Context): Promise<ReadyPlaces>;
  /** All tenants, as the directory has them. */
  listTenants(): Promise<readonly TenantDefinition[]>;
}

export type PlaceDesk = ReturnType<typeof createPlaceDesk>;

/** Where the API has addresses looked up and squares of maps fetched. */
export function createPlaceDesk({ placesFor, listTenants }: PlaceDeskDeps) {
  const rests = createRests();
  const shelf = createTileShelf();
  const finding = (ctx: Context): Finding => ({
    ask: (work) =>
      rests.unless(ctx, "places", async () => asked(await finderOf(ctx, placesFor), work)),
    tenants: listTenants,
  });
  return {
    find: (ctx: Context, wanted: AddressesWanted): Promise<FoundAddresses> =>
      findAddresses(ctx, wanted, finding(ctx)),
    nearest: (ctx: Context, point: Pick<Location, "latitude" | "longitude">): Promise<FoundPlace> =>
      findPlace(ctx, point, finding(ctx)),
    /** @throws Problem `not-found`, `places-unavailable` */
    tile: async (ctx: Context, at: TileAt): Promise<Tile> => {
      refuseBeyond(at);
      const kept = shelf.find(ctx, at);
      if (kept) return kept;
      const { tiles } = ctx.tenant.places ? await placesFor(ctx) : {};
      if (!tiles) throw new Problem("not-found");
      const signal = AbortSignal.timeout(patienceMs);
      const answer = await rests.unless(ctx, "tiles", () => tiles.tile(at, signal));
      if (answer.outcome === "missing") throw new Problem("not-found");
      if (answer.outcome !== "found")
        throw new Problem("places-unavailable", { faults: [{ pointer: "", code: answer.code }] });
      shelf.keep(ctx, at, answer.tile);
      return answer.tile;
    },
  };
}

/** A map has so many squares each way; nobody is asked for another. */
function refuseBeyond({ z, x, y }: TileAt): void {
  if (Math.max(x, y) >= 2 ** z) throw new Problem("not-found");
}

/** A citizen waits for the answer, and can type the address instead. */
const patienceMs = 4_000;

async function finderOf(
  ctx: Context,
  placesFor: PlaceDeskDeps["placesFor"],
): Promise<PlaceFinder | undefined> {
  const { places } = ctx.tenant;
  if (!places) return undefined;
  return places.provider === "llpg" ? createOwnGazetteer(ctx.db) : (await placesFor(ctx)).finder;
}

async function asked(
  finder: PlaceFinder | undefined,
  work: Parameters<Finding["ask"]>[0],
): Promise<PlacesAnswer> {
  if (!finder) return { outcome: "refused", code: "not-set-up" };
  return work(finder, AbortSignal.timeout(patienceMs));
}

type Settled = { readonly outcome: string; readonly code?: string };
type Setback = { readonly outcome: "refused" | "retry"; readonly code: string };

const restMs = 10_000;
const mostFailures = 3;

/** Let a provider that failed three times in a row rest, so that not every citizen waits for it in turn. */
function createRests() {
  const failing = new Map<string, { failures: number; until: number; setback: Setback }>();
  return {
    async unless<T extends Settled>(
      ctx: Context,
      what: string,
      ask: () => Promise<T | Setback>,
    ): Promise<T | Setback> {
      const name = `${ctx.tenant.id}/${what}`;
      const known = failing.get(name);
      if (known && known.failures >= mostFailures && ctx.now() < known.until) return known.setback;
      const answer = await ask();
      if (!isSetback(answer)) failing.delete(name);
      else if (!isOfQuestion(answer)) {
        const failures = (known?.failures ?? 0) + 1;
        failing.set(name, { failures, until: ctx.now() + restMs, setback: answer });
      }
      return answer;
    },
  };
}

/** Whether it is what was asked that was refused: that says nothing of the provider, or anybody could stop it for all. */
function isOfQuestion({ outcome, code }: Setback): boolean {
  return outcome === "refused" && code.startsWith("answered-");
}

function isSetback(answer: Settled): answer is Setback {
  return answer.outcome === "refused" || answer.outcome === "retry";
}
