import type { Tile, TileAt } from "@guildhall/contract";
import type { Context } from "../context.ts";

const roomBytes = 16 * 1024 * 1024;
const keptMs = 24 * 60 * 60 * 1000;

/** Keep squares of maps for a day, as many as there is room for; the one that was not asked for the longest goes first. */
export function createTileShelf(room = roomBytes) {
  const kept = new Map<string, { tile: Tile; until: number }>();
  let bytes = 0;
  const drop = (name: string) => {
    bytes -= kept.get(name)?.tile.bytes.length ?? 0;
    kept.delete(name);
  };
  return {
    find(ctx: Context, at: TileAt): Tile | undefined {
      const name = nameOf(ctx, at);
      const found = kept.get(name);
      if (!found) return undefined;
      if (found.until <= ctx.now()) {
        drop(name);
        return undefined;
      }
      kept.delete(name);
      kept.set(name, found);
      return found.tile;
    },
    keep(ctx: Context, at: TileAt, tile: Tile): void {
      const name = nameOf(ctx, at);
      drop(name);
      kept.set(name, { tile, until: ctx.now() + keptMs });
      bytes += tile.bytes.length;
      for (const oldest of kept.keys()) {
        if (bytes <= room) return;
        drop(oldest);
      }
    },
  };
}

/** With the address of the provider, so that another one is asked at once. */
function nameOf({ tenant }: Context, { z, x, y }: TileAt): string {
  return `${tenant.id}/${tenant.places?.address ?? ""}/${z}/${x}/${y}`;
}
