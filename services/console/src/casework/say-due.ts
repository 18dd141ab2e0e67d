import { ukDate } from "@guildhall/forms";

const dayMs = 86_400_000;

/** Say by when something is to be done as somebody plans a day: in days from Monday to Friday. */
export function sayDue(dueAt: string, now: Date): string {
  const [today, due] = [ukDate(now), ukDate(new Date(dueAt))];
  const late = dueAt < now.toISOString();
  if (due === today) return late ? "late since today" : "due today";
  if (late) return `${sayDays(workingDays(due, today))} late`;
  return `due in ${sayDays(workingDays(today, due))}`;
}

/** How many days from Monday to Friday come after one day, up to another; a weekend alone counts as one. */
function workingDays(from: string, to: string): number {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  let count = 0;
  for (let day = first + dayMs; day <= last; day += dayMs) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return Math.max(count, 1);
}

function sayDays(count: number): string {
  return count === 1 ? "1 working day" : `${count} working days`;
}
