import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // How hono/jsx writes HTML, which says the same.
    "void-style": ["error", { style: "selfclosing" }],
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // As GOV.UK Frontend's fixtures have it.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    "form-dup-name": "off",
    "long-title": "off",
    // The button that only the Enter key presses: it takes no focus.
    "hidden-focusable": "off",
  },
});

/** What is not valid in a page. */
export async function invalidIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
}
