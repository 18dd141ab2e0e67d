import type { Envelope, Language } from "@guildhall/contract";
import type { LoadedMessage } from "@guildhall/domain";
import { renderMessage } from "@guildhall/notify";

export interface WriterOptions {
  /** The address that messages come from; the name in front of it is the council's. */
  readonly fromAddress: string;
}

/** Write a message in the council's words, with the link that follows the process or that a letter names. */
export function createWriter({
  fromAddress,
}: WriterOptions): (message: LoadedMessage) => Omit<Envelope, "key"> {
  return ({ to, brand, councilName, words, facts, track, action, language }) => {
    const link = track ? followed(track, language) : action;
    const { subject, html, text } = renderMessage({
      brand: { ...(brand ?? plainBrand), name: brand?.name ?? councilName },
      words,
      facts,
      ...(link ? { action: link } : {}),
      lang: language === "cy" ? "cy" : "en-GB",
    });
    return {
      to,
      from: { name: brand?.name ?? councilName, address: fromAddress },
      subject,
      html,
      text,
    };
  };
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
