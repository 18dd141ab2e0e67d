import type { DeliveryAttempt, ProcessLedger } from "@guildhall/contract";

/** One thing that happened in a lane. */
interface Mark {
  readonly at: string;
  readonly kind: "accepted" | "refused" | "retry" | "ambiguous" | "told";
}

interface Lane {
  readonly name: string;
  readonly marks: readonly Mark[];
}

const step = 40;
const height = 40;

/**
 * Draw who was told when: a lane for each back office and one for the resident, in the order in which things happened.
 * The same stands below in words.
 */
export function LedgerChart({ ledger }: { ledger: ProcessLedger }) {
  const lanes = lanesOf(ledger);
  const moments = [...new Set(lanes.flatMap(({ marks }) => marks.map(({ at }) => at)))].toSorted();
  if (moments.length === 0) return null;
  const width = (moments.length + 1) * step;
  return (
    <div class="console-chart">
      {lanes.map(({ name, marks }) => (
        <div class="console-lane-row">
          <span class="govuk-body-s" aria-hidden="true">
            {name}
          </span>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            class="console-lane-drawn"
            preserveAspectRatio="xMinYMid meet"
            role="img"
            aria-label={sayLane({ name, marks })}
          >
            <line x1="0" y1={height / 2} x2={width} y2={height / 2} class="console-lane-line" />
            {marks.map(({ at, kind }) => (
              <Shape kind={kind} x={(moments.indexOf(at) + 1) * step} />
            ))}
          </svg>
        </div>
      ))}
      <ul class="console-legend govuk-body-s" aria-hidden="true">
        <li class="console-legend--ok">Accepted or sent</li>
        <li class="console-legend--refused">Tried again, or in doubt</li>
        <li class="console-legend--failed">Refused</li>
      </ul>
    </div>
  );
}

const said: Record<Mark["kind"], string> = {
  accepted: "accepted",
  refused: "refused",
  retry: "tried again",
  ambiguous: "in doubt",
  told: "written to",
};

function sayLane({ name, marks }: Lane): string {
  const inOrder = marks.toSorted((one, other) => one.at.localeCompare(other.at));
  return `${name}: ${inOrder.map(({ kind }) => said[kind]).join(", ") || "nothing yet"}`;
}

/** Each kind has a shape of its own, so that nobody needs its colour. */
function Shape({ kind, x }: { kind: Mark["kind"]; x: number }) {
  const y = height / 2;
  if (kind === "accepted" || kind === "told")
    return <circle cx={x} cy={y} r="9" class="console-bar--ok" />;
  if (kind === "refused")
    return <rect x={x - 8} y={y - 8} width="16" height="16" class="console-bar--failed" />;
  return (
    <polygon
      points={`${x},${y - 10} ${x + 10},${y + 8} ${x - 10},${y + 8}`}
      class="console-bar--refused"
    />
  );
}

function lanesOf({ destinations, messages }: ProcessLedger): Lane[] {
  const offices = destinations.map(({ name, deliveries }) => ({
    name,
    marks: deliveries.flatMap(({ history }) => history.map(markOf)),
  }));
  const told = messages
    .filter(({ state }) => state === "accepted")
    .map(({ settledAt, at }): Mark => ({ at: settledAt ?? at, kind: "told" }));
  return [...offices, { name: "The resident", marks: told }];
}

function markOf({ endedAt, outcome }: DeliveryAttempt): Mark {
  return { at: endedAt, kind: outcome };
}
