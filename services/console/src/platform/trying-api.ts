import {
  DraftMessage,
  DryRun,
  MessagePreview,
  type NewDryRun,
  type NewMessagePreview,
  pageOf,
} from "@guildhall/contract";
import { ask, dryRunService, getDryRun, listDraftMessages, previewMessage } from "@guildhall/sdk";
import { type As, asSent } from "./as.ts";

/** Trying a service in the making out, and seeing what people are told by it. */
export function tryingApi(as: As) {
  const to = (service: string) => ({ ...as, path: { service } });
  return {
    /** Let a sample go round; it goes on by itself. */
    beginDryRun: (service: string, body: Pick<NewDryRun, "answers" | "scenario" | "fault">) =>
      ask(
        dryRunService({
          ...to(service),
          headers: { Prefer: "respond-async" },
          body: asSent({ ...body, draft: true as const }),
        }),
        DryRun,
      ),
    dryRun: (service: string, id: string) =>
      ask(getDryRun({ ...as, path: { service, id } }), DryRun),
    draftMessages: async (service: string) =>
      (await ask(listDraftMessages(to(service)), pageOf(DraftMessage))).data,
    previewMessage: (service: string, body: NewMessagePreview) =>
      ask(previewMessage({ ...to(service), body: asSent(body) }), MessagePreview),
  };
}
