/** A process that a test starts and kills: it runs a private Redis and says where. */
import { startPrivateRedis } from "./private-redis.ts";

const [directory = "", program = ""] = process.argv.slice(2);
const redis = await startPrivateRedis({ directory, program, onError: () => undefined });
process.stdout.write(redis.url);
setInterval(() => undefined, 1000);
