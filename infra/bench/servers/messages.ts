import type { LoadedMessage } from "@guildhall/domain";
import { createSmtp } from "@guildhall/notify";
import { createWriter } from "@guildhall/worker";
import { answerCommands } from "../commands.ts";
import { startMailSink } from "./mail-sink.ts";

/** As many as the worker sends at once. */
const atOnce = 16;

const commands = {
  /** Render so many messages and hand each over to a mail server that takes them all; gives how long that took. */
  handOver: async (count: number): Promise<number> => {
    const sink = await startMailSink();
    const sender = createSmtp({ url: sink.url });
    const write = createWriter({ fromAddress: "no-reply@council.example" });
    const began = performance.now();
    let next = 0;
    const work = async () => {
      while (next < count) {
        const nth = next;
        next += 1;
        const envelope = { ...write(message(nth)), key: `out_${nth}` };
        const { outcome } = await sender.send(envelope, AbortSignal.timeout(30_000));
        if (outcome !== "sent") throw new Error(`A message was not sent: ${outcome}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const tookMs = performance.now() - began;
    if (sink.taken() !== count) throw new Error(`${sink.taken()} of ${count} messages arrived`);
    sink.close();
    return tookMs;
  },
};
export type MessagesCommands = typeof commands;

/** What a citizen is told when a request has moved on, in a council's words. */
function message(nth: number): LoadedMessage {
  const reference = `EXM-${String(nth).padStart(4, "2")}-2345`;
  return {
    // What a message is written from; the row that it is owed by is not read.
    row: {} as LoadedMessage["row"],
    to: `person-${nth}@example.com`,
    brand: undefined,
    councilName: "Exampleshire District Council",
    words: {
      subject: "((reference)): ((stage))",
      text: "Dear ((name)),\n\n((status))\n\nWe will write to you again when there is news.",
    },
    facts: {
      reference,
      stage: "An officer is looking at it",
      status: "An officer has read your request and will visit within five working days.",
      name: "Ada Byron",
    },
    track: { pages: "https://council.example/c/exampleshire", reference, key: "k".repeat(26) },
  };
}

answerCommands(commands);
