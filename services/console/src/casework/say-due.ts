import { ukDate } from "@guildhall/forms";
import { countWorkingDays } from "@guildhall/process";

/** Say by when something is to be done as somebody plans a day: in working days, without weekends and bank holidays. */
export function sayDue(dueAt: string, now: Date): string {
  const due = new Date(dueAt);
  const isLate = due < now;
  if (ukDate(due) === ukDate(now)) return isLate ? "late since today" : "due today";
  // A weekend alone is a day to whoever waits.
  const count = Math.max(isLate ? countWorkingDays(due, now) : countWorkingDays(now, due), 1);
  const days = count === 1 ? "1 working day" : `${count} working days`;
  return isLate ? `${days} late` : `due in ${days}`;
}
