import { HtmlValidate } from "html-validate";
import { gallery } from "./gallery.tsx";

const pages = gallery({
  assets: {
    stylesheet: "/assets/guildhall.css",
    script: "/assets/guildhall.js",
    enabledScript: "/assets/enabled.js",
    uploads: "/assets/uploads.js",
    autosave: "/assets/autosave.js",
    follow: "/assets/follow.js",
    live: "/assets/live.js",
    messages: "/assets/messages.js",
    livePreview: "/assets/live-preview.js",
    shortcuts: "/assets/shortcuts.js",
    typeAhead: "/assets/type-ahead.js",
    typeAheadStylesheet: "/assets/type-ahead.css",
    map: "/assets/map.js",
    mapStylesheet: "/assets/map.css",
    icon: "/assets/icon.svg",
  },
});

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // How hono/jsx writes HTML, which says the same.
    "void-style": ["error", { style: "selfclosing" }],
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // As GOV.UK Frontend's fixtures have it: JAWS reads a date's hint only in a group; a start button is a link.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    // Checkboxes of one question share their name.
    "form-dup-name": "off",
    "long-title": "off",
  },
});

describe.each(Object.entries(pages))("the page %s", (_name, page) => {
  const html = String(page);

  it("is valid HTML", async () => {
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) => result.messages);

    expect(
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    ).toEqual([]);
  });

  it("needs no exception in a strict content security policy", () => {
    expect(html).not.toMatch(/<script(?![^>]* src=)[^>]*>/);
    expect(html).not.toMatch(/<[^>]+ (style|on[a-z]+)=/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\/(?!www\.legislation)/);
  });
});
