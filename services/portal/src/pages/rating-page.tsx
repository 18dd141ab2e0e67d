import { BackLink, Button, CharacterCount, ErrorSummary, Radios } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

export interface RatingFields {
  readonly score: string;
  readonly words: string;
}

export const noRating: RatingFields = { score: "", words: "" };

interface RatingFormProps {
  readonly council: Council;
  readonly reference: string;
  readonly fields: RatingFields;
  readonly faults: Readonly<Partial<Record<keyof RatingFields, string>>>;
}

export interface RatingPageProps extends RatingFormProps {
  readonly look: Look;
  /** What went wrong that lies in no field. */
  readonly trouble?: string;
}

const formId = "rating-form";
const scores = [5, 4, 3, 2, 1] as const;

/** Ask how satisfied somebody is, in words and not in numbers. */
export function RatingForm({ council, reference, fields, faults }: RatingFormProps) {
  const words = council.words.ending.rating;
  return (
    <form id={formId} method="post" action={council.at.rating(reference)} novalidate>
      <Radios
        name="score"
        value={fields.score}
        fieldset={{ legend: { content: words.ask, classes: "govuk-fieldset__legend--m" } }}
        items={scores.map((score) => ({ value: `${score}`, content: words.scores[score] }))}
        errorMessage={faults.score}
      />
      <CharacterCount
        name="words"
        label={{ content: words.words, classes: "govuk-label--s" }}
        hint={words.wordsHint}
        maxlength={1200}
        rows={4}
        value={fields.words}
        errorMessage={faults.words}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {words.send}
      </Button>
    </form>
  );
}

/** The same on a page of its own: where something was missing, and where the last message leads. */
export function RatingPage(props: RatingPageProps) {
  const { council, look, reference, faults, trouble } = props;
  const { title } = council.words.ending.rating;
  const errors = [
    ...(trouble === undefined ? [] : [{ content: trouble }]),
    ...Object.entries(faults).map(([field, content]) => ({ href: `#${field}`, content })),
  ];
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      current="track"
      form={formId}
      faults={errors.length > 0}
      beforeContent={<BackLink href={council.at.tracking(reference)} />}
    >
      <Column>
        {errors.length > 0 && <ErrorSummary errorList={errors} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <RatingForm {...props} />
      </Column>
    </CouncilPage>
  );
}
