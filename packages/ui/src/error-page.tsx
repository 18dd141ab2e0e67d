import type { Optional } from "./parts.ts";

/** How to reach the council by other means than this site. */
export type Contact = Optional<{ telephone: string; email: string; openingHours: string }>;

type Kind = "not-found" | "problem" | "unavailable" | "expired";
type Words = { title: string; text: readonly string[] };

/** What each page says. Its title is the page's title too. */
export const errorPages: Record<Kind, Words> = {
  "not-found": {
    title: "Page not found",
    text: [
      "If you typed the address, check that it is right.",
      "If you pasted it, check that you copied all of it.",
    ],
  },
  problem: {
    title: "Sorry, there is a problem with the service",
    text: ["Try again later.", "What you have entered so far is kept for you."],
  },
  unavailable: {
    title: "Sorry, the service is unavailable",
    text: ["You will be able to use it again soon. There is nothing that you need to do."],
  },
  expired: {
    title: "Your answers are no longer kept",
    text: ["You did not use this service for some time, so we deleted what you had entered."],
  },
};

/** Say what went wrong and what can be done, with no word of how the site works inside. */
export function ErrorPage({
  kind,
  contact,
  startHref,
}: { kind: Kind } & Optional<{
  contact: Contact;
  startHref: string;
}>) {
  const { title, text } = errorPages[kind];
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {text.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {startHref && (
        <p class="govuk-body">
          <a class="govuk-link" href={startHref}>
            Go to the start page
          </a>
        </p>
      )}
      {contact && <ContactUs {...contact} />}
    </>
  );
}

/** How to reach the council, as a list. */
export function ContactUs({ telephone, email, openingHours }: Contact) {
  if (!telephone && !email) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Contact us</h2>
      <ul class="govuk-list">
        {telephone && <li>Telephone: {telephone}</li>}
        {email && (
          <li>
            Email:{" "}
            <a class="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
          </li>
        )}
        {openingHours && <li>{openingHours}</li>}
      </ul>
    </>
  );
}
