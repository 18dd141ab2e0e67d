import { isTrackingKey, trackingKey } from "@guildhall/keys";
import type { Context } from "../context.ts";

const idLength = 26;

/** The key in a follower's links. It follows from their id and the tenant's secret, so no link is kept anywhere. */
export function followKey({ keys }: Pick<Context, "keys">, id: string): string {
  return `${id.slice(4)}${trackingKey(keys.trackingSecret, id)}`;
}

/** The follower whose key it is, whether or not they are known still; undefined for what is nobody's key here. */
export function followerOf({ keys }: Pick<Context, "keys">, key: string): string | undefined {
  const id = `flw_${key.slice(0, idLength)}`;
  return isTrackingKey(keys.trackingSecret, id, key.slice(idLength)) ? id : undefined;
}
