import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";

let session: Session | undefined;

/** Begin to note where this process's time goes. */
export async function startProfile(): Promise<void> {
  session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 250 });
  await session.post("Profiler.start");
}

/** Write down what was noted, as a `.cpuprofile` that browsers and editors open. */
export async function stopProfile(path: string): Promise<void> {
  const stopped = await session?.post("Profiler.stop");
  await writeFile(path, JSON.stringify(stopped?.profile));
  session?.disconnect();
  session = undefined;
}
