import { createHash } from "node:crypto";
import type { Change } from "@guildhall/contract";
import { z } from "zod";
import { ConnectorFault } from "../connector-fault.ts";
import { NotAccepted } from "../not-accepted.ts";
import { type Client, readJson } from "./client.ts";
import { Submission, statusOf } from "./submission.ts";

const List = z.object({ submissions: z.array(z.unknown()) });

/**
 * See which submissions have changed since the beginning of a window, each as it stands now.
 *
 * An entry that cannot be read is left out, or it would hold up all others; anything else that goes
 * wrong fails the whole look, to be taken again.
 *
 * @throws ConnectorFault
 */
export async function seeChanges(
  client: Client,
  { from, to }: { from: Date; to: Date },
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const answer = await asked(client.changedSince(from, signal));
  const list = List.safeParse(readJson(answer));
  if (answer.status >= 300) throw new ConnectorFault("list-refused");
  if (!list.success) throw new ConnectorFault("bad-answer");
  return list.data.submissions.flatMap((entry) => {
    const read = Submission.safeParse(entry);
    return read.success ? [toChange(read.data, to)] : [];
  });
}

async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof NotAccepted ? new ConnectorFault(error.outcome.code) : error;
  }
}

function toChange(submission: Submission, to: Date): Change {
  const { reference, updatedAt } = submission;
  const status = statusOf(submission);
  return {
    reference,
    status,
    changeKey: `${reference}_${digest(status)}`,
    at: updatedAt === undefined ? to : new Date(updatedAt),
  };
}

function digest(status: string): string {
  return createHash("sha256").update(status).digest("hex").slice(0, 8);
}
