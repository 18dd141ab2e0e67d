import { anchorOf, questionAddresses } from "./addresses.ts";
import { Asked, Does } from "./asked.tsx";
import { sayCalculation } from "./calculation/say.ts";
import { questionsByName } from "./calculation/sources.ts";
import { Findings } from "./findings.tsx";
import type { HeldQuestion } from "./held.ts";
import { questionTypes } from "./question-types.ts";
import type { ListProps } from "./questions-page.tsx";

type LineProps = ListProps & {
  readonly held: HeldQuestion;
  /** The questions that are asked of each item, where it is a group. */
  readonly items?: readonly HeldQuestion[];
};

/** One question: what it is, who is asked, what is wrong with it, and what is done with it. */
export function QuestionLine(props: LineProps) {
  const { frame, held, found, items = [] } = props;
  const { question, at } = held;
  const to = questionAddresses(frame.here);
  return (
    <li id={anchorOf(at)}>
      <a class="govuk-link" href={to.edit(at)}>
        {question.label}
      </a>
      <span class="console-under">
        {questionTypes[question.type].title}
        {mustWords(question)}
        {question.when !== undefined && ". "}
        <Asked {...props} when={question.when} only="Asked only if" />
      </span>
      {question.type === "calculated" && (
        <span class="console-under">
          {`It is ${sayCalculation(question.value, questionsByName(frame.draft.definition))}.`}
        </span>
      )}
      <Findings findings={found.get(at)} />
      <Doing {...props} />
      {question.type === "group" && (
        <>
          <ol class="console-questions">
            {items.map((item) => (
              <QuestionLine {...props} held={item} items={[]} />
            ))}
          </ol>
          <p class="govuk-body-s">
            <a class="govuk-link" href={to.chooseType(`${at}/questions`)}>
              Add a question for each {question.itemName}
            </a>
          </p>
        </>
      )}
    </li>
  );
}

function mustWords({ required, requiredWhen, type }: HeldQuestion["question"]): string {
  if (type === "calculated") return "";
  if (requiredWhen !== undefined) return ", must be answered only sometimes";
  return required ? "" : ", can be left out";
}

function Doing({ frame, held }: LineProps) {
  const { question, at, place, beside, page, group } = held;
  const { pages } = frame.draft.definition.form;
  const to = questionAddresses(frame.here);
  const about = question.label;
  const isFirst = place === 0 && (group !== undefined || pages[0] === page);
  const isLast = place === beside.length - 1 && (group !== undefined || pages.at(-1) === page);
  return (
    <p class="console-does">
      <Does does="up" at={at} about={about} can={!isFirst}>
        Move up
      </Does>
      <Does does="down" at={at} about={about} can={!isLast}>
        Move down
      </Does>
      <Does does="copy" at={at} about={about}>
        Copy
      </Does>
      {!group && (
        <a class="govuk-link" href={to.move(at)}>
          Move to page… <span class="govuk-visually-hidden">{about}</span>
        </a>
      )}
      <a class="govuk-link" href={to.remove(at)}>
        Remove <span class="govuk-visually-hidden">{about}</span>
      </a>
    </p>
  );
}
