import { beginDelivery } from "../delivery/begin.ts";
import { loadDelivery } from "../delivery/load.ts";
import { settleDelivery } from "../delivery/settle.ts";
import { noise } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing.ts";
import { trackProcess } from "./track.ts";

describe("tracking in Welsh", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const follow = (reference: string, language: "en" | "cy") =>
    trackProcess(world.as({ scopes: [] }), reference, language);

  it("says what the platform says of it in Welsh, and the service's texts as far as they are translated", async () => {
    const { stages, title } = noise;
    const [received] = stages;
    await world.publish({
      welsh: {
        title: { of: title, text: "Rhoi gwybod am sŵn" },
        "stages.received.title": { of: received?.title ?? "", text: "Wedi dod i law" },
      },
    });
    const { reference } = await world.start();
    expect(await follow(reference, "cy")).toMatchObject({
      languages: ["en", "cy"],
      serviceTitle: "Rhoi gwybod am sŵn",
      stage: { title: "Wedi dod i law", text: received?.text },
      delivery: { text: "Mae eich cais gennym." },
      timeline: [{ title: "Rydym wedi derbyn eich cais" }],
    });
    await passOn();
    expect((await follow(reference, "cy")).delivery.text).toBe(
      "Trosglwyddwyd i “environmental health” am 10:00 ar 22 Mai 2025.",
    );
  });

  async function passOn(): Promise<void> {
    const ticket = world.handover.given.find(({ kind }) => kind === "delivery");
    const loaded = ticket && (await loadDelivery(world.ctx, ticket));
    if (!ticket || !loaded) throw new Error("There is nothing to deliver");
    await beginDelivery(world.ctx, ticket, "{}");
    const outcome = { outcome: "accepted", reference: "THEIRS-77" } as const;
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
  }

  it("is English where the service is not offered in Welsh", async () => {
    const { reference } = await world.start();
    expect(await follow(reference, "cy")).toEqual(await follow(reference, "en"));
  });
});
