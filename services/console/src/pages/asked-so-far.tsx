import type { Answers, InformationRequest, Process, Question } from "@guildhall/contract";
import { askedForm, compileForm, dateWords, readBack } from "@guildhall/forms";
import { Button, SummaryList, sayTime, Tag } from "@guildhall/ui";
import type { Office } from "../environment.ts";

interface AskedSoFarProps {
  readonly office: Office;
  readonly process: Process;
  readonly questions: readonly Question[];
  readonly asked: readonly InformationRequest[];
}

/** What was asked of a resident before, the latest first, and what they answered beside what they said first. */
export function AskedSoFar(props: AskedSoFarProps) {
  const { asked } = props;
  if (asked.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What was asked</h2>
      {asked.toReversed().map((one) => (
        <One {...props} one={one} />
      ))}
    </>
  );
}

const states = {
  open: { tag: "Waiting for an answer", tone: "govuk-tag--blue" },
  answered: { tag: "Answered", tone: "govuk-tag--green" },
  over: { tag: "Not answered in time", tone: "govuk-tag--yellow" },
  withdrawn: { tag: "Withdrawn", tone: "govuk-tag--grey" },
} as const;

type OneProps = AskedSoFarProps & { readonly one: InformationRequest };

function One(props: OneProps) {
  const { office, process, one } = props;
  const { tag, tone } = states[one.state];
  return (
    <section>
      <h3 class="govuk-heading-s">
        {one.askedBy} asked, {sayTime(one.askedAt)} <Tag classes={tone}>{tag}</Tag>
      </h3>
      <SummaryList rows={rowsOf(props)} />
      {one.state === "open" && (
        <form method="post" action={office.at.withdrawAsked(process.id, one.id)}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Ask it no more
          </Button>
        </form>
      )}
    </section>
  );
}

function rowsOf(props: OneProps) {
  const { one } = props;
  const { reply } = one;
  return [
    { key: "Why", value: one.reason },
    { key: "Last day to answer", value: dateWords(one.respondBy) },
    one.remindedAt !== undefined && { key: "Reminded", value: sayTime(one.remindedAt) },
    ...one.questions.map(({ id, label }) => ({ key: label, value: answerOf(props, id) })),
    one.ownQuestion !== undefined && {
      key: one.ownQuestion,
      value: reply?.ownAnswer ?? "No answer",
    },
    one.files && { key: "Photos or other files", value: filesOf(props) },
  ];
}

function filesOf({ office, process, one }: OneProps) {
  const documents = one.reply?.documents ?? [];
  if (documents.length === 0) return "None";
  return (
    <ul class="govuk-list">
      {documents.map((id, at) => (
        <li>
          <a class="govuk-link" href={office.at.document(process.id, id)}>
            File {at + 1}
          </a>
        </li>
      ))}
    </ul>
  );
}

function answerOf({ questions, one }: OneProps, id: string) {
  const question = questions.find((known) => known.id === id);
  const { answers = {}, before = {} } = one.reply ?? {};
  if (!question || !Object.hasOwn(answers, id)) return "No answer";
  const was = Object.hasOwn(before, id) ? inWords(question, before[id]) : [];
  return (
    <>
      <Lines lines={inWords(question, answers[id])} />
      {was.length > 0 && (
        <p class="govuk-body-s govuk-!-margin-top-1">
          They said first: <Lines lines={was} />
        </p>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, at) => (
    <>
      {at > 0 && <br />}
      {line}
    </>
  ));
}

/** An answer as it is read back, line by line, whatever the question depended on. */
function inWords(question: Question, answer: Answers[string]): string[] {
  if (question.type === "files") return ["Files, below"];
  const page = { id: "one", title: "One", kind: "questions" as const, questions: [question] };
  const whole = { conditions: [], sections: [], pages: [page] };
  const { form } = askedForm(whole, { questions: [question.id], files: false });
  const read = readBack(compileForm(form), { [question.id]: answer });
  return read.flatMap(({ rows }) => rows.flatMap(({ text }) => text));
}
