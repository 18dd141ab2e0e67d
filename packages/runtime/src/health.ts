import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";

/** A thing this process leans on. What is not `required` may be away: work is only slower. */
export interface Check {
  readonly required: boolean;
  /** Throws, or resolves to false, if it cannot be used. */
  readonly run: () => Promise<unknown>;
}

export type CheckStatus = "ok" | "degraded" | "down";

export interface Readiness {
  readonly status: CheckStatus;
  readonly checks: Readonly<Record<string, CheckStatus>>;
}

export interface Liveness {
  readonly status: "ok" | "down";
  readonly loopDelayMs: number;
}

export interface Health {
  /** Whether the process itself moves: only the event loop counts, a restart mends nothing else. */
  live(): Liveness;
  /** Whether requests should be sent here. */
  ready(): Promise<Readiness>;
  /** From now on, not ready: the first step of a shutdown. */
  drain(): void;
}

export interface HealthOptions {
  readonly checks: Readonly<Record<string, Check>>;
  readonly timeoutMs?: number;
  /** A loop that was held up this long counts as stuck. */
  readonly maxLoopDelayMs?: number;
  readonly loopDelay?: Pick<IntervalHistogram, "max" | "reset">;
}

export function createHealth(options: HealthOptions): Health {
  const { checks, timeoutMs = 2000, maxLoopDelayMs = 10_000 } = options;
  const loopDelay = options.loopDelay ?? startMonitor();
  let draining = false;

  return {
    live() {
      const loopDelayMs = Math.round(loopDelay.max / 1e6);
      loopDelay.reset();
      return { status: loopDelayMs > maxLoopDelayMs ? "down" : "ok", loopDelayMs };
    },
    async ready() {
      const statuses = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => {
          return [name, await statusOf(check, timeoutMs)] as const;
        }),
      );
      const all = statuses.map(([, status]) => status);
      return {
        status: worst(draining ? [...all, "down"] : all),
        checks: Object.fromEntries(statuses),
      };
    },
    drain() {
      draining = true;
    },
  };
}

/** Only the status is told: what failed, and why, is for the log. */
async function statusOf({ required, run }: Check, timeoutMs: number): Promise<CheckStatus> {
  const failed = required ? "down" : "degraded";
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, false);
  });
  try {
    return (await Promise.race([run(), late])) === false ? failed : "ok";
  } catch {
    return failed;
  } finally {
    clearTimeout(timer);
  }
}

function worst(statuses: readonly CheckStatus[]): CheckStatus {
  if (statuses.includes("down")) return "down";
  return statuses.includes("degraded") ? "degraded" : "ok";
}

function startMonitor(): IntervalHistogram {
  const monitor = monitorEventLoopDelay({ resolution: 20 });
  monitor.enable();
  return monitor;
}
