import type { Brand, MessageWords } from "@guildhall/contract";
import { readableOn } from "./colour.ts";
import { type Language, layoutWords } from "./layout-words.ts";
import { compileTemplate, escapeHtml } from "./template.ts";
import { templates } from "./templates.gen.ts";
import { fillWords, type MessageFacts, onOneLine, paragraphsOf } from "./words.ts";

/** All that a message is made of. */
export interface MessageParts {
  readonly brand: Pick<Brand, "name" | "colours" | "contact">;
  /** The council's own wording. Its subject is also the heading, so it should say what changed. */
  readonly words: MessageWords;
  /** `reference`, `status` and `next` also stand in the table of details, where they are given. */
  readonly facts: MessageFacts;
  /** The one link of the message, where it has one. */
  readonly action?: { readonly label: string; readonly url: string };
  /** The link that ends such messages, where they can be ended; it stands below all else. */
  readonly stop?: { readonly label: string; readonly url: string };
  readonly lang?: Language;
  /** The language of the wording, where it is not in that of the rest: a sentence before it says so. */
  readonly wordsIn?: Language;
}

export interface RenderedMessage {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Make a message: the council's words in the council's letterhead, as HTML and as plain text.
 *
 * Whatever a fact holds, it is shown as text: it is not expanded, not executed, and cannot begin a header.
 *
 * @throws MessageFault for a placeholder that has no fact
 */
export function renderMessage(parts: MessageParts): RenderedMessage {
  const { brand, lang = "en-GB", wordsIn: wordsLang = lang } = parts;
  const content = messageContent(parts);
  const look = {
    lang,
    wordsLang,
    brandColour: brand.colours.brand,
    onBrandColour: readableOn(brand.colours.brand),
  };
  return {
    subject: content.heading,
    html: inHtml(content, look),
    text: inText(content, look),
  };
}

/**
 * Fill in what a message says, part by part, for whoever shows it in a way of their own. All of it is plain text.
 *
 * @throws MessageFault for a placeholder that has no fact
 */
export function messageContent(parts: MessageParts): MessageContent {
  const { brand, words, facts, action, stop, lang = "en-GB", wordsIn } = parts;
  return {
    brandName: brand.name,
    heading: shorten(onOneLine(fillWords(words.subject, facts))),
    notice: wordsIn === undefined || wordsIn === lang ? [] : [layoutWords[lang].otherLanguage],
    paragraphs: paragraphsOf(fillWords(words.text, facts)),
    details: detailsOf(facts, lang),
    action: action && { label: action.label, url: webAddress(action.url) },
    stop: stop && { label: stop.label, url: webAddress(stop.url) },
    footer: footerOf(brand, lang),
  };
}

interface MessageContent {
  readonly brandName: string;
  readonly heading: string;
  /** What is said before the wording, where that is in another language. */
  readonly notice: readonly string[];
  readonly paragraphs: readonly string[];
  readonly details: readonly { label: string; value: string }[];
  readonly action: { label: string; url: string } | undefined;
  readonly stop: { label: string; url: string } | undefined;
  readonly footer: readonly string[];
}

type Look = Readonly<Record<"lang" | "wordsLang" | "brandColour" | "onBrandColour", string>>;

type Piece = keyof typeof templates;

const inHtml = writer("html", (text) => escapeHtml(text).replaceAll("\n", "<br/>"), "");
const inText = writer("text", (text) => text, "\n\n");

/** Make the function that writes a message's content in one of the two forms. */
function writer(form: "html" | "text", write: (text: string) => string, between: string) {
  const piece = <Name extends string>(name: Piece) => compileTemplate<Name>(templates[name][form]);
  const layout = piece<"brandName" | "heading" | "content" | "footer" | keyof Look>("layout");
  const paragraph = piece<"words" | "lang">("paragraph");
  const details = piece<"rows">("details");
  const detail = piece<"label" | "value">("detail");
  const action = piece<"label" | "url" | keyof Look>("action");
  const footerLine = piece<"words">("footerLine");
  const footerLink = piece<"label" | "url">("footerLink");

  return (content: MessageContent, look: Look) => {
    const rows = content.details.map(({ label, value }) =>
      detail({ label: write(label), value: write(value) }),
    );
    const blocks = [
      ...content.notice.map((words) => paragraph({ words: write(words), lang: look.lang })),
      ...content.paragraphs.map((words) =>
        paragraph({ words: write(words), lang: look.wordsLang }),
      ),
      ...(rows.length > 0 ? [details({ rows: rows.join(form === "text" ? "\n" : "") })] : []),
      ...(content.action
        ? [action({ ...look, label: write(content.action.label), url: write(content.action.url) })]
        : []),
    ];
    return layout({
      ...look,
      brandName: write(content.brandName),
      heading: write(content.heading),
      content: blocks.join(between),
      footer: [
        ...content.footer.map((words) => footerLine({ words: write(words) })),
        ...(content.stop
          ? [footerLink({ label: write(content.stop.label), url: write(content.stop.url) })]
          : []),
      ].join(between),
    });
  };
}

function detailsOf(facts: MessageFacts, lang: Language) {
  return Object.entries(layoutWords[lang].details)
    .map(([name, label]) => ({ label, value: (facts[name] ?? "").trim() }))
    .filter(({ value }) => value !== "");
}

function footerOf({ name, contact = {} }: MessageParts["brand"], lang: Language): string[] {
  const { sender, replies, contact: labels } = layoutWords[lang];
  const lines = (["telephone", "email", "openingHours"] as const).flatMap((way) =>
    contact[way] === undefined ? [] : [`${labels[way]}: ${contact[way]}`],
  );
  return [`${sender(name)}\n${replies}`, ...(lines.length > 0 ? [lines.join("\n")] : [])];
}

/** A link in a mail goes to a web page and nowhere else. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:")
    throw new RangeError("The link of a message is not a web address");
  return href;
}

function shorten(line: string): string {
  const characters = [...line];
  return characters.length > 200 ? `${characters.slice(0, 199).join("")}…` : line;
}
