import type { NewMessagePreview } from "@guildhall/contract";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { previewMessage } from "./preview-message.ts";

/** Shows what a message would be filled in from, as it is. */
const desk: Parameters<typeof previewMessage>[2] = {
  showMessage: ({ words, councilName, facts, track }) => ({
    from: councilName,
    subject: words.subject,
    paragraphs: [words.text],
    details: Object.entries(facts).map(([label, value]) => ({ label, value })),
    link: track?.pages ?? "",
    footer: [],
    text: words.text,
    sms: words.sms ?? "",
  }),
};

describe("a message of a service in the making", () => {
  let world: World;
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
    await beginServiceDraft(grace(), { service: "noise" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const preview = (asked: Partial<NewMessagePreview> & Pick<NewMessagePreview, "kind">) =>
    previewMessage(grace(), { service: "noise", language: "en", ...asked }, desk);
  const factsOf = async (asked: Parameters<typeof preview>[0]) => {
    const { details } = await preview(asked);
    return Object.fromEntries(details.map(({ label, value }) => [label, value]));
  };
  const words = { subject: "About ((reference))", text: "Dear ((name))" };

  it("is shown with made-up answers, in words that were not saved yet", async () => {
    const shown = await preview({ kind: "started", words });
    expect(shown).toMatchObject({ kind: "started", subject: words.subject });
    expect(await factsOf({ kind: "started", words })).toMatchObject({
      reference: expect.stringMatching(/-1111-1111$/),
      name: expect.stringMatching(/./),
      amount: "",
      note: "",
    });
  });

  it("is filled in from a scenario's answers", async () => {
    const answers = { fullName: "Ada Lovelace" };
    const scenario = { id: "ada", name: "Ada", answers, expects: { ends: "accepted" } };
    const edits = [set("/scenarios", [scenario]), set("/contact", { name: "fullName" })];
    await edit(grace(), { since: 1 }, ...edits);
    expect(await factsOf({ kind: "started", scenario: "ada" })).toMatchObject({
      name: "Ada Lovelace",
    });
  });

  it.each([
    ["note-added", { note: expect.stringMatching(/./), author: expect.stringMatching(/./) }],
    ["paid", { amount: "£25.00", paymentReference: expect.stringMatching(/./) }],
    ["payment-due", { amount: "£25.00", paymentReference: "" }],
  ] as const)("of the kind %s has what it alone can say", async (kind, facts) => {
    expect(await factsOf({ kind, words })).toMatchObject(facts);
  });

  it("is shown of a form that cannot work yet", async () => {
    const { revision } = await edit(grace(), { since: 1 }, set("/form/conditions", []));
    expect(revision).toBe(2);
    expect(await factsOf({ kind: "started", words })).toMatchObject({ name: "" });
  });

  it("is shown in Welsh, with Welsh pages behind its link", async () => {
    const shown = await preview({ kind: "paid", language: "cy" });
    expect(shown.subject).toContain("taliad");
    expect(shown.link).toMatch(/\/cy$/);
  });

  it.each([
    ["((refrence))", "/words/text", /Did you mean “\(\(reference\)\)”/],
    ["((reference", "/words/text", /is not finished/],
  ])("is refused for %s, with what was meant", async (text, pointer, detail) => {
    const refused = preview({ kind: "started", words: { subject: "x", text } });
    await expect(refused).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer, detail: expect.stringMatching(detail) }],
    });
  });

  it("is refused where it has no words, or there is no such scenario", async () => {
    const { service } = await beginServiceDraft(grace(), { title: "Benches" });
    const asked = { service, kind: "started", language: "en" } as const;
    await expect(previewMessage(grace(), asked, desk)).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/words" }],
    });
    await expect(preview({ kind: "started", words, scenario: "none" })).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/scenario" }],
    });
  });

  it("is not shown of a draft that is not there, nor to those who may not see services", async () => {
    const asked = { service: "none", kind: "started", language: "en" } as const;
    const none = previewMessage(grace(), asked, desk);
    await expect(none).rejects.toMatchObject({ code: "not-found" });
    const nobody = { ...grace(), scopes: new Set<never>() };
    const refused = previewMessage(nobody, { ...asked, service: "noise" }, desk);
    await expect(refused).rejects.toMatchObject({ code: "scope-missing" });
  });
});
