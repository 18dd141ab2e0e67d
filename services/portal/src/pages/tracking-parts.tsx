import type { Tracking } from "@guildhall/contract";
import { Button, SummaryList, sayTime, Tag } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Council } from "../environment.ts";
import { sayWeekday } from "../words/dates.ts";

interface PartProps {
  readonly council: Council;
  readonly tracking: Tracking;
}

/** The part of the page that changes by itself where a script runs, with where it hears of changes. */
export function LivePart(props: PartProps & { readonly children?: Child }) {
  const { council, tracking, children } = props;
  const { reference, version } = tracking;
  if (version === undefined) return <>{children}</>;
  return (
    <div
      data-live={version}
      data-live-from={council.at.changes(reference)}
      data-live-now={council.words.tracking.changed}
    >
      {children}
    </div>
  );
}

/** Where its citizen adds words and photos, while it is open. */
export function AddHere({ council, tracking }: PartProps) {
  if (!tracking.complete || tracking.status !== "open") return null;
  return (
    <Button href={council.at.add(tracking.reference)} classes="govuk-button--secondary">
      {council.words.adding.open}
    </Button>
  );
}

/** Say what is next and by when; where that is past, that too. */
export function WhatIsNext({ council, tracking: { next, information } }: PartProps) {
  // What is asked of its citizen, and by when, is said above all else.
  if (!next || information) return null;
  const words = council.words.tracking.next;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{sentenceOf(next, council)}</p>
    </>
  );
}

function sentenceOf(
  { text, by, late, workingDays }: NonNullable<Tracking["next"]>,
  { words, language }: Council,
): string {
  const { next } = words.tracking;
  if (by === undefined) return text.endsWith(".") ? text : `${text}.`;
  const day = sayWeekday(by, language);
  if (late) return `${text} ${next.was(day)}`;
  return `${text} ${next.by(day)} ${next.days(workingDays ?? 0)}`;
}

/** Draw the stages of a request as a list of steps: what it came through, where it stands, what may come, and that it ends. */
export function Stages({ council, tracking: { stages = [], status } }: PartProps) {
  const open = status === "open";
  if (stages.length < (open ? 1 : 2)) return null;
  const words = council.words.tracking.stages;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ol class="portal-stages">
        {stages.map(({ title, state }) => (
          <li
            class={`portal-stages__stage portal-stages__stage--${state}`}
            aria-current={state === "now" ? "step" : undefined}
          >
            <span class="portal-stages__title">{title}</span>{" "}
            <span class="portal-stages__state">{words[state]}</span>
          </li>
        ))}
        {open && (
          <li class="portal-stages__stage portal-stages__stage--ahead">
            <span class="portal-stages__title">{words.finished}</span>
          </li>
        )}
      </ol>
      {stages.some(({ state }) => state === "ahead") && (
        <p class="govuk-hint">{words.mayBeLeftOut}</p>
      )}
    </>
  );
}

const tones = {
  waiting: "govuk-tag--blue",
  delayed: "govuk-tag--yellow",
  "in-hand": "govuk-tag--yellow",
  "passed-on": "govuk-tag--green",
} as const;

/** Say how each place stands that a request goes to, where it goes to several. */
export function Destinations({ council, tracking: { destinations = [] } }: PartProps) {
  if (destinations.length < 2) return null;
  const words = council.words.tracking.places;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <SummaryList
        rows={destinations.map(({ name, state, text, at, reference }) => ({
          key: name,
          value: (
            <>
              <Tag classes={tones[state]}>{words.states[state]}</Tag>
              <p class="govuk-body govuk-!-margin-top-2">
                {text}
                {at !== undefined && ` (${sayTime(at, council.language)})`}
              </p>
              {reference !== undefined && <p class="govuk-body">{words.reference(reference)}</p>}
            </>
          ),
        }))}
      />
    </>
  );
}
