/**
 * What the Enter key presses in a form: the first of its buttons, which stands before those that do something else.
 *
 * It is hidden from everybody, and takes no focus.
 */
export function EnterButton() {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus, and only the Enter key presses it.
    <button type="submit" class="govuk-visually-hidden" tabindex={-1} aria-hidden="true">
      Save
    </button>
  );
}
