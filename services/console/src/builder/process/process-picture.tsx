import type { DraftStatus, Step } from "@guildhall/contract";
import { Details } from "@guildhall/ui";
import { linesOf } from "../flow/lines-of.ts";
import { type Station, stationsOf } from "./stations.ts";
import { otherwiseOf, type StepsProps, titleOf } from "./step-line.tsx";

const box = { width: 300, height: 68, across: 90, down: 72, margin: 8 };

/** What happens as a picture, from the form that is sent in to where a request can stand; and the same in words. */
export function ProcessPicture(props: StepsProps & { readonly statuses: readonly DraftStatus[] }) {
  const { frame, kinds, conditions, statuses } = props;
  const sentences = new Map(conditions.map(({ id, sentence }) => [id, sentence]));
  const stations = stationsOf(frame.draft.definition, statuses, {
    title: (step: Step) => titleOf(step, props),
    condition: (id) => sentences.get(id) ?? `“${id}” holds, which is a condition that is gone`,
    otherwise: (step: Step) => otherwiseOf(step, kinds),
  });
  return (
    <section class="console-page" id="picture" aria-labelledby="picture-title">
      <h2 class="govuk-heading-m" id="picture-title">
        What happens as a picture
      </h2>
      <section class="console-scroll" aria-label="Picture of what happens" tabindex={0}>
        <Picture stations={stations} />
      </section>
      <Details summary="The same in words">
        <ol class="govuk-list govuk-list--number">
          {stations.map((station) => (
            <li>{sayStation(station)}</li>
          ))}
        </ol>
      </Details>
    </section>
  );
}

function sayStation({ title, condition, beside }: Station): string {
  const only = condition === undefined ? "" : ` Only if ${condition}.`;
  return `${title}.${only}${beside === undefined ? "" : ` ${beside}.`}`;
}

function Picture({ stations }: { stations: readonly Station[] }) {
  const width = 2 * (box.width + box.margin) + box.across;
  const height = stations.length * (box.height + box.down) - box.down + 2 * box.margin;
  return (
    <svg
      class="console-flow"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label="What happens to a form that is sent in. The same stands below in words."
    >
      <defs>
        <marker
          id="process-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" class="console-flow-arrow" />
        </marker>
      </defs>
      {stations.map((station, row) => (
        <StationShape station={station} row={row} />
      ))}
    </svg>
  );
}

function StationShape({ station, row }: { station: Station; row: number }) {
  const [left, top] = [box.margin, box.margin + row * (box.height + box.down)];
  const [middle, right] = [top + box.height / 2, left + box.width];
  const far = right + box.across;
  const way = station.isFromBeside ? [far, right] : [right, far];
  return (
    <g class={`console-flow-${station.kind}`}>
      {row > 0 && station.kind !== "stage" && <Before station={station} left={left} top={top} />}
      <Boxed text={station.title} left={left} top={top} isRound={station.kind === "check"} />
      {station.beside !== undefined && (
        <g class="console-flow-beside">
          <path d={`M${way[0]} ${middle}H${way[1]}`} marker-end="url(#process-arrow)" />
          <Boxed text={station.beside} left={far} top={top} isRound={false} />
        </g>
      )}
    </g>
  );
}

/** The arrow from what comes before, with the condition under which it is gone. */
function Before({ station, left, top }: { station: Station; left: number; top: number }) {
  const x = left + box.width / 2;
  const { condition } = station;
  const lines = condition === undefined ? [] : linesOf(`Only if ${condition}`, 54, 2);
  return (
    <g class={condition === undefined ? "console-flow-default" : "console-flow-way"}>
      {condition !== undefined && <title>{`Only if ${condition}`}</title>}
      <path d={`M${x} ${top - box.down}V${top}`} marker-end="url(#process-arrow)" />
      {lines.map((line, at) => (
        <text x={x + 14} y={top - box.down + 30 + at * 20}>
          {line}
        </text>
      ))}
    </g>
  );
}

interface BoxedProps {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly isRound: boolean;
}

function Boxed({ text, left, top, isRound }: BoxedProps) {
  const lines = linesOf(text, 34, 3);
  const first = top + box.height / 2 - (lines.length - 1) * 10 + 5;
  return (
    <g>
      <title>{text}</title>
      <rect x={left} y={top} width={box.width} height={box.height} rx={isRound ? 34 : 4} />
      {lines.map((line, at) => (
        <text x={left + box.width / 2} y={first + at * 20} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}
