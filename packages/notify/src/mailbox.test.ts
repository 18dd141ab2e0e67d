import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Envelope } from "@guildhall/contract";
import { createMailbox, type Mailbox } from "./mailbox.ts";

const now = () => new Date("2026-11-22T09:00:00Z");
const { signal } = new AbortController();
const envelope = (key: string): Envelope => ({
  key,
  to: "ada@example.org",
  from: { name: "Cambridge City Council", address: "no-reply@example.org" },
  subject: `About ${key}`,
  html: "<p>one\n\t{two}</p>",
  text: "one\n\t{two}",
});

describe("the mailbox", () => {
  let directory: string;
  let opened: Mailbox[] = [];
  const open = (where = directory) => {
    const mailbox = createMailbox(where, { now });
    opened.push(mailbox);
    return mailbox;
  };
  const file = () => join(directory, "messages.jsonl");
  const keys = async (mailbox = open()) => (await mailbox.list()).map(({ key }) => key);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "mailbox-"));
  });
  afterEach(async () => {
    for (const mailbox of opened) await mailbox.close();
    opened = [];
    await rm(directory, { recursive: true });
  });

  it("keeps a message whole, and says it was sent", async () => {
    const mailbox = open();
    expect(await mailbox.send(envelope("out_1"), signal)).toEqual({
      outcome: "sent",
      reference: "out_1",
    });
    expect(await mailbox.read("out_1")).toEqual({ ...envelope("out_1"), at: now().toISOString() });
  });

  it("keeps what a message says to mail programs", async () => {
    const headers = { "List-Unsubscribe": "<https://example.org/stop>" };
    await open().send({ ...envelope("out_1"), headers }, signal);
    expect((await open().read("out_1"))?.headers).toEqual(headers);
  });

  it("has nothing under a key that it was never given", async () => {
    expect(await open().read("out_1")).toBeUndefined();
    expect(await open().list()).toEqual([]);
  });

  it("keeps one message for a key, the first, however often it is sent", async () => {
    const mailbox = open();
    const other = { ...envelope("out_1"), subject: "another" };
    await Promise.all([mailbox.send(envelope("out_1"), signal), mailbox.send(other, signal)]);

    expect(await mailbox.send(other, signal)).toEqual({ outcome: "sent", reference: "out_1" });
    expect(await keys(mailbox)).toEqual(["out_1"]);
    expect((await mailbox.read("out_1"))?.subject).toBe("About out_1");
    expect((await readFile(file(), "utf8")).trimEnd().split("\n")).toHaveLength(1);
  });

  it("remembers after a restart, and takes no key twice then either", async () => {
    const before = open();
    await before.send(envelope("out_1"), signal);
    await before.close();

    const after = open();
    await after.send(envelope("out_1"), signal);
    await after.send(envelope("out_2"), signal);
    expect(await keys(after)).toEqual(["out_2", "out_1"]);
  });

  it("writes what waits before it closes", async () => {
    const mailbox = open();
    const settled: string[] = [];
    const sent = mailbox
      .send(envelope("out_1"), signal)
      .then(({ outcome }) => settled.push(outcome));
    await mailbox.close();

    expect(settled).toEqual(["sent"]);
    expect(await keys()).toEqual(["out_1"]);
    await sent;
  });

  it("lists the newest first, a page at a time", async () => {
    const mailbox = open();
    const all = Array.from({ length: 5 }, (_, nth) => `out_${nth}`);
    await Promise.all(all.map((key) => mailbox.send(envelope(key), signal)));
    const page = async (before?: string) =>
      (await mailbox.list({ limit: 2, ...(before ? { before } : {}) })).map(({ key }) => key);

    expect(await page()).toEqual(["out_4", "out_3"]);
    expect(await page("out_3")).toEqual(["out_2", "out_1"]);
    expect(await page("out_1")).toEqual(["out_0"]);
    expect(await page("out_0")).toEqual([]);
    expect(await page("unknown")).toEqual([]);
  });

  it("keeps thousands that come at once", async () => {
    const mailbox = open();
    const all = Array.from({ length: 3000 }, (_, nth) => `out_${nth}`);
    await Promise.all(all.map((key) => mailbox.send(envelope(key), signal)));

    expect((await keys(open())).length).toBe(50);
    expect((await open().list({ limit: 5000 })).map(({ key }) => key)).toEqual(all.reverse());
  });

  it("finds a message that is longer than it reads at once", async () => {
    const long = { ...envelope("out_1"), html: "x".repeat(2_500_000) };
    const mailbox = open();
    await mailbox.send(long, signal);
    await mailbox.send(envelope("out_2"), signal);
    expect((await open().read("out_1"))?.html).toHaveLength(2_500_000);
    expect(await keys()).toEqual(["out_2", "out_1"]);
  });

  it("sees what another process writes beside it", async () => {
    const [one, two] = [open(), open()];
    await one.send(envelope("out_1"), signal);
    await two.send(envelope("out_1"), signal);
    await two.send(envelope("out_2"), signal);
    expect(await keys(one)).toEqual(["out_2", "out_1"]);
  });

  it("passes over a line that a fault cut short, wherever it was cut, and goes on", async () => {
    await open().send(envelope("out_1"), signal);
    const whole = await readFile(file());
    const [first, last] = [whole.indexOf("\t"), whole.lastIndexOf("\t")];
    const brace = whole.indexOf("}");
    for (const length of [1, first, first + 1, brace + 1, last, last + 1]) {
      await writeFile(file(), whole.subarray(0, length));
      const mailbox = open();
      expect(await keys(mailbox), `cut at ${length}`).toEqual([]);
      await mailbox.send(envelope("out_1"), signal);
      await mailbox.send(envelope("out_2"), signal);
      expect(await keys(), `cut at ${length}`).toEqual(["out_2", "out_1"]);
      expect((await open().read("out_1"))?.text).toBe("one\n\t{two}");
    }
  });

  it("asks to be tried again when it cannot write, and takes the message then", async () => {
    await writeFile(join(directory, "in-the-way"), "");
    const mailbox = open(join(directory, "in-the-way"));
    expect(await mailbox.send(envelope("out_1"), signal)).toEqual({
      outcome: "retry",
      code: "mailbox-unavailable",
    });

    await rm(join(directory, "in-the-way"));
    expect(await mailbox.send(envelope("out_1"), signal)).toMatchObject({ outcome: "sent" });
  });

  it("does not begin what was called off", async () => {
    expect(await open().send(envelope("out_1"), AbortSignal.abort())).toMatchObject({
      outcome: "retry",
    });
    expect(await keys()).toEqual([]);
  });

  it("is for its owner's eyes only", async () => {
    await open().send(envelope("out_1"), signal);
    expect((await stat(file())).mode & 0o077).toBe(0);
  });
});
