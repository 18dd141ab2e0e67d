import type { CaseAnswers, Process, Question } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import { BackLink, Button, InsetText, Textarea } from "@guildhall/ui";
import { SimpleField } from "../../builder/trying/simple-field.tsx";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { Column, OfficePage } from "../../pages/office-page.tsx";

export type AnswerRow = CaseAnswers["pages"][number]["rows"][number];

export interface CorrectPageProps extends Frame {
  readonly process: Process;
  readonly question: Question;
  /** What was sent, and what was put right before. */
  readonly row: AnswerRow;
  /** What is in the fields of the question. */
  readonly fields: Fields;
  readonly reason: string;
  readonly faults: Faults;
  readonly once: string;
}

/** Put one answer right, in a field of its question's own kind, and say why. */
export function CorrectPage(props: CorrectPageProps) {
  const { office, process, question, row, fields, reason, faults, once } = props;
  const title = "Correct an answer";
  const back = office.at.case(process.id);
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="cases"
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <span class="govuk-caption-l">
          {process.reference}: {process.serviceTitle}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <InsetText>They said: {row.text.join(", ") || "nothing"}</InsetText>
        <p class="govuk-body">
          What they said stays beside it. What is sent from now on says the corrected answer.
        </p>
        <form method="post" action={office.at.correctAnswer(process.id, question.id)} novalidate>
          <input type="hidden" name="once" value={once} />
          <SimpleField question={question} name={question.id} fields={fields} faults={faults} />
          <Textarea
            name={reasonField}
            label={{ content: "Why do you correct it?", classes: "govuk-label--s" }}
            hint="Colleagues read it. The resident does not."
            value={reason}
            errorMessage={faults[reasonField]}
            rows={3}
          />
          <div class="console-actions">
            <Button preventDoubleClick>Correct it</Button>
            <a class="govuk-link govuk-body" href={back}>
              Cancel
            </a>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}

/** No question can be called this. */
export const reasonField = "why-corrected";
