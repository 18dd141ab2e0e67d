const box = { bar: 14, gap: 6, width: 520, top: 8, number: 90 };
const lineHeight = 2 * box.bar + box.gap;

/** One thing of which two numbers are drawn: one as a full bar, one as an empty one. */
export interface BarLine {
  readonly label: string;
  /** The line in words, for whoever points at it. */
  readonly said: string;
  /** Null where it is too small to be told; left out where it is not known. */
  readonly full?: number | null | undefined;
  readonly empty?: number | null | undefined;
}

export interface BarLinesProps {
  readonly lines: readonly BarLine[];
  /** What a person who does not see the picture is told of it. */
  readonly label: string;
  /** The room for what each line is called. */
  readonly left?: number;
}

/** Draw two numbers for each of several things, one line under the other. */
export function BarLines({ lines, label, left = 76 }: BarLinesProps) {
  const most = Math.max(1, ...lines.flatMap(({ full, empty }) => [full ?? 0, empty ?? 0]));
  const height = box.top * 2 + lines.length * lineHeight;
  const width = left + box.width + box.number;
  return (
    <svg
      class="console-bar-lines"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <line x1={left} y1={0} x2={left} y2={height} />
      {lines.map((line, place) => (
        <Line line={line} x={left} y={box.top + place * lineHeight} most={most} />
      ))}
    </svg>
  );
}

interface LineProps {
  readonly line: BarLine;
  readonly x: number;
  readonly y: number;
  readonly most: number;
}

function Line({ line: { label, said, full, empty }, x, y, most }: LineProps) {
  return (
    <g>
      <title>{said}</title>
      <text x={x - 8} y={y + box.bar + 4} text-anchor="end">
        {shortened(label, x)}
      </text>
      <Bar kind="full" count={full} place={{ x, y }} most={most} />
      <Bar kind="empty" count={empty} place={{ x, y: y + box.bar }} most={most} />
    </g>
  );
}

interface BarProps {
  readonly kind: "full" | "empty";
  readonly count: number | null | undefined;
  readonly place: { readonly x: number; readonly y: number };
  readonly most: number;
}

function Bar({ kind, count, place: { x, y }, most }: BarProps) {
  if (count === undefined) return null;
  const width = count === 0 ? 0 : Math.max(2, ((count ?? 0) / most) * box.width);
  return (
    <>
      {width > 0 && (
        <rect class={`console-bar-${kind}`} x={x} y={y} width={width} height={box.bar - 2} />
      )}
      <text x={x + width + 6} y={y + box.bar - 3}>
        {count === null ? "fewer than 5" : count.toLocaleString("en-GB")}
      </text>
    </>
  );
}

/** As much of a name as there is room for; the table beside the picture has all of it. */
function shortened(label: string, room: number): string {
  const most = Math.floor(room / 8);
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}
