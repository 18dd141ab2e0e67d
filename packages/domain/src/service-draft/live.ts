import type { Problem, ServiceDefinition } from "@guildhall/contract";
import { findLiveService, type ServiceDraftRow, type Tx } from "@guildhall/store";
import { isSame } from "../service/publish.ts";
import { notReady } from "./ready.ts";

/**
 * Give the live version that a draft would go in the place of, if one is live.
 *
 * Refuse to put a draft in the place of a version that it does not know, or of one that says the same.
 *
 * @throws Problem `service-not-ready`
 */
export async function refuseOverLive(
  tx: Tx,
  { service, basedOn }: Pick<ServiceDraftRow, "service" | "basedOn">,
  { definition, over }: { definition: ServiceDefinition; over: number | undefined },
): Promise<number | undefined> {
  const live = await findLiveService(tx, service);
  if (!live) return undefined;
  if (live.version !== basedOn && live.version !== over) throw hasMovedOn(live.version);
  if (isSame(live.definition, definition)) throw saysTheSame();
  return live.version;
}

/**
 * Refuse to put what was given a time in the place of anything but what was live when it was given it.
 *
 * @throws Problem `service-not-ready`
 */
export async function refuseOverOther(
  tx: Tx,
  { service, replaces }: { service: string; replaces: number | null },
  definition: ServiceDefinition,
): Promise<void> {
  const over = replaces ?? undefined;
  const live = await refuseOverLive(tx, { service, basedOn: replaces }, { definition, over });
  if (over !== undefined && live === undefined) throw wasWithdrawn();
}

function hasMovedOn(version: number): Problem {
  const detail = `Version ${version} was published after this draft began. Take it into the draft, or say that the draft goes in its place.`;
  return notReady([{ pointer: "", code: "live-has-moved-on", detail }]);
}

function wasWithdrawn(): Problem {
  const detail = "The service was withdrawn after this was given its time.";
  return notReady([{ pointer: "", code: "live-has-moved-on", detail }]);
}

function saysTheSame(): Problem {
  const detail = "It says the same as the version that is live.";
  return notReady([{ pointer: "", code: "nothing-changed", detail }]);
}
