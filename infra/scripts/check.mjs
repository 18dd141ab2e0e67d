// `npm run check`: install what is missing, then every check that needs no running server.
import { install, requireNode, run } from "./prepare.mjs";

requireNode();
install();
process.exitCode = run(process.execPath, ["--import", "tsx", "infra/checks/main.ts"]);
