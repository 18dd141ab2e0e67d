import type { Sender, SendOutcome } from "@guildhall/contract";
import { type Mail, type MailLog, openMailLog } from "./mail-log.ts";

/** A sender that keeps messages where they can be read, in place of sending them. */
export interface Mailbox extends Sender {
  /** The latest messages, newest first; `before` is the key of the last one that was seen. */
  list(options?: { limit?: number; before?: string }): Promise<readonly Mail[]>;
  read(key: string): Promise<Mail | undefined>;
  /** Write what is waiting, and let go of the file until it is needed again. */
  close(): Promise<void>;
}

interface Waiting {
  readonly mail: Mail;
  readonly settle: (outcome: SendOutcome) => void;
}

/**
 * Keep messages in a file of this directory, one for each key, whatever restarts come between.
 *
 * "Sent" means written to the file: it outlives this process, but nothing waits for the disk. Messages
 * that arrive together are written together.
 */
export function createMailbox(directory: string, { now = () => new Date() } = {}): Mailbox {
  const { use, close } = createAccess(directory);
  let waiting: Waiting[] = [];

  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const isKept = await use((log) => keep(log, batch)).then(yes, no);
    for (const { settle, mail } of batch) settle(isKept ? sentAs(mail.key) : unavailable);
  };

  return {
    canTellRepeats: true,
    staysHere: true,
    send({ key, to, from, subject, html, text, headers }, signal) {
      if (signal.aborted) return Promise.resolve(unavailable);
      const sent = { key, at: now().toISOString(), to, from, subject, html, text };
      const mail = headers ? { ...sent, headers } : sent;
      return new Promise((settle) => {
        waiting.push({ mail, settle });
        if (waiting.length === 1) setImmediate(flush);
      });
    },
    list: ({ limit = 50, before } = {}) =>
      use((log) => {
        const end = before === undefined ? log.places.length : (log.find(before)?.nth ?? 0);
        const page = log.places.slice(Math.max(end - limit, 0), end).reverse();
        return Promise.all(page.map(log.read));
      }),
    read: (key) =>
      use(async (log) => {
        const place = log.find(key);
        return place && log.read(place);
      }),
    async close() {
      await flush();
      await close();
    },
  };
}

/** Give every work the log in its turn, opened for the first and up to date for each. */
function createAccess(directory: string) {
  let log: MailLog | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.then(yes, no);
    return turn;
  };
  return {
    use: <T>(work: (log: MailLog) => Promise<T>) =>
      inTurn(async () => {
        log ??= await openMailLog(directory);
        await log.catchUp();
        return work(log);
      }),
    close: () =>
      inTurn(async () => {
        await log?.close();
        log = undefined;
      }),
  };
}

/** Write what is not there yet, and of two with one key the first. */
async function keep(log: MailLog, batch: readonly Waiting[]): Promise<void> {
  const fresh = new Map<string, Mail>();
  for (const { mail } of batch) {
    if (!log.find(mail.key) && !fresh.has(mail.key)) fresh.set(mail.key, mail);
  }
  if (fresh.size > 0) await log.append([...fresh.values()]);
}

const unavailable: SendOutcome = { outcome: "retry", code: "mailbox-unavailable" };

function sentAs(reference: string): SendOutcome {
  return { outcome: "sent", reference };
}

const yes = () => true;
const no = () => false;
