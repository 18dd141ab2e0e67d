import { findOutbox } from "@guildhall/store";
import { createSteppingWorld, email, letter, look, type Stepping } from "../process/test-steps.ts";
import { noise, type World } from "../testing.ts";
import { loadWritten } from "./load.ts";

describe("words to the citizen as a step", () => {
  let world: World;
  let on: Stepping;
  beforeEach(async () => {
    on = await createSteppingWorld();
    world = on.world;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are filled in as messages are, and sent by email", async () => {
    const { id, reference } = await on.begin([email, look]);
    const owed = (await world.owed(id)).find(({ purpose }) => purpose === "step-message");
    expect(owed).toMatchObject({ destination: "email", subject: "say-so" });
    const row = await findOutbox(world.ctx.db, owed?.id ?? "");
    if (!row) throw new Error("Nothing is owed");
    expect(await loadWritten(world.ctx, row)).toMatchObject({
      to: "ada@example.com",
      words: { subject: "About ((reference))" },
      facts: { reference, name: "Ada Byron" },
    });
  });

  it("are not owed to somebody who left no email address", async () => {
    const { id } = await on.begin([email, look], { email: undefined });
    expect(await on.purposes(id)).toEqual([]);
  });

  it("go on paper to the address that was given, and are a person's where there is none", async () => {
    await world.publish({
      steps: [letter, look],
      contact: { ...noise.contact, address: "home" },
      form: withAddress(),
    });
    const home = { line1: "1 High Street", line2: " ", town: "Cambridge", postcode: "CB1 1AA" };
    for (const given of [home, undefined]) {
      const { id } = await world.start({ home: given });
      const owed = (await world.owed(id)).find(({ purpose }) => purpose === "step-letter");
      expect(owed).toMatchObject({ destination: "notify", subject: "post-it" });
      const row = await findOutbox(world.ctx.db, owed?.id ?? "");
      if (!row) throw new Error("Nothing is owed");
      expect(await loadWritten(world.ctx, row)).toMatchObject(
        given
          ? { postTo: ["Ada Byron", "1 High Street", "Cambridge", "CB1 1AA"] }
          : { code: "recipient-missing" },
      );
    }
  });
});

function withAddress() {
  const [first, ...others] = noise.form.pages;
  if (!first) throw new Error("There is no page");
  const home = { id: "home", type: "address", label: "Your address", required: false } as const;
  return { ...noise.form, pages: [{ ...first, questions: [...first.questions, home] }, ...others] };
}
