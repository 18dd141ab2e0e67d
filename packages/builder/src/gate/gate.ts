import type { DraftDefinition, DraftFinding, ServiceDefinition } from "@guildhall/contract";
import type { AskedQuestion } from "../conditions/questions.ts";
import { dataOf, stepsAlong } from "../locate.ts";
import { pathOf } from "../path.ts";
import type { Known } from "./check/known.ts";
import type { Path } from "./check/said.ts";

/** A draft as the rules of the gate look at it. */
export interface Gate {
  readonly definition: DraftDefinition;
  /** The same with placeholders for what is not decided. */
  readonly service: ServiceDefinition;
  readonly asked: readonly AskedQuestion[];
  readonly known: Known;
}

/** One thing that is looked at before a service is published. */
export type Rule = (gate: Gate) => DraftFinding[];

/** The path of a part by the names of its items, of a way that names them by their places. */
export function partPath(definition: DraftDefinition, path: Path): string {
  return pathOf(stepsAlong(dataOf(definition), path));
}
