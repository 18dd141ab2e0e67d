import type { Fields } from "@guildhall/forms";
import { Button, InsetText, WarningText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { tryAddresses } from "./addresses.ts";
import { wholeForm } from "./entered.ts";
import { SimpleField } from "./simple-field.tsx";

export interface AnswersPageProps {
  readonly frame: DraftFrame;
  /** What is in the fields; left out where the form cannot be filled in yet. */
  readonly fields: Fields | undefined;
  readonly fault: string | undefined;
  readonly faults: Faults;
}

/** All of a form's questions on one page, for somebody who tries it. */
export function AnswersPage({ frame, fields, fault, faults }: AnswersPageProps) {
  const at = tryAddresses(frame.here);
  const way = [{ content: "Try it", href: at.start }];
  const { pages } = frame.draft.definition.form;
  return (
    <DraftPage frame={frame} title="Answers to try it with" way={way} faults={faults}>
      {fields === undefined ? (
        <InsetText>
          The form cannot be filled in yet.{" "}
          <a class="govuk-link" href={frame.here.questions}>
            Go to the questions
          </a>{" "}
          and mend what is said there.
        </InsetText>
      ) : (
        <form method="post" action={at.answers} id={wholeForm} tabindex={-1} novalidate>
          <p class="govuk-body">
            These answers are made up. Change those that matter to you. Questions that do not apply
            are left out by themselves.
          </p>
          <WarningText>Do not type anything about a real person.</WarningText>
          <input type="hidden" name="fault" value={fault ?? "none"} />
          {pages
            .filter(({ questions }) => questions.length > 0)
            .map(({ title, questions }) => (
              <>
                <h2 class="govuk-heading-m">{title}</h2>
                {questions.map((question) => (
                  <SimpleField
                    question={question}
                    name={question.id}
                    fields={fields}
                    faults={faults}
                  />
                ))}
              </>
            ))}
          <Button preventDoubleClick>Try it with these answers</Button>
        </form>
      )}
    </DraftPage>
  );
}
