import {
  type CallLog,
  type CallLogOptions,
  createCallLog,
  createViewLog,
  type ViewLog,
} from "@guildhall/domain";

/** A log of calls that is written down by itself, and the looks at tracking pages that are counted beside it. */
export interface WrittenCalls extends CallLog {
  readonly views: Pick<ViewLog, "record">;
  start(): void;
  /** Write down the rest. */
  close(): Promise<void>;
}

const everyMs = 1000;
/** Nobody looks for a view that was counted just now. */
const viewsEveryMs = 10_000;

export function createWrittenCalls(options: CallLogOptions): WrittenCalls {
  const log = createCallLog(options);
  const views = createViewLog(options);
  const timers: NodeJS.Timeout[] = [];
  async function flush(): Promise<void> {
    await log.flush();
    await views.flush();
  }
  return {
    record: log.record,
    views,
    flush,
    get unlisted() {
      return log.unlisted;
    },
    start() {
      timers.push(setInterval(log.flush, everyMs), setInterval(views.flush, viewsEveryMs));
    },
    close() {
      for (const timer of timers) clearInterval(timer);
      return flush();
    },
  };
}
