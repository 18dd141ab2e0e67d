import { localTime } from "../uk-time.ts";
import type { Case } from "./case.ts";
import type { NewVisit } from "./officer-forms.ts";
import type { Uniform } from "./uniform.ts";

/** Add a visit; one that is still to come moves an open request to the council's status for that. */
export function bookVisit({ cases, config, now }: Uniform, held: Case, visit: NewVisit): void {
  cases.addVisits(held.reference, [visit], "officer");
  const { visitStatus, closedStatus } = config;
  const isToCome = visit.scheduled > localTime(now());
  if (!isToCome || !visitStatus || held.status === closedStatus) return;
  if (held.status !== visitStatus) cases.changeStatus(held.reference, visitStatus);
}
