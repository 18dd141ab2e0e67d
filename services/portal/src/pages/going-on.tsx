import type { ReadBackRow } from "@guildhall/forms";
import { buttons, Text } from "@guildhall/question-view";
import { Button, InsetText, SummaryList } from "@guildhall/ui";
import { wordsHere } from "../words/speech.tsx";
import { Lines } from "./overtaken-pages.tsx";

/** What was typed is kept either way, right or not. */
export function GoOn() {
  const { frame } = wordsHere();
  return (
    <div class="govuk-button-group">
      <Button preventDoubleClick>{frame.continue}</Button>
      <Button
        classes="govuk-button--secondary"
        name={buttons.later}
        value="yes"
        attributes={{ formnovalidate: true }}
        preventDoubleClick
      >
        {frame.saveForLater}
      </Button>
    </div>
  );
}

/** Show what a page says by now, beside what was typed here. */
export function Theirs({ rows }: { rows: readonly ReadBackRow[] | undefined }) {
  const { frame, questions } = wordsHere();
  if (!rows) return null;
  return (
    <InsetText>
      <p class="govuk-body">{questions.otherWindow}</p>
      <SummaryList
        rows={rows.map(({ question, text }) => ({
          key: <Text>{question.label}</Text>,
          value: text.length > 0 ? <Lines lines={text} /> : frame.notGiven,
        }))}
      />
    </InsetText>
  );
}
