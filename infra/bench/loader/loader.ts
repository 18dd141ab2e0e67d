import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { answerCommands } from "../commands.ts";
import { type Latency, latencyOf } from "../statistics.ts";
import {
  type Accepted,
  type ClosedLoad,
  closedLoop,
  type Load,
  type OpenLoad,
  openLoop,
  type Refused,
} from "./load.ts";
import { type Filling, fillHalfway } from "./people.ts";
import { Sink } from "./sink.ts";

/** The rate at which submissions were accepted under a closed loop. */
export interface AcceptRate {
  readonly accepted: number;
  readonly refused: Refused;
  readonly perS: number;
  /** The share of the time that the loader itself was busy: near 1, it measures itself. */
  readonly loaderBusy: number;
}

/** Answers at a steady rate. */
export interface AtRate {
  readonly accepted: number;
  readonly refused: Refused;
  readonly latency: Latency;
}

/** What the back office has got of all that was accepted since it was asked to forget. */
export interface Arrivals {
  readonly accepted: number;
  /** Cases that came exactly once. */
  readonly once: number;
  readonly repeated: number;
  readonly missing: number;
  /** From the first submission to the last arrival. */
  readonly tookMs: number;
  readonly endToEnd: Latency | undefined;
}

const sink = new Sink();
let loads: Load[] = [];

const commands = {
  openSink: (port: number) => sink.open(port),
  closeSink: () => sink.close(),
  /** Open a back office that takes every call and answers none; gives its port. */
  openHanging: (): Promise<number> => {
    const server = createServer(() => undefined);
    return new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
  },
  /** Begin to count anew. */
  forget: () => {
    sink.forget();
    loads = [];
  },
  closedLoop: async (load: ClosedLoad): Promise<AcceptRate> => {
    const before = performance.eventLoopUtilization();
    const done = keep(await closedLoop(load));
    const { accepted, refused, beganAt, endedAt } = done;
    return {
      accepted: accepted.length,
      refused,
      perS: (accepted.length * 1000) / (endedAt - beganAt),
      loaderBusy: performance.eventLoopUtilization(before).utilization,
    };
  },
  /** Send what is not asked for afterwards. */
  flood: async (load: ClosedLoad) => {
    const { accepted, refused } = await closedLoop(load);
    return { accepted: accepted.length, refused };
  },
  /** Have people come half way through a form; gives what their browsers keep. */
  fillHalfway: (filling: Filling) => fillHalfway(filling),
  openLoop: async (load: OpenLoad): Promise<AtRate> => {
    const { accepted, refused } = keep(await openLoop(load));
    const latency = latencyOf(accepted.map(({ dueAt, answeredAt }) => answeredAt - dueAt));
    return { accepted: accepted.length, refused, latency };
  },
  /** Wait until all that was accepted has arrived, at most `withinMs`. */
  arrivals: async ({ withinMs }: { withinMs: number }): Promise<Arrivals> => {
    const accepted = loads.flatMap((load) => load.accepted);
    const until = performance.now() + withinMs;
    let waiting = accepted;
    for (;;) {
      waiting = waiting.filter(({ reference }) => sink.times(reference) === 0);
      if (waiting.length === 0 || performance.now() > until) return count(accepted);
      await pause(5);
    }
  },
  /** This process's clock, which the arrivals are timed by. */
  lastArrivalAfter: ({ wallMs }: { wallMs: number }): number => {
    const times = loads.flatMap(({ accepted }) =>
      accepted.flatMap(({ reference }) => sink.firstAt(reference) ?? []),
    );
    return Math.max(0, ...times) + performance.timeOrigin - wallMs;
  },
};
export type LoaderCommands = typeof commands;

function keep(load: Load): Load {
  loads.push(load);
  return load;
}

function count(accepted: readonly Accepted[]): Arrivals {
  const arrived = accepted.flatMap(({ reference, dueAt }) => {
    const at = sink.firstAt(reference);
    return at === undefined ? [] : [{ at, afterMs: at - dueAt }];
  });
  const once = accepted.filter(({ reference }) => sink.times(reference) === 1).length;
  const lastAt = arrived.reduce((last, { at }) => Math.max(last, at), 0);
  return {
    accepted: accepted.length,
    once,
    repeated: arrived.length - once,
    missing: accepted.length - arrived.length,
    tookMs: lastAt - (loads[0]?.beganAt ?? 0),
    endToEnd: arrived.length === 0 ? undefined : latencyOf(arrived.map(({ afterMs }) => afterMs)),
  };
}

answerCommands(commands);
