import type { Ended, Rating, RatingSummary, Score } from "@guildhall/contract";
import { InsetText, Paragraphs, sayTime } from "@guildhall/ui";
import { More, ScrollTable } from "../../pages/scroll-table.tsx";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";
import { Days } from "./days.tsx";

export interface RatingsPageProps {
  readonly frame: ServiceFrame;
  readonly summary: RatingSummary;
  readonly ratings: readonly Rating[];
  readonly more: string | undefined;
}

/** How satisfied people are once their request has ended, and what they say beside it. */
export function RatingsPage({ frame, summary, ratings, more }: RatingsPageProps) {
  const { from, to, count, scores, satisfied } = summary;
  return (
    <ServicePage frame={frame} title="How satisfied people are">
      <Days action={frame.here.ratings} from={from} to={to} />
      {satisfied === undefined ? (
        <InsetText>Nobody has said anything in these days.</InsetText>
      ) : (
        <>
          <p class="govuk-body-l">
            {count === 1
              ? "One person has said how satisfied they are."
              : `${Math.round(satisfied * 100)}% of ${count} people are satisfied or very satisfied.`}
          </p>
          <ScrollTable
            label="How often each was said"
            head={["How satisfied", "How many", "Share"]}
            numeric={[1, 2]}
            rows={scores
              .toReversed()
              .map((one) => [
                scoreWords[one.score],
                String(one.count),
                `${Math.round((one.count / count) * 100)}%`,
              ])}
          />
        </>
      )}
      <h2 class="govuk-heading-m">What they say</h2>
      {ratings.length === 0 && <p class="govuk-body">Nothing yet.</p>}
      <ul class="govuk-list">
        {ratings.map((rating) => (
          <One rating={rating} />
        ))}
      </ul>
      <More href={more} />
    </ServicePage>
  );
}

function One({ rating: { score, words, outcome, at } }: { rating: Rating }) {
  return (
    <li class="console-attempts">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{scoreWords[score]}</strong>, {outcomeWords[outcome]}, {sayTime(at)}
      </p>
      {words !== undefined && <Paragraphs text={words} />}
    </li>
  );
}

const scoreWords: Readonly<Record<Score, string>> = {
  5: "Very satisfied",
  4: "Satisfied",
  3: "Neither satisfied nor dissatisfied",
  2: "Dissatisfied",
  1: "Very dissatisfied",
};

const outcomeWords: Readonly<Record<Ended, string>> = {
  completed: "done",
  closed: "closed without action",
  referred: "not ours to deal with",
};
