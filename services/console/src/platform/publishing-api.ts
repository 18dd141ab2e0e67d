import {
  DraftDifferences,
  DraftRevision,
  type NewPublication,
  type NewTakeIn,
  Publication,
  pageOf,
  Readiness,
  ScenarioRun,
  ServiceDraft,
} from "@guildhall/contract";
import {
  ask,
  done,
  getDraftDifferences,
  getDraftReadiness,
  getScenarioRun,
  getServiceDraft,
  listDraftRevisions,
  publishServiceDraft,
  runScenarios,
  takeInLive,
  undoServiceDraft,
  unscheduleServiceDraft,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** The way of a draft to its readers: how far it is, what it changes, its tests, and its publication. */
export function publishingApi(as: As) {
  const to = (service: string) => ({ ...as, path: { service } });
  return {
    ...draftWorkApi(as),
    takeIn: (service: string, body: NewTakeIn, once: string) =>
      ask(takeInLive({ ...to(service), ...under(once), body }), ServiceDraft),
    /** What names a draft as it is now, for whoever publishes it as they have looked it over. */
    draftTag: async (service: string) => {
      const call = getServiceDraft(to(service));
      const { revision } = await ask(call, ServiceDraft);
      return { revision, tag: (await call).response?.headers.get("etag") ?? "" };
    },
    publishDraft: (
      service: string,
      body: NewPublication,
      { once, tag }: { readonly once: string; readonly tag: string },
    ) =>
      ask(
        publishServiceDraft({
          ...to(service),
          headers: { ...under(once).headers, "If-Match": tag },
          body: asSent(body),
        }),
        Publication,
      ),
    unschedule: (service: string) => done(unscheduleServiceDraft(to(service))),
    beginScenarioRun: (service: string) =>
      ask(
        runScenarios({
          ...to(service),
          headers: { Prefer: "respond-async" },
          body: { draft: true },
        }),
        ScenarioRun,
      ),
    scenarioRun: (service: string, id: string) =>
      ask(getScenarioRun({ ...as, path: { service, id } }), ScenarioRun),
  };
}

/** What was done to a draft, and how far it is with it. */
function draftWorkApi(as: As) {
  const to = (service: string) => ({ ...as, path: { service } });
  return {
    readiness: (service: string) => ask(getDraftReadiness(to(service)), Readiness),
    draftDifferences: (service: string) => ask(getDraftDifferences(to(service)), DraftDifferences),
    revisions: (service: string, cursor?: string) =>
      ask(
        listDraftRevisions({
          ...to(service),
          query: { limit: pageLength, ...(cursor && { cursor }) },
        }),
        pageOf(DraftRevision),
      ),
    undoDraft: (service: string, once: string) =>
      ask(undoServiceDraft({ ...to(service), ...under(once), body: {} }), ServiceDraft),
  };
}
