import type { Tile, TileAnswer, TileSource } from "@guildhall/contract";
import type { GuardedRequest } from "../http/guard.ts";
import type { OsAccount } from "./os-places.ts";
import { asked, notFine } from "./reply.ts";

const layer = "Light_3857";
const largest = 512 * 1024;

/** Fetch squares of a map with the OS Maps API. */
export function createOsMaps(account: OsAccount, request: GuardedRequest): TileSource {
  const root = `${account.address.replace(/\/+$/, "")}/maps/raster/v1/zxy/${layer}`;
  return {
    tile({ z, x, y }, signal) {
      const headers = { accept: "image/png,image/svg+xml", key: account.apiKey };
      const call = { method: "GET", url: `${root}/${z}/${x}/${y}.png`, headers } as const;
      const secrets = [account.apiKey];
      return asked(request({ ...call, secrets, maxBytes: largest }, signal), read);
    },
  };
}

function read(
  status: number,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): TileAnswer {
  if (status === 404) return { outcome: "missing" };
  if (status !== 200) return notFine(status);
  const contentType = pictureType(headers["content-type"] ?? "");
  if (!contentType || !isPicture(contentType, bytes))
    return { outcome: "retry", code: "bad-answer" };
  return { outcome: "found", tile: { contentType, bytes } };
}

const pictures = ["image/png", "image/jpeg", "image/svg+xml"] as const;

function pictureType(header: string): Tile["contentType"] | undefined {
  const type = header.split(";", 1)[0]?.trim().toLowerCase();
  return pictures.find((picture) => picture === type);
}

const begins = {
  "image/png": "\u0089PNG",
  "image/jpeg": "\u00ff\u00d8\u00ff",
  "image/svg+xml": "<svg",
};

/** Whether it is what it says: what is passed on to browsers is a picture and nothing else. */
function isPicture(type: Tile["contentType"], bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString("latin1").startsWith(begins[type]);
}
