import type { ConnectorDefinition, Envelope } from "@guildhall/contract";
import { createMessageSender } from "../create-message-sender.ts";
import { createGuard } from "../http/guard.ts";
import { type Handler, hangUp, json, serve, unhurried } from "../test-server.ts";

const service = "26785a09-ab16-4eb0-8407-a37497a57506";
const secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const template = "984252fe-b7c1-4c4d-9f2b-c5c1a1e6b1a0";
const letter: Envelope = {
  key: "out_1",
  to: "Ada Byron, 1 High Street, CB1 1AA",
  postTo: ["Ada Byron", "1 High Street", "Cambridge", "CB1 1AA"],
  from: { name: "Exampleshire", address: "no-reply@example.com" },
  subject: "About your visit",
  html: "",
  text: "We come on Monday.",
};
const credentials = { apiKey: `council-${service}-${secret}` };
const now = () => Date.parse("2026-11-22T10:00:00Z");

const definition = (address: string, settings: object = { letterTemplate: template }) =>
  ({ id: "notify", kind: "govuk-notify", name: "Post", address, settings }) as ConnectorDefinition;

const text: Envelope = { ...without(letter), to: "+447700900111", textTo: "+447700900111" };
const email: Envelope = { ...without(letter), to: "ada@example.com" };

function without({ postTo: _, ...envelope }: Envelope): Envelope {
  return envelope;
}

async function sender(handler: Handler, settings?: object) {
  const server = await serve(handler);
  const request = createGuard({ allowLoopback: [server.host] });
  const notify = createMessageSender(definition(server.url, settings), credentials, {
    request,
    now,
  });
  return { server, send: (one = letter) => notify.send(one, unhurried()) };
}

/** Notify that knows these letters, and answers so to a new one. */
function knowing(known: readonly object[], taken: Handler): Handler {
  return (seen, response) =>
    seen.method === "GET" ? json(response, { notifications: known }) : taken(seen, response);
}

const takes: Handler = (_, response) => json(response, { id: "ntf-1" }, 201);

describe("a letter by GOV.UK Notify", () => {
  it("is sent with the address in lines, the words and our key, under a token of this moment", async () => {
    const { server, send } = await sender(knowing([], takes));
    expect(await send()).toEqual({ outcome: "sent", reference: "ntf-1" });
    const [asked, sent] = server.seen;
    expect(asked?.path).toBe("/v2/notifications?template_type=letter&reference=out_1");
    expect(sent?.path).toBe("/v2/notifications/letter");
    expect(JSON.parse(sent?.body ?? "")).toEqual({
      template_id: template,
      reference: "out_1",
      personalisation: {
        address_line_1: "Ada Byron",
        address_line_2: "1 High Street",
        address_line_3: "Cambridge",
        address_line_4: "CB1 1AA",
        heading: "About your visit",
        text: "We come on Monday.",
      },
    });
    const [, claims = ""] = (sent?.headers.authorization ?? "").split(".");
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
      iss: service,
      iat: now() / 1000,
    });
  });

  it("is not sent again where Notify has it, though the answer was lost", async () => {
    const { server, send } = await sender(knowing([{ id: "ntf-1", status: "received" }], takes));
    expect(await send()).toEqual({ outcome: "sent", reference: "ntf-1" });
    expect(server.seen).toHaveLength(1);
  });

  it("is sent again where Notify could not print the first", async () => {
    const known = [{ id: "ntf-0", status: "technical-failure" }];
    const { send } = await sender(knowing(known, takes));
    expect(await send()).toEqual({ outcome: "sent", reference: "ntf-1" });
  });

  it.each([
    [400, { outcome: "refused", code: "letter-unacceptable" }],
    [403, { outcome: "retry", code: "notify-auth" }],
    [429, { outcome: "retry", code: "notify-limit" }],
    [503, { outcome: "retry", code: "notify-unavailable" }],
  ])("says what an answer of %i means", async (status, outcome) => {
    const { send } = await sender(knowing([], (_, response) => json(response, {}, status)));
    expect(await send()).toEqual(outcome);
  });

  it("is tried again where no answer came, or one that nobody can read", async () => {
    const lost = await sender(knowing([], hangUp));
    expect(await lost.send()).toMatchObject({ outcome: "retry" });
    const strange = await sender(knowing([], (_, response) => json(response, { no: 1 }, 201)));
    expect(await strange.send()).toEqual({ outcome: "retry", code: "notify-unreadable" });
    const odd = await sender((_, response) => json(response, []));
    expect(await odd.send()).toEqual({ outcome: "retry", code: "notify-unreadable" });
  });

  it("is refused where the account has no template for it, before anything is asked", async () => {
    const { server, send } = await sender(knowing([], takes));
    for (const one of [text, email])
      expect(await send(one)).toEqual({ outcome: "refused", code: "template-missing" });
    expect(server.seen).toHaveLength(0);
  });

  it("keeps the postcode last where an address has more lines than are printed", async () => {
    const { server, send } = await sender(knowing([], takes));
    await send({ ...letter, postTo: ["1", "2", "3", "4", "5", "6", "7", "CB1 1AA"] });
    const { personalisation } = JSON.parse(server.seen[1]?.body ?? "");
    expect(personalisation).toMatchObject({ address_line_6: "6", address_line_7: "CB1 1AA" });
  });

  it.each([
    ["not-a-sender", { kind: "govuk-pay" }, credentials],
    ["settings-invalid", { settings: {} }, credentials],
    ["credentials-invalid", {}, { apiKey: "short" }],
  ])("is refused as %s", (code, changed, given) => {
    const request = createGuard({ allowLoopback: [] });
    const made = () =>
      createMessageSender({ ...definition("https://x.example"), ...changed } as never, given, {
        request,
      });
    expect(made).toThrow(expect.objectContaining({ code }));
  });
});

