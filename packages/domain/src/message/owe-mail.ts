import type { Brand, Language, Role } from "@guildhall/contract";
import { listBrands } from "@guildhall/store";
import type { Unit } from "../change.ts";
import { owe } from "../owe.ts";
import { giveUpAfterMs } from "../retry.ts";

/** What the purpose of an outbox row says of a letter. */
export const letterPurpose = "letter";

/** A letter to a person who works with the platform: what it says is known when it is owed. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Paragraphs, apart by an empty line. */
  readonly text: string;
  /** The id of what it is about: a person, a request for access. */
  readonly about: string;
  readonly action?: { readonly label: string; readonly url: string };
  /** The language of its letterhead; English where it is left out. */
  readonly language?: Language;
  /** The member of staff whom it is to: it is not sent once they are none any more. */
  readonly reader?: Reader;
  /** When it is of no more use, and not tried any more: the end of the link in it. */
  readonly until?: number;
}

/** Somebody who is written to for what they are here. */
export interface Reader {
  readonly person: string;
  /** The roles that it is about, of which they must have one still; any where they are left out. */
  readonly roles?: readonly Role[];
}

/** What lies sealed in the row of a letter, from which every attempt is written. */
export interface Letter
  extends Pick<Mail, "to" | "subject" | "text" | "action" | "language" | "reader"> {
  readonly brand: Brand | undefined;
}

/**
 * Owe somebody a letter in the tenant's name and colours, from within a change.
 *
 * It lies in the outbox only sealed, since it may hold a link that signs in, and is forgotten once it is sent.
 */
export async function oweMail(
  unit: Unit,
  { about, until = Number.POSITIVE_INFINITY, ...mail }: Mail,
): Promise<void> {
  const [brand] = await listBrands(unit.tx);
  const letter: Letter = { ...mail, brand };
  await owe(unit, {
    process: about,
    kind: "message",
    purpose: letterPurpose,
    destination: "email",
    event: 0,
    giveUpAfterMs: Math.min(until - unit.ctx.now(), giveUpAfterMs),
    body: letter,
  });
}
