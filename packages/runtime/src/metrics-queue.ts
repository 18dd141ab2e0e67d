import { Gauge, type Registry } from "prom-client";

/** The queue as this process sees it. */
export interface QueueFigures {
  /** Each lane by its name; undefined while the carrier is away. */
  readonly lanes: Readonly<Record<string, LaneFigures>> | undefined;
  /** The code of what is the matter with the carrier. */
  readonly trouble?: string | undefined;
}

export interface LaneFigures {
  readonly waiting: number;
  readonly running: number;
  readonly oldestMs: number;
}

/** Give the function that brings the figures of the queue up to date. */
export function watchQueue(registry: Registry, queue: () => Promise<QueueFigures>) {
  const gauge = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Gauge({ name: `guildhall_queue_${name}`, help, labelNames, registers: [registry] });
  const up = gauge("up", "1 while the queue takes what it is given, else 0");
  const trouble = gauge("trouble", "1 for what is the matter with Redis", ["code"]);
  const waiting = gauge("waiting", "Tickets that wait in the queue, by lane", ["lane"]);
  const running = gauge("running", "Handlers that run in this process, by lane", ["lane"]);
  const oldest = gauge("oldest_seconds", "How long the oldest ticket has waited", ["lane"]);

  return async (): Promise<void> => {
    const { lanes, trouble: code } = await queue();
    for (const one of [trouble, waiting, running, oldest]) one.reset();
    up.set(lanes === undefined || code !== undefined ? 0 : 1);
    if (code !== undefined) trouble.set({ code }, 1);
    for (const [lane, figures] of Object.entries(lanes ?? {})) {
      waiting.set({ lane }, figures.waiting);
      running.set({ lane }, figures.running);
      oldest.set({ lane }, figures.oldestMs / 1000);
    }
  };
}
