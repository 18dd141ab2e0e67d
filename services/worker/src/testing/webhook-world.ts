import { createGuard } from "@guildhall/connectors";
import type { IssuedSubscription, NewSubscription, Ticket } from "@guildhall/contract";
import { addSubscription, type Context, claimOwed } from "@guildhall/domain";
import {
  createWorld,
  exampleSubscription,
  someVendor,
  type World,
} from "@guildhall/domain/testing";
import { findOutbox, type OutboxRow } from "@guildhall/store";
import { sendWebhook, type WebhookDeps } from "../jobs/send-webhook.ts";
import { ReceiverLimits } from "../receiver-limits.ts";
import { createReceiver, type Receiver } from "./receiver.ts";

/** Exampleshire, a vendor that asks for webhooks, and the server that it listens with. */
export interface WebhookWorld extends AsyncDisposable {
  readonly world: World;
  readonly vendor: Context;
  readonly receiver: Receiver;
  readonly deps: WebhookDeps;
  readonly faults: unknown[];
  subscribe(asked?: Partial<NewSubscription>): Promise<IssuedSubscription>;
  /** The tickets of webhooks that were handed over and not asked for yet. */
  tickets(): Ticket[];
  send(ticket: Ticket): ReturnType<typeof sendWebhook>;
  /** Start a process, send its one webhook, and give the ticket. */
  startAndSend(): Promise<Ticket>;
  rowOf(ticket: Ticket): Promise<OutboxRow>;
  /** Let time pass until a row is due, and give its new ticket. */
  dueAgain(ticket: Ticket): Promise<Ticket>;
}

export async function createWebhookWorld(): Promise<WebhookWorld> {
  const world = await createWorld();
  // What checks a signature with the system's clock finds it fresh.
  world.clock.move(Date.now() - world.clock.now());
  const receiver = await createReceiver();
  const vendor = await someVendor(world);
  const faults: unknown[] = [];
  const deps: WebhookDeps = {
    request: createGuard({ allowLoopback: [receiver.host] }),
    limits: new ReceiverLimits({ now: world.clock.now, random: () => 0 }),
    timeoutMs: 60_000,
    onFault: (error) => faults.push(error),
  };
  return {
    world,
    vendor,
    receiver,
    deps,
    faults,
    subscribe: (asked = {}) => {
      const input = { ...exampleSubscription, url: receiver.url, events, ...asked };
      return addSubscription(vendor, input, () => true);
    },
    ...handles(world, deps),
    [Symbol.asyncDispose]: async () => {
      await receiver[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

const events: NewSubscription["events"] = ["process.started"];

function handles(world: World, deps: WebhookDeps) {
  const tickets = () => {
    const { given } = world.handover;
    return given.splice(0).filter(({ kind }) => kind === "webhook");
  };
  const send = (ticket: Ticket) => sendWebhook(world.ctx, ticket, deps);
  const rowOf = async ({ id }: Ticket) =>
    (await findOutbox(world.ctx.db, id)) ?? fail("There is no such row");
  return {
    tickets,
    send,
    rowOf,
    startAndSend: async () => {
      await world.start();
      const [ticket = fail("No webhook was owed")] = tickets();
      await send(ticket);
      return ticket;
    },
    dueAgain: async (ticket: Ticket) => {
      const { state, nextAt, leaseUntil } = await rowOf(ticket);
      const dueAt = state === "queued" ? leaseUntil : nextAt;
      world.clock.move(Math.max(0, dueAt - world.clock.now()));
      const due = await claimOwed(world.ctx, 100);
      return due.find(({ id }) => id === ticket.id) ?? fail("The row is not due again");
    },
  };
}

function fail(why: string): never {
  throw new Error(why);
}
