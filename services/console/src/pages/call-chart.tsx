import type { CallCount } from "@guildhall/contract";
import { Details } from "@guildhall/ui";
import { sayDay } from "./say-day.ts";
import { ScrollTable } from "./scroll-table.tsx";

/** What became of the calls of one day. */
export interface DayOfCalls {
  readonly day: string;
  readonly ok: number;
  readonly refused: number;
  readonly failed: number;
}

const outcomes = ["ok", "refused", "failed"] as const;
export const outcomeWords = { ok: "Answered", refused: "Refused", failed: "Failed" } as const;

const dayMs = 86_400_000;

/** Every day of the span, the oldest first, with the calls of all who called. */
export function daysOf(counts: readonly CallCount[], now: Date, span: number): DayOfCalls[] {
  return Array.from({ length: span }, (_, index) => {
    const day = new Date(now.getTime() - (span - 1 - index) * dayMs).toISOString().slice(0, 10);
    const those = counts.filter((count) => count.day === day);
    const sum = (outcome: (typeof outcomes)[number]) =>
      those.reduce((total, count) => total + count[outcome], 0);
    return { day, ok: sum("ok"), refused: sum("refused"), failed: sum("failed") };
  });
}

const height = 160;
const width = 600;
const number = new Intl.NumberFormat("en-GB");

/** Calls by day as bars, and the same numbers as a table behind them. */
export function CallChart({ days }: { days: readonly DayOfCalls[] }) {
  const total = days.reduce((sum, day) => sum + callsOf(day), 0);
  const said = outcomes.map((outcome) => {
    const count = days.reduce((sum, day) => sum + day[outcome], 0);
    return `${number.format(count)} ${outcomeWords[outcome].toLowerCase()}`;
  });
  const title = days.length === 1 ? "Calls today" : `Calls in the last ${days.length} days`;
  const summary =
    total === 0 ? "There were none." : `${number.format(total)} calls: ${said.join(", ")}.`;
  return (
    <section class="console-chart" aria-labelledby="chart-title">
      <h2 class="govuk-heading-m" id="chart-title">
        {title}
      </h2>
      <p class="govuk-body">{summary}</p>
      {total > 0 && (
        <>
          <Bars days={days} label={`${title}. ${summary}`} />
          <ul class="console-legend govuk-body-s" aria-hidden="true">
            {outcomes.map((outcome) => (
              <li class={`console-legend--${outcome}`}>{outcomeWords[outcome]}</li>
            ))}
          </ul>
          <Details summary="The same as a table">
            <Numbers days={days} label={`${title}, in numbers`} />
          </Details>
        </>
      )}
    </section>
  );
}

function Bars({ days, label }: { days: readonly DayOfCalls[]; label: string }) {
  const most = Math.max(...days.map(callsOf), 1);
  const step = width / days.length;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <>
      <svg
        class="console-bars"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {days.flatMap((day, index) => barsOf(day, { x: index * step, step, most }))}
      </svg>
      <p class="console-axis govuk-body-s" aria-hidden="true">
        <span>{first && sayDay(first.day)}</span>
        <span>Most in a day: {number.format(most)}</span>
        <span>{last && days.length > 1 && sayDay(last.day)}</span>
      </p>
    </>
  );
}

/** The bars of one day, one upon the other; a single call is still seen. */
function barsOf(day: DayOfCalls, { x, step, most }: { x: number; step: number; most: number }) {
  const gap = Math.min(step * 0.2, 4);
  let top = height;
  return outcomes
    .filter((outcome) => day[outcome] > 0)
    .map((outcome) => {
      const tall = Math.max((day[outcome] / most) * height, 2);
      top -= tall;
      const place = { x, y: Math.max(top, 0), width: Math.min(step - gap, 60), height: tall };
      return <rect class={`console-bar--${outcome}`} {...place} />;
    });
}

function Numbers({ days, label }: { days: readonly DayOfCalls[]; label: string }) {
  return (
    <ScrollTable
      label={label}
      head={["Day", ...outcomes.map((outcome) => outcomeWords[outcome])]}
      numeric={[1, 2, 3]}
      rows={days
        .filter((day) => callsOf(day) > 0)
        .toReversed()
        .map((day) => [sayDay(day.day), ...outcomes.map((outcome) => number.format(day[outcome]))])}
    />
  );
}

function callsOf({ ok, refused, failed }: DayOfCalls): number {
  return ok + refused + failed;
}
