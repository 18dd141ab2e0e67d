import { readdirSync, readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const component = /^export (?:async )?function ([A-Z]\w*)\(/gm;

/**
 * Name the components below a folder that were not drawn while `work` went on.
 *
 * They are found in the files themselves, and what was called is asked of the engine, so a page that is made later
 * cannot be forgotten by whoever looks at all of them.
 */
export async function undrawnDuring(folder: string, work: () => Promise<void>): Promise<string[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true });
    await work();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const called = new Set(
      result.flatMap(({ url, functions }) =>
        functions
          .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
          .map(({ functionName }) => `${url} ${functionName}`),
      ),
    );
    return componentsIn(folder)
      .filter(({ names }) => !names.some((name) => called.has(name)))
      .map(({ shown }) => shown);
  } finally {
    session.disconnect();
  }
}

/** What a folder exports that can be drawn, under the names that the engine may have for it. */
function componentsIn(folder: string): { shown: string; names: string[] }[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test."))
    .sort()
    .flatMap((file) => {
      const path = join(folder, file);
      return [...readFileSync(path, "utf8").matchAll(component)].map(([, name]) => ({
        shown: `${file} ${name}`,
        names: [`${path} ${name}`, `${pathToFileURL(path)} ${name}`],
      }));
    });
}
