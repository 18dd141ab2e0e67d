import { createHash, randomBytes } from "node:crypto";
import type { Answers } from "@guildhall/contract";
import { createIds } from "@guildhall/domain";
import {
  appendEvent,
  type Db,
  insertAnswer,
  insertOutbox,
  insertProcess,
  transact,
} from "@guildhall/store";
import { benchService } from "../service-name.ts";
import { submissionOf } from "../submission.ts";

const ids = createIds();
const partner = { kind: "partner", id: "bench", name: "Bench" } as const;
const day = 86_400_000;

/** Write what an accept writes, by the very same queries: process, event, delivery, message, and the answer to repeat. */
export async function writeAccept(db: Db, nth: number): Promise<void> {
  const id = ids.id("prc");
  const reference = ids.reference("BEN");
  const at = Date.now();
  const submission = submissionOf(nth % 256);
  const findable = {
    email: submission.email,
    phone: submission.phone,
    postcode: submission.newAddress.postcode,
    surname: submission.lastName,
  };
  await transact(db, async (tx) => {
    await insertProcess(tx, {
      id,
      reference,
      service: benchService,
      version: 1,
      stage: "received",
      receivedAt: at,
      respondBy: at + 5 * day,
      // A submission is JSON through and through.
      answers: submission as unknown as Answers,
      findable,
    });
    const event = await appendEvent(tx, {
      type: "process.started",
      process: id,
      subject: id,
      actor: partner,
      at,
      data: { service: benchService, version: 1 },
    });
    const owed = { process: id, event, nextAt: at, giveUpAt: at + 3 * day };
    const out = () => ids.id("out");
    await insertOutbox(tx, { ...owed, id: out(), kind: "delivery", ...delivery });
    await insertOutbox(tx, { ...owed, id: out(), kind: "message", ...message });
    const response = { id, reference, status: "open", receivedAt: at, trackingKey: id };
    await insertAnswer(tx, { id: digest(), requestDigest: digest(), response, at });
  });
}

const delivery = { purpose: "case", destination: "revenues" };
const message = { purpose: "started", destination: "email" };

function digest(): string {
  return createHash("sha256").update(randomBytes(16)).digest("base64url");
}
