import type { Event } from "@guildhall/contract";
import { Timeline } from "@guildhall/ui";

/** What happened to a request, the newest first. */
export function CaseTimeline({ events }: { events: readonly Event[] }) {
  const entries = events.toReversed().flatMap(({ type, at, actor }) => {
    const title = happeningWords[type];
    return title === undefined ? [] : [{ title, at, by: actor.name }];
  });
  return (
    <>
      <h2 class="govuk-heading-m">What happened</h2>
      <Timeline entries={entries} />
    </>
  );
}

/** What somebody who works on it wants to know of; the rest stands in the audit trail. */
export const happeningWords: Readonly<Partial<Record<Event["type"], string>>> = {
  "process.started": "The request came in",
  "delivery.accepted": "A back office took it",
  "delivery.refused": "A back office refused it",
  "delivery.held": "It may or may not have arrived at a back office",
  "delivery.delayed": "Sending it on is delayed",
  "delivery.handled": "What could not be sent was dealt with in another way",
  "delivery.handed-over": "What could not be sent was handed over to a team",
  "message.held": "A message to the resident could not be sent",
  "message.received": "A message arrived",
  "message.bounced": "A message came back",
  "payment.due": "A payment is due",
  "payment.paid": "It was paid",
  "payment.unpaid": "It was not paid",
  "payment.reminded": "They were reminded to pay",
  "payment.waived": "It goes on without a payment",
  "note.added": "A note was added",
  "wait.begun": "It waits",
  "wait.ended": "It goes on",
  "step.overdue": "A step should have been done",
  "task.updated": "A task was updated",
  "task.completed": "A task was completed",
  "task.assigned": "A task was given to somebody, or handed back",
  "stage.changed": "It moved on",
  "document.added": "A file was added",
  "process.ended": "It ended",
  "process.reopened": "It was taken up again",
  "process.followed": "Somebody follows it",
  "process.rated": "The resident said how satisfied they are",
  "process.corrected": "An answer was corrected",
  "process.merged": "A duplicate was merged into another request",
  "information.asked": "The resident was asked for one more thing",
  "information.reminded": "They were reminded to answer",
  "information.answered": "The resident answered",
  "information.over": "The time to answer was over",
  "information.withdrawn": "It is not asked any more",
  "status.unmapped": "A back office said something that nobody has explained",
};
