/** A process that a test starts and kills in the middle of a job: it works one lane, and says what it has begun. */
import { createBullmqQueue } from "./bullmq.ts";

const [url = "", prefix = ""] = process.argv.slice(2);
const onError = () => undefined;
const queue = await createBullmqQueue({ url, prefix, onError, lockMs: 200 });
const never = new Promise<void>(() => undefined);
queue.work(
  async (carried) => {
    process.stdout.write(JSON.stringify(carried));
    await never;
  },
  { concurrency: 1 },
);
setInterval(() => undefined, 1000);
