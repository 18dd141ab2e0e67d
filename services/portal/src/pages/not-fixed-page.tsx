import { Text } from "@guildhall/question-view";
import { BackLink, Button, CharacterCount, ErrorSummary, InsetText } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

export interface NotFixedPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly reference: string;
  readonly rule: "reopen" | "start-anew";
  readonly typed: string;
  readonly fault?: string | undefined;
  /** Names this showing of the form, so that pressing twice says it once. */
  readonly once: string;
}

const formId = "not-fixed-form";

/** Ask what is still wrong, or offer to begin a new request with the same answers. */
export function NotFixedPage(props: NotFixedPageProps) {
  const { council, look, reference, rule, fault, once } = props;
  const words = council.words.ending.notFixed;
  const title = rule === "reopen" ? words.title : words.anew;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      current="track"
      form={formId}
      faults={fault !== undefined}
      beforeContent={<BackLink href={council.at.tracking(reference)} />}
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#words", content: fault }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <form id={formId} method="post" action={council.at.notFixed(reference)} novalidate>
          <input type="hidden" name="once" value={once} />
          {rule === "reopen" ? (
            <StillWrong {...props} />
          ) : (
            <p class="govuk-body">{words.anewText}</p>
          )}
          <Button preventDoubleClick>{rule === "reopen" ? words.send : words.begin}</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function StillWrong({ council, typed, fault }: NotFixedPageProps) {
  const words = council.words.ending.notFixed;
  return (
    <CharacterCount
      name="words"
      label={{ content: words.wrong, classes: "govuk-label--m" }}
      hint={words.wrongHint}
      maxlength={1200}
      rows={6}
      value={typed}
      errorMessage={fault}
    />
  );
}

/** Say in one sentence why it cannot be said, and show what was typed, so that it is not lost. */
export function CannotSayPage(
  props: Pick<NotFixedPageProps, "council" | "look" | "reference" | "typed"> & {
    readonly title: string;
    readonly why: string;
  },
) {
  const { council, look, reference, typed, title, why } = props;
  return (
    <CouncilPage council={council} look={look} title={title} current="track">
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{why}</p>
        {typed !== "" && (
          <>
            <p class="govuk-body">{council.words.answering.typed}</p>
            <InsetText>
              <Text>{typed}</Text>
            </InsetText>
          </>
        )}
        <Button href={council.at.tracking(reference)}>{council.words.ending.back}</Button>
      </Column>
    </CouncilPage>
  );
}

/** Say that the request is open again, and what happens next. */
export function ReopenedPage({
  council,
  look,
  reference,
}: Pick<NotFixedPageProps, "council" | "look" | "reference">) {
  const words = council.words.ending.notFixed;
  return (
    <CouncilPage council={council} look={look} title={words.reopened} current="track">
      <Column>
        <h1 class="govuk-heading-l">{words.reopened}</h1>
        <p class="govuk-body">{words.reopenedText}</p>
        <Button href={council.at.tracking(reference)}>{council.words.ending.back}</Button>
      </Column>
    </CouncilPage>
  );
}
