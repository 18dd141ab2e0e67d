import { findingsOf, type Known } from "@guildhall/builder";
import { type DraftDefinition, type Fault, Problem, ServiceDefinition } from "@guildhall/contract";

/**
 * Give a draft as the whole service that it is, once nothing keeps it from being published.
 *
 * @throws Problem `service-not-ready` with each thing that does, at its part
 */
export function readyDefinition(definition: DraftDefinition, known: Known): ServiceDefinition {
  const blocking = findingsOf(definition, known).filter(({ advice }) => !advice);
  if (blocking.length > 0) {
    throw notReady(
      blocking.map(({ at, code, sentence }) => ({ pointer: at, code, detail: sentence })),
    );
  }
  // What is missing was found above.
  return ServiceDefinition.parse(definition);
}

export function notReady(faults: readonly Fault[]): Problem {
  return new Problem("service-not-ready", { faults });
}
