import { createGuard, createMessageSender } from "@guildhall/connectors";
import type { ConnectorDefinition, Envelope, Sender } from "@guildhall/contract";
import { notifyKey, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

const template = "984252fe-b7c1-4c4d-9f2b-c5c1a1e6b1a0";
const smsTemplate = "2b1a4d9c-6f0e-4c7b-9d35-8a1f0c2e7b46";
const emailTemplate = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const letter: Envelope = {
  key: "out_1",
  to: "",
  postTo: ["Ada Byron", "1 High Street", "Cambridge", "CB1 1AA"],
  from: { name: "Exampleshire", address: "no-reply@example.com" },
  subject: "About <b>your</b> visit",
  html: "",
  text: "We come on Monday.\n\nPlease be at home.",
};

describe("the platform's letters, with the simulator over HTTP", () => {
  let world: TestSimulators;
  let base: string;
  beforeEach(async () => {
    world = startSimulators({ fetch: async () => new Response() });
    base = await world.listen();
  });
  afterEach(() => world.close());

  function sender({ apiKey = notifyKey, letterTemplate = template, skewS = 0 } = {}): Sender {
    const definition = {
      id: "notify",
      kind: "govuk-notify",
      name: "Post",
      address: `${base}/notify/exampleshire/`,
      settings: { letterTemplate, smsTemplate, emailTemplate },
    } as unknown as ConnectorDefinition;
    const request = createGuard({ allowLoopback: [new URL(base).host] });
    const now = () => world.at.getTime() + skewS * 1000;
    return createMessageSender(definition, { apiKey }, { request, now });
  }
  const send = (one = letter, by = sender()) => by.send(one, AbortSignal.timeout(5000));
  const misbehave = (faults: object) =>
    world.request("/notify/exampleshire/faults", { method: "PUT", body: JSON.stringify(faults) });
  const page = async (path: string) => (await world.request(path)).text();
  const printed = async () =>
    [...(await page("/notify/exampleshire/")).matchAll(/\/letters\/([0-9a-f-]+)/g)].length;

  it("are printed, and can be read as they arrive", async () => {
    const answer = await send();
    if (answer.outcome !== "sent") throw new Error(answer.code);
    const shown = await page(`/notify/exampleshire/letters/${answer.reference}`);
    expect(shown).toContain("<div>1 High Street</div>");
    expect(shown).toContain("About &lt;b&gt;your&lt;/b&gt; visit");
    expect(shown).toContain("<p>Please be at home.</p>");
    expect((await world.request("/notify/exampleshire/letters/unknown")).status).toBe(404);
  });

  it("are printed once, also when the answer is lost, and after a restart", async () => {
    await misbehave({ "lost-reply": { times: 1 } });
    expect(await send()).toMatchObject({ outcome: "retry" });
    world.restart();
    expect(await send()).toMatchObject({ outcome: "sent" });
    expect(await send()).toMatchObject({ outcome: "sent" });
    expect(await printed()).toBe(1);
  });

  it.each([
    ["an address without a postcode", { ...letter, postTo: ["Ada", "1 High Street", "Cambridge"] }],
    ["an address of two lines", { ...letter, postTo: ["Ada", "CB1 1AA"] }],
  ])("are refused for %s", async (_, one) => {
    expect(await send(one)).toEqual({ outcome: "refused", code: "letter-unacceptable" });
    expect(await printed()).toBe(0);
  });

  it("are refused for a template that is not there, and when it is told to", async () => {
    const gone = sender({ letterTemplate: "00000000-0000-4000-8000-000000000000" });
    expect(await send(letter, gone)).toMatchObject({ outcome: "refused" });
    await misbehave({ refused: { times: 1 } });
    expect(await send()).toMatchObject({ outcome: "refused" });
  });

  it.each([
    ["another's key", { apiKey: notifyKey.replace("3d844edf", "00000000") }],
    ["another account", { apiKey: notifyKey.replace("26785a09", "00000000") }],
    ["a clock that is wrong", { skewS: 40 }],
  ])("are not taken under %s", async (_, given) => {
    const answer = await send(letter, sender(given));
    expect(answer).toEqual({ outcome: "retry", code: "notify-auth" });
  });

  it.each([
    ["status429", "notify-limit"],
    ["status503", "notify-unavailable"],
  ])("are tried again where it is busy with %s", async (fault, code) => {
    await misbehave({ [fault]: { times: 1 } });
    expect(await send()).toEqual({ outcome: "retry", code });
  });

  it.each([
    ["a text", { textTo: "+447700900111", to: "+447700900111" }],
    ["an e-mail", { to: "ada@example.com" }],
  ])("%s is taken once, also when the answer is lost", async (_, given) => {
    const { postTo: __, ...envelope } = letter;
    await misbehave({ "lost-reply": { times: 1 } });
    expect(await send({ ...envelope, ...given })).toMatchObject({ outcome: "retry" });
    const answer = await send({ ...envelope, ...given });
    if (answer.outcome !== "sent") throw new Error(answer.code);
    expect(await printed()).toBe(1);
    const shown = await page(`/notify/exampleshire/letters/${answer.reference}`);
    expect(shown).toContain("<p>Please be at home.</p>");
  });

  it.each([
    ["a number that is none", { textTo: "12", to: "12" }, "sms-unacceptable"],
    ["an address that is none", { to: "ada" }, "email-unacceptable"],
  ])("a message to %s is refused", async (_, given, code) => {
    const { postTo: __, ...envelope } = letter;
    expect(await send({ ...envelope, ...given })).toEqual({ outcome: "refused", code });
  });
});
