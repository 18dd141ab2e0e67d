import {
  type ConditionParts,
  ConditionReading,
  DraftConditions,
  Flow,
  PartUses,
  pageOf,
  ServicePattern,
} from "@guildhall/contract";
import {
  ask,
  getDraftConditions,
  getDraftFlow,
  getDraftUses,
  listServicePatterns,
  readCondition,
} from "@guildhall/sdk";
import { type As, asSent } from "./as.ts";

/** The questions of a service in the making: who is asked, and the ways through them. */
export function questionsApi(as: As) {
  const to = (service: string) => ({ ...as, path: { service } });
  return {
    draftConditions: (service: string) => ask(getDraftConditions(to(service)), DraftConditions),
    conditionReading: (service: string, parts: ConditionParts) =>
      ask(readCondition({ ...to(service), body: asSent({ parts }) }), ConditionReading),
    partUses: (service: string, at: string) =>
      ask(getDraftUses({ ...to(service), query: { at } }), PartUses),
    draftFlow: (service: string) => ask(getDraftFlow(to(service)), Flow),
    servicePatterns: () => ask(listServicePatterns(as), pageOf(ServicePattern)),
  };
}
