import { Input } from "@guildhall/ui";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import { Was } from "../ground/part-fields.tsx";
import { listedQuestions } from "./privacy-fields.ts";
import type { PrivacyPageProps } from "./privacy-page.tsx";

/** What each question is asked for, in one table. */
export function Purposes({ frame, entered, faults }: PrivacyPageProps) {
  const questions = listedQuestions(frame.draft.definition);
  return (
    <>
      <h2 class="govuk-heading-m" id="purposes">
        Why each question is asked
      </h2>
      {questions.length === 0 ? (
        <p class="govuk-body">
          There is no question yet.{" "}
          <a class="govuk-link" href={frame.here.questions}>
            Add the first
          </a>
        </p>
      ) : (
        <>
          <p class="govuk-body">
            Say what you do with the answer, like “To visit the place”. What nobody has a use for
            should not be asked.
          </p>
          <ScrollTable
            label="Why each question is asked"
            head={["Question", "We ask it"]}
            rows={questions.map(({ label, page, purpose, field }) => [
              <>
                {label}
                <span class="console-under">{page}</span>
              </>,
              <>
                <Was field={field} value={entered.was(field, purpose)} />
                <Input
                  name={field}
                  label={{
                    content: `Why “${label}” is asked`,
                    classes: "govuk-visually-hidden",
                  }}
                  formGroup={{ classes: "govuk-!-margin-bottom-0" }}
                  value={entered.now(field, purpose)}
                  errorMessage={faults[field]}
                  attributes={{ maxlength: 300 }}
                />
              </>,
            ])}
          />
        </>
      )}
    </>
  );
}
