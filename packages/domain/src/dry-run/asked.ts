import {
  type Answers,
  type DryRunFault,
  type NewDryRun,
  Problem,
  type Scenario,
  type ServiceDefinition,
} from "@guildhall/contract";
import { asOfToday } from "./as-of-today.ts";

/** What is entered, and what goes wrong. */
export interface Asked {
  readonly answers: Answers | undefined;
  readonly fault: DryRunFault | undefined;
}

/**
 * Lay what was asked over the scenario that it names.
 *
 * @throws Problem `request-invalid` where there is no such scenario
 */
export function askedOf(
  definition: ServiceDefinition,
  { answers, fault, scenario }: Pick<NewDryRun, "answers" | "fault" | "scenario">,
  today: string,
): Asked {
  const found = typeof scenario === "string" ? scenarioOf(definition, scenario) : scenario;
  const base = found && asWritten(found, today);
  return { answers: answers ?? base?.answers, fault: fault ?? base?.fault };
}

/** What a scenario asks for on a day. */
export function asWritten({ answers, writtenFor, fault }: Scenario, today: string): Asked {
  const isMoved = answers !== undefined && writtenFor !== undefined;
  return { answers: isMoved ? asOfToday(answers, writtenFor, today) : answers, fault };
}

function scenarioOf({ scenarios }: ServiceDefinition, id: string): Scenario {
  const found = scenarios.find((one) => one.id === id);
  if (found) return found;
  const detail = `The service has no scenario “${id}”.`;
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/scenario", code: "unworkable", detail }],
  });
}
