import type { Envelope, Language } from "@guildhall/contract";
import type { DryRunDesk, LoadedMessage } from "@guildhall/domain";
import { type MessageParts, messageContent, renderLetter, renderMessage } from "@guildhall/notify";

export interface WriterOptions {
  /** The address that messages come from; the name in front of it is the council's. */
  readonly fromAddress: string;
}

/** Write a message in the council's words, with the link that follows the process or that a letter names; on paper there is none. */
export function createWriter({
  fromAddress,
}: WriterOptions): (message: LoadedMessage) => Omit<Envelope, "key"> {
  return (message) => {
    const { to, postTo } = message;
    const from = { name: nameOf(message), address: fromAddress };
    if (postTo) return { to, postTo, from, html: "", ...renderLetter(message) };
    const { subject, html, text } = renderMessage(partsOf(message));
    return { to, from, subject, html, text };
  };
}

/** Give a message part by part, for a page that shows it as it would arrive. */
export function showMessage(message: ShownMessage): ReturnType<DryRunDesk["showMessage"]> {
  const parts = partsOf(message);
  const { heading, action, details, paragraphs, footer } = messageContent(parts);
  return {
    from: nameOf(message),
    subject: heading,
    paragraphs: [...paragraphs],
    details: [...details],
    link: action?.label ?? "",
    footer: [...footer],
    text: renderMessage(parts).text,
  };
}

type ShownMessage = Omit<LoadedMessage, "row" | "to">;

function partsOf(message: ShownMessage): MessageParts {
  const { brand, words, facts, track, action, language } = message;
  const link = track ? followed(track, language) : action;
  return {
    brand: { ...(brand ?? plainBrand), name: nameOf(message) },
    words,
    facts,
    ...(link ? { action: link } : {}),
    lang: language === "cy" ? "cy" : "en-GB",
  };
}

function nameOf({ brand, councilName }: ShownMessage): string {
  return brand?.name ?? councilName;
}

function followed({ pages, reference, key }: Track, language: Language = "en") {
  const url = `${pages}/track/${reference}?key=${key}`;
  return { label: followLabels[language], url };
}

const followLabels: Readonly<Record<Language, string>> = {
  en: "See how far your request has got",
  cy: "Gweld pa mor bell mae eich cais wedi cyrraedd",
};

type Track = NonNullable<LoadedMessage["track"]>;

/** For a council that has no brand of its own yet. */
const plainBrand = { colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" } };
