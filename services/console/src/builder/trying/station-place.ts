import type { DryRun, DryRunStep } from "@guildhall/contract";
import type { ServiceAddresses } from "../ground/service-addresses.ts";

interface Place {
  readonly href: string;
  readonly words: string;
}

/** The part of the service to mend where a run came to a stop; undefined where it did not. */
export function placeToMend(here: ServiceAddresses, { steps, outcome }: DryRun): Place | undefined {
  if (outcome !== "failed" && outcome !== "waiting") return undefined;
  const stopped = steps.findLast(({ state }) => state === "failed" || state === "waiting");
  return stopped && placeOf(here, stopped.step);
}

function placeOf(here: ServiceAddresses, step: DryRunStep["step"]): Place {
  switch (step) {
    case "form":
      return { href: here.questions, words: "Go to the questions" };
    case "document":
    case "schema":
    case "delivery":
    case "look-up":
    case "fault":
      return { href: here.destinations, words: "Go to where answers go" };
    case "messages":
      return { href: here.messages, words: "Go to the messages" };
    default:
      return { href: here.process, words: "Go to what happens" };
  }
}
