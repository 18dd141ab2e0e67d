import { componentWords, componentWordsHere, type ErrorKind } from "./component-words.ts";
import type { Optional } from "./parts.ts";

/** How to reach the council by other means than this site. */
export type Contact = Optional<{ telephone: string; email: string; openingHours: string }>;

/** What each page says. Its title is the page's title too. */
export const errorPages = componentWords.errors;

/** Say what went wrong and what can be done, with no word of how the site works inside. */
export function ErrorPage({
  kind,
  contact,
  startHref,
}: { kind: ErrorKind } & Optional<{
  contact: Contact;
  startHref: string;
}>) {
  const { errors, startPage } = componentWordsHere();
  const { title, text } = errors[kind];
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {text.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {startHref && (
        <p class="govuk-body">
          <a class="govuk-link" href={startHref}>
            {startPage}
          </a>
        </p>
      )}
      {contact && <ContactUs {...contact} />}
    </>
  );
}

/** How to reach the council, as a list. */
export function ContactUs({ telephone, email, openingHours }: Contact) {
  const { contact } = componentWordsHere();
  if (!telephone && !email) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{contact.title}</h2>
      <ul class="govuk-list">
        {telephone && (
          <li>
            {contact.telephone}: {telephone}
          </li>
        )}
        {email && (
          <li>
            {contact.email}:{" "}
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
