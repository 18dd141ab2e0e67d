import type { Problem, ServiceDefinition } from "@guildhall/contract";
import { findLiveService, type ServiceDraftRow, type Tx } from "@guildhall/store";
import { isSame } from "../service/publish.ts";
import { notReady } from "./ready.ts";

/**
 * Refuse to put a draft in the place of a version that it does not know, or of one that says the same.
 *
 * @throws Problem `service-not-ready`
 */
export async function refuseOverLive(
  tx: Tx,
  { service, basedOn }: Pick<ServiceDraftRow, "service" | "basedOn">,
  { definition, over }: { definition: ServiceDefinition; over: number | undefined },
): Promise<void> {
  const live = await findLiveService(tx, service);
  if (!live) return;
  if (live.version !== basedOn && live.version !== over) throw hasMovedOn(live.version);
  if (isSame(live.definition, definition)) throw saysTheSame();
}

function hasMovedOn(version: number): Problem {
  const detail = `Version ${version} was published after this draft began. Take it into the draft, or say that the draft goes in its place.`;
  return notReady([{ pointer: "", code: "live-has-moved-on", detail }]);
}

function saysTheSame(): Problem {
  const detail = "It says the same as the version that is live.";
  return notReady([{ pointer: "", code: "nothing-changed", detail }]);
}
