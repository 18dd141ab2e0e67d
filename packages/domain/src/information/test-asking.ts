import type { Answers, NewInformationRequest, Scope } from "@guildhall/contract";
import { findOpenInformation, findProcess, insertDocument, transact } from "@guildhall/store";
import type { Context } from "../context.ts";
import { type LoadedMessage, loadMessage } from "../message/load.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { createWorld, type World } from "../testing.ts";
import { answerInformation } from "./answer.ts";
import { askForInformation } from "./ask.ts";
import { openInformation } from "./open.ts";
import { tendInformation } from "./tend.ts";

export const reason = "We could not find the place.";
export const question = "noiseSource";

/** A process whose citizen can be asked for one more thing, and everybody who has to do with it. */
export type Asking = Awaited<ReturnType<typeof createAsking>>;

export async function createAsking() {
  const world = await createWorld();
  const { id: process, reference } = await world.start();
  const staff = () => world.as({ actor: { kind: "staff", id: "per_1", name: "Jo Hart" } });
  const asking = { world, process, reference, staff, ...citizenOf(world, process) };
  return {
    ...asking,
    ask: (input: Partial<NewInformationRequest> = {}, ctx: Context = staff()) =>
      askForInformation(ctx, process, { reason, ownQuestion: "Which floor is it?", ...input }),
    respondBy: async () => (await findProcess(world.ctx.db, process))?.respondBy ?? null,
    /** The last message that was handed over. */
    latest: async (): Promise<LoadedMessage | undefined> => {
      const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
      return ticket && loadMessage(world.ctx, ticket);
    },
    /** Let it be that moment, and what is due then be done. */
    until: async (moment: string) => {
      world.clock.move(Date.parse(moment) - world.clock.now());
      await tendInformation(world.ctx, (error) => {
        throw error;
      });
    },
    /** End the process with its one task. */
    finish: async () => {
      const tasks = (await listTasks(world.ctx, process)).data;
      const task = tasks.find(({ step }) => step === "look")?.id ?? "";
      await completeTask(world.as({}), task, { outcome: "completed", fields: {} });
    },
  };
}

function citizenOf(world: World, process: string) {
  const citizen = (only: NonNullable<Context["only"]>, scopes: readonly Scope[]) =>
    world.as({ actor: { kind: "citizen", id: process, name: "You" }, scopes, only });
  const draft = async () => (await findOpenInformation(world.ctx.db, process))?.draft ?? "";
  return {
    citizen,
    draft,
    open: (request: string, of = process) =>
      openInformation(citizen({ process: of }, ["processes:read"]), { process, request }),
    answer: async (request: string, answers: Answers, known?: string) => {
      const as = citizen({ draft: known ?? (await draft()) }, ["drafts:write"]);
      return answerInformation(as, { process, request }, { answers });
    },
    upload: async (state: "unscanned" | "infected" = "unscanned") => {
      const id = world.ctx.ids.id("doc");
      const file = { contentType: "image/png", bytes: 1, sha256: "00", storage: "ab", key: "k" };
      const place = { draft: await draft(), process: null, question: "moreFiles" };
      const row = { id, ...place, ...file, name: "hall.png", state, at: 1 };
      await transact(world.ctx.db, (tx) => insertDocument(tx, row));
      return id;
    },
  };
}
