import { BackLink, Button, CharacterCount, ErrorSummary, Input, Radios } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { FeedbackFields, FeedbackPlace } from "../journey/feedback-form.ts";
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

const title = "What is wrong with the page?";

/** Ask what is wrong with the page that they came from. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { council, look, place, fields, faults, trouble, once } = props;
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
      service={place.service && named(council, place.service)}
      asksFeedback={false}
      beforeContent={<BackLink href={place.href} />}
    >
      <Column>
        {errors.length > 0 && <ErrorSummary errorList={errors} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          You were on the page “{place.title}”. Tell us what does not work, is hard to understand or
          is not right. The people who make this page read it.
        </p>
        <form method="post" action={council.at.feedback(place.from)} novalidate>
          <input type="hidden" name="once" value={once} />
          <WhichQuestion {...props} />
          <CharacterCount
            name="text"
            label={{ content: "What is wrong?", classes: "govuk-label--s" }}
            hint="Leave out anything about you or another person, like a name, an address or bank details."
            maxlength={1200}
            rows={6}
            value={fields.text}
            errorMessage={faults.text}
          />
          <Input
            name="email"
            type="email"
            label={{ content: "Your email address (optional)", classes: "govuk-label--s" }}
            hint="Only if you want an answer. We use it for nothing else."
            autocomplete="email"
            spellcheck={false}
            value={fields.email}
            errorMessage={faults.email}
          />
          <Button preventDoubleClick>Send</Button>
        </form>
        <p class="govuk-body">
          It is not part of any request, and we keep it for a year. Use it for the page only: we
          cannot deal with a request here.
        </p>
      </Column>
    </CouncilPage>
  );
}

/** Say that it has arrived, and lead back to where they were. */
export function FeedbackReceivedPage(
  props: Pick<FeedbackPageProps, "council" | "look" | "place"> & { readonly keeps: boolean },
) {
  const { council, look, place, keeps } = props;
  const received = "Thank you for telling us";
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
        <p class="govuk-body">
          The people who make the page “{place.title}” will read it. If you gave us your email
          address, they can write to you.
        </p>
        {keeps && (
          <p class="govuk-body">
            Nothing in your form has changed: the answers that you gave are still there.
          </p>
        )}
        <Button href={place.href}>Go back to the page</Button>
      </Column>
    </CouncilPage>
  );
}

/** Where a page asks one thing, it is about that. */
function WhichQuestion({ place: { questions }, fields, faults }: FeedbackPageProps) {
  if (questions.length < 2) return null;
  const items = questions.map(({ id, label }) => ({ value: id, content: label }));
  return (
    <Radios
      name="question"
      value={fields.question}
      fieldset={{
        legend: {
          content: "Which part of the page is it about?",
          classes: "govuk-fieldset__legend--s",
        },
      }}
      items={[{ value: "", content: "The whole page" }, ...items]}
      errorMessage={faults.question}
    />
  );
}

function named({ at }: Council, { id, title: name }: { id: string; title: string }) {
  return { name, href: at.service(id) };
}
