import { brandIn, type Envelope, type Language } from "@guildhall/contract";
import type { DryRunDesk, LoadedMessage } from "@guildhall/domain";
import {
  type MessageParts,
  messageContent,
  renderLetter,
  renderMessage,
  renderSms,
} from "@guildhall/notify";

export interface WriterOptions {
  /** The address that messages come from; the name in front of it is the council's. */
  readonly fromAddress: string;
}

/** Write a message in the council's words, with the link that follows the process or that a letter names; on paper there is none. */
export function createWriter({
  fromAddress,
}: WriterOptions): (message: LoadedMessage) => Omit<Envelope, "key"> {
  return (message) => {
    const { to, postTo, textTo } = message;
    const from = { name: nameOf(message), address: fromAddress };
    if (postTo) return { to, postTo, from, html: "", ...renderLetter(message) };
    if (textTo !== undefined)
      return { to, textTo, from, subject: "", html: "", text: smsOf(message) };
    const { subject, html, text } = renderMessage(partsOf(message));
    return { to, from, subject, html, text, ...headersOf(message) };
  };
}

/** What lets a mail program end such messages by itself, without a page to be read first (RFC 8058). */
function headersOf({ stop }: LoadedMessage): Pick<Envelope, "headers"> {
  if (!stop) return {};
  return {
    headers: {
      "List-Unsubscribe": `<${stop.url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/** Give a message part by part, for a page that shows it as it would arrive. */
export function showMessage(message: ShownMessage): ReturnType<DryRunDesk["showMessage"]> {
  const parts = partsOf(message);
  const { heading, action, details, notice, paragraphs, footer } = messageContent(parts);
  return {
    from: nameOf(message),
    subject: heading,
    paragraphs: [...notice, ...paragraphs],
    details: [...details],
    link: action?.label ?? "",
    footer: [...footer],
    text: renderMessage(parts).text,
    sms: smsOf(message),
  };
}

type ShownMessage = Omit<LoadedMessage, "row" | "to" | "postTo" | "textTo">;

function partsOf(message: ShownMessage): MessageParts {
  const { brand, words, facts, stop, language, wordsIn } = message;
  const link = linkOf(message);
  return {
    brand: { ...(brand ? brandIn(brand, language ?? "en") : plainBrand), name: nameOf(message) },
    words,
    facts,
    ...(link ? { action: link } : {}),
    ...(stop ? { stop } : {}),
    lang: tagOf(language),
    ...(wordsIn ? { wordsIn: tagOf(wordsIn) } : {}),
  };
}

/** What a phone is sent, or would be: where the words have none for one, what they say by e-mail. */
function smsOf(message: ShownMessage): string {
  const { words, facts } = message;
  const url = linkOf(message)?.url;
  return renderSms({ words: words.sms ?? words.text, facts, ...(url ? { url } : {}) });
}

function linkOf({ track, action, language }: ShownMessage) {
  return track ? followed(track, language) : action;
}

function tagOf(language: Language | undefined): NonNullable<MessageParts["lang"]> {
  return language === "cy" ? "cy" : "en-GB";
}

function nameOf({ brand, councilName }: ShownMessage): string {
  return brand?.name ?? councilName;
}

function followed({ pages, reference, key, asks }: Track, language: Language = "en") {
  const url = `${pages}/track/${reference}${asks ? "/answer" : ""}?key=${key}`;
  return { label: (asks ? answerLabels : followLabels)[language], url };
}

const answerLabels: Readonly<Record<Language, string>> = {
  en: "Answer what we ask",
  cy: "Ateb yr hyn a ofynnwn",
};

const followLabels: Readonly<Record<Language, string>> = {
  en: "See how far your request has got",
  cy: "Gweld pa mor bell mae eich cais wedi cyrraedd",
};

type Track = NonNullable<LoadedMessage["track"]>;

/** For a council that has no brand of its own yet. */
const plainBrand = { colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" } };
