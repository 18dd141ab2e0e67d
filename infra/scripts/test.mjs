// `npm test`: install and build what is missing, then run the suite. Arguments go to vitest.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { build, install, requireNode, run, say, tool } from "./prepare.mjs";

requireNode();
install();
build();
tellWhatIsSkipped(["redis-server", "valkey-server"], "the queue on a real Redis");
tellWhatIsSkipped(["chromium", "chromium-browser", "google-chrome"], "the pages in a real browser");
process.exitCode = run(process.execPath, [
  tool("vitest/vitest.mjs"),
  "run",
  ...process.argv.slice(2),
]);

function tellWhatIsSkipped(programs, what) {
  if (programs.some(isOnPath)) return;
  say(`No ${programs[0]} on the PATH: ${what} is not tested here.`);
}

function isOnPath(program) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => folder !== "" && existsSync(join(folder, program)));
}
