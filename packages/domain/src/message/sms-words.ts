import type { Language, MessageKind, MessageWords } from "@guildhall/contract";

/** What a phone is told where a service has no words of its own for one. The link stands behind it. */
const english: Readonly<Record<MessageKind, string>> = {
  started:
    "((councilName)): we have your request “((serviceTitle))”. Your reference is ((reference)). See how far it has got:",
  "payment-due":
    "((councilName)): ((amount)) is still to be paid for your request ((reference)). Pay here:",
  paid: "((councilName)): we have your payment of ((amount)). Your reference is ((reference)). See how far your request has got:",
  "note-added":
    "((councilName)) has written to you about your request ((reference)). Read it here:",
  "stage-changed": "((councilName)): your request ((reference)) is now at “((stage))”. Read more:",
  completed: "((councilName)): your request ((reference)) has ended: “((stage))”. Read more:",
  reopened: "((councilName)): your request ((reference)) is open again. Read more:",
  "information-asked":
    "((councilName)) needs something more from you for your request ((reference)). Answer here:",
  "information-due":
    "((councilName)) is still waiting for your answer about your request ((reference)). Answer here:",
  "information-over":
    "((councilName)): the time to answer about your request ((reference)) is over. Read more:",
};

const welsh: typeof english = {
  started:
    "((councilName)): mae eich cais “((serviceTitle))” gennym. Eich cyfeirnod yw ((reference)). Gweld pa mor bell mae wedi cyrraedd:",
  "payment-due":
    "((councilName)): mae ((amount)) heb ei dalu o hyd am eich cais ((reference)). Talwch yma:",
  paid: "((councilName)): mae eich taliad o ((amount)) gennym. Eich cyfeirnod yw ((reference)). Gweld pa mor bell mae eich cais wedi cyrraedd:",
  "note-added":
    "Mae neges i chi gan ((councilName)) am eich cais ((reference)). Darllenwch hi yma:",
  "stage-changed":
    "((councilName)): mae eich cais ((reference)) nawr yn y cam “((stage))”. Darllen mwy:",
  completed:
    "((councilName)): mae eich cais ((reference)) wedi dod i ben: “((stage))”. Darllen mwy:",
  reopened: "((councilName)): mae eich cais ((reference)) ar agor eto. Darllen mwy:",
  "information-asked":
    "Mae angen rhagor o wybodaeth gennych ar ((councilName)) am eich cais ((reference)). Atebwch yma:",
  "information-due":
    "Mae ((councilName)) yn dal i aros am eich ateb ynghylch eich cais ((reference)). Atebwch yma:",
  "information-over":
    "((councilName)): mae’r amser i ateb am eich cais ((reference)) ar ben. Darllen mwy:",
};

const ourWords: Readonly<Record<Language, typeof english>> = { en: english, cy: welsh };

/** Our own words of a kind for a phone. */
export function ourSmsWords(kind: MessageKind, language: Language): string {
  return ourWords[language][kind];
}

/** The words of a step for a phone: its own, else all that it says, cut where it is too long for one. */
export function stepSmsWords({ subject, text, sms }: MessageWords): string {
  return sms ?? `((councilName)): ${subject}\n${text}`;
}
