// `npm run chaos`: installs and builds what is missing, then lets things go wrong. `npm run chaos -- --help` names its options.
import { join } from "node:path";
import { build, install, requireNode, root, run } from "./prepare.mjs";

requireNode();
install();
build();
const program = join(root, "infra/chaos/main.ts");
process.exitCode = run(process.execPath, ["--import", "tsx", program, ...process.argv.slice(2)]);
