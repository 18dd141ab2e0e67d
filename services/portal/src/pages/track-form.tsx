import { Button, Input } from "@guildhall/ui";

import { wordsHere } from "../words/speech.tsx";

/** Ask for the reference of a request. */
export function TrackForm(props: { action: string; value?: string; fault?: string | undefined }) {
  const words = wordsHere().tracking;
  return (
    <form method="get" action={props.action} novalidate>
      <Input
        name="reference"
        label={words.reference}
        hint={words.example}
        classes="govuk-input--width-20"
        value={props.value}
        errorMessage={props.fault}
        autocomplete="off"
        spellcheck={false}
        autocapitalize="characters"
      />
      <Button classes="govuk-button--secondary">{words.track}</Button>
    </form>
  );
}
