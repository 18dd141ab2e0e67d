import type { DraftDifferences } from "@guildhall/contract";
import { Button, InsetText, sayTime } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { pageOfPart } from "../ground/page-of-part.ts";
import { StepOf } from "./steps.tsx";

export interface ReviewPageProps {
  readonly frame: DraftFrame;
  readonly differences: DraftDifferences;
  readonly faults: Faults;
}

/** As many differences as somebody reads; a new service is all different. */
const mostShown = 200;

/** What publishing would change of what people use now, in words. */
export function ReviewPage({ frame, differences, faults }: ReviewPageProps) {
  const { here, desk } = frame;
  const { data, live, hasMovedOn } = differences;
  const mayWrite = desk.scopes.has("services:write");
  return (
    <DraftPage frame={frame} title="Review what changes" faults={faults}>
      <StepOf step="Review" />
      {mayWrite && <Scheduled frame={frame} />}
      {hasMovedOn && live !== undefined && mayWrite && <MovedOn frame={frame} live={live} />}
      <Button href={here.test}>Go on to test it</Button>
      <p class="govuk-body">{sayCount(data.length, live)}</p>
      <ul class="govuk-list govuk-list--bullet">
        {data.slice(0, mostShown).map(({ at, sentence, by, changedAt }) => (
          <li>
            {sentence}{" "}
            {by !== undefined && changedAt !== undefined && `(${by}, ${sayTime(changedAt)}) `}
            <a class="govuk-link" href={pageOfPart(here, at)}>
              Look at it<span class="govuk-visually-hidden">: {sentence}</span>
            </a>
          </li>
        ))}
        {data.length > mostShown && <li>And {data.length - mostShown} more.</li>}
      </ul>
    </DraftPage>
  );
}

function sayCount(count: number, live: number | undefined): string {
  if (live === undefined) return "No version is live, so all of it is new:";
  if (count === 0) return `Nothing is different from version ${live}, which is live.`;
  const things = count === 1 ? "One thing is" : `${count} things are`;
  return `${things} different from version ${live}, which is live:`;
}

function Scheduled({ frame: { draft, here, once } }: { frame: DraftFrame }) {
  const { scheduled } = draft;
  if (!scheduled) return null;
  const hasChanged = scheduled.revision !== draft.revision;
  return (
    <InsetText>
      <p class="govuk-body">
        It goes live by itself {sayTime(scheduled.at)}. {scheduled.by} gave it the time, and says of
        it: “{scheduled.summary}”
      </p>
      {hasChanged && (
        <p class="govuk-body">
          What was changed since then is not part of it, and stays in the draft.
        </p>
      )}
      <form method="post" action={here.unschedule}>
        <input type="hidden" name="once" value={once} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Take it back
        </Button>
      </form>
    </InsetText>
  );
}

function MovedOn({ frame: { here, once }, live }: { frame: DraftFrame; live: number }) {
  return (
    <InsetText>
      <p class="govuk-body">
        Version {live} was published after this draft began. Take it into the draft, so that nothing
        of it is lost. Where both have changed the same, you choose.
      </p>
      <form method="post" action={here.takeIn}>
        <input type="hidden" name="once" value={once} />
        <Button id="take-in" classes="govuk-button--secondary" preventDoubleClick>
          Take version {live} into the draft
        </Button>
      </form>
    </InsetText>
  );
}
