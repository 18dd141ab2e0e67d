import {
  forgetTrialRuns,
  forgetTrialVersions,
  putTrialRun,
  type Tx,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";

/** How long a run can be looked at after there was news of it. */
export const runsKeptMs = 86_400_000;
const mostRuns = 200;

/** Keeps how far a run has come, for whoever follows it from any process. */
export interface RunRecord<T> {
  /** Say how far it is now; of news that come faster than they are kept the last is. */
  note(result: T): void;
  /** Keep how it ended. */
  end(result: T): Promise<void>;
}

/** Begin the record of a run in the sandbox that it goes round in, which has room for so many of a day. */
export async function beginRecord<T>(
  sandbox: Context,
  { id, service }: { readonly id: string; readonly service: string },
  first: T,
): Promise<RunRecord<T>> {
  const keep = (result: T, ended: boolean) =>
    transact(sandbox.db, (tx) =>
      putTrialRun(tx, { id, service, seenAt: sandbox.now(), ended, result }),
    );
  await transact(sandbox.db, (tx) => forgetOldRuns(tx, sandbox.now()));
  await keep(first, false);
  let latest: T | undefined;
  let saving: Promise<void> = Promise.resolve();
  const save = async () => {
    const result = latest;
    latest = undefined;
    if (result !== undefined) await keep(result, false);
  };
  return {
    note(result) {
      latest = result;
      // News that could not be kept are told with the next, or with the end, which fails as well then.
      saving = saving.then(save).catch(() => undefined);
    },
    async end(result) {
      latest = undefined;
      await saving;
      await keep(result, true);
    },
  };
}

/** Forget runs that nobody follows any more, and what was tried in them. */
export async function forgetOldRuns(tx: Tx, now: number): Promise<void> {
  await forgetTrialRuns(tx, { before: now - runsKeptMs, most: mostRuns });
  await forgetTrialVersions(tx, now - runsKeptMs);
}
