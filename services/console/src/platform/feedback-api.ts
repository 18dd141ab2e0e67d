import { Feedback, FeedbackCount, type FeedbackState, pageOf, Service } from "@guildhall/contract";
import {
  ask,
  dealWithFeedback,
  getService,
  listFeedback,
  listFeedbackCounts,
} from "@guildhall/sdk";
import { type As, under } from "./as.ts";

/** Which feedback is looked for. */
export interface FeedbackFilter {
  readonly service?: string;
  readonly ownPages?: "true";
  readonly state?: FeedbackState;
  readonly cursor?: string;
}

const shownAtOnce = 100;

/** What people say is wrong with the pages. */
export function feedbackApi(as: As) {
  return {
    service: (service: string) => ask(getService({ ...as, path: { service } }), Service),
    feedback: (query: FeedbackFilter) =>
      ask(listFeedback({ ...as, query: { limit: shownAtOnce, ...query } }), pageOf(Feedback)),
    feedbackCounts: async () => (await ask(listFeedbackCounts(as), pageOf(FeedbackCount))).data,
    dealWithFeedback: (id: string, note: string | undefined, once: string) =>
      ask(
        dealWithFeedback({
          ...as,
          path: { id },
          ...under(once),
          body: note === undefined ? {} : { note },
        }),
        Feedback,
      ),
  };
}
