import type { CodeWords } from "../delivery/code-words.ts";

const advices = {
  tellOtherwise:
    "Whoever it was for has not been told. See the process, and tell them in another way.",
  askWhether:
    "They may have it or not. See the process, and ask them where it matters; we do not send it twice.",
  ringThem:
    "The person could not be reached this way and has not been told. See the process, and ring them or write to them.",
  fixWording:
    "Put the service's wording right and publish it, so that the next are sent. Tell those who wait in another way.",
  askPlatform: "Whoever runs the platform has to look at the mail server and at the log.",
} as const;

/** Why a message was not sent, in words. */
const messageCodes: Readonly<
  Record<string, readonly [means: string, advice: keyof typeof advices]>
> = {
  "bounced-permanent-failure": ["It came back: nobody has this address or number", "ringThem"],
  "bounced-technical-failure": ["GOV.UK Notify took it and could not send it on", "ringThem"],
  "bounced-temporary-failure": ["It came back: the mailbox was full, or the phone off", "ringThem"],
  "bounced-unexplained": ["It came back", "ringThem"],
  "address-invalid": ["The address is none that can be written to", "tellOtherwise"],
  "address-missing": ["There is no postal address to send the letter to", "tellOtherwise"],
  "connector-not-ready": ["The connection that it goes out by is not set up", "askPlatform"],
  "letter-gone": ["What the letter says is not kept any more", "askPlatform"],
  "email-unacceptable": ["GOV.UK Notify does not take the email", "tellOtherwise"],
  "sms-unacceptable": ["GOV.UK Notify does not take the text message", "tellOtherwise"],
  "template-missing": ["The connection has no template for such messages", "askPlatform"],
  "letter-unacceptable": [
    "The printer does not take the letter: look at the address and at the template",
    "tellOtherwise",
  ],
  "mail-unacceptable": ["The mail server does not take the message", "tellOtherwise"],
  "mailbox-unavailable": ["The mailbox could not be written to", "askPlatform"],
  "notify-auth": ["GOV.UK Notify refuses our key", "askPlatform"],
  "notify-limit": ["GOV.UK Notify takes no more messages for now", "askPlatform"],
  "notify-unavailable": ["GOV.UK Notify could not be reached", "askPlatform"],
  "notify-unreadable": ["The answer of GOV.UK Notify could not be read", "askPlatform"],
  "outcome-unknown": ["Our process ended while it was sent", "askWhether"],
  poison: ["Writing it ended our process five times", "askPlatform"],
  "process-gone": ["The process that it tells of is not there any more", "askPlatform"],
  "recipient-missing": ["There is no address to write to any more", "tellOtherwise"],
  "service-unreadable": ["The service that it is written from cannot be read", "fixWording"],
  "smtp-auth": ["The mail server refuses our credential", "askPlatform"],
  "smtp-lost": ["The connection to the mail server ended before its answer", "askWhether"],
  "smtp-timeout": ["The mail server did not answer in time", "askPlatform"],
  "smtp-tls": ["No secure connection to the mail server could be made", "askPlatform"],
  "smtp-unreachable": ["The mail server could not be reached", "askPlatform"],
  "wording-missing": ["The service has no words for it", "fixWording"],
  "wording-unusable": ["The service's words name something that is not there", "fixWording"],
};

/** Say why a message was not sent, and what a person can do about it. */
export function wordsOfMessageCode(code: string): CodeWords {
  const known = Object.hasOwn(messageCodes, code) ? messageCodes[code] : undefined;
  if (known) return { means: known[0], advice: advices[known[1]] };
  if (code.startsWith("bounced-"))
    return { means: `It came back with the code “${code.slice(8)}”`, advice: advices.ringThem };
  const means = code === "" ? "No reason was given" : `The mail server gave the code “${code}”`;
  return { means, advice: advices.tellOtherwise };
}
