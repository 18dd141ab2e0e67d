/**
 * Go back and keep what was typed: a link would lose it where no script runs.
 *
 * The Enter key presses the first button of a form, which must not be this one; so another that goes on, hidden from
 * everybody, stands before it.
 */
export function BackButton({ form }: { form: string }) {
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
        Continue
      </button>
      <button
        class="govuk-back-link portal-back"
        type="submit"
        form={form}
        name="back"
        value="yes"
        formnovalidate
      >
        Back
      </button>
    </>
  );
}