describe("a text or an e-mail by GOV.UK Notify", () => {
  const settings = {
    smsTemplate: template,
    smsSender: secret,
    emailTemplate: service,
    emailReplyTo: secret,
  };
  const sent = async (one: Envelope) => {
    const { server, send } = await sender(knowing([], takes), settings);
    expect(await send(one)).toEqual({ outcome: "sent", reference: "ntf-1" });
    const [asked, given] = server.seen;
    return { asked: asked?.path, path: given?.path, body: JSON.parse(given?.body ?? "") };
  };

  it("is sent to the phone with the words, our key and the account's sender", async () => {
    expect(await sent(text)).toEqual({
      asked: "/v2/notifications?template_type=sms&reference=out_1",
      path: "/v2/notifications/sms",
      body: {
        template_id: template,
        reference: "out_1",
        phone_number: "+447700900111",
        sms_sender_id: secret,
        personalisation: { text: "We come on Monday." },
      },
    });
  });

  it("is sent to the address, with the link that ends such messages where there is one", async () => {
    const headers = { "List-Unsubscribe": "<https://council.example/stop>" };
    expect(await sent({ ...email, headers })).toEqual({
      asked: "/v2/notifications?template_type=email&reference=out_1",
      path: "/v2/notifications/email",
      body: {
        template_id: service,
        reference: "out_1",
        email_address: "ada@example.com",
        email_reply_to_id: secret,
        one_click_unsubscribe_url: "https://council.example/stop",
        personalisation: { subject: "About your visit", text: "We come on Monday." },
      },
    });
  });

  it("hides no link behind a word that somebody typed", async () => {
    const { body } = await sent({ ...email, text: "Dear [your prize](https://evil.example)," });
    expect(body.personalisation.text).not.toContain("](");
    expect(body.personalisation.text).toContain("https://evil.example");
  });

  it("is never sent again, though it came back", async () => {
    const known = [{ id: "ntf-0", status: "permanent-failure" }];
    const { server, send } = await sender(knowing(known, takes), settings);
    expect(await send(text)).toEqual({ outcome: "sent", reference: "ntf-0" });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ["sms-unacceptable", text],
    ["email-unacceptable", email],
  ])("stays refused as %s", async (code, one) => {
    const { send } = await sender(
      knowing([], (_, response) => json(response, {}, 400)),
      settings,
    );
    expect(await send(one)).toEqual({ outcome: "refused", code });
  });
});
