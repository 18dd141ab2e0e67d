import { listOpenAlarms, listServicesWaiting } from "@guildhall/store";
import { endAlarm, raiseAlarm } from "../alarm/raise.ts";
import type { Unit } from "../change.ts";

const kind = "feedback-waiting";

/** Call those who make a service for what was said of it: once, however much is said before they have dealt with it. */
export async function callForFeedback(
  unit: Unit,
  service: string,
  title: string | undefined,
): Promise<void> {
  const data = title === undefined ? {} : { service, title };
  await raiseAlarm(unit, { kind, subject: subjectOf(service), role: "designer", data });
}

/** End the calls for services of which nothing waits any more. */
export async function endFeedbackCalls(unit: Unit): Promise<void> {
  const open = await listOpenAlarms(unit.tx, [kind]);
  if (open.length === 0) return;
  const waiting = new Set((await listServicesWaiting(unit.tx)).map(subjectOf));
  for (const { subject } of open) if (!waiting.has(subject)) await endAlarm(unit, kind, subject);
}

/** As the staff page that shows it is addressed. */
function subjectOf(service: string): string {
  return service === "" ? "pages" : `services/${service}`;
}
