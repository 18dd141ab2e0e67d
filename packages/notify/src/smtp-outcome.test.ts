import type { Envelope } from "@guildhall/contract";
import { createSmtp } from "./smtp.ts";
import {
  type ScriptedSmtp,
  type SmtpAnswer,
  type SmtpStep,
  startScriptedSmtp,
} from "./testing/scripted-smtp.ts";

const { signal } = new AbortController();
const envelope: Envelope = {
  key: "out_1",
  to: "ada@example.org",
  from: { name: "Cambridge City Council", address: "no-reply@example.org" },
  subject: "We have your report",
  html: "<p>Thank you</p>",
  text: "Thank you",
};

describe("what became of a message over SMTP", () => {
  let server: ScriptedSmtp | undefined;
  afterEach(() => server?.close());

  async function sendTo(script: Partial<Record<SmtpStep, SmtpAnswer>>, until = signal) {
    server = await startScriptedSmtp(script);
    return createSmtp({ url: server.url }).send(envelope, until);
  }

  it("is sent when the server took it", async () => {
    expect(await sendTo({})).toMatchObject({ outcome: "sent" });
  });

  it.each<[SmtpStep, string]>([
    ["MAIL", "550 not from you"],
    ["RCPT", "550 no such user"],
    ["DATA", "554 no"],
    ["mail", "554 spam"],
  ])("is refused when %s is answered %j", async (step, answer) => {
    expect(await sendTo({ [step]: answer })).toEqual({
      outcome: "refused",
      code: `smtp-${answer.slice(0, 3)}`,
    });
  });

  it.each<[SmtpStep, string]>([
    ["greeting", "421 too busy"],
    ["greeting", "554 no service here"],
    ["MAIL", "451 later"],
    ["MAIL", "421 closing"],
    ["RCPT", "450 greylisted"],
    ["DATA", "421 closing"],
    ["mail", "451 later"],
    ["mail", "421 closing"],
  ])("is to be tried again when %s is answered %j", async (step, answer) => {
    expect(await sendTo({ [step]: answer })).toEqual({
      outcome: "retry",
      code: `smtp-${answer.slice(0, 3)}`,
    });
  });

  it.each<SmtpStep>(["greeting", "EHLO", "MAIL", "RCPT", "DATA"])(
    "is to be tried again when the connection is lost at %s",
    async (step) => {
      expect(await sendTo({ [step]: "drop" })).toEqual({
        outcome: "retry",
        code: "smtp-unreachable",
      });
    },
  );

  it("is to be tried again when nobody listens", async () => {
    server = await startScriptedSmtp({});
    await server.close();
    const outcome = await createSmtp({ url: server.url }).send(envelope, signal);
    expect(outcome).toEqual({ outcome: "retry", code: "smtp-unreachable" });
  });

  it("is ambiguous when the connection is lost after the message went out", async () => {
    expect(await sendTo({ mail: "drop" })).toEqual({ outcome: "ambiguous", code: "smtp-lost" });
  });

  it("is ambiguous when the answer to the message makes no sense", async () => {
    expect(await sendTo({ mail: "what?" })).toMatchObject({ outcome: "ambiguous" });
  });

  it.each<[SmtpStep, string]>([
    ["greeting", "retry"],
    ["RCPT", "retry"],
    ["mail", "ambiguous"],
  ])("when it is called off at %s is %s", async (step, outcome) => {
    const silent = await startScriptedSmtp({ [step]: "silence" });
    server = silent;
    const caller = new AbortController();
    const sent = createSmtp({ url: silent.url }).send(envelope, caller.signal);
    await silent.reached(step);
    caller.abort();
    expect(await sent).toEqual({ outcome, code: "smtp-timeout" });
  });

  it.each<[SmtpStep, string]>([
    ["greeting", "retry"],
    ["mail", "ambiguous"],
  ])("when the server says nothing at %s is %s", async (step, outcome) => {
    server = await startScriptedSmtp({ [step]: "silence" });
    const smtp = createSmtp({ url: server.url, timeoutMs: 50 });
    expect(await smtp.send(envelope, signal)).toEqual({ outcome, code: "smtp-timeout" });
  });

  it("is to be tried again when it was called off before it began", async () => {
    expect(await sendTo({}, AbortSignal.abort())).toEqual({
      outcome: "retry",
      code: "smtp-timeout",
    });
  });
});
