import { Text } from "@guildhall/question-view";
import { Button, InsetText, Panel } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface AnswerPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly reference: string;
}

/** Say that what was answered has come in. */
export function AnswerSentPage(props: AnswerPageProps) {
  const { title, text } = props.council.words.answering.sent;
  return (
    <Plain {...props} title={title}>
      <Panel title={title}>
        {props.council.words.sending.reference}
        <br />
        <strong>{props.reference}</strong>
      </Panel>
      <p class="govuk-body govuk-!-margin-top-6">{text}</p>
    </Plain>
  );
}

type State = keyof Council["words"]["answering"]["ended"];

/** Say why nothing can be answered any more, and lose nothing that was typed. */
export function AnswerEndedPage(
  props: AnswerPageProps & { state: State; typed: readonly string[] },
) {
  const { title, text } = props.council.words.answering.ended[props.state];
  return (
    <Plain {...props} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      <Typed {...props} />
    </Plain>
  );
}

/** Say that only the link opens it: the same whether anything is asked or not. */
export function AnswerLinkPage(props: AnswerPageProps & { typed: readonly string[] }) {
  const { title, text } = props.council.words.answering.link;
  return (
    <Plain {...props} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      <Typed {...props} />
    </Plain>
  );
}

/** Say that what was typed is kept, until when, and how to come back to it. */
export function AnswerKeptPage(props: AnswerPageProps & { until: string; goOn: string }) {
  const words = props.council.words.answering.kept;
  return (
    <Plain {...props} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.text(props.until)}</p>
      <Button href={props.goOn}>{words.goOn}</Button>
    </Plain>
  );
}

function Plain(props: AnswerPageProps & { title: string; children?: Child }) {
  const { council, look, title, reference, children } = props;
  return (
    <CouncilPage council={council} look={look} title={title} current="track">
      <Column>
        {children}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.tracking(reference)}>
            {council.words.answering.follow}
          </a>
        </p>
      </Column>
    </CouncilPage>
  );
}

function Typed({
  council,
  typed,
}: Pick<AnswerPageProps, "council"> & { typed: readonly string[] }) {
  if (typed.length === 0) return null;
  return (
    <>
      <p class="govuk-body">{council.words.answering.typed}</p>
      <InsetText>
        {typed.map((text) => (
          <p class="govuk-body">
            <Text>{text}</Text>
          </p>
        ))}
      </InsetText>
    </>
  );
}
