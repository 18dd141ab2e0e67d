import { type MessagePreview, mostSmsParts, smsLength } from "@guildhall/contract";

/** A message as a mail program shows it. */
export function Mail({ preview, classes = "" }: { preview: MessagePreview; classes?: string }) {
  const { language, from, subject, paragraphs, details, link, footer } = preview;
  return (
    <article class={`console-mail ${classes}`.trim()} lang={language === "cy" ? "cy" : undefined}>
      <p class="console-mail-from">{from}</p>
      <p class="console-mail-subject">{subject}</p>
      {paragraphs.map((words) => (
        <p>{words}</p>
      ))}
      <dl>
        {details.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <span class="console-mail-link">{link}</span>
      </p>
      <div class="console-mail-footer">
        {footer.map((words) => (
          <p>{words}</p>
        ))}
      </div>
    </article>
  );
}

/** What a phone shows, and what the council pays for: a text goes in parts. */
export function TextMessage({ preview: { language, sms } }: { preview: MessagePreview }) {
  return (
    <>
      <article class="console-mail console-mail--phone" lang={language === "cy" ? "cy" : undefined}>
        {sms.split("\n").map((line) => (
          <p>{line}</p>
        ))}
      </article>
      <p class="govuk-body-s">{lengthOf(sms)}</p>
    </>
  );
}

function lengthOf(sms: string): string {
  const { characters, parts, isUnicode } = smsLength(sms);
  const size = `${characters} characters with its link, sent in ${parts === 1 ? "1 part" : `${parts} parts`} of ${mostSmsParts} at most.`;
  return isUnicode
    ? `${size} A letter that phones have no sign of their own for, such as ŵ, makes each part hold less than half as much.`
    : size;
}
