import type { Feedback, FeedbackState } from "@guildhall/contract";
import {
  BackLink,
  Button,
  Details,
  InsetText,
  Paragraphs,
  sayTime,
  Tag,
  Textarea,
} from "@guildhall/ui";
import type { FeedbackSection } from "./feedback-sections.ts";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { More } from "./scroll-table.tsx";

export interface FeedbackPageProps extends Frame {
  /** What it is about: a service, or the organisation's own pages. */
  readonly about: { readonly title: string; readonly href: string };
  /** Left out where all is shown. */
  readonly state: FeedbackState | undefined;
  /** Beside the pages and questions that they are about, in the form's order. */
  readonly sections: readonly FeedbackSection[];
  readonly more: string | undefined;
  readonly once: string;
}

/** What was said of one service, beside the questions that it is about. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { office, about, sections, state } = props;
  const title = `Feedback: ${about.title}`;
  return (
    <OfficePage
      {...props}
      title={title}
      current="feedback"
      beforeContent={<BackLink href={office.at.feedback}>All feedback</BackLink>}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <StateFilter about={about} state={state} />
      {sections.length === 0 && (
        <InsetText>
          {state === "new" ? "Nothing waits to be dealt with." : "Nothing has been said yet."}
        </InsetText>
      )}
      {sections.map((section) => (
        <Section {...props} section={section} />
      ))}
      <More href={props.more} />
    </OfficePage>
  );
}

function StateFilter({ about, state }: Pick<FeedbackPageProps, "about" | "state">) {
  return (
    <p class="govuk-body">
      {state === "new" ? "What nobody has dealt with. " : "All that was said in the last year. "}
      <a class="govuk-link" href={state === "new" ? `${about.href}?state=all` : about.href}>
        {state === "new" ? "See all" : "See what nobody has dealt with"}
      </a>
    </p>
  );
}

/** A page of the form, and what was said of each of its questions. */
function Section(props: FeedbackPageProps & { section: FeedbackSection }) {
  const { title, waiting, dealtWith, places } = props.section;
  return (
    <section class="console-said">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{title}</h2>
      <p class="govuk-body-s">
        {waiting} new, {dealtWith} dealt with
      </p>
      {places.map(({ title: question, said }) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-2">{question}</h3>
          <ul class="govuk-list">
            {said.map((feedback) => (
              <One {...props} feedback={feedback} />
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function One(props: FeedbackPageProps & { feedback: Feedback }) {
  const { desk, feedback } = props;
  const { state, receivedAt, version, text, email, dealtWith } = feedback;
  return (
    <li class="console-attempts">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {state === "new" ? (
          <Tag classes="govuk-tag--blue">New</Tag>
        ) : (
          <Tag classes="govuk-tag--green">Dealt with</Tag>
        )}{" "}
        {sayTime(receivedAt)}
        {version !== undefined && `, version ${version}`}
      </p>
      <Paragraphs text={text} />
      {email !== undefined && (
        <p class="govuk-body">
          Wants an answer:{" "}
          <a class="govuk-link" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      )}
      {dealtWith && (
        <p class="govuk-body">
          {dealtWith.by} dealt with it {sayTime(dealtWith.at)}
          {dealtWith.note !== undefined && `: “${dealtWith.note}”`}
        </p>
      )}
      {state === "new" && desk.scopes.has("services:write") && <DealWith {...props} />}
    </li>
  );
}

function DealWith({ office, feedback, once, about }: FeedbackPageProps & { feedback: Feedback }) {
  return (
    <Details summary="Say that it is dealt with">
      <form method="post" action={office.at.dealWithFeedback(feedback.id)}>
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="back" value={about.href} />
        <Textarea
          name="note"
          id={`note-${feedback.id}`}
          label="What you did about it (optional)"
          hint="Colleagues read it. Whoever said it does not."
          rows={2}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          It is dealt with
        </Button>
      </form>
    </Details>
  );
}
