import { Button, Input, Select, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { NewConditionButton } from "../conditions/new-condition-button.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import { EnterButton } from "../ground/enter-button.tsx";
import { Was } from "../ground/part-fields.tsx";
import { questionAddresses } from "./addresses.ts";
import { type DraftFormPage, pathOfPage } from "./held.ts";
import type { Shown } from "./read-question.ts";
import { whoChoices } from "./setting-field.tsx";

interface PageFormProps {
  readonly frame: DraftFrame;
  /** The page to change; left out where it is new. */
  readonly page?: DraftFormPage;
  readonly typed: Shown;
  readonly seen: Shown;
  readonly faults?: Faults;
}

const kinds = [
  { value: "questions", content: "It asks questions" },
  { value: "information", content: "It only has words to read" },
  { value: "exit", content: "The form ends here, and says who to turn to instead" },
];

/** What a page of the form is called, what it says before its questions, and who sees it. */
export function PageForm({ frame, page, typed, seen, faults = {} }: PageFormProps) {
  const to = questionAddresses(frame.here);
  const { sections, conditions } = frame.draft.definition.form;
  const value = (field: string) => typed.get(field) ?? "";
  const common = (name: string, content: string) => ({
    name,
    label: { content, classes: "govuk-label--s" },
    value: value(name),
    errorMessage: faults[name],
  });
  const who = whoChoices(conditions, value("when"));
  return (
    <DraftPage
      frame={frame}
      title={page ? "Change a page" : "Add a page"}
      way={[{ content: "Questions", href: to.list }]}
      faults={faults}
    >
      <form
        method="post"
        action={page ? to.page(pathOfPage(page)) : to.newPage}
        novalidate
        data-autosave={page && "yes"}
      >
        <Seen frame={frame} />
        <EnterButton />
        {[...seen].map(([field, value]) => (
          <Was field={field} value={value} />
        ))}
        <Input
          {...common("title", "Title of the page")}
          hint="Of a page with one question, people see the question instead."
        />
        <Select {...common("kind", "What is it for?")} items={kinds} />
        <Textarea
          {...common("text", "Words before the questions (optional)")}
          hint="Leave an empty line between paragraphs. [words](https://…) is a link."
          rows={4}
        />
        <Select
          {...common("when", "Who sees it?")}
          items={who.map(({ value: one, label }) => ({ value: one, content: label }))}
        />
        {page && <NewConditionButton />}
        {sections.length > 0 && (
          <Select
            {...common("section", "Section of the task list")}
            items={[
              { value: "", content: "None" },
              ...sections.map(({ id, title }) => ({ value: id, content: title })),
            ]}
          />
        )}
        {page && <Autosave frame={frame} />}
        <div class="govuk-button-group">
          <Button>{page ? "Save" : "Add this page"}</Button>
          <a class="govuk-link" href={to.list}>
            Back to all questions
          </a>
        </div>
      </form>
    </DraftPage>
  );
}
