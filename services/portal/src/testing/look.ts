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

/** The words of an element's text, as a reader sees them. */
export function textOf(html: string, selector: RegExp): string[] {
  return [...html.matchAll(selector)].map(([, inner = ""]) =>
    inner
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&")
      .trim(),
  );
}

export function titleOf(html: string): string {
  return textOf(html, /<title>(.*?)<\/title>/g)[0] ?? "";
}

export function headingOf(html: string): string {
  return textOf(html, /<h1[^>]*>(.*?)<\/h1>/gs)[0] ?? "";
}

/** The faults in the summary, each with the field it leads to. */
export function summaryOf(html: string): string[] {
  const [list = ""] = /govuk-error-summary__list">.*?<\/ul>/s.exec(html) ?? [];
  return [...list.matchAll(/<li>(?:<a href="(#[^"]*)">)?(.*?)(?:<\/a>)?<\/li>/gs)].map(
    ([, href = "", words = ""]) => `${href} ${words}`.trim(),
  );
}
