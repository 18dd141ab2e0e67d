import { DraftStatus, pageOf, StepKind } from "@guildhall/contract";
import { ask, listDraftStatuses, listStepKinds } from "@guildhall/sdk";
import type { As } from "./as.ts";

/** What happens in a service in the making. */
export function processApi(as: As) {
  return {
    stepKinds: async () => (await ask(listStepKinds(as), pageOf(StepKind))).data,
    draftStatuses: async (service: string) =>
      (await ask(listDraftStatuses({ ...as, path: { service } }), pageOf(DraftStatus))).data,
  };
}
