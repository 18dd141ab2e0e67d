import { Text } from "@guildhall/question-view";
import { BackLink, Button, CharacterCount, ErrorSummary, Input, Radios } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { FeedbackFields, FeedbackPlace } from "../journey/feedback-form.ts";
import { wordsHere } from "../words/speech.tsx";
import { Column, CouncilPage } from "./council-page.tsx";

export interface FeedbackPageProps {
  readonly council: Council;
  readonly look: Look;
  /** The page that they came from. */
  readonly place: FeedbackPlace;
  readonly fields: FeedbackFields;
  readonly faults: Readonly<Partial<Record<keyof FeedbackFields, string>>>;
  /** What went wrong that lies in no field. */
  readonly trouble?: string | undefined;
  readonly once: string;
}

const formId = "feedback-form";

/** Ask what is wrong with the page that they came from. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { council, look, place, fields, faults, trouble, once } = props;
  const words = council.words.feedback;
  const { title } = words;
  const errors = [
    ...(trouble === undefined ? [] : [{ content: trouble }]),
    ...Object.entries(faults).map(([field, content]) => ({ href: `#${field}`, content })),
  ];
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={errors.length > 0}
      form={formId}
      service={place.service && named(council, place.service)}
      asksFeedback={false}
      beforeContent={<BackLink href={place.href} />}
    >
      <Column>
        {errors.length > 0 && <ErrorSummary errorList={errors} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.about(place.title)}</p>
        <form id={formId} method="post" action={council.at.feedback(place.from)} novalidate>
          <input type="hidden" name="once" value={once} />
          <WhichQuestion {...props} />
          <CharacterCount
            name="text"
            label={{ content: words.wrong, classes: "govuk-label--s" }}
            hint={words.wrongHint}
            maxlength={1200}
            rows={6}
            value={fields.text}
            errorMessage={faults.text}
          />
          <Input
            name="email"
            type="email"
            label={{ content: words.email, classes: "govuk-label--s" }}
            hint={words.emailHint}
            autocomplete="email"
            spellcheck={false}
            value={fields.email}
            errorMessage={faults.email}
          />
          <Button preventDoubleClick>{words.send}</Button>
        </form>
        <p class="govuk-body">{words.only}</p>
      </Column>
    </CouncilPage>
  );
}

/** Say that it has arrived, and lead back to where they were. */
export function FeedbackReceivedPage(
  props: Pick<FeedbackPageProps, "council" | "look" | "place"> & { readonly keeps: boolean },
) {
  const { council, look, place, keeps } = props;
  const words = council.words.feedback;
  const { received } = words;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={received}
      service={place.service && named(council, place.service)}
      asksFeedback={false}
    >
      <Column>
        <h1 class="govuk-heading-l">{received}</h1>
        <p class="govuk-body">{words.willRead(place.title)}</p>
        {keeps && <p class="govuk-body">{words.keeps}</p>}
        <Button href={place.href}>{words.back}</Button>
      </Column>
    </CouncilPage>
  );
}

/** Where a page asks one thing, it is about that. */
function WhichQuestion({ place: { questions }, fields, faults }: FeedbackPageProps) {
  const words = wordsHere().feedback;
  if (questions.length < 2) return null;
  const items = questions.map(({ id, label }) => ({ value: id, content: <Text>{label}</Text> }));
  return (
    <Radios
      name="question"
      value={fields.question}
      fieldset={{
        legend: {
          content: words.part,
          classes: "govuk-fieldset__legend--s",
        },
      }}
      items={[{ value: "", content: words.whole }, ...items]}
      errorMessage={faults.question}
    />
  );
}

function named({ at }: Council, { id, title: name }: { id: string; title: string }) {
  return { name, href: at.service(id) };
}
