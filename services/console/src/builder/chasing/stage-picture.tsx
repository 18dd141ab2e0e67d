import type { ChasedStage } from "@guildhall/contract";

const box = { bar: 14, gap: 6, left: 76, width: 520, top: 8, number: 90 };
const dayHeight = 2 * box.bar + box.gap;

/** One stage as a picture: a line for each day of it, and how often people looked and asked on it. */
export function StagePicture({ stage }: { stage: ChasedStage }) {
  const { days, title } = stage;
  const most = Math.max(1, ...days.flatMap(({ views, contacts }) => [views ?? 0, contacts ?? 0]));
  const height = box.top * 2 + days.length * dayHeight;
  const width = box.left + box.width + box.number;
  return (
    <svg
      class="console-bars"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Views and contacts by day in “${title}”. The same stands below as a table.`}
    >
      <line x1={box.left} y1={0} x2={box.left} y2={height} />
      {days.map((day, place) => (
        <Day day={day} y={box.top + place * dayHeight} most={most} />
      ))}
    </svg>
  );
}

interface DayProps {
  readonly day: ChasedStage["days"][number];
  readonly y: number;
  readonly most: number;
}

function Day({ day: { day, views, contacts }, y, most }: DayProps) {
  return (
    <g>
      <title>{`${sayDay(day)}: ${counted(views, "view")}, ${counted(contacts, "contact")}`}</title>
      <text x={box.left - 8} y={y + box.bar + 4} text-anchor="end">
        {sayDay(day)}
      </text>
      <Bar kind="views" count={views} y={y} most={most} />
      <Bar kind="contacts" count={contacts} y={y + box.bar} most={most} />
    </g>
  );
}

interface BarProps {
  readonly kind: "views" | "contacts";
  /** Null where it is too small to be told. */
  readonly count: number | null;
  readonly y: number;
  readonly most: number;
}

function Bar({ kind, count, y, most }: BarProps) {
  if (count === 0) return null;
  const width = Math.max(2, ((count ?? 0) / most) * box.width);
  return (
    <>
      <rect class={`console-bar-${kind}`} x={box.left} y={y} width={width} height={box.bar - 2} />
      <text x={box.left + width + 6} y={y + box.bar - 3}>
        {count === null ? "fewer than 5" : String(count)}
      </text>
    </>
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
