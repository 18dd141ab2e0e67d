import type { ServiceDefinition } from "@guildhall/contract";
import type { Said } from "./said.ts";

/** What keeps a request from being opened again: the stage that it would stand at is gone. */
export function notFixedFaults({ notFixed, stages }: ServiceDefinition): Said[] {
  const { stage } = notFixed ?? {};
  if (stage === undefined || stages.some(({ id }) => id === stage)) return [];
  return [
    [
      ["notFixed"],
      "The stage at which a request is opened again is not there any more: choose another one.",
    ],
  ];
}
