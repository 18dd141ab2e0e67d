import type { Envelope, Sender, SendOutcome } from "@guildhall/contract";
import { addNote, claimOwed, listTasks, receiveReceipt, updateTask } from "@guildhall/domain";
import { createWorld, mobile, publishForPhones, type World } from "@guildhall/domain/testing";
import fc from "fast-check";
import { createWriter } from "../write-message.ts";
import { type MessageDeps, sendMessage } from "./send-message.ts";

/** What a carrier does with a message, and whether a person has it then. */
const answers = {
  sent: { takes: true, outcome: { outcome: "sent" } },
  lost: { takes: true, outcome: { outcome: "ambiguous", code: "smtp-lost" } },
  refused: { takes: false, outcome: { outcome: "refused", code: "address-invalid" } },
  busy: { takes: false, outcome: { outcome: "retry", code: "smtp-timeout" } },
  died: { takes: true, outcome: undefined },
} as const satisfies Record<string, { takes: boolean; outcome: SendOutcome | undefined }>;
type Answer = keyof typeof answers;

type Act =
  | { readonly act: "note" | "bounce" | "job-again" }
  | { readonly act: "status"; readonly status: string }
  | { readonly act: "work"; readonly answer: Answer };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>({ act: "note" }, { act: "bounce" }, { act: "job-again" }),
  fc.record({ act: fc.constant("status" as const), status: fc.constantFrom("LOOKING", "VISIT") }),
  fc.record({
    act: fc.constant("work" as const),
    answer: fc.constantFrom<Answer>("sent", "sent", "lost", "refused", "busy", "died"),
  }),
);

describe("what a person is told", () => {
  let world: World;
  let taken: Map<string, number>;
  let answer: Answer;
  beforeAll(async () => {
    world = await createWorld();
    await publishForPhones(world);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const carrier = (canTellRepeats: boolean): Sender => ({
    canTellRepeats,
    async send({ key }: Envelope) {
      const { takes, outcome } = answers[answer];
      if (takes && !(canTellRepeats && taken.has(key))) taken.set(key, (taken.get(key) ?? 0) + 1);
      if (!outcome) throw new Error("killed");
      return outcome;
    },
  });
  const deps = (): MessageDeps => ({
    sender: carrier(false),
    senderFor: async () => carrier(true),
    timeoutMs: 60_000,
    write: createWriter({ fromAddress: "no-reply@guildhall.test" }),
    onFault: () => undefined,
  });

  async function work(): Promise<void> {
    world.clock.move(24 * 3_600_000);
    for (const ticket of await claimOwed(world.ctx, 100))
      if (ticket.kind === "message") await sendMessage(world.ctx, ticket, deps()).catch(() => null);
  }

  async function doing(process: string, one: Act): Promise<void> {
    const rows = (await world.owed(process)).filter(({ kind }) => kind === "message");
    if (one.act === "note")
      await addNote(world.as({}), process, { contents: "I called", visibleToCitizen: true });
    if (one.act === "status") {
      const [task] = (await listTasks(world.ctx, process)).data;
      await updateTask(world.ctx, task?.id ?? "", { externalStatus: one.status });
    }
    if (one.act === "bounce")
      for (const { id } of rows.slice(0, 1))
        await receiveReceipt(world.ctx, id, { fate: "bounced", lasting: true });
    if (one.act === "job-again")
      for (const { id, generation } of rows) {
        const ticket = { tenant: world.ctx.tenant.id, id, generation, kind: "message" } as const;
        await sendMessage(world.ctx, ticket as never, deps()).catch(() => null);
      }
    if (one.act === "work") {
      answer = one.answer;
      await work();
    }
  }

  it.each([
    ["with an address and a mobile", { phone: mobile }],
    ["with a mobile alone", { phone: mobile, email: undefined as never }],
  ])("%s, they are told once by each channel, whatever happens", async (_, who) => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        taken = new Map();
        answer = "sent";
        const { id: process } = await world.start(who);
        for (const one of acts) await doing(process, one);
        answer = "sent";
        await work();
        expect([...taken.values()].filter((times) => times > 1)).toEqual([]);
        const rows = (await world.owed(process)).filter(({ kind }) => kind === "message");
        const tellings = rows.map(({ event, purpose, destination }) =>
          [event, purpose, destination].join(),
        );
        expect(new Set(tellings).size).toBe(tellings.length);
      }),
      { seed: 20_261_122, numRuns: 25 },
    );
  });

  it("is nothing where a status says what was so already", async () => {
    const { id: process } = await world.start();
    const [task] = (await listTasks(world.ctx, process)).data;
    const set = (externalStatus: string) =>
      updateTask(world.ctx, task?.id ?? "", { externalStatus });
    await set("LOOKING");
    const before = (await world.owed(process)).length;
    await set("LOOKING");
    await set("LOOKING");
    expect(await world.owed(process)).toHaveLength(before);
  });
});
