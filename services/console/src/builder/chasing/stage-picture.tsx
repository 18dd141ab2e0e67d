import type { ChasedStage } from "@guildhall/contract";
import { BarLines } from "../../pages/bar-lines.tsx";

/** One stage as a picture: a line for each day of it, and how often people looked and asked on it. */
export function StagePicture({ stage: { days, title } }: { stage: ChasedStage }) {
  return (
    <BarLines
      label={`Views and contacts by day in “${title}”. The same stands below as a table.`}
      lines={days.map(({ day, views, contacts }) => ({
        label: sayDay(day),
        said: `${sayDay(day)}: ${counted(views, "view")}, ${counted(contacts, "contact")}`,
        full: views,
        empty: contacts,
      }))}
    />
  );
}

function counted(count: number | null, what: string): string {
  if (count === null) return `fewer than 5 ${what}s`;
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

const lastDay = 60;

/** The last day counts all later ones as well. */
export function sayDay(day: number): string {
  if (day === 0) return "First day";
  return day >= lastDay ? `Day ${day} on` : `Day ${day}`;
}
