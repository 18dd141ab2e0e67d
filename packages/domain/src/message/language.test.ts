import { startProcess } from "../process/start.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing.ts";
import { loadMessage } from "./load.ts";

const { title, whatHappensNext, target, messages } = noise;
const started = messages.started ?? { subject: "", text: "" };
const welsh = {
  title: { of: title, text: "Rhoi gwybod am sŵn" },
  whatHappensNext: { of: whatHappensNext, text: "Bydd swyddog yn darllen eich cais." },
  "target.text": { of: "What it said before", text: "Yr hen addewid" },
  "messages.started.subject": { of: started.subject, text: "Mae eich cais gennym ((reference))" },
};

describe("a message's language", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function loaded(language: "en" | "cy") {
    await startProcess(world.ctx, { service: noise.id, answers: sampleAnswers, language });
    const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
    return ticket && loadMessage(world.ctx, ticket);
  }

  it("is that of whoever sent the form, with English for what is not translated", async () => {
    await world.publish({ welsh });
    expect(await loaded("cy")).toMatchObject({
      language: "cy",
      words: { subject: "Mae eich cais gennym ((reference))", text: started.text },
      facts: {
        serviceTitle: "Rhoi gwybod am sŵn",
        whatHappensNext: "Bydd swyddog yn darllen eich cais.",
        target: target.text,
      },
      track: { pages: expect.stringMatching(/\/c\/\w+\/cy$/) },
      // The text is in English, and the message says so.
      wordsIn: "en",
    });
    expect(await loaded("en")).toMatchObject({
      language: "en",
      words: started,
      track: { pages: expect.not.stringMatching(/\/cy/) },
    });
  });

  it("is Welsh alone where all of its words are translated", async () => {
    const text = { of: started.text, text: "Annwyl ((name))" };
    await world.publish({ welsh: { ...welsh, "messages.started.text": text } });
    expect(await loaded("cy")).not.toHaveProperty("wordsIn");
  });

  it("is English where the service is not offered in Welsh", async () => {
    expect(await loaded("cy")).toMatchObject({ language: "en", facts: { serviceTitle: title } });
  });
});
