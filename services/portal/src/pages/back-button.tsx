import { buttons } from "@guildhall/question-view";
import { wordsHere } from "../words/speech.tsx";

/** Go back and keep what was typed: a link would lose it where no script runs. */
export function BackButton({ form }: { form: string }) {
  const { components } = wordsHere();
  return (
    <>
      <EnterButton form={form} />
      <button
        class="govuk-back-link portal-back"
        type="submit"
        form={form}
        name={buttons.back}
        value="yes"
        formnovalidate
      >
        {components.back}
      </button>
    </>
  );
}

/**
 * Go on when the Enter key is pressed, which presses the first button of a form: it stands, hidden from everybody,
 * before the first that does something else.
 */
export function EnterButton({ form }: { form: string }) {
  const { frame } = wordsHere();
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus, and only the Enter key presses it. */}
      <button
        class="govuk-visually-hidden"
        type="submit"
        form={form}
        tabindex={-1}
        aria-hidden="true"
      >
        {frame.continue}
      </button>
    </>
  );
}
