import { forgetAccessRequests, forgetAnswers, transact } from "@guildhall/store";
import { idleAfterMs, oldAfterMs } from "../access/terms.ts";
import type { Ground } from "../ground.ts";

/** How long the answer to a request is remembered, for whoever asks the same again. */
export const answersKeptMs = 30 * 86_400_000;
/** Forgotten together; others' works come between. */
const answersAtATime = 500;

/** Forget what is past keeping: answers that nobody asks for again, and who asked for access long ago. */
export async function forgetOld({ db, now }: Ground): Promise<void> {
  const at = now();
  await transact(db, (tx) =>
    forgetAccessRequests(tx, { idle: at - idleAfterMs, old: at - oldAfterMs }),
  );
  const old = { before: at - answersKeptMs, limit: answersAtATime };
  while ((await transact(db, (tx) => forgetAnswers(tx, old))) === answersAtATime);
}
