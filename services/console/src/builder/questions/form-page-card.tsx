import { Tag } from "@guildhall/ui";
import { anchorOf, questionAddresses } from "./addresses.ts";
import { Asked, Does } from "./asked.tsx";
import { Findings } from "./findings.tsx";
import { type HeldQuestion, pathOfPage } from "./held.ts";
import { QuestionLine } from "./question-line.tsx";
import type { ListProps, ShownPage } from "./questions-page.tsx";
import { canBeginAt } from "./sections.ts";

const kinds = {
  questions: undefined,
  information: "Words to read",
  exit: "Ends here",
} as const;

type CardProps = ListProps & {
  readonly shown: ShownPage;
  /** Whether its questions are shown too. */
  readonly isOpen: boolean;
};

/** One page of the form: who sees it, what is wrong with it, what is done with it, and its questions. */
export function FormPageCard(props: CardProps) {
  const { frame, shown, isOpen } = props;
  const { page, questions } = shown;
  const at = pathOfPage(page);
  const place = frame.draft.definition.form.pages.indexOf(page);
  const to = questionAddresses(frame.here);
  return (
    <section class="console-page" aria-labelledby={anchorOf(at)}>
      <h2 class="govuk-heading-m" id={anchorOf(at)}>
        {`${place + 1}. `}
        <a class="govuk-link" href={to.page(at)}>
          {page.title}
        </a>
      </h2>
      <p class="govuk-body-s">
        {kinds[page.kind] && <Tag classes="govuk-tag--grey">{kinds[page.kind]}</Tag>}{" "}
        <Asked {...props} when={page.when} what="Everyone sees this page." only="Only if" />
      </p>
      {isOpen ? (
        <Open {...props} />
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={to.open(at)}>
            {questions.length === 1
              ? "Show its question"
              : `Show its ${questions.length} questions`}{" "}
            <span class="govuk-visually-hidden">of {page.title}</span>
          </a>
        </p>
      )}
    </section>
  );
}

/** What is wrong with a page, what is done with it, and its questions. */
function Open(props: CardProps) {
  const { frame, shown, found } = props;
  const { page, questions } = shown;
  const at = pathOfPage(page);
  const { pages } = frame.draft.definition.form;
  const place = pages.indexOf(page);
  const to = questionAddresses(frame.here);
  return (
    <>
      <Findings findings={found.get(at)} />
      <p class="console-does">
        <Does does="up" at={at} about={page.title} can={place > 0}>
          Move up
        </Does>
        <Does does="down" at={at} about={page.title} can={place < pages.length - 1}>
          Move down
        </Does>
        <Does does="copy" at={at} about={page.title}>
          Copy
        </Does>
        <a class="govuk-link" href={to.remove(at)}>
          Remove <span class="govuk-visually-hidden">{page.title}</span>
        </a>
      </p>
      <Lines {...props} held={questions.filter(({ group }) => !group)} inner={questions} />
      <p class="govuk-body console-ways">
        <a class="govuk-link" href={to.chooseType(`${at}/questions`)}>
          Add a question <span class="govuk-visually-hidden">to {page.title}</span>
        </a>
        {canBeginAt(frame.draft.definition, page) && (
          <>
            {" "}
            <a class="govuk-link" href={to.beginSection(at)}>
              Begin a section here <span class="govuk-visually-hidden">with {page.title}</span>
            </a>
          </>
        )}
      </p>
    </>
  );
}

type LinesProps = ListProps & {
  held: readonly HeldQuestion[];
  inner: readonly HeldQuestion[];
};

function Lines(props: LinesProps) {
  const { held, inner, ...rest } = props;
  const shown = held.length > 0 ? held : inner;
  if (shown.length === 0) return null;
  return (
    <ol class="console-questions" start={(shown[0]?.place ?? 0) + 1}>
      {shown.map((one) => (
        <QuestionLine
          {...rest}
          held={one}
          items={inner.filter(({ group }) => group === one.question)}
        />
      ))}
    </ol>
  );
}
