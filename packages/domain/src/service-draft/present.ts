import type { DraftRevision, ServiceDraft, ServiceDraftSummary } from "@guildhall/contract";
import type { RevisionRow, ServiceDraftLine, ServiceDraftRow } from "@guildhall/store";
import { instant } from "../process/present.ts";

/** A draft as its makers see it. */
export function presentDraft({ definition, ...line }: ServiceDraftRow): ServiceDraft {
  const { service, revision, basedOn, ...rest } = presentLine(line);
  return {
    service,
    revision,
    ...(basedOn === undefined ? {} : { basedOn }),
    definition,
    ...rest,
  };
}

/** A draft in a list, without its definition. */
export function presentLine(line: ServiceDraftLine): Omit<ServiceDraftSummary, "title" | "live"> {
  const { service, revision, basedOn, changedAt, changedBy, scheduled } = line;
  return {
    service,
    revision,
    ...(basedOn === null ? {} : { basedOn }),
    changedAt: instant(changedAt),
    changedBy,
    ...(scheduled ? { scheduled: presentScheduled(scheduled) } : {}),
  };
}

export function presentScheduled({
  at,
  summary,
  actor,
  revision,
}: NonNullable<ServiceDraftLine["scheduled"]>): NonNullable<ServiceDraft["scheduled"]> {
  return { at: instant(at), summary, by: actor.name, revision };
}

/** What was done to a draft at once; only what is done to one that goes on is shown. */
export function presentRevision(row: RevisionRow): DraftRevision {
  const { revision, at, actor, differences, more } = row;
  // What ends a draft is written down so that numbers count on, and stands before the next one begins.
  const kind = row.kind as DraftRevision["kind"];
  return {
    revision,
    kind,
    at: instant(at),
    by: actor.name,
    differences: [...differences],
    ...(more > 0 ? { more } : {}),
  };
}
