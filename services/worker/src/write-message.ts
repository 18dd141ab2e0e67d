import type { Envelope } from "@guildhall/contract";
import type { LoadedMessage } from "@guildhall/domain";
import { renderMessage } from "@guildhall/notify";

export interface WriterOptions {
  readonly publicUrl: string;
  /** The address that messages come from; the name in front of it is the council's. */
  readonly fromAddress: string;
}

/** Write a message in the council's words, with the link that follows the process or that a letter names. */
export function createWriter({
  publicUrl,
  fromAddress,
}: WriterOptions): (message: LoadedMessage) => Omit<Envelope, "key"> {
  return ({ to, brand, councilName, words, facts, track, action }) => {
    const link = track ? followed(publicUrl, track) : action;
    const { subject, html, text } = renderMessage({
      brand: { ...(brand ?? plainBrand), name: brand?.name ?? councilName },
      words,
      facts,
      ...(link ? { action: link } : {}),
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

function followed(publicUrl: string, { tenant, reference, key }: Track) {
  const url = `${publicUrl}/c/${tenant}/track/${reference}?key=${key}`;
  return { label: "See how far your request has got", url };
}

type Track = NonNullable<LoadedMessage["track"]>;

/** For a council that has no brand of its own yet. */
const plainBrand = { colours: { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" } };
