import type { Actor, Answers, ServiceDefinition, StartedProcess } from "@guildhall/contract";
import { listEvents, listOutbox, type OutboxRow, type Store } from "@guildhall/store";
import { createTestStore } from "@guildhall/store/testing";
import { asPlatform, type Context } from "../context.ts";
import { createGrounds, type Ground } from "../ground.ts";
import type { Handover } from "../handover.ts";
import { createIds, type Ids } from "../ids.ts";
import { createAuthenticator } from "../key/authenticate.ts";
import type { Caller } from "../key/place.ts";
import { startProcess } from "../process/start.ts";
import { applyTenant } from "../tenant/apply.ts";
import { Clock, countedBytes } from "./clock.ts";
import { exampleshire, noise, sampleAnswers } from "./exampleshire.ts";
import { FakeBackOffice, FakeSender } from "./fakes.ts";
import { RecordingHandover } from "./handover.ts";

/** Who acts in a test; whatever is left out is a vendor's with every scope. */
export type Someone = Partial<Pick<Context, "actor" | "only" | "request">> & {
  readonly scopes?: Iterable<Parameters<Context["scopes"]["has"]>[0]>;
};

/** What a world may be given of its own. */
export interface WorldOptions {
  /** Where rows go that were born claimed, in place of a recording. */
  readonly handover?: (world: Pick<World, "groundFor" | "clock">) => Handover;
  /** Where ids come from, in place of counted ones. */
  readonly ids?: (clock: Clock) => Ids;
}

/** Who may act, and how. */
interface Actors {
  readonly ground: Ground;
  /** The platform itself, with every scope. */
  readonly ctx: Context;
  as(someone: Someone): Context;
  /** Whoever bears this key or token, as the API would see them; undefined for one that is no good. */
  bearing(credential: string, caller?: Caller): Promise<Context | undefined>;
  /** Submit the noise form; an answer of undefined is left out. */
  start(answers?: Answers): Promise<StartedProcess>;
}

/** What came of it. */
interface Traces {
  /** What is owed for a process, in the order it arose. */
  owed(process: string): Promise<OutboxRow[]>;
  /** The types of a process's events, in order. */
  told(process: string): Promise<string[]>;
}

/** One council, Exampleshire, in a store of its own, and all that is outside our walls as fakes. */
export interface World extends Actors, Traces, AsyncDisposable {
  readonly store: Store;
  /** The folder that holds the store, gone with the world. */
  readonly folder: string;
  readonly clock: Clock;
  readonly backOffice: FakeBackOffice;
  readonly sender: FakeSender;
  /** What was handed over, unless the world was given a handover of its own. */
  readonly handover: RecordingHandover;
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** Publish the noise service changed so, and let the second pass after which it is seen. */
  publish(changed: Partial<ServiceDefinition>): Promise<void>;
  /** Add another council with the same services. */
  addCouncil(id: string): Promise<Context>;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const held = await createTestStore();
  const { store, folder } = held;
  const clock = new Clock();
  const handover = new RecordingHandover();
  const groundFor = groundsOf(store, { clock, handover, options });
  const apply = (bundle: typeof exampleshire) =>
    applyTenant(store, bundle, { actor: vendor, now: clock.now() });
  await apply(exampleshire);
  const ground = await existing(groundFor, "exampleshire");
  return {
    store,
    folder,
    clock,
    handover,
    groundFor,
    backOffice: new FakeBackOffice(),
    sender: new FakeSender(),
    ...actorsOn(ground),
    ...tracesOn(ground),
    publish: async (changed) => {
      await apply({ ...exampleshire, services: [{ ...noise, ...changed }] });
      clock.move(1000);
    },
    addCouncil: async (id) => {
      await apply({ ...exampleshire, tenant: { ...exampleshire.tenant, id } });
      return asPlatform(await existing(groundFor, id));
    },
    [Symbol.asyncDispose]: () => held[Symbol.asyncDispose](),
  };
}

function groundsOf(
  store: Store,
  { clock, handover, options }: Pick<World, "clock" | "handover"> & { options: WorldOptions },
): World["groundFor"] {
  // A handover may look up the grounds that hand over to it.
  const groundFor: World["groundFor"] = (tenant) => grounds(tenant);
  const grounds = createGrounds({
    store,
    publicUrl: "https://guildhall.test",
    handover: options.handover?.({ groundFor, clock }) ?? handover,
    ids: options.ids?.(clock) ?? createIds(clock.now, countedBytes()),
    now: clock.now,
  });
  return groundFor;
}

function actorsOn(ground: Ground): Actors {
  const ctx = asPlatform(ground);
  const identify = createAuthenticator();
  return {
    ground,
    ctx,
    as: ({ scopes = ctx.scopes, ...someone }) => ({
      ...ctx,
      actor: vendor,
      ...someone,
      scopes: new Set(scopes),
    }),
    bearing: async (credential, caller) => {
      const identity = await identify(ground, credential, caller);
      return identity && { ...ground, ...identity };
    },
    start: (answers = {}) => startProcess(ctx, { service: noise.id, answers: filled(answers) }),
  };
}

function tracesOn({ db }: Ground): Traces {
  return {
    owed: (process) => listOutbox(db, [process]),
    told: async (process) => (await listEvents(db, process)).map(({ type }) => type),
  };
}

const vendor: Actor = { kind: "vendor", id: "vendor", name: "Acme Case Systems" };

function filled(answers: Answers): Answers {
  const all = Object.entries({ ...sampleAnswers, ...answers });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

async function existing(groundFor: World["groundFor"], id: string): Promise<Ground> {
  const ground = await groundFor(id);
  if (!ground) throw new Error(`There is no council ${id}`);
  return ground;
}
