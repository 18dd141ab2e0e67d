import { fillIn } from "@guildhall/builder";
import {
  type DraftDefinition,
  type Mapping,
  Problem,
  type ServiceDefinition,
} from "@guildhall/contract";
import type { Context } from "../context.ts";
import { reachServiceDraft } from "../service-draft/reach.ts";

/** Which mapping of which service's draft. */
export interface MappingPlace {
  readonly service: string;
  readonly mapping: string;
}

/** A mapping of a draft, and the draft as the service that it would be. */
export interface Reached {
  readonly definition: DraftDefinition;
  readonly service: ServiceDefinition;
  readonly place: number;
  readonly mapping: Mapping;
}

/** @throws Problem `not-found` */
export async function reachMapping(
  { db }: Context,
  { service, mapping: id }: MappingPlace,
): Promise<Reached> {
  const { definition } = await reachServiceDraft(db, service);
  const filled = fillIn(definition);
  const place = filled.mappings.findIndex((one) => one.id === id);
  const mapping = filled.mappings[place];
  if (!mapping) throw new Problem("not-found");
  return { definition, service: filled, place, mapping };
}
