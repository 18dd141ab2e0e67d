import type { PaymentAnswer, SeenPayment } from "@guildhall/contract";
import { listPayments, listTasks, type PaymentRow } from "@guildhall/store";
import { createWorld, payingSteps, type World } from "../testing.ts";
import { beginPayment } from "./begin.ts";
import { settlePayment } from "./settle.ts";

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
export const returnUrl = ({ reference }: { reference: string }) =>
  `https://guildhall.test/back/${reference}`;

/** What a provider answers of the payment GP-1. */
export function seen(
  status: SeenPayment["status"],
  more: Partial<SeenPayment> = {},
): PaymentAnswer {
  const open = status === "created" || status === "started";
  const where = open ? { nextUrl: "https://card.example/1" } : {};
  return {
    outcome: "seen",
    payment: { reference: "GP-1", status, amountPence: 6500, ...where, ...more },
  };
}

/** A world where a noise visit costs £65.00, and one process that waits to be paid for. */
export async function createPayingWorld() {
  const world = await createWorld();
  await world.publish({ steps: payingSteps });
  return { world, paying: payingFor(world, await world.start()) };
}

export type Paying = ReturnType<typeof payingFor>;

/** What a test does with, and sees of, one process. */
export function payingFor(world: World, { id, reference }: { id: string; reference: string }) {
  const payments = () => listPayments(world.ctx.db, [id]);
  const latest = async (): Promise<PaymentRow> => {
    const row = (await payments()).at(-1);
    if (!row) throw new Error("nothing is to be paid");
    return row;
  };
  const begin = () => beginPayment(world.ctx, id, { returnUrl });
  const settle = async (answer: PaymentAnswer) =>
    settlePayment(world.ctx, (await latest()).id, answer);
  return {
    id,
    reference,
    payments,
    latest,
    begin,
    settle,
    /** Begin, and have the provider tell these states one after the other. */
    become: async (...states: SeenPayment["status"][]) => {
      await begin();
      for (const status of states) await settle(seen(status));
    },
    owed: async () => (await world.owed(id)).map(({ purpose }) => purpose),
    tasks: async () => (await listTasks(world.ctx.db, id)).map(({ step }) => step),
  };
}
