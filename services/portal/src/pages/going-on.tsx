import type { ReadBackRow } from "@guildhall/forms";
import { Button, InsetText, SummaryList } from "@guildhall/ui";
import { Lines } from "./overtaken-pages.tsx";

/** What was typed is kept either way, right or not. */
export function GoOn() {
  return (
    <div class="govuk-button-group">
      <Button preventDoubleClick>Continue</Button>
      <Button
        classes="govuk-button--secondary"
        name="later"
        value="yes"
        attributes={{ formnovalidate: true }}
        preventDoubleClick
      >
        Save and come back later
      </Button>
    </div>
  );
}

/** Show what a page says by now, beside what was typed here. */
export function Theirs({ rows }: { rows: readonly ReadBackRow[] | undefined }) {
  if (!rows) return null;
  return (
    <InsetText>
      <p class="govuk-body">This is what you entered in the other window:</p>
      <SummaryList
        rows={rows.map(({ question, text }) => ({
          key: question.label,
          value: text.length > 0 ? <Lines lines={text} /> : "Not given",
        }))}
      />
    </InsetText>
  );
}
