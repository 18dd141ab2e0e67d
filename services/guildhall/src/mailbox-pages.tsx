import type { Mail, Mailbox } from "@guildhall/notify";
import { Hono } from "hono";
import { PlainPage, pageHeaders } from "./page.tsx";

/** The messages that the platform wrote, where no mail server is set: a list, and each as its reader sees it. */
export function createMailboxPages(mailbox: Mailbox): Hono {
  const pages = new Hono({ strict: false });
  pages.get("/", async (c) => {
    const before = c.req.query("before");
    const mails = await mailbox.list({ limit: 50, ...(before === undefined ? {} : { before }) });
    return c.html(<MailboxPage mails={mails} />, 200, pageHeaders);
  });
  pages.get("/:key", async (c) => {
    const mail = await mailbox.read(c.req.param("key"));
    return mail ? c.html(<MailPage mail={mail} />, 200, pageHeaders) : c.notFound();
  });
  pages.get("/:key/body", async (c) => {
    const mail = await mailbox.read(c.req.param("key"));
    return mail
      ? c.html(mail.html, 200, { ...pageHeaders, "Content-Security-Policy": bodyPolicy })
      : c.notFound();
  });
  return pages;
}

// Links in a message open beside it, as they would in a mail program.
const bodyPolicy =
  "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const format = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "Europe/London",
});

function MailboxPage({ mails }: { mails: readonly Mail[] }) {
  const last = mails.at(-1);
  return (
    <PlainPage title="Mailbox">
      <h1>Mailbox</h1>
      <p class="quiet">
        Every message that citizens would have got. No mail server is set, so they are kept here.
      </p>
      {mails.length === 0 ? (
        <p>No messages yet. Report something, and its first message appears here.</p>
      ) : (
        <MailTable mails={mails} />
      )}
      {last && mails.length === 50 ? (
        <p>
          <a href={`/mailbox/?before=${encodeURIComponent(last.key)}`}>Older messages</a>
        </p>
      ) : null}
    </PlainPage>
  );
}

function MailTable({ mails }: { mails: readonly Mail[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">To</th>
          <th scope="col">From</th>
          <th scope="col">Subject</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr>
            <td>{format.format(new Date(mail.at))}</td>
            <td>{mail.to}</td>
            <td>{mail.from.name}</td>
            <td>
              <a href={`/mailbox/${encodeURIComponent(mail.key)}`}>{mail.subject}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MailPage({ mail }: { mail: Mail }) {
  return (
    <PlainPage title={mail.subject}>
      <p>
        <a href="/mailbox/">Mailbox</a>
      </p>
      <h1>{mail.subject}</h1>
      <dl>
        <dt>From</dt>
        <dd>
          {mail.from.name} &lt;{mail.from.address}&gt;
        </dd>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        <dt>Sent</dt>
        <dd>{format.format(new Date(mail.at))}</dd>
      </dl>
      <iframe
        title="The message"
        src={`/mailbox/${encodeURIComponent(mail.key)}/body`}
        sandbox="allow-popups allow-top-navigation-by-user-activation"
      />
      <h2>As plain text</h2>
      <pre>{mail.text}</pre>
    </PlainPage>
  );
}
