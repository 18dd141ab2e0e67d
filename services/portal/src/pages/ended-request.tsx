import type { Tracking } from "@guildhall/contract";
import { Button, InsetText, Paragraphs } from "@guildhall/ui";
import type { Council } from "../environment.ts";
import { sayWeekday } from "../words/dates.ts";
import { noRating, RatingForm } from "./rating-page.tsx";

interface Ended {
  readonly council: Council;
  readonly tracking: Tracking;
}

/** Say how a request ended, and to its citizen what they can do about it; nothing while it is open. */
export function EndedRequest({ council, tracking }: Ended) {
  const { ending } = tracking;
  if (!ending) return null;
  return (
    <>
      <Paragraphs text={ending.text} />
      {ending.outcome !== "completed" && (
        <p class="govuk-body">{council.words.ending.contact(council.brand.name)}</p>
      )}
      <NotFixed council={council} tracking={tracking} />
      <Rate council={council} tracking={tracking} />
    </>
  );
}

function NotFixed({ council, tracking: { ending, reference } }: Ended) {
  if (!ending?.notFixed) return null;
  const words = council.words.ending.notFixed;
  return (
    <>
      <h2 class="govuk-heading-m">{words.ask}</h2>
      <p class="govuk-body">{words.until(sayWeekday(ending.notFixed.until, council.language))}</p>
      <Button href={council.at.notFixed(reference)} classes="govuk-button--secondary">
        {words.say}
      </Button>
    </>
  );
}

function Rate({ council, tracking: { ending, reference } }: Ended) {
  if (ending?.rated === undefined) return null;
  if (ending.rated) return <InsetText>{council.words.ending.rating.given}</InsetText>;
  return <RatingForm council={council} reference={reference} fields={noRating} faults={{}} />;
}
