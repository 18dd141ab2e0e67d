import {
  type NewServiceDraft,
  pageOf,
  Retention,
  ServiceDraft,
  ServiceExit,
  ServiceOverview,
  ServiceVersion,
  VersionSummary,
} from "@guildhall/contract";
import {
  ask,
  beginServiceDraft,
  discardServiceDraft,
  done,
  endService,
  getRetention,
  getServiceExit,
  getServiceVersion,
  listServiceOverviews,
  listServiceVersions,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

/** Services as they stand: which there are, what they were, and how they begin and end. */
export function servicesApi(as: As) {
  const to = (service: string) => ({ ...as, path: { service } });
  const part = (cursor: string | undefined) => ({ limit: pageLength, ...(cursor && { cursor }) });
  return {
    overviews: ({ search, cursor }: { search: string; cursor: string | undefined }) =>
      ask(
        listServiceOverviews({ ...as, query: { ...part(cursor), ...(search && { search }) } }),
        pageOf(ServiceOverview),
      ),
    beginService: (body: Omit<NewServiceDraft, "definition">, once: string) =>
      ask(beginServiceDraft({ ...as, ...under(once), body: asSent(body) }), ServiceDraft),
    discardDraft: (service: string) => done(discardServiceDraft(to(service))),
    versions: (service: string, cursor?: string) =>
      ask(listServiceVersions({ ...to(service), query: part(cursor) }), pageOf(VersionSummary)),
    version: (service: string, version: number) =>
      ask(getServiceVersion({ ...as, path: { service, version } }), ServiceVersion),
    retention: () => ask(getRetention(as), Retention),
    exit: (service: string) => ask(getServiceExit(to(service)), ServiceExit),
    withdraw: (service: string, body: { text: string; welsh?: string }, once: string) =>
      done(endService({ ...to(service), ...under(once), body })),
  };
}
