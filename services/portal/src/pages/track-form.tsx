import { Button, Input } from "@guildhall/ui";

/** Ask for the reference of a request. */
export function TrackForm(props: { action: string; value?: string; fault?: string | undefined }) {
  return (
    <form method="get" action={props.action} novalidate>
      <Input
        name="reference"
        label="Reference number"
        hint="For example, ABC-2V4K-7XQP"
        classes="govuk-input--width-20"
        value={props.value}
        errorMessage={props.fault}
        autocomplete="off"
        spellcheck={false}
        autocapitalize="characters"
      />
      <Button classes="govuk-button--secondary">Track</Button>
    </form>
  );
}
