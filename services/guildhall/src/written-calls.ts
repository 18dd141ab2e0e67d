import { type CallLog, type CallLogOptions, createCallLog } from "@guildhall/domain";

/** A log of calls that is written down by itself. */
export interface WrittenCalls extends CallLog {
  start(): void;
  /** Write down the rest. */
  close(): Promise<void>;
}

const everyMs = 1000;

export function createWrittenCalls(options: CallLogOptions): WrittenCalls {
  const log = createCallLog(options);
  let timer: NodeJS.Timeout | undefined;
  return {
    record: log.record,
    flush: log.flush,
    get unlisted() {
      return log.unlisted;
    },
    start() {
      timer = setInterval(log.flush, everyMs);
    },
    close() {
      clearInterval(timer);
      return log.flush();
    },
  };
}
